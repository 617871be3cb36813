package io.parcours.condition;

import java.util.List;

/** A node whose answer is the same for every row. */
sealed interface Constant permits Constant.OfFlag, Constant.OfNumber, Constant.OfText, Constant.OfInstant, NullNode {

    /** The node, or the constant it comes to where everything it is made of is constant. */
    static Node folded(Node node, List<? extends Node> parts) {
        if (!parts.stream().allMatch(Constant.class::isInstance)) {
            return node;
        }
        if (node instanceof FlagNode flag) {
            return new OfFlag(flag.truth(null));
        }
        if (node instanceof NumberNode number) {
            return new OfNumber(number.value(null));
        }
        if (node instanceof TextNode text) {
            return new OfText(text.value(null));
        }
        return node instanceof InstantNode instant ? new OfInstant(instant.micros(null)) : node;
    }

    record OfFlag(Truth truth) implements FlagNode, Constant {
        @Override
        public Truth truth(ConditionRow row) {
            return truth;
        }
    }

    record OfNumber(double value) implements NumberNode, Constant {
        @Override
        public double value(ConditionRow row) {
            return value;
        }
    }

    record OfText(String value) implements TextNode, Constant {
        @Override
        public String value(ConditionRow row) {
            return value;
        }
    }

    record OfInstant(long micros) implements InstantNode, Constant {
        @Override
        public long micros(ConditionRow row) {
            return micros;
        }
    }
}
