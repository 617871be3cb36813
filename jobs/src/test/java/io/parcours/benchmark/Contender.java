package io.parcours.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who is raced. Each runs in a process of its own, as {@link ContenderProcess} begins it. */
enum Contender {
    /** The whole {@code run} of Parcours through its command. */
    PARCOURS(Role.SUBJECT),
    DUCKDB_STREAMING(Role.PEER),
    DUCKDB_WINDOWS(Role.PEER),
    SPARK_HASHED(Role.PEER),
    SPARK_PLAIN(Role.PEER),
    /** Spark's scan of the mapped columns. */
    READ(Role.FLOOR),
    /** The same, and one shuffle of the rows by customer. */
    READ_AND_SHUFFLE(Role.FLOOR);

    /** What a contender is raced for. */
    enum Role {
        SUBJECT,
        PEER,
        FLOOR
    }

    /** The better variant of each peer, and the floors. */
    static final List<Contender> CHOSEN = List.of(PARCOURS, DUCKDB_STREAMING, SPARK_HASHED, READ, READ_AND_SHUFFLE);

    /** Every variant of every peer. */
    static final List<Contender> VARIANTS =
            List.of(PARCOURS, DUCKDB_STREAMING, DUCKDB_WINDOWS, SPARK_HASHED, SPARK_PLAIN);

    private final Role role;

    Contender(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    /** The name on the command line and in results. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Contender of(String label) {
        return Arrays.stream(values())
                .filter(contender -> contender.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contender " + label + "; there are "
                        + Arrays.stream(values()).map(Contender::label).collect(Collectors.joining(", "))));
    }
}
