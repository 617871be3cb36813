package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowFormatsTest {
    @TempDir
    Path output;

    @BeforeEach
    void writeHostileRows() throws IOException {
        ShownTables.write(output, "2024-03-01", ShownTables.HOSTILE);
    }

    @Test
    void tableLinesColumnsUpAndSpellsControlCharactersOut() {
        assertThat(show("table")).isEqualTo("""
                 name                                  |           visits |                    rate | is_open | at                          | day        | path
                ---------------------------------------+------------------+-------------------------+---------+-----------------------------+------------+-------------------
                 plain                                 |                1 |                0.123457 | true    | 2024-02-29T12:00:00Z        | 2024-02-29 | a > b > c
                 say "hi", you                         |              -20 |                 0.00001 | false   | 2024-02-29T12:00:00.000001Z |            |
                 two\\nlines\\r\\n| pipe                  | 9007199254740993 |              12345678.9 |         | 1969-12-31T23:59:59.999999Z |            |
                 \\u001b[31mred\\u0007\\u009b2J\\u202eevil |                  |                         |         |                             | 1500-01-01 |
                 =cmd|' /C calc'!A0                    |                0 | 25000000000000000000000 | true    | 1970-01-01T00:00:00Z        |            | x >  > <b>[y](z)`
                                                       |                  |                       0 |         |                             |            |
                """);
    }

    @Test
    void csvIsExactAndQuotesWhatRfc4180Asks() {
        assertThat(show("csv")).isEqualTo("""
                name,visits,rate,is_open,at,day,path
                plain,1,0.123456789,true,2024-02-29T12:00:00Z,2024-02-29,a > b > c
                "say ""hi"", you",-20,0.00001,false,2024-02-29T12:00:00.000001Z,,""
                "two
                lines\r
                | pipe",9007199254740993,12345678.9,,1969-12-31T23:59:59.999999Z,,
                \u001b[31mred\u0007\u009b2J\u202eevil,,,,,1500-01-01,
                =cmd|' /C calc'!A0,0,25000000000000000000000.0,true,1970-01-01T00:00:00Z,,x >  > <b>[y](z)`
                "",,0.0,,,,
                """);
    }

    @Test
    void jsonIsOneArrayWithAnObjectALine() {
        assertThat(show("json")).isEqualTo("""
                [
                {"name": "plain", "visits": 1, "rate": 0.123456789, "is_open": true, "at": "2024-02-29T12:00:00Z", "day": "2024-02-29", "path": ["a", "b", "c"]},
                {"name": "say \\"hi\\", you", "visits": -20, "rate": 0.00001, "is_open": false, "at": "2024-02-29T12:00:00.000001Z", "day": null, "path": []},
                {"name": "two\\nlines\\r\\n| pipe", "visits": 9007199254740993, "rate": 12345678.9, "is_open": null, "at": "1969-12-31T23:59:59.999999Z", "day": null, "path": null},
                {"name": "\\u001b[31mred\\u0007\\u009b2J\\u202eevil", "visits": null, "rate": null, "is_open": null, "at": null, "day": "1500-01-01", "path": null},
                {"name": "=cmd|' /C calc'!A0", "visits": 0, "rate": 25000000000000000000000.0, "is_open": true, "at": "1970-01-01T00:00:00Z", "day": null, "path": ["x", null, "<b>[y](z)`"]},
                {"name": "", "visits": null, "rate": 0.0, "is_open": null, "at": null, "day": null, "path": null}
                ]
                """);
    }

    @Test
    void jsonIsReadBackWithTheSameTexts() throws IOException {
        JsonNode rows = new ObjectMapper().readTree(show("json"));
        assertThat(rows).hasSize(ShownTables.HOSTILE.size());
        for (int row = 0; row < rows.size(); row++) {
            assertThat(rows.get(row).get("name").textValue())
                    .isEqualTo(ShownTables.HOSTILE.get(row).name());
        }
    }

    @Test
    void markdownKeepsEveryValueInItsCell() {
        assertThat(show("markdown")).isEqualTo("""
                | name | visits | rate | is_open | at | day | path |
                | --- | ---: | ---: | --- | --- | --- | --- |
                | plain | 1 | 0.123456789 | true | 2024-02-29T12:00:00Z | 2024-02-29 | a > b > c |
                | say "hi", you | -20 | 0.00001 | false | 2024-02-29T12:00:00.000001Z |  |  |
                | two<br>lines<br>\\| pipe | 9007199254740993 | 12345678.9 |  | 1969-12-31T23:59:59.999999Z |  |  |
                | \\\\u001b\\[31mred\\\\u0007\\\\u009b2J\\\\u202eevil |  |  |  |  | 1500-01-01 |  |
                | =cmd\\|' /C calc'!A0 | 0 | 25000000000000000000000.0 | true | 1970-01-01T00:00:00Z |  | x >  > &lt;b>\\[y\\](z)\\` |
                |  |  | 0.0 |  |  |  |  |
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "markdown"})
    void noControlCharacterReachesATerminal(String format) throws IOException {
        StringBuilder every = new StringBuilder();
        for (int letter = 0; letter < Character.MIN_SURROGATE; letter++) {
            every.append((char) letter);
        }
        every.appendCodePoint(0xE0001);
        ShownTables.write(
                output,
                "2024-03-02",
                List.of(new ShownTables.Visit(
                        every.toString(), null, null, null, null, null, List.of(every.toString()))));
        assertThat(show(format).codePoints().filter(letter -> letter != '\n'))
                .noneMatch(Character::isISOControl)
                .noneMatch(letter -> letter == 0x2028 || letter == 0x202e || letter == 0x2066 || letter == 0xE0001);
    }

    @Test
    void aTableWithoutRowsShowsItsColumns() throws IOException {
        ShownTables.write(output, "2024-03-02", List.of());
        String[] columns = {"--columns", "name,visits"};
        assertThat(show("csv", columns)).isEqualTo("name,visits\n");
        assertThat(show("json", columns)).isEqualTo("[]\n");
        assertThat(show("markdown", columns)).isEqualTo("| name | visits |\n| --- | ---: |\n");
        assertThat(show("table", columns)).isEqualTo(" name | visits\n------+--------\n");
    }

    @Test
    void aLongTableIsPrintedInPiecesWithAHeaderEach() throws IOException {
        ShownTables.write(output, "2024-03-02", ShownTables.random(1, 10_001));
        List<String> lines = show("table", "--columns", "at").lines().toList();
        assertThat(lines).hasSize(10_001 + 2 * 2 + 1);
        assertThat(lines.get(10_002)).isEmpty();
        assertThat(lines.get(10_003)).isEqualTo(lines.get(0)).isEqualTo(" at");
    }

    private String show(String format, String... more) {
        String[] arguments = {"show", "visits", "--output", output.toString(), "--format", format};
        Ran ran = Ran.parcours(Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return ran.out();
    }
}
