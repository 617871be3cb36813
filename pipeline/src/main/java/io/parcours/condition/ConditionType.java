package io.parcours.condition;

/** The types of the condition grammar. */
public enum ConditionType {
    TEXT,
    NUMBER,
    FLAG,
    INSTANT
}
