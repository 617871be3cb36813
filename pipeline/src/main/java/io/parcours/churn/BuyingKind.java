package io.parcours.churn;

import java.util.List;

/** A buying model by the name it has in tables and maps. */
enum BuyingKind {
    /** {@link BgNbd}. */
    BG_NBD("bg_nbd", List.of("r", "alpha", "a", "b")),
    /** {@link MbgNbd}. */
    MBG_NBD("mbg_nbd", List.of("r", "alpha", "a", "b")),
    /** {@link ParetoNbd}. */
    PARETO_NBD("pareto_nbd", List.of("r", "alpha", "s", "beta"));

    private final String text;
    private final List<String> parameters;

    BuyingKind(String text, List<String> parameters) {
        this.text = text;
        this.parameters = parameters;
    }

    /** The name in tables and maps. */
    String text() {
        return text;
    }

    /** The names of its parameters, in order. */
    List<String> parameters() {
        return parameters;
    }
}
