package io.parcours.condition;

import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A parsed and checked {@code where} condition of the map: columns, values, comparisons, {@code and}, {@code or},
 * {@code not}, {@code in}, {@code like}, {@code between}, {@code is null}, arithmetic and pure functions. Missing values
 * follow SQL's three-valued logic; a value that cannot be worked out makes the condition fail unless the rest decides
 * it, whatever the order its parts are written in.
 *
 * <p>Two are equal when their text is: the conditions of one map share its columns and its zone. It may be tested by
 * many threads at once.
 */
public final class Where implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final transient ConditionColumns columns;
    private final transient ZoneId zone;
    private final transient FlagNode condition;

    private Where(String text, ConditionColumns columns, ZoneId zone) {
        this.text = text;
        this.columns = columns;
        this.zone = zone;
        this.condition = checker().flag(Parser.parse(text), "a condition");
    }

    /**
     * Parses and type-checks a condition; dates and stamps without a zone in it are read in UTC, and so are hours and
     * days of the week.
     *
     * @throws ConditionException when the text is no condition, names an unknown column or function, or mixes types
     */
    public static Where parse(String text, ConditionColumns columns) {
        return parse(text, columns, ZoneOffset.UTC);
    }

    /**
     * Parses and type-checks a condition; dates and stamps without a zone in it are read in this zone, and so are hours
     * and days of the week.
     *
     * @throws ConditionException when the text is no condition, names an unknown column or function, or mixes types
     */
    public static Where parse(String text, ConditionColumns columns, ZoneId zone) {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(zone, "zone");
        return new Where(text, columns, zone);
    }

    /** What the condition says of this row. */
    public Verdict test(ConditionRow row) {
        return condition.truth(row).verdict();
    }

    /**
     * Whether no row can ever match, so that the condition must be a mistake: {@code 1 = 2}, {@code value > 5 and
     * value < 3}, {@code event = null}. Only what follows from single columns is seen: false does not promise that some
     * row matches.
     */
    public boolean isNeverTrue() {
        return isNeverTrueAmong(Map.of());
    }

    /** The same, where some columns are known to have one of these texts. */
    boolean isNeverTrueAmong(Map<Integer, List<String>> knownTexts) {
        List<Syntax> all = new ArrayList<>();
        all.add(Parser.parse(text));
        knownTexts.forEach((column, texts) -> all.add(new Syntax.In(
                new Syntax.ColumnName(columns.names().get(column), 1),
                texts.stream()
                        .<Syntax>map(known -> new Syntax.TextLiteral(known, 1))
                        .toList(),
                1)));
        return new NeverTrue(checker(), columns).proves(new Syntax.All(all, 1));
    }

    /** The columns it names. */
    public Set<String> columnNames() {
        return Names.of(Parser.parse(text));
    }

    /** The condition as it was written. */
    public String text() {
        return text;
    }

    private Checker checker() {
        return new Checker(columns, zone);
    }

    /** Travels as what it was parsed from, so that the tree it became need not be serialisable. */
    private Object writeReplace() {
        return new Written(text, columns, zone);
    }

    private record Written(String text, ConditionColumns columns, ZoneId zone) implements Serializable {
        private Object readResolve() {
            return Where.parse(text, columns, zone);
        }
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
