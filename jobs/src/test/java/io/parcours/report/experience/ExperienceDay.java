package io.parcours.report.experience;

import io.parcours.report.Report;
import io.parcours.report.data.WrittenDay;
import io.parcours.report.page.Chapter;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A day whose tables have all the columns that are documented; a test says only the values it is about. */
final class ExperienceDay {
    private static final Path TABLES = Path.of(System.getProperty("parcours.root"), "docs", "tables.md");
    private static final Pattern COLUMN =
            Pattern.compile("^\\| `(\\w+)` \\| (text|whole number|real number|list of texts) \\|", Pattern.MULTILINE);
    private static final Map<String, String> TYPES =
            Map.of("text", "text", "whole number", "whole", "real number", "real", "list of texts", "texts");

    private final WrittenDay day;

    ExperienceDay(Path folder) {
        this.day = new WrittenDay(folder, "2024-06-30");
    }

    ExperienceDay map(String yaml) {
        day.map(yaml);
        return this;
    }

    /** Writes a table with these values by column; what a row does not say is missing. */
    ExperienceDay table(String name, List<Map<String, Object>> rows) {
        List<String> columns = columns(name);
        List<List<Object>> values = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            List<String> names =
                    columns.stream().map(column -> column.split(":")[0]).toList();
            if (!names.containsAll(row.keySet())) {
                throw new IllegalArgumentException(name + " has not all of " + row.keySet());
            }
            List<Object> line = new ArrayList<>();
            names.forEach(column -> line.add(row.get(column)));
            values.add(Collections.unmodifiableList(line));
        }
        day.table(name, columns, values);
        return this;
    }

    /** Writes a table with one row whose values depend on the type of their column only. */
    ExperienceDay tableOf(String name, Function<String, Object> valueOfType) {
        List<String> columns = columns(name);
        List<Object> line = new ArrayList<>();
        columns.forEach(column -> line.add(valueOfType.apply(column.split(":")[1])));
        day.table(name, columns, List.of(Collections.unmodifiableList(line)));
        return this;
    }

    /** The sections of a chapter. */
    List<Section> sections(Chapter chapter, Language language) {
        return chapter.sections(new ReportContext(new Words(language), day.tables(), Optional.empty(), 0));
    }

    /** The whole page as HTML. */
    String page(Language language) {
        StringWriter page = new StringWriter();
        Report.write(new Report.Request(day.tables(), Optional.empty(), language, 0), page);
        return page.toString();
    }

    /** A section's texts as a reader sees them: without tags, blanks as single ones. */
    static String text(String page, String section) {
        int from = page.indexOf("<section id=\"" + section + "\"");
        String html = from < 0 ? "" : page.substring(from, page.indexOf("</section>", from));
        return html.replaceAll("<[^>]*>", " ").replaceAll("[\\s\\h]+", " ");
    }

    private static List<String> columns(String table) {
        try {
            String all = Files.readString(TABLES);
            int from = all.indexOf("\n## " + table + "\n");
            int to = all.indexOf("\n## ", from + 4);
            return COLUMN.matcher(all.substring(from, to < 0 ? all.length() : to))
                    .results()
                    .map(ExperienceDay::declared)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String declared(MatchResult column) {
        return column.group(1) + ":" + TYPES.get(column.group(2));
    }
}
