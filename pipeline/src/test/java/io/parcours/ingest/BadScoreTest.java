package io.parcours.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Where;
import io.parcours.ingest.ScoreCheck.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadScoreTest {
    private static final String DAY = "2024-03-01";
    private static final ConditionColumns COLUMNS = ConditionColumns.ofTouchpoints(List.of("stars", "wave", "plan"));
    private static final ScoreCheck NPS =
            new ScoreCheck(TouchpointCondition.ofEvents("nps"), ScoreCheck.VALUE, 0, 10, Steps.WHOLE);
    private static final ScoreCheck STARS = new ScoreCheck(
            new TouchpointCondition(
                    List.of("rated", "nps"), List.of("mail"), null, Where.parse("wave <> 'test'", COLUMNS)),
            "stars",
            1,
            5,
            Steps.ANY);

    @TempDir
    private Path folder;

    private static InputRules rules(CsvRules csv) {
        return Logs.rules(ZoneOffset.UTC, Map.of(), List.of("stars", "wave"), TimestampFormat.ISO, csv)
                .withScores(List.of(NPS, STARS));
    }

    private static ParsedRecord parse(
            InputRules rules, String event, String channel, Object value, Object... dimensions) {
        Object[] all = new Object[FieldLayout.FIRST_DIMENSION + 2];
        all[FieldLayout.CUSTOMER_ID] = "c";
        all[FieldLayout.OCCURRED_AT] = DAY;
        all[FieldLayout.EVENT] = event;
        all[FieldLayout.CHANNEL] = channel;
        all[FieldLayout.VALUE] = value;
        System.arraycopy(dimensions, 0, all, FieldLayout.FIRST_DIMENSION, dimensions.length);
        RecordParser parser = new RecordParser(rules, FieldLayout.of(rules), OptionalLong.of(0));
        return parser.parse(SourceRecord.of("file", all, () -> "raw"));
    }

    /** Records are after as_of here unless they are rejected, which is asked before. */
    private static String fault(String event, String channel, Object value, Object... dimensions) {
        ParsedRecord record = parse(rules(CsvRules.DEFAULT), event, channel, value, dimensions);
        if (record instanceof ParsedRecord.Rejected rejected) {
            assertThat(rejected.reason()).isEqualTo(RejectReason.BAD_SCORE);
            return rejected.detail();
        }
        assertThat(record).isInstanceOf(ParsedRecord.AfterAsOf.class);
        return null;
    }

    @Test
    void a_score_must_be_of_its_scale() {
        assertThat(fault("nps", "web", "0")).isNull();
        assertThat(fault("nps", "web", 10)).isNull();
        assertThat(fault("nps", "web", "11")).isEqualTo("value is '11', no whole score from 0 to 10");
        assertThat(fault("nps", "web", -1)).isEqualTo("value is '-1', no whole score from 0 to 10");
        assertThat(fault("nps", "web", "7.5")).isEqualTo("value is '7.5', no whole score from 0 to 10");
        assertThat(fault("rated", "mail", null, "4.5", "w1")).isNull();
        assertThat(fault("rated", "mail", null, "0.9", "w1")).isEqualTo("stars is '0.9', no score from 1 to 5");
        assertThat(fault("rated", "mail", null, "many", "w1")).isEqualTo("stars is 'many', not a finite number");
        assertThat(fault("rated", "mail", null, 6.0, "w1")).isEqualTo("stars is '6', no score from 1 to 5");
    }

    @Test
    void without_a_score_a_record_is_an_invitation() {
        assertThat(fault("nps", "web", null)).isNull();
        assertThat(fault("nps", "web", "  ")).isNull();
        assertThat(fault("rated", "mail", "99", " ", "w1")).isNull();
        assertThat(fault("rated", "mail", null, Double.NaN, "w1")).isNull();
    }

    @Test
    void a_record_is_held_against_the_first_survey_that_matches_it_only() {
        assertThat(fault("nps", "mail", "10", "99", "w1")).isNull();
        assertThat(fault("rated", "web", "99", "99", "w1")).isNull();
        assertThat(fault("rated", "mail", null, "99", "test")).isNull();
        assertThat(fault("other", "mail", "99", "99", "w1")).isNull();
    }

    @Test
    void a_value_that_is_no_number_stays_a_bad_value() {
        ParsedRecord record = parse(rules(CsvRules.DEFAULT), "nps", "web", "nine");
        assertThat(((ParsedRecord.Rejected) record).reason()).isEqualTo(RejectReason.BAD_VALUE);
    }

    @Test
    void a_bad_score_is_rejected_before_the_record_would_be_filtered() {
        InputRules filtering = new InputRules(
                ZoneOffset.UTC,
                Map.of(),
                List.of("stars", "wave"),
                TimestampFormat.ISO,
                CsvRules.DEFAULT,
                null,
                null,
                Where.parse("event <> 'nps'", COLUMNS),
                InputRules.Duplicates.DROP,
                List.of(NPS));
        assertThat(parse(filtering, "nps", "web", "11")).isInstanceOf(ParsedRecord.Rejected.class);
        assertThat(parse(filtering, "nps", "web", "1")).isInstanceOf(ParsedRecord.Filtered.class);
    }

    @Test
    void a_condition_on_what_only_touchpoints_have_fails_on_records_without_harm() {
        TouchpointCondition ofPlan =
                new TouchpointCondition(List.of(), List.of(), null, Where.parse("plan = 'gold'", COLUMNS));
        InputRules rules = rules(CsvRules.DEFAULT)
                .withScores(List.of(
                        new ScoreCheck(ofPlan, ScoreCheck.VALUE, 0, 1, Steps.ANY),
                        new ScoreCheck(TouchpointCondition.ANY, "plan", 0, 1, Steps.ANY)));
        assertThat(parse(rules, "nps", "web", "11")).isInstanceOf(ParsedRecord.AfterAsOf.class);
    }

    /** What is checked and what is read later from the text a touchpoint keeps must be one number. */
    @ParameterizedTest
    @CsvSource({
        "., 4.5, true",
        "., '4,5', false",
        "',', '4,5', true",
        "',', 4.5, false",
        "., 4e0, true",
        "., +4, true",
        "., 4.5., false"
    })
    void the_decimal_mark_is_the_maps_and_the_kept_text_reads_as_the_same_number(
            char mark, String text, boolean isScore) {
        InputRules rules = rules(new CsvRules(',', true, "UTF-8", mark));
        ParsedRecord record = parse(rules, "rated", "mail", null, text, "w1");
        assertThat(record instanceof ParsedRecord.AfterAsOf).isEqualTo(isScore);
        if (isScore) {
            assertThat(ScoreText.read(text)).isBetween(4.0, 4.5);
        }
        // A typed column has no mark, and is kept with a point.
        assertThat(parse(rules, "rated", "mail", null, 4.5, "w1")).isInstanceOf(ParsedRecord.AfterAsOf.class);
        assertThat(ScoreText.read(TextValues.of(4.5))).isEqualTo(4.5);
    }

    @Test
    void both_ways_of_reading_a_file_refuse_the_same_scores() throws IOException {
        Path csv = Logs.write(
                folder.resolve("log.csv"),
                "customer_id,occurred_at,event,channel,value,stars,wave",
                "a," + DAY + ",nps,web,11,,",
                "b," + DAY + ",nps,web,10,,",
                "c," + DAY + ",rated,mail,,5.5,w1",
                "d," + DAY + ",rated,mail,,5,w1",
                "e," + DAY + ",rated,mail,,x,w1",
                "f," + DAY + ",nps,web,,,");
        List<String> expected = List.of("BAD_SCORE", "b nps", "BAD_SCORE", "d rated", "BAD_SCORE", "f nps");
        InputRules rules = rules(CsvRules.DEFAULT);
        assertThat(Logs.outcomes(Logs.read(rules, csv))).isEqualTo(expected);
        assertThat(Logs.outcomes(Logs.readWithSpark(rules, csv))).isEqualTo(expected);
        Path parquet = parquet();
        assertThat(Logs.outcomes(Logs.read(rules, parquet)))
                .containsExactly("BAD_SCORE", "b nps", "BAD_SCORE", "d rated");
        assertThat(Logs.outcomes(Logs.readWithSpark(rules, parquet)))
                .containsExactly("BAD_SCORE", "b nps", "BAD_SCORE", "d rated");
        assertThat(Logs.rejected(Logs.readWithSpark(rules, parquet)))
                .extracting(ParsedRecord.Rejected::detail)
                .containsExactly("value is '11', no whole score from 0 to 10", "stars is '5.5', no score from 1 to 5");
    }

    private Path parquet() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message m { required binary customer_id (STRING);"
                + " required binary occurred_at (STRING); required binary event (STRING); required binary channel (STRING);"
                + " optional int32 value; optional double stars; required binary wave (STRING); }");
        Path file = folder.resolve("log.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
                .withType(schema)
                .withConf(Logs.HADOOP)
                .build()) {
            for (String customer : List.of("a", "b", "c", "d")) {
                boolean isNps = customer.compareTo("c") < 0;
                Group row = new SimpleGroup(schema)
                        .append("customer_id", customer)
                        .append("occurred_at", DAY)
                        .append("event", isNps ? "nps" : "rated")
                        .append("channel", isNps ? "web" : "mail");
                if (isNps) {
                    row.append("value", customer.equals("a") ? 11 : 10);
                } else {
                    row.append("stars", customer.equals("c") ? 5.5 : 5.0);
                }
                row.append("wave", "w1");
                writer.write(row);
            }
        }
        return file;
    }
}
