package io.parcours.jobs;

import io.parcours.table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code --where}: {@code column = value}, with {@code != < <= > >=} in place of {@code =}, or
 * {@code column is [not] null}; several joined by {@code and}. A value with blanks stands in quotes of either kind,
 * doubled inside. A value that is null meets no comparison.
 */
final class RowFilterParser {
    private static final Pattern COLUMN = Pattern.compile("\\s*([^\\s=!<>'\"]+)\\s*");
    private static final Pattern IS_NULL = word("is\\s+(not\\s+)?null");
    private static final Pattern OPERATOR = Pattern.compile("(<=|>=|!=|<>|==|=|<|>)\\s*");
    private static final Pattern VALUE =
            Pattern.compile("'([^']*+(?:''[^']*+)*+)'|\"([^\"]*+(?:\"\"[^\"]*+)*+)\"|([^\\s'\"]\\S*)");
    private static final Pattern AND = word("\\s*and");
    private static final Pattern END = Pattern.compile("\\s*$");

    private final TableColumns columns;
    private final String text;
    private final Matcher matcher;
    private int position;

    private RowFilterParser(String text, TableColumns columns) {
        this.columns = columns;
        this.text = text;
        this.matcher = COLUMN.matcher(text);
    }

    private static Pattern word(String expression) {
        return Pattern.compile(expression + "(?=\\s|$)", Pattern.CASE_INSENSITIVE);
    }

    /**
     * Reads a condition over these columns.
     *
     * @throws CommandException when it is none, names another column, or compares it with what it cannot be
     */
    static RowFilter parse(String text, TableColumns columns) {
        return new RowFilterParser(text, columns).conditions();
    }

    private RowFilter conditions() {
        List<RowFilter.Condition> conditions = new ArrayList<>();
        do {
            conditions.add(condition());
        } while (next(AND));
        if (!next(END)) {
            throw wrong("and, or the end,");
        }
        return new RowFilter(conditions);
    }

    private RowFilter.Condition condition() {
        require(COLUMN, "a column");
        TableColumn column = columns.named(matcher.group(1));
        if (next(IS_NULL)) {
            boolean wanted = matcher.group(1) == null;
            return new RowFilter.Condition(column.name(), value -> value == null == wanted);
        }
        require(OPERATOR, "one of = != < <= > >= or is null");
        IntPredicate holds = meaning(matcher.group(1));
        require(VALUE, "a value (in quotes if it has blanks)");
        ToIntFunction<Object> comparison = Literal.comparison(column, value());
        Predicate<Object> isPresent = value -> value != null;
        return new RowFilter.Condition(column.name(), isPresent.and(value -> holds.test(comparison.applyAsInt(value))));
    }

    private String value() {
        if (matcher.group(1) != null) {
            return matcher.group(1).replace("''", "'");
        }
        return matcher.group(2) != null ? matcher.group(2).replace("\"\"", "\"") : matcher.group(3);
    }

    private static IntPredicate meaning(String operator) {
        return switch (operator) {
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            case ">=" -> order -> order >= 0;
            case "!=", "<>" -> order -> order != 0;
            default -> order -> order == 0;
        };
    }

    private boolean next(Pattern pattern) {
        matcher.usePattern(pattern).region(position, text.length());
        boolean isThere = matcher.lookingAt();
        if (isThere) {
            position = matcher.end();
        }
        return isThere;
    }

    private void require(Pattern pattern, String what) {
        if (!next(pattern)) {
            throw wrong(what);
        }
    }

    private CommandException wrong(String expected) {
        String rest = text.substring(position).strip();
        return new CommandException(
                ExitCode.USAGE,
                "--where: " + expected + " is expected "
                        + (rest.isEmpty() ? "at the end" : "where it says " + SafeText.of(rest)));
    }
}
