package io.parcours.buying;

import java.util.List;

/** A buying model by the name it has in tables and maps. */
public enum BuyingKind {
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
    public String text() {
        return text;
    }

    /** The names of its parameters, in order. */
    public List<String> parameters() {
        return parameters;
    }
}
