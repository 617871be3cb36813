package io.parcours.condition;

import java.util.List;
import java.util.Optional;

/** Microseconds since the epoch, or {@link ConditionRow#NO_INSTANT}; nothing that yields an instant can fail. */
@FunctionalInterface
non-sealed interface InstantNode extends Node {

    long micros(ConditionRow row);

    @Override
    default Optional<ConditionType> type() {
        return Optional.of(ConditionType.INSTANT);
    }

    @Override
    default Truth isMissing(ConditionRow row) {
        return Truth.of(micros(row) == ConditionRow.NO_INSTANT);
    }

    static Truth compared(long left, Comparison comparison, long right) {
        boolean isMissing = left == ConditionRow.NO_INSTANT || right == ConditionRow.NO_INSTANT;
        return isMissing ? Truth.UNKNOWN : Truth.of(comparison.accepts(Long.compare(left, right)));
    }

    static FlagNode compared(InstantNode left, Comparison comparison, InstantNode right) {
        return row -> compared(left.micros(row), comparison, right.micros(row));
    }

    static FlagNode between(InstantNode operand, InstantNode low, InstantNode high) {
        return row -> {
            long micros = operand.micros(row);
            return compared(micros, Comparison.GREATER_OR_EQUAL, low.micros(row))
                    .and(compared(micros, Comparison.LESS_OR_EQUAL, high.micros(row)));
        };
    }

    static FlagNode in(InstantNode operand, List<InstantNode> values) {
        InstantNode[] nodes = values.toArray(InstantNode[]::new);
        return row -> {
            long micros = operand.micros(row);
            Truth answer = Truth.FALSE;
            for (int i = 0; i < nodes.length && answer != Truth.TRUE; i++) {
                answer = answer.or(compared(micros, Comparison.EQUAL, nodes[i].micros(row)));
            }
            return answer;
        };
    }

    static InstantNode firstPresent(List<InstantNode> parts) {
        InstantNode[] nodes = parts.toArray(InstantNode[]::new);
        return row -> {
            long micros = ConditionRow.NO_INSTANT;
            for (int i = 0; i < nodes.length && micros == ConditionRow.NO_INSTANT; i++) {
                micros = nodes[i].micros(row);
            }
            return micros;
        };
    }
}
