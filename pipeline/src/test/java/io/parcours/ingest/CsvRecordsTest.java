package io.parcours.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {
    private static final String HEADER = "customer_id,occurred_at,event,channel,value";
    private static final String GOOD = "c1,2024-03-01,visit,web,1.5";

    @TempDir
    private Path folder;

    private List<ParsedRecord> read(String... lines) {
        return Logs.read(Logs.rules(), Logs.write(folder.resolve("log.csv"), lines));
    }

    @Test
    void aRecordIsReadWithAllItsFields() {
        Touchpoint touchpoint = Logs.touchpoints(read(HEADER, GOOD)).get(0);
        assertThat(touchpoint.customerId()).isEqualTo("c1");
        assertThat(touchpoint.occurredAt()).isEqualTo(1_709_251_200_000_000L);
        assertThat(touchpoint.event()).isEqualTo("visit");
        assertThat(touchpoint.channel()).isEqualTo("web");
        assertThat(touchpoint.value()).isEqualTo(1.5);
        assertThat(touchpoint.sourceFile()).isEqualTo("log.csv");
    }

    @Test
    void wrongColumnCountsAreMalformedAndKeptAsTheyStood() {
        List<ParsedRecord> records = read(HEADER, "c1,2024-03-01,visit", GOOD, GOOD + ",more");
        assertThat(Logs.outcomes(records)).containsExactly("MALFORMED", "c1 visit", "MALFORMED");
        assertThat(Logs.rejected(records))
                .extracting(ParsedRecord.Rejected::detail)
                .containsExactly("3 columns where the header has 5", "6 columns where the header has 5");
        assertThat(Logs.rejected(records).get(0).rawRecord()).isEqualTo("c1,2024-03-01,visit");
    }

    @Test
    void everyBadKindIsRejectedForItsReason() {
        assertThat(Logs.outcomes(read(
                        HEADER,
                        ",2024-03-01,visit,,",
                        "  ,2024-03-01,visit,,",
                        "c1,2024-03-01,,,",
                        "c1,,visit,,",
                        "c1,yesterday,visit,,",
                        "c1,2024-02-30,visit,,",
                        "c1,2024-03-01,visit,,much",
                        "c1,2024-03-01,visit,,NaN",
                        "c1,2024-03-01,visit,,$5",
                        "c1")))
                .containsExactly(
                        "MISSING_CUSTOMER",
                        "MISSING_CUSTOMER",
                        "MISSING_EVENT",
                        "BAD_TIMESTAMP",
                        "BAD_TIMESTAMP",
                        "BAD_TIMESTAMP",
                        "BAD_VALUE",
                        "BAD_VALUE",
                        "BAD_VALUE",
                        "MALFORMED");
    }

    @Test
    void quotedFieldsHoldDelimitersQuotesAndNewlines() {
        List<ParsedRecord> records =
                read(HEADER, "c1,2024-03-01,\"a, \"\"b\"\"", "c\",web,", " \"c2\" ,2024-03-01,x,,");
        assertThat(Logs.touchpoints(records)).extracting(Touchpoint::event).containsExactly("a, \"b\"\nc", "x");
        assertThat(Logs.touchpoints(records)).extracting(Touchpoint::customerId).containsExactly("c1", "c2");
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsItsOwnLineOnly() {
        List<ParsedRecord> records = read(HEADER, GOOD, "c9,2024-03-01,\"open,web,1", GOOD, GOOD);
        assertThat(Logs.outcomes(records)).containsExactly("c1 visit", "MALFORMED", "c1 visit", "c1 visit");
        assertThat(Logs.rejected(records).get(0).detail()).isEqualTo("a quote is opened and never closed");
    }

    @Test
    void aStrayQuoteDoesNotSwallowTheLinesUpToTheNextQuote() {
        List<ParsedRecord> records =
                read(HEADER, "c9,2024-03-01,\"open,web,1", GOOD, "c2,2024-03-01,\"quoted\",web,", GOOD);
        assertThat(Logs.outcomes(records)).containsExactly("MALFORMED", "c1 visit", "c2 quoted", "c1 visit");
    }

    @Test
    void aQuoteThatStaysOpenForMoreThanTheLongestRecordLosesNothingBehindIt() {
        String[] lines = new String[60_002];
        Arrays.fill(lines, GOOD);
        lines[0] = HEADER;
        lines[1] = "c9,2024-03-01,\"open,web,1";
        List<ParsedRecord> records = read(lines);
        assertThat(records).hasSize(60_001);
        assertThat(Logs.touchpoints(records)).hasSize(60_000);
    }

    @Test
    void textBehindAClosingQuoteIsMalformed() {
        List<ParsedRecord> records = read(HEADER, "c1,2024-03-01,\"a\"b,web,", "c1,2024-03-01,\"a\" \"b\",web,", GOOD);
        assertThat(Logs.outcomes(records)).containsExactly("MALFORMED", "MALFORMED", "c1 visit");
    }

    @Test
    void aLineBeyondTheLimitIsMalformedAndTheNextIsRead() {
        List<ParsedRecord> records = read(HEADER, "c1,2024-03-01," + "x".repeat(TextLines.LONGEST * 2), GOOD);
        assertThat(Logs.outcomes(records)).containsExactly("MALFORMED", "c1 visit");
        assertThat(Logs.rejected(records).get(0).rawRecord())
                .hasSize(SourceRecord.LONGEST_RAW)
                .startsWith("c1,2024-03-01,xxx")
                .endsWith("…");
    }

    @Test
    void emptyLinesAreNoRecords() {
        assertThat(Logs.outcomes(read("", HEADER, "", GOOD, "   ", GOOD, ""))).containsExactly("c1 visit", "c1 visit");
    }

    @Test
    void byteOrderMarkCarriageReturnsAndBlanksOfTheHeaderAreNoPartOfNames() {
        assertThat(Logs.outcomes(read("\uFEFF customer_id , occurred_at ,\"event\"\r", "c1,2024-03-01,visit\r")))
                .containsExactly("c1 visit");
    }

    @Test
    void theLastRecordNeedsNoLineEnd() {
        Path file = Logs.write(folder.resolve("a.csv"), (HEADER + "\n" + GOOD).getBytes(StandardCharsets.UTF_8));
        assertThat(Logs.outcomes(Logs.read(Logs.rules(), file))).containsExactly("c1 visit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1", "windows-1252", "GB18030", "ISO-2022-JP"})
    void theCharsetOfTheMapIsRead(String charset) {
        String text = HEADER + "\nc1,2024-03-01,visit,w\"e\"b,\nc2,2024-03-01,\"v\ni\",w,\n";
        String accented =
                charset.startsWith("ISO-2022") ? text.replace("visit", "訪問") : text.replace("visit", "caf\u00e9");
        Path file = Logs.write(folder.resolve("log.csv"), accented.getBytes(Charset.forName(charset)));
        CsvRules csv = new CsvRules(',', true, charset, '.');
        assertThat(Logs.touchpoints(Logs.read(Logs.rules(csv), file)))
                .extracting(Touchpoint::event)
                .containsExactly(charset.startsWith("ISO-2022") ? "訪問" : "caf\u00e9", "v\ni");
    }

    @Test
    void bytesOutsideTheCharsetAndNulCharactersAreMalformed() throws IOException {
        byte[] bad = (HEADER + "\nc1,2024-03-01,caf\u00e9,,\nc1,2024-03-01,a\0b,,\nc1,2024-03-01,\uFFFD,,\n")
                .getBytes(StandardCharsets.UTF_8);
        int accent = new String(bad, StandardCharsets.ISO_8859_1).indexOf("\u00c3");
        bad[accent] = (byte) 0xFE;
        List<ParsedRecord> records = Logs.read(Logs.rules(), Logs.write(folder.resolve("log.csv"), bad));
        assertThat(Logs.outcomes(records)).containsExactly("MALFORMED", "MALFORMED", "c1 \uFFFD");
        assertThat(Logs.rejected(records).get(0).detail()).isEqualTo("it has bytes that are not UTF-8");
    }

    @Test
    void compressedFilesReadAsTheirContent() throws IOException {
        Path file = folder.resolve("log.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Path zstd = folder.resolve("log.csv.zst");
        try (OutputStream out = new com.github.luben.zstd.ZstdOutputStream(Files.newOutputStream(zstd))) {
            out.write((HEADER + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Logs.outcomes(Logs.read(Logs.rules(), file, zstd))).containsExactly("c1 visit", "c1 visit");
    }

    @Test
    void aTruncatedArchiveIsAnErrorThatNamesTheFile() throws IOException {
        Path file = folder.resolve("log.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Random random = new Random(1);
            out.write((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50_000; i++) {
                out.write(("c" + random.nextInt() + ",2024-03-01,visit,,\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] half = Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2);
        Files.write(file, half);
        assertThatThrownBy(() -> Logs.read(Logs.rules(), file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("log.csv.gz")
                .hasMessageContaining("damaged");
    }

    @Test
    void columnsMayStandInAnotherOrderInEachFile() {
        Path one = Logs.write(folder.resolve("1.csv"), "event,customer_id,occurred_at", "visit,c1,2024-03-01");
        Path two = Logs.write(folder.resolve("2.csv"), "occurred_at,noise,customer_id,event", "2024-03-01,x,c2,buy");
        assertThat(Logs.outcomes(Logs.read(Logs.rules(), one, two))).containsExactly("c1 visit", "c2 buy");
    }

    @Test
    void aMissingNeededColumnNamesFileColumnColumnsAndNearestSpelling() {
        Path file = Logs.write(folder.resolve("log.csv"), "user,Timestamp,event", "c1,2024-03-01,visit");
        InputRules rules = Logs.rules(Map.of("customer_id", "user", "occurred_at", "timestamp"), List.of());
        assertThatThrownBy(() -> Logs.read(rules, file))
                .isInstanceOf(InputException.class)
                .hasMessage("log.csv has no column timestamp (the map reads occurred_at from it); its columns are user,"
                        + " Timestamp, event; did you mean Timestamp?; set input: columns: {occurred_at: ...}");
    }

    @Test
    void anOptionalColumnMayBeMissingUnlessTheMapNamesIt() {
        Path file = Logs.write(folder.resolve("log.csv"), "customer_id,occurred_at,event", "c1,2024-03-01,visit");
        assertThat(Logs.outcomes(Logs.read(Logs.rules(), file))).containsExactly("c1 visit");
        assertThatThrownBy(() -> Logs.read(Logs.rules(Map.of("value", "amount"), List.of()), file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no column amount");
        assertThatThrownBy(() -> Logs.read(Logs.rules(Map.of(), List.of("platform")), file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no column platform");
    }

    @Test
    void aNeededColumnThatStandsTwiceIsAnErrorAndOthersAreNot() {
        Path bad = Logs.write(folder.resolve("bad.csv"), "customer_id,event,occurred_at,event", "c1,a,2024-03-01,b");
        assertThatThrownBy(() -> Logs.read(Logs.rules(), bad))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("event 2 times");
        Path fine = Logs.write(folder.resolve("fine.csv"), "customer_id,x,event,occurred_at,x", "c1,,a,2024-03-01,b");
        assertThat(Logs.outcomes(Logs.read(Logs.rules(), fine))).containsExactly("c1 a");
    }

    @Test
    void aColumnMayServeSeveralFields() {
        Path file = Logs.write(folder.resolve("log.csv"), "customer_id,occurred_at,event", "c1,2024-03-01,visit");
        InputRules rules = Logs.rules(Map.of("channel", "event"), List.of("event"));
        Touchpoint touchpoint = Logs.touchpoints(Logs.read(rules, file)).get(0);
        assertThat(touchpoint.channel()).isEqualTo("visit");
        assertThat(touchpoint.dimensions()).containsExactly("visit");
    }

    @Test
    void withoutAHeaderColumnsAreNumbered() {
        Path file = Logs.write(folder.resolve("log.csv"), "c1;2024-03-01;visit;1,5", "c2;2024-03-01;visit;-2", "c3;x");
        InputRules rules = Logs.rules(
                java.time.ZoneOffset.UTC,
                Map.of("customer_id", "c1", "occurred_at", "c2", "event", "c3", "value", "c4"),
                List.of(),
                TimestampFormat.ISO,
                new CsvRules(';', false, "UTF-8", ','));
        List<ParsedRecord> records = Logs.read(rules, file);
        assertThat(Logs.outcomes(records)).containsExactly("c1 visit", "c2 visit", "MALFORMED");
        assertThat(Logs.touchpoints(records)).extracting(Touchpoint::value).containsExactly(1.5, -2.0);
        assertThat(Logs.rejected(records).get(0).detail()).isEqualTo("2 columns where the first record has 4");
    }

    @Test
    void tsvFilesArePartedByTabs() {
        Path file = Logs.write(folder.resolve("log.tsv"), "customer_id\toccurred_at\tevent", "c1\t2024-03-01\ta,b");
        assertThat(Logs.outcomes(Logs.read(Logs.rules(), file))).containsExactly("c1 a,b");
    }

    @Test
    void aFileWithoutAnythingHasNoRecords() {
        assertThat(Logs.read(Logs.rules(), Logs.write(folder.resolve("empty.csv"), new byte[0])))
                .isEmpty();
        assertThat(read(HEADER)).isEmpty();
    }

    @Test
    void whatAnotherLibraryWritesIsReadAsItReadsIt() {
        Random random = new Random(7);
        String alphabet = "ab,;\" \n\u00e9\u6f22'\t";
        for (int round = 0; round < 100; round++) {
            List<String[]> rows = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                rows.add(new String[] {"c", "2024-03-01", "e", word(random, alphabet), word(random, alphabet)});
            }
            StringWriter text = new StringWriter();
            CsvWriter writer = new CsvWriter(text, writerSettings());
            writer.writeHeaders("customer_id", "occurred_at", "event", "first", "second");
            writer.writeStringRows(rows);
            writer.close();
            Path file = Logs.write(
                    folder.resolve("r" + round + ".csv"), text.toString().getBytes(StandardCharsets.UTF_8));
            List<Touchpoint> read = Logs.touchpoints(Logs.read(Logs.rules(Map.of(), List.of("first", "second")), file));
            List<String[]> peer = new CsvParser(parserSettings()).parseAll(new StringReader(text.toString()));
            assertThat(read).hasSize(20);
            for (int i = 0; i < 20; i++) {
                assertThat(read.get(i).dimensions())
                        .containsExactly(stripped(peer.get(i + 1)[3]), stripped(peer.get(i + 1)[4]))
                        .containsExactly(stripped(rows.get(i)[3]), stripped(rows.get(i)[4]));
            }
        }
    }

    private static CsvWriterSettings writerSettings() {
        CsvWriterSettings settings = new CsvWriterSettings();
        settings.getFormat().setLineSeparator("\n");
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setQuoteAllFields(true);
        return settings;
    }

    private static CsvParserSettings parserSettings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setLineSeparator("\n");
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        return settings;
    }

    private static String word(Random random, String alphabet) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
