package io.parcours.table;

import java.util.List;
import java.util.stream.Collectors;

/** The page that documents the written tables, made of their declarations. */
public final class TablesPage {
    private static final String HEAD = """
            # The tables

            <!-- Generated from the tables' declarations in the code; a test compares it. -->

            A run writes these tables as Parquet files, compressed with Zstandard: a folder a table, in it a folder
            `as_of=YYYY-MM-DD` a result. Those of a feature that a map must ask for (`inventory`, `channels`, `surveys`,
            `friction`, `attribution`, `triggers`, `expected`, `segments`) are there where it does. Every column may be null; where one is, its meaning says when. Column comments
            are in the files too: Spark's `describe` shows them.

            | type | in Parquet |
            | --- | --- |
            """;

    private TablesPage() {}

    /** The page in Markdown, with the tables in this order. */
    public static String of(List<ReportTable<?>> tables) {
        StringBuilder page = new StringBuilder(HEAD);
        for (ColumnType type : ColumnType.values()) {
            page.append(row(type.label(), parquet(type)));
        }
        page.append("\n| table | a row is |\n| --- | --- |\n");
        for (ReportTable<?> table : tables) {
            page.append(row("[" + table.name() + "](#" + table.name() + ")", escaped(table.rowMeaning())));
        }
        tables.forEach(table -> page.append(section(table)));
        return page.toString();
    }

    private static String section(ReportTable<?> table) {
        return table.columns().stream()
                .map(column -> row("`" + column.name() + "`", column.type().label(), escaped(column.comment())))
                .collect(Collectors.joining(
                        "",
                        "\n## " + table.name() + "\n\nA row is " + escaped(table.rowMeaning())
                                + ".\n\n| column | type | meaning |\n| --- | --- | --- |\n",
                        ""));
    }

    private static String row(String... cells) {
        return String.join(" | ", cells).transform(line -> "| " + line + " |\n");
    }

    /** Comments are ours, yet may speak of {@code a | b} or {@code <}, which a cell would take for its own. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
    }

    private static String parquet(ColumnType type) {
        return switch (type) {
            case TEXT -> "string";
            case WHOLE -> "int64";
            case REAL -> "double; never NaN or infinite";
            case FLAG -> "boolean";
            case INSTANT -> "timestamp in microseconds, adjusted to UTC";
            case DATE -> "date";
            case TEXTS -> "list of string (`list.element`)";
            case INSTANTS -> "list of such timestamps (`list.element`)";
        };
    }
}
