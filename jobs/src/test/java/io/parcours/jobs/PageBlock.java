package io.parcours.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param language what stands behind the fence; empty for what a command or query prints
 * @param text what stands in the block
 */
record PageBlock(String language, String text) {
    private static final Pattern FENCED =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static List<PageBlock> of(Path page) throws IOException {
        List<PageBlock> blocks = new ArrayList<>();
        Matcher fenced = FENCED.matcher(Files.readString(page));
        while (fenced.find()) {
            blocks.add(new PageBlock(fenced.group(1), fenced.group(2)));
        }
        return blocks;
    }

    /** Whether its first line names this dialect of SQL. */
    boolean isFor(String dialect) {
        return language.equals("sql") && text.lines().findFirst().orElse("").contains(dialect);
    }

    /** The statements of SQL in it, without the line that names dialects. */
    List<String> statements() {
        String sql = text.substring(text.indexOf('\n') + 1);
        return Arrays.stream(sql.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** Rows that a query printed: fields between bars, without the names above the line. */
    List<List<String>> rows() {
        return text.lines()
                .skip(2)
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }

    /** The names of the columns of what a query printed. */
    List<String> names() {
        return Arrays.stream(text.lines().findFirst().orElse("").split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
