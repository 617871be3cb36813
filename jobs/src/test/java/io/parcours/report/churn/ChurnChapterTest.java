package io.parcours.report.churn;

import static io.parcours.report.churn.DocumentedTables.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.report.Report;
import io.parcours.report.page.Block;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChurnChapterTest {
    private static final String MAP = """
            name: shop
            input: {dimensions: [plan]}
            stages: [{name: buying, events: [buy]}]
            churn: {inactive_after: 30d, breakdown: [channel]}
            retention: {breakdown: [channel]}
            """;
    private static final List<String> TABLES = List.of(
            "churn_customers",
            "churn_model",
            "churn_calibration",
            "churn_drivers",
            "retention_cohorts",
            "survival",
            "survival_tests",
            "lifecycle_flow");

    @TempDir
    private Path folder;

    private DocumentedTables tables;

    @BeforeEach
    void begin() {
        tables = new DocumentedTables(folder);
    }

    private List<Section> sections(Language language, int atRisk) {
        return new ChurnChapter()
                .sections(new ReportContext(new Words(language), tables.by(MAP), Optional.empty(), atRisk));
    }

    private String section(String id) {
        return sections(Language.EN, 20).stream()
                .filter(section -> section.id().equals(id))
                .map(Section::toString)
                .findFirst()
                .orElse("");
    }

    @Test
    void a_day_without_tables_of_churn_has_no_section() {
        assertThat(sections(Language.EN, 20)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void empty_tables_say_that_nobody_has_begun_and_nothing_else(Language language) {
        TABLES.forEach(table -> tables.table(table, List.of()));
        List<Section> sections = sections(language, 20);
        assertThat(sections).extracting(Section::id).containsExactly("churn");
        assertThat(sections.get(0).blocks()).hasOnlyElementsOfType(Block.Prose.class);
    }

    @Test
    void states_are_counted_from_the_customers() {
        tables.table("churn_customers", customers());
        assertThat(section("churn"))
                .contains(
                        "Of 5 customers with activity, 2 (40.0%) are active, 2 (40.0%) at risk, and 1 (20.0%) dormant.")
                .contains("silent for longer than 30\u00a0d")
                .contains("for longer than 15\u00a0d");
    }

    @Test
    void that_no_model_speaks_is_said_with_the_reason() {
        tables.table("churn_customers", customers())
                .table(
                        "churn_model",
                        List.of(row(
                                "model",
                                "rule_of_thumb",
                                "fit",
                                "final",
                                "name",
                                "rule_of_thumb_used",
                                "estimate",
                                1,
                                "note",
                                "there is no back-test")));
        assertThat(section("churn"))
                .contains("No model speaks here")
                .contains("there is no back-test")
                .doesNotContain("comes from the model");
        assertThat(section("calibration")).contains("Nothing that the models expected");
    }

    @Test
    void where_a_model_speaks_it_is_named() {
        tables.table("churn_customers", customers())
                .table(
                        "churn_model",
                        List.of(row(
                                "model",
                                "rule_of_thumb",
                                "fit",
                                "final",
                                "name",
                                "rule_of_thumb_used",
                                "estimate",
                                0)));
        assertThat(section("churn")).contains("comes from the model BG/NBD").doesNotContain("No model speaks");
    }

    /** The example of docs/churn.md, its last two months. */
    @Test
    void the_latest_period_is_shown_from_state_to_state() {
        tables.table("churn_customers", customers())
                .table(
                        "lifecycle_flow",
                        List.of(
                                flow("rhythm", "2024-04", "at_risk", "at_risk", .5),
                                flow("rhythm", "2024-04", "at_risk", "dormant", .5),
                                flow("rhythm", "2024-05", "at_risk", "dormant", 1),
                                flow("rhythm", "2024-05", "dormant", "returned", 1),
                                flow("fixed", "2024-05", "at_risk", "dormant", 1)));
        assertThat(section("churn"))
                .contains("Of 1 customer at risk when 2024-05 began: 1 dormant at its end, 0 active again.")
                .contains("From state to state in 2024-05")
                .contains("dormant to returned: 1 of 1 (100.0%)")
                .contains("label=after 15\u00a0d of silence");
    }

    /** The example of docs/churn.md. */
    @Test
    void the_median_of_a_curve_is_read_from_its_table() {
        tables.table(
                "survival",
                List.of(
                        moment("all", 0, 4, 0, 1.0),
                        moment("all", 10, 3, 1, 2 / 3.0),
                        moment("all", 14, 2, 1, 1 / 3.0)));
        assertThat(section("survival")).contains("Half of 4 customers convert a second time within 14\u00a0d");
    }

    @Test
    void without_a_median_the_end_of_the_curve_is_told_with_its_interval() {
        tables.table(
                "survival",
                List.of(
                        moment("all", 0, 400, 0, 1.0),
                        row(
                                "curve",
                                "churn:second_conversion",
                                "group",
                                "all",
                                "time",
                                864_000,
                                "at_risk",
                                300,
                                "events",
                                60,
                                "survival",
                                .8,
                                "low",
                                .75,
                                "high",
                                .84)));
        assertThat(section("survival"))
                .contains("After 10\u00a0d, 80.0% of 400 customers have not converted a second time (75.0% to 84.0%)");
    }

    @Test
    void at_most_six_groups_are_drawn_those_with_the_most_customers() {
        List<Map<String, Object>> rows = Stream.concat(
                        Stream.of(moment("all", 0, 36, 0, 1.0), moment("all", 5, 30, 1, .97)),
                        IntStream.rangeClosed(1, 8).mapToObj(number -> moment("channel=c" + number, 0, number, 0, 1.0)))
                .toList();
        tables.table("survival", rows)
                .table(
                        "survival_tests",
                        List.of(
                                row(
                                        "curve",
                                        "churn:second_conversion",
                                        "breakdown",
                                        "channel",
                                        "group",
                                        "all",
                                        "chi_square",
                                        9.21,
                                        "degrees_of_freedom",
                                        7,
                                        "p_value",
                                        .0002),
                                row(
                                        "curve",
                                        "churn:second_conversion",
                                        "breakdown",
                                        "channel",
                                        "group",
                                        "channel=c8",
                                        "observed",
                                        16,
                                        "expected",
                                        11.9,
                                        "chi_square",
                                        8.0,
                                        "p_value",
                                        .001,
                                        "q_value",
                                        .014)));
        assertThat(section("survival"))
                .contains("6 of 8 groups shown")
                .contains("text=c8")
                .doesNotContain("text=c2,")
                .contains("chi-square 9.21 with 7 degrees of freedom, p < 0.001")
                .contains("c8 (16 events where 11.9 were to be expected, q 0.014)");
    }

    /** The example of docs/churn.md, mode calendar. */
    @Test
    void a_period_that_is_not_over_is_blank_and_says_so() {
        tables.table(
                "retention_cohorts",
                List.of(
                        cohort("2024-01", 0, 2, 2, 1.0),
                        cohort("2024-01", 1, 2, 1, .5),
                        cohort("2024-01", 2, 2, null, null)));
        assertThat(section("retention"))
                .contains("Of 2 customers first active in 2024-01, 50.0% were active one month later")
                .contains("GridCell[text=50, shade=0.7071")
                .contains("GridCell[text=, shade=NaN, title=2024-01, period 2: not over, isFew=false]");
    }

    @Test
    void of_many_cohorts_the_latest_are_shown() {
        tables.table(
                "retention_cohorts",
                IntStream.rangeClosed(1, 30)
                        .mapToObj(day -> cohort("2024-01-" + (day < 10 ? "0" : "") + day, 0, 40, 40, 1.0))
                        .toList());
        assertThat(section("retention"))
                .contains("24 of 30 cohorts")
                .contains("2024-01-07 · 40")
                .doesNotContain("2024-01-06 · 40");
    }

    @Test
    void the_models_are_judged_against_the_rule_of_thumb_and_one_share() {
        assertThat(verdict(.13, .16, .24)).contains("came nearer to what happened (Brier score 0.13;");
        assertThat(verdict(.17, .16, .24))
                .contains("came no nearer to what happened (Brier score 0.17; 0 is best) than the rule of thumb");
        assertThat(verdict(.25, .26, .24))
                .contains("came no nearer to what happened (Brier score 0.25; 0 is best) than one share");
    }

    private String verdict(double model, double thumb, double base) {
        tables.table(
                "churn_model",
                List.of(
                        judged("bg_nbd", "brier_score_calibrated", model),
                        judged("bg_nbd", "back_test_days", 30),
                        judged("bg_nbd", "warned_share", .9),
                        judged("bg_nbd", "fallen_silent_count", 187),
                        judged("rule_of_thumb", "brier_score", thumb),
                        judged("base_rate", "brier_score", base)));
        String section = section("calibration");
        assertThat(section)
                .contains("until 1 March 2024 and held against what came until 31 March 2024")
                .contains(
                        "Of 187 customers who fell silent for longer than 30\u00a0d, the risk of 90.0% had turned high before.");
        return section;
    }

    @Test
    void what_was_expected_is_held_against_the_interval_of_what_came() {
        tables.table("churn_model", List.of(judged("bg_nbd", "converged", 1)))
                .table(
                        "churn_calibration",
                        List.of(
                                group("all", "all", 688, 465.4, 420, 394.6, 444.6, null),
                                group("tenth", "01", 344, 300, 200, 180, 220, .5),
                                group("tenth", "02", 344, 165.4, 220, 200, 240, 1.0),
                                group("risk", "high", 449, 360.8, 371, 354.0, 385.5, null)));
        assertThat(section("calibration"))
                .contains("Too many expected to leave (BG/NBD): 465 of 688; 420 left (395 to 445)")
                .contains("tenth 01: expected 87.2%, left 58.1% (52.3% to 64.0%)")
                .contains("The likeliest 50.0% of customers hold 50.0% of those who left")
                .contains("82.6%")
                .contains("of 449; expected 80.4%");
    }

    @Test
    void sure_features_are_told_as_associations_and_the_others_as_unsure() {
        tables.table(
                "churn_drivers",
                List.of(driver("silence", 6.22, 2.71, 14.26, .0001), driver("signal:<b>cry</b>", .9, .5, 1.6, .7)));
        assertThat(section("drivers"))
                .contains("associations, not causes")
                .contains("595 customers could leave, 187 did.")
                .contains("high silence goes with leaving (odds × 6.22; 2.71 to 14.26)")
                .contains("signal <b>cry</b>")
                .doesNotContain("cry</b> goes with leaving");
    }

    @Test
    void a_fit_that_failed_says_why() {
        tables.table(
                "churn_drivers",
                List.of(row(
                        "fit",
                        "final",
                        "feature",
                        "age",
                        "meaning",
                        "any",
                        "leaver_count",
                        3,
                        "stayer_count",
                        4,
                        "note",
                        "too few left")));
        assertThat(section("drivers"))
                .contains("No effects could be estimated.")
                .contains("too few left");
    }

    @Test
    void those_at_risk_are_named_by_the_value_expected_of_them_and_the_dormant_are_not() {
        tables.table("churn_customers", customers());
        Section section = sections(Language.EN, 2).stream()
                .filter(one -> one.id().equals("at-risk"))
                .findFirst()
                .orElseThrow();
        Block.Listing listing = (Block.Listing) section.blocks().stream()
                .filter(Block.Listing.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(listing.numbers().rows())
                .extracting(row -> row.get(0).text())
                .containsExactly("dear", "<script>alert(1)</script>");
        assertThat(listing.numbers().remark()).contains("2 of 3 shown");
        assertThat(listing.numbers().rows().get(0).get(8).text()).isEqualTo("silence high, trend of value low");
        assertThat(section.blocks()).hasAtLeastOneElementOfType(Block.Notice.class);
    }

    @Test
    void without_a_model_those_at_risk_are_named_by_their_value_so_far() {
        tables.table(
                "churn_customers",
                List.of(
                        customer("small", "at_risk", "medium", null, 1.0),
                        customer("large", "at_risk", "medium", null, 7.0)));
        assertThat(section("at-risk"))
                .contains("Customers at risk with the most value so far")
                .contains("In the order of their value so far")
                .doesNotContain("value expected of them");
    }

    @Test
    void ratios_close_to_nothing_are_not_said_to_be_nothing() {
        tables.table("churn_drivers", List.of(driver("silence", .002, .0004, .0131, .0001)));
        assertThat(section("drivers")).contains("0.002 (< 0.001 to 0.013)");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nobody_is_named_where_none_are_wanted(Language language) {
        tables.table("churn_customers", customers());
        String page = sections(language, 0).toString();
        assertThat(page).contains("parcours show churn_customers");
        assertThat(page).doesNotContain("dear").doesNotContain("script").doesNotContain("gone-far");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void names_of_a_log_stay_text(Language language) {
        tables.table("churn_customers", customers())
                .table(
                        "survival",
                        List.of(
                                moment("all", 0, 9, 0, 1.0),
                                moment("all", 5, 8, 1, .875),
                                moment("channel=<img src=x onerror=alert(1)>", 0, 9, 0, 1.0)));
        StringWriter page = new StringWriter();
        Report.write(new Report.Request(tables.by(MAP), Optional.empty(), language, 20), page);
        assertThat(page.toString())
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .doesNotContain("NaN")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("onerror=alert(1)");
    }

    private static List<Map<String, Object>> customers() {
        return List.of(
                customer("calm", "current", "low", null, null),
                customer("late", "at_risk", "low", null, 7.0),
                customer("<script>alert(1)</script>", "new", "medium", 2.0, 1.0),
                customer("gone-far", "dormant", "high", 99.0, 99.0),
                customer("dear", "at_risk", "high", 5.5, 1.0));
    }

    private static Map<String, Object> customer(String id, String state, String risk, Double expected, Double value) {
        return row(
                "customer_id",
                id,
                "state",
                state,
                "churn_risk",
                risk,
                "expected_value",
                expected,
                "value",
                value,
                "frequency",
                3,
                "days_since_last",
                12,
                "reasons",
                id.equals("dear") ? "silence high,value_trend low" : null);
    }

    private static Map<String, Object> flow(String rule, String period, String from, String to, double share) {
        return row(
                "rule",
                rule,
                "period",
                period,
                "from_state",
                from,
                "to_state",
                to,
                "customer_count",
                1,
                "share_of_from",
                share);
    }

    private static Map<String, Object> moment(String group, int day, int atRisk, int events, double survival) {
        return row(
                "curve",
                "churn:second_conversion",
                "group",
                group,
                "time",
                day * 86_400.0,
                "at_risk",
                atRisk,
                "events",
                events,
                "survival",
                survival);
    }

    private static Map<String, Object> cohort(String cohort, int period, int eligible, Integer retained, Double rate) {
        return row(
                "cohort",
                cohort,
                "period",
                period,
                "eligible_count",
                eligible,
                "retained_count",
                retained,
                "rate",
                rate,
                "rate_low",
                rate,
                "rate_high",
                rate,
                "breakdown",
                "all",
                "breakdown_value",
                "all");
    }

    private static Map<String, Object> judged(String model, String name, double estimate) {
        return row("model", model, "fit", "calibration", "name", name, "estimate", estimate);
    }

    private static Map<String, Object> group(
            String grouping,
            String group,
            int count,
            double expected,
            int actual,
            double low,
            double high,
            Double gain) {
        return row(
                "model",
                "bg_nbd",
                "measure",
                "left",
                "grouping",
                grouping,
                "group",
                group,
                "customer_count",
                count,
                "expected",
                expected,
                "actual",
                actual,
                "actual_low",
                low,
                "actual_high",
                high,
                "gain",
                gain);
    }

    private static Map<String, Object> driver(String feature, double ratio, double low, double high, double chance) {
        return row(
                "fit",
                "final",
                "feature",
                feature,
                "meaning",
                "any",
                "leaver_count",
                187,
                "stayer_count",
                408,
                "odds_ratio_per_sd",
                ratio,
                "odds_ratio_low",
                low,
                "odds_ratio_high",
                high,
                "p_value",
                chance,
                "q_value",
                chance);
    }
}
