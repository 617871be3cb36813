package io.parcours.condition;

import java.util.List;

/**
 * A parsed condition, not yet checked. Chains of {@code and}, {@code or} and arithmetic are lists, so that the tree is
 * no deeper than the condition is nested.
 */
sealed interface Syntax {

    /** The number of its first, or its sign's, character in the condition, from 1. */
    int position();

    record TextLiteral(String value, int position) implements Syntax {}

    record NumberLiteral(double value, int position) implements Syntax {}

    record FlagLiteral(Truth value, int position) implements Syntax {}

    record NullLiteral(int position) implements Syntax {}

    record ColumnName(String name, int position) implements Syntax {}

    record All(List<Syntax> parts, int position) implements Syntax {}

    record Any(List<Syntax> parts, int position) implements Syntax {}

    record Not(Syntax operand, int position) implements Syntax {}

    record Compared(Syntax left, Comparison comparison, Syntax right, int position) implements Syntax {}

    record In(Syntax operand, List<Syntax> values, int position) implements Syntax {}

    record Between(Syntax operand, Syntax low, Syntax high, int position) implements Syntax {}

    /** @param escape the escape character as written, or a backslash */
    record Like(Syntax operand, Syntax pattern, String escape, int position) implements Syntax {}

    record IsNull(Syntax operand, int position) implements Syntax {}

    /** first, then each link's operator and operand from left to right. */
    record Calculation(Syntax first, List<Link> links, int position) implements Syntax {}

    record Link(ArithmeticOperator operator, Syntax operand) {}

    record Negative(Syntax operand, int position) implements Syntax {}

    record Call(String function, List<Syntax> arguments, int position) implements Syntax {}

    record Cast(Syntax operand, ConditionType target, int position) implements Syntax {}
}
