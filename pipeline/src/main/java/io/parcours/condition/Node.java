package io.parcours.condition;

import java.util.Optional;

/** A checked part of a condition, of one type, that answers for one row at a time. */
sealed interface Node permits FlagNode, NumberNode, TextNode, InstantNode, NullNode {

    /** The type of its values; nothing for a bare {@code null}, which fits every type. */
    Optional<ConditionType> type();

    /** TRUE where it has no value, FALSE where it has one, FAILED where that could not be worked out. */
    Truth isMissing(ConditionRow row);
}
