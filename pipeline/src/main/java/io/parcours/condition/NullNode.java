package io.parcours.condition;

import java.util.Optional;

/** A bare {@code null}, before its surroundings give it a type. */
record NullNode() implements Node, Constant {

    @Override
    public Optional<ConditionType> type() {
        return Optional.empty();
    }

    @Override
    public Truth isMissing(ConditionRow row) {
        return Truth.TRUE;
    }

    static Node orTyped(Node node, ConditionType type) {
        if (!(node instanceof NullNode)) {
            return node;
        }
        return switch (type) {
            case TEXT -> new Constant.OfText(null);
            case NUMBER -> new Constant.OfNumber(NumberNode.MISSING);
            case FLAG -> new Constant.OfFlag(Truth.UNKNOWN);
            case INSTANT -> new Constant.OfInstant(ConditionRow.NO_INSTANT);
        };
    }
}
