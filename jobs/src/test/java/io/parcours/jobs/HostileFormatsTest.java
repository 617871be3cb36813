package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that strangers may put into a log come out of every format as what they are, and as nothing else. */
class HostileFormatsTest {
    private static final List<String> PIECES = List.of(
            "=1+1",
            "+",
            "-2",
            "@SUM(A1)",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\"",
            "'",
            ",",
            ";",
            "|",
            "\\",
            "`",
            "<script>",
            "</",
            "&amp;",
            "[a](javascript:b)",
            "**b**",
            "_",
            "~~",
            "$x$",
            "http://evil",
            "www.evil",
            "\u0000",
            "\u0007",
            "\u001b[2J",
            "\u0085",
            "\u009b",
            "\u2028",
            "\u202e",
            "\u2066",
            "\ufeff",
            "\ud83d\ude00",
            "\u00e9",
            "ı",
            " ",
            "a",
            "null",
            "",
            "{}",
            "]");

    @TempDir
    Path output;

    private final List<ShownTables.Visit> visits = new ArrayList<>();

    @BeforeEach
    void writeHostileTexts() throws IOException {
        Random random = new Random(11);
        for (int row = 0; row < 500; row++) {
            visits.add(new ShownTables.Visit(
                    text(random, row),
                    random.nextInt(9) == 0 ? null : random.nextLong(),
                    random.nextInt(9) == 0 ? null : Double.longBitsToDouble(random.nextLong() & ~(1L << 62)),
                    random.nextBoolean(),
                    random.nextLong() / 4096,
                    LocalDate.of(2024, 1, 1 + random.nextInt(28)),
                    List.of(text(random, row + 1), text(random, 0))));
        }
        ShownTables.write(output, "2024-03-01", visits);
    }

    private static String text(Random random, int row) {
        if (row < PIECES.size()) {
            return PIECES.get(row);
        }
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(5); piece >= 0; piece--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void jsonIsReadBackByAStrictReader() throws IOException {
        JsonMapper strict = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        String json = show("json");
        JsonNode rows = strict.readTree(json);
        assertThat(rows).hasSize(visits.size());
        for (int row = 0; row < visits.size(); row++) {
            ShownTables.Visit visit = visits.get(row);
            JsonNode read = rows.get(row);
            assertThat(read.get("name").textValue()).isEqualTo(visit.name());
            assertThat(read.get("path").get(0).textValue())
                    .isEqualTo(visit.path().get(0));
            assertThat(read.get("visits").isNull() ? null : read.get("visits").longValue())
                    .isEqualTo(visit.visits());
            assertThat(read.get("rate").isNull() ? null : read.get("rate").doubleValue())
                    .isEqualTo(visit.rate());
            assertThat(Instant.parse(read.get("at").textValue()))
                    .isEqualTo(Instant.EPOCH.plus(visit.at(), ChronoUnit.MICROS));
        }
        assertThat(json.codePoints().filter(letter -> letter != '\n')).noneMatch(SafeText::isUnsafe);
    }

    @Test
    void csvIsReadBackWithTheSameValues() {
        List<String[]> rows = parsed(show("csv"));
        assertThat(rows).hasSize(visits.size() + 1);
        for (int row = 0; row < visits.size(); row++) {
            ShownTables.Visit visit = visits.get(row);
            String[] read = rows.get(row + 1);
            assertThat(read[0]).isEqualTo(visit.name());
            assertThat(read[1] == null ? null : Long.valueOf(read[1])).isEqualTo(visit.visits());
            assertThat(read[2] == null ? null : Double.valueOf(read[2])).isEqualTo(visit.rate());
            assertThat(read[6]).isEqualTo(String.join(" > ", visit.path()));
        }
    }

    @Test
    void noCellForASpreadsheetBeginsAsAFormulaDoesUnlessItIsANumber() {
        String csv = show("csv", "--for-spreadsheet");
        assertThat(csv).startsWith("\ufeffname,");
        List<String[]> rows = parsed(csv.substring(1));
        for (int row = 0; row < visits.size(); row++) {
            String[] read = rows.get(row + 1);
            String name = visits.get(row).name();
            assertThat(read[0]).isIn(name, "'" + name);
            assertThat(Stream.of(read[0], read[6]))
                    .noneMatch(text -> text != null && text.stripLeading().matches("(?s)[=+\\-@].*"))
                    .noneMatch(text -> text != null && text.matches("(?s)[\t\r\n].*"));
            assertThat(read[1] == null ? null : Long.valueOf(read[1]))
                    .isEqualTo(visits.get(row).visits());
        }
        assertThat(Ran.parcours("show", "visits", "--output", output.toString(), "--for-spreadsheet")
                        .err())
                .startsWith("parcours: --for-spreadsheet goes with --format csv");
    }

    @Test
    void markdownKeepsOneRowALineAndNoMarkup() {
        List<String> lines = show("markdown").lines().toList();
        assertThat(lines).hasSize(visits.size() + 2);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.replaceAll("\\\\.", "").chars().filter(letter -> letter == '|'))
                    .hasSize(8);
            assertThat(line.replace("<br>", "")).doesNotContain("<");
            assertThat(line.replaceAll("\\\\.", "")).doesNotContain("`", "[", "]", "*", "http:", "www.", "$", "~");
        });
    }

    @Test
    void aTerminalIsNotSteered() {
        assertThat(show("table").codePoints().filter(letter -> letter != '\n')).noneMatch(SafeText::isUnsafe);
        assertThat(CsvText.ON_TERMINAL.of("a\u001b[2J\rb\nc\td\u202e")).isEqualTo("a\\u001b[2J\\rb\nc\td\\u202e");
    }

    /** RFC 4180 read letter by letter, with bare newlines; an empty cell without quotes is null. */
    private static List<String[]> parsed(String csv) {
        List<String[]> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int index = 0;
        while (index < csv.length()) {
            boolean isQuoted = csv.charAt(index) == '"';
            StringBuilder cell = new StringBuilder();
            index += isQuoted ? 1 : 0;
            while (isQuoted ? isInside(csv, index) : ",\n".indexOf(csv.charAt(index)) < 0) {
                cell.append(csv.charAt(index));
                index += isQuoted && csv.charAt(index) == '"' ? 2 : 1;
            }
            index += isQuoted ? 1 : 0;
            row.add(cell.isEmpty() && !isQuoted ? null : cell.toString());
            if (csv.charAt(index) == '\n') {
                rows.add(row.toArray(String[]::new));
                row.clear();
            } else {
                assertThat(csv.charAt(index)).isEqualTo(',');
            }
            index++;
        }
        return rows;
    }

    private static boolean isInside(String csv, int index) {
        return csv.charAt(index) != '"' || csv.charAt(index + 1) == '"';
    }

    private String show(String format, String... more) {
        String[] arguments = {"show", "visits", "--output", output.toString(), "--format", format};
        Ran ran = Ran.parcours(Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return ran.out();
    }
}
