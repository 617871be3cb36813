package io.parcours.condition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A text, null where it is missing, or {@link #FAILED}. */
@FunctionalInterface
non-sealed interface TextNode extends Node {

    /** Known by identity, so that no text of a log is ever taken for it. */
    String FAILED = new String("failed");

    String value(ConditionRow row);

    @Override
    default Optional<ConditionType> type() {
        return Optional.of(ConditionType.TEXT);
    }

    @Override
    default Truth isMissing(ConditionRow row) {
        String value = value(row);
        return isFailed(value) ? Truth.FAILED : Truth.of(value == null);
    }

    @SuppressWarnings("ReferenceEquality")
    static boolean isFailed(String text) {
        return text == FAILED;
    }

    static boolean isUsable(String text) {
        return text != null && !isFailed(text);
    }

    static Truth unusable(String text) {
        return text == null ? Truth.UNKNOWN : Truth.FAILED;
    }

    static Truth unusable(String one, String other) {
        return isFailed(one) || isFailed(other) ? Truth.FAILED : Truth.UNKNOWN;
    }

    static TextNode of(TextNode operand, UnaryOperator<String> function) {
        return row -> {
            String text = operand.value(row);
            return isUsable(text) ? function.apply(text) : text;
        };
    }

    static TextNode of(NumberNode operand, DoubleFunction<String> function) {
        return row -> {
            double number = operand.value(row);
            if (Double.isFinite(number)) {
                return function.apply(number);
            }
            return Double.isNaN(number) ? null : FAILED;
        };
    }

    static TextNode of(FlagNode operand) {
        return row -> switch (operand.truth(row)) {
            case TRUE -> "true";
            case FALSE -> "false";
            case UNKNOWN -> null;
            case FAILED -> FAILED;
        };
    }

    static Truth compared(String left, Comparison comparison, String right) {
        if (!isUsable(left) || !isUsable(right)) {
            return unusable(left, right);
        }
        if (comparison.isOfEquality()) {
            return Truth.of(comparison.accepts(left.equals(right) ? 0 : 1));
        }
        return Truth.of(comparison.accepts(CodePoints.compare(left, right)));
    }

    static FlagNode compared(TextNode left, Comparison comparison, TextNode right) {
        return row -> compared(left.value(row), comparison, right.value(row));
    }

    static FlagNode between(TextNode operand, TextNode low, TextNode high) {
        return row -> {
            String text = operand.value(row);
            return compared(text, Comparison.GREATER_OR_EQUAL, low.value(row))
                    .and(compared(text, Comparison.LESS_OR_EQUAL, high.value(row)));
        };
    }

    static FlagNode in(TextNode operand, List<TextNode> values) {
        if (values.stream().allMatch(v -> v instanceof Constant.OfText c && isUsable(c.value()))) {
            Set<String> texts = values.stream().map(v -> v.value(null)).collect(Collectors.toUnmodifiableSet());
            return FlagNode.of(operand, texts::contains);
        }
        TextNode[] nodes = values.toArray(TextNode[]::new);
        return row -> {
            String text = operand.value(row);
            Truth answer = Truth.FALSE;
            for (int i = 0; i < nodes.length && answer != Truth.TRUE; i++) {
                answer = answer.or(compared(text, Comparison.EQUAL, nodes[i].value(row)));
            }
            return answer;
        };
    }

    static TextNode firstPresent(List<TextNode> parts) {
        TextNode[] nodes = parts.toArray(TextNode[]::new);
        return row -> {
            String text = null;
            for (int i = 0; i < nodes.length && text == null; i++) {
                text = nodes[i].value(row);
            }
            return text;
        };
    }
}
