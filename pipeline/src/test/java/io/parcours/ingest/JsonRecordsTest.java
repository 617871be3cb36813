package io.parcours.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.touchpoint.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest {
    private static final String GOOD = "{\"customer_id\":\"c1\",\"occurred_at\":\"2024-03-01\",\"event\":\"visit\"}";

    @TempDir
    private Path folder;

    private List<ParsedRecord> read(InputRules rules, String... lines) {
        return Logs.read(rules, Logs.write(folder.resolve("log.jsonl"), lines));
    }

    private List<ParsedRecord> read(String... lines) {
        return read(Logs.rules(), lines);
    }

    @Test
    void everyBadKindIsRejectedForItsReason() {
        assertThat(Logs.outcomes(read(
                        GOOD,
                        "{\"customer_id\":\"c1\"",
                        "no json",
                        "[1]",
                        "7",
                        GOOD + " x",
                        "{\"customer_id\":null,\"occurred_at\":\"2024-03-01\",\"event\":\"visit\"}",
                        "{\"customer_id\":\"c1\",\"occurred_at\":\"2024-03-01\"}",
                        "{\"customer_id\":\"c1\",\"event\":\"visit\"}",
                        "{\"customer_id\":\"c1\",\"occurred_at\":1709251200,\"event\":\"visit\"}",
                        "{\"customer_id\":\"c1\",\"occurred_at\":\"2024-03-01\",\"event\":\"visit\",\"value\":true}",
                        "{\"customer_id\":\"c1\",\"occurred_at\":\"2024-03-01\",\"event\":\"visit\",\"value\":NaN}",
                        "{\"customer_id\":\"\\ud800\",\"occurred_at\":\"2024-03-01\",\"event\":\"visit\"}")))
                .containsExactly(
                        "c1 visit",
                        "MALFORMED",
                        "MALFORMED",
                        "MALFORMED",
                        "MALFORMED",
                        "MALFORMED",
                        "MISSING_CUSTOMER",
                        "MISSING_EVENT",
                        "BAD_TIMESTAMP",
                        "BAD_TIMESTAMP",
                        "BAD_VALUE",
                        "MALFORMED",
                        "MALFORMED");
    }

    @Test
    void aMalformedLineIsKeptAsItStoodAndItsDetailIsShort() {
        ParsedRecord.Rejected rejected =
                Logs.rejected(read(GOOD, "{\"event\": " + "z".repeat(5000))).get(0);
        assertThat(rejected.rawRecord()).startsWith("{\"event\": zzz").hasSize(5010);
        assertThat(rejected.detail()).startsWith("it is no valid JSON").hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void dotsReachIntoObjectsAndAColumnWithThatVeryNameWins() {
        InputRules rules = Logs.rules(Map.of("customer_id", "user.id"), List.of("geo.city.name"));
        List<Touchpoint> touchpoints = Logs.touchpoints(read(
                rules,
                "{\"user\":{\"id\":12},\"occurred_at\":\"2024-03-01\",\"event\":\"a\",\"geo\":{\"city\":{\"name\":\"Łódź\"}}}",
                "{\"user.id\":\"x\",\"user\":{\"id\":12},\"occurred_at\":\"2024-03-01\",\"event\":\"a\"}",
                "{\"user\":{\"id\":12},\"user.id\":\"x\",\"occurred_at\":\"2024-03-01\",\"event\":\"a\"}"));
        assertThat(touchpoints).extracting(Touchpoint::customerId).containsExactly("12", "x", "x");
        assertThat(touchpoints.get(0).dimensions()).containsExactly("Łódź");
    }

    @Test
    void numbersFlagsAndStructuresBecomeTextAsWritten() {
        InputRules rules = Logs.rules(Map.of(), List.of("d"));
        String start = "{\"occurred_at\":\"2024-03-01\",\"event\":\"é\",\"customer_id\":";
        List<Touchpoint> touchpoints = Logs.touchpoints(read(
                rules,
                start + "123456789012345678901234567890,\"d\":1.0}",
                start + "007e1,\"d\":1}",
                start + "1e3,\"d\":true}",
                start + "\"007\",\"d\": {\"é\": [1, {\"y\":2}]}, \"value\": 12.50}",
                start + "1,\"d\":[1, 2]}"));
        assertThat(touchpoints)
                .extracting(Touchpoint::customerId)
                .containsExactly("123456789012345678901234567890", "1e3", "007", "1");
        assertThat(touchpoints)
                .extracting(touchpoint -> touchpoint.dimensions().get(0))
                .containsExactly("1.0", "true", "{\"é\": [1, {\"y\":2}]}", "[1, 2]");
        assertThat(touchpoints.get(2).value()).isEqualTo(12.5);
    }

    @Test
    void ofANameThatComesTwiceTheLastValueCounts() {
        assertThat(Logs.outcomes(read(GOOD.replace("}", ",\"event\":\"last\"}"))))
                .containsExactly("c1 last");
    }

    @Test
    void blankLinesByteOrderMarkAndCarriageReturnsAreNoRecords() {
        assertThat(Logs.outcomes(read("\uFEFF" + GOOD + "\r", "", "  \r", GOOD)))
                .containsExactly("c1 visit", "c1 visit");
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        byte[] bad = (GOOD + "\n" + GOOD.replace("visit", "caf\u00e9") + "\n").getBytes(StandardCharsets.ISO_8859_1);
        List<ParsedRecord> records = Logs.read(Logs.rules(), Logs.write(folder.resolve("log.json"), bad));
        assertThat(Logs.outcomes(records)).containsExactly("c1 visit", "MALFORMED");
    }

    @Test
    void aLineBeyondTheLimitIsMalformed() {
        assertThat(Logs.outcomes(read("{\"customer_id\":\"" + "x".repeat(TextLines.LONGEST) + "\"}", GOOD)))
                .containsExactly("MALFORMED", "c1 visit");
    }

    @Test
    void deepNestingIsMalformedNotFatal() {
        String deep = "{\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        assertThat(Logs.outcomes(read(deep, GOOD))).containsExactly("MALFORMED", "c1 visit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[\n" + GOOD + "\n]\n", "[" + GOOD + "," + GOOD + "]", "\n{\n  \"customer_id\": \"c1\"\n}\n"})
    void jsonThatIsNotOneObjectALineIsAnErrorThatSaysSo(String text) {
        Path file = Logs.write(folder.resolve("log.json"), text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Logs.read(Logs.rules(), file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("log.json")
                .hasMessageContaining("one object per line");
    }

    @Test
    void aColumnThatNoRecordOfTheSampleHasIsAnError() {
        Path one = Logs.write(folder.resolve("1.json"), GOOD, "{\"user\":{\"id\":\"c1\"}}");
        Path two = Logs.write(folder.resolve("2.json"), GOOD, "{\"plan\":{\"name\":\"x\"}}");
        List<InputFile> files = Logs.resolve(one, two);
        InputRules rules = Logs.rules(Map.of("customer_id", "user.ids"), List.of());
        assertThatThrownBy(() -> InputContract.check(files, FieldLayout.of(rules), rules, Logs.HADOOP))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no column user.ids")
                .hasMessageContaining("did you mean user.id?");
        InputRules fine = Logs.rules(Map.of("customer_id", "user.id"), List.of("plan"));
        InputContract.check(files, FieldLayout.of(fine), fine, Logs.HADOOP);
        assertThat(RecordReaders.columns(files.get(1), fine, Logs.HADOOP))
                .containsExactly("customer_id", "occurred_at", "event", "plan.name");
    }
}
