package io.parcours.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** A finite number, {@link #MISSING} or {@link #FAILED}; primitive, so that a row costs no object. */
@FunctionalInterface
non-sealed interface NumberNode extends Node {

    double MISSING = Double.NaN;
    double FAILED = Double.POSITIVE_INFINITY;

    double value(ConditionRow row);

    @Override
    default Optional<ConditionType> type() {
        return Optional.of(ConditionType.NUMBER);
    }

    @Override
    default Truth isMissing(ConditionRow row) {
        double value = value(row);
        return value == FAILED ? Truth.FAILED : Truth.of(Double.isNaN(value));
    }

    /** The number, or FAILED where it is none. */
    static double finite(double number) {
        return Double.isFinite(number) ? number : FAILED;
    }

    static NumberNode ofColumn(int column) {
        return row -> {
            double number = row.number(column);
            return Double.isInfinite(number) ? FAILED : number;
        };
    }

    static NumberNode of(NumberNode operand, DoubleUnaryOperator function) {
        return row -> {
            double number = operand.value(row);
            return Double.isFinite(number) ? finite(function.applyAsDouble(number)) : number;
        };
    }

    static NumberNode of(TextNode operand, ToDoubleFunction<String> function) {
        return row -> {
            String text = operand.value(row);
            if (TextNode.isUsable(text)) {
                return finite(function.applyAsDouble(text));
            }
            return text == null ? MISSING : FAILED;
        };
    }

    static NumberNode of(InstantNode operand, LongToDoubleFunction function) {
        return row -> {
            long micros = operand.micros(row);
            return micros == ConditionRow.NO_INSTANT ? MISSING : function.applyAsDouble(micros);
        };
    }

    /** The first number, then each operator and operand in turn. */
    static NumberNode calculated(NumberNode first, List<ArithmeticOperator> operators, List<NumberNode> operands) {
        ArithmeticOperator[] signs = operators.toArray(ArithmeticOperator[]::new);
        NumberNode[] nodes = operands.toArray(NumberNode[]::new);
        return row -> {
            double result = first.value(row);
            for (int i = 0; i < nodes.length && result != FAILED; i++) {
                result = calculated(result, signs[i], nodes[i].value(row));
            }
            return result;
        };
    }

    static double calculated(double left, ArithmeticOperator operator, double right) {
        if (left == FAILED || right == FAILED) {
            return FAILED;
        }
        boolean isMissing = Double.isNaN(left) || Double.isNaN(right);
        return isMissing ? MISSING : finite(operator.apply(left, right));
    }

    static Truth compared(double left, Comparison comparison, double right) {
        if (Double.isFinite(left) && Double.isFinite(right)) {
            return Truth.of(comparison.accepts(left < right ? -1 : left == right ? 0 : 1));
        }
        return left == FAILED || right == FAILED ? Truth.FAILED : Truth.UNKNOWN;
    }

    static FlagNode compared(NumberNode left, Comparison comparison, NumberNode right) {
        return row -> compared(left.value(row), comparison, right.value(row));
    }

    static FlagNode between(NumberNode operand, NumberNode low, NumberNode high) {
        return row -> {
            double number = operand.value(row);
            return compared(number, Comparison.GREATER_OR_EQUAL, low.value(row))
                    .and(compared(number, Comparison.LESS_OR_EQUAL, high.value(row)));
        };
    }

    static FlagNode in(NumberNode operand, List<NumberNode> values) {
        if (values.stream().allMatch(v -> v instanceof Constant.OfNumber c && Double.isFinite(c.value()))) {
            return inConstants(operand, values);
        }
        NumberNode[] nodes = values.toArray(NumberNode[]::new);
        return row -> {
            double number = operand.value(row);
            Truth answer = Truth.FALSE;
            for (int i = 0; i < nodes.length && answer != Truth.TRUE; i++) {
                answer = answer.or(compared(number, Comparison.EQUAL, nodes[i].value(row)));
            }
            return answer;
        };
    }

    private static FlagNode inConstants(NumberNode operand, List<NumberNode> values) {
        // Adding 0.0 makes -0.0 into 0.0: the search tells them apart, a comparison does not.
        double[] sorted =
                values.stream().mapToDouble(v -> v.value(null) + 0.0).sorted().toArray();
        return row -> {
            double number = operand.value(row);
            if (Double.isFinite(number)) {
                return Truth.of(Arrays.binarySearch(sorted, number + 0.0) >= 0);
            }
            return number == FAILED ? Truth.FAILED : Truth.UNKNOWN;
        };
    }

    static NumberNode firstPresent(List<NumberNode> parts) {
        NumberNode[] nodes = parts.toArray(NumberNode[]::new);
        return row -> {
            double number = MISSING;
            for (int i = 0; i < nodes.length && Double.isNaN(number); i++) {
                number = nodes[i].value(row);
            }
            return number;
        };
    }
}
