package io.parcours.condition;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** True or false, unknown or failed. */
@FunctionalInterface
non-sealed interface FlagNode extends Node {

    Truth truth(ConditionRow row);

    @Override
    default Optional<ConditionType> type() {
        return Optional.of(ConditionType.FLAG);
    }

    @Override
    default Truth isMissing(ConditionRow row) {
        Truth truth = truth(row);
        return truth == Truth.FAILED ? truth : Truth.of(truth == Truth.UNKNOWN);
    }

    static FlagNode ofColumn(int column) {
        return row -> {
            Boolean flag = row.flag(column);
            return flag == null ? Truth.UNKNOWN : Truth.of(flag);
        };
    }

    static FlagNode all(List<FlagNode> parts) {
        FlagNode[] nodes = parts.toArray(FlagNode[]::new);
        return row -> {
            Truth answer = Truth.TRUE;
            for (int i = 0; i < nodes.length && answer != Truth.FALSE; i++) {
                answer = answer.and(nodes[i].truth(row));
            }
            return answer;
        };
    }

    static FlagNode any(List<FlagNode> parts) {
        FlagNode[] nodes = parts.toArray(FlagNode[]::new);
        return row -> {
            Truth answer = Truth.FALSE;
            for (int i = 0; i < nodes.length && answer != Truth.TRUE; i++) {
                answer = answer.or(nodes[i].truth(row));
            }
            return answer;
        };
    }

    static FlagNode of(TextNode operand, Predicate<String> predicate) {
        return row -> {
            String text = operand.value(row);
            return TextNode.isUsable(text) ? Truth.of(predicate.test(text)) : TextNode.unusable(text);
        };
    }

    static FlagNode of(TextNode left, TextNode right, BiPredicate<String, String> predicate) {
        return row -> {
            String one = left.value(row);
            String other = right.value(row);
            return TextNode.isUsable(one) && TextNode.isUsable(other)
                    ? Truth.of(predicate.test(one, other))
                    : TextNode.unusable(one, other);
        };
    }

    /** Equal or not; only {@link Comparison#isOfEquality} makes sense of flags. */
    static FlagNode compared(FlagNode left, Comparison comparison, FlagNode right) {
        return row -> {
            Truth one = left.truth(row);
            Truth other = right.truth(row);
            if (one == Truth.FAILED || other == Truth.FAILED) {
                return Truth.FAILED;
            }
            boolean isUnknown = one == Truth.UNKNOWN || other == Truth.UNKNOWN;
            return isUnknown ? Truth.UNKNOWN : Truth.of(comparison.accepts(one == other ? 0 : 1));
        };
    }

    static FlagNode firstPresent(List<FlagNode> parts) {
        FlagNode[] nodes = parts.toArray(FlagNode[]::new);
        return row -> {
            Truth answer = Truth.UNKNOWN;
            for (int i = 0; i < nodes.length && answer == Truth.UNKNOWN; i++) {
                answer = nodes[i].truth(row);
            }
            return answer;
        };
    }
}
