package io.parcours.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.attribution.AttributionRules.Model;
import io.parcours.ingest.CsvRules;
import io.parcours.ingest.InputException;
import io.parcours.journey.AsOf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostsTest {
    private static final CostRules RULES = new CostRules("costs.csv", Map.of());

    @TempDir
    private Path folder;

    @Test
    void days_months_and_all_time_are_read() throws IOException {
        assertThat(read(RULES, """
                channel,period,cost,remark
                mail,2024-02,1200.50,"a, b"
                mail,2024-03-05,3,
                " shop ",all,0,
                ,,1e2,
                """))
                .containsExactly(
                        new Cost("mail", LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29), 1200.5),
                        new Cost("mail", LocalDate.of(2024, 3, 5), LocalDate.of(2024, 3, 5), 3),
                        new Cost("shop", null, null, 0),
                        new Cost("(none)", null, null, 100));
    }

    @Test
    void columns_may_have_other_names() throws IOException {
        CostRules rules = new CostRules("c", Map.of("channel", "source", "cost", "eur"));
        assertThat(read(rules, "eur,period,source\n5,all,web\n")).containsExactly(new Cost("web", null, null, 5));
        assertThatThrownBy(() -> read(RULES, "eur,period,source\n5,all,web\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("costs.csv has no column channel (the map reads channel from a column of that name);"
                        + " its columns are eur, period, source; set costs: columns: {channel: ...}");
        assertThatThrownBy(() -> read(rules, "eur,period,sourse\n5,all,web\n"))
                .hasMessage(
                        "costs.csv has no column source (the map reads channel from it);"
                                + " its columns are eur, period, sourse; did you mean sourse?; set costs: columns: {channel: ...}");
        assertThatThrownBy(() -> read(RULES, ""))
                .isInstanceOf(InputException.class)
                .hasMessage("costs.csv is empty: it has no columns; costs are read from channel, period, cost");
    }

    @Test
    void they_are_written_as_the_logs_csv_is_but_always_with_a_header() throws IOException {
        CsvRules german = new CsvRules(';', false, "ISO-8859-1", ',');
        Path file = folder.resolve("costs.csv");
        Files.writeString(
                file, "channel;period;cost\nB\u00fcro;2024-02;1200,50\nweb;all;,5\n", StandardCharsets.ISO_8859_1);
        assertThat(CostsFile.read(RULES, german, file.toString(), new Configuration()))
                .containsExactly(
                        new Cost("B\u00fcro", LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29), 1200.5),
                        new Cost("web", null, null, 0.5));
        assertThatThrownBy(() -> read(RULES, "channel;period;cost\nweb;all;1\n"))
                .hasMessageContaining("has no column channel ")
                .hasMessageContaining("its columns are channel;period;cost");
        Files.writeString(file, "channel;period;cost\nweb;all;1.5\n");
        assertThatThrownBy(() -> CostsFile.read(RULES, german, file.toString(), new Configuration()))
                .hasMessage("costs.csv, record 1: the cost is '1.5', not a number of 0 or more such as 1200,50"
                        + " (input: csv: decimal is ',')");
    }

    @Test
    void what_is_no_cost_is_told_with_its_record() {
        refuse("web,all,x", "the cost is 'x', not a number of 0 or more such as 1200.50");
        refuse("web,all,-1", "the cost is '-1', not");
        refuse("web,all,", "the cost is '', not");
        refuse("web,all,NaN", "the cost is 'NaN', not");
        refuse("web,all,0x1p3", "the cost is '0x1p3', not");
        refuse("web,all,1e999", "the cost is '1e999', not");
        refuse("web,March,1", "the period is 'March'; legal are a day (2024-03-01), a month (2024-03), all or nothing");
        refuse("web,2024-13,1", "the period '2024-13' is not in the calendar");
        refuse("web,2023-02-29,1", "the period '2023-02-29' is not in the calendar");
        refuse("web,all", "2 columns where the header has 3");
    }

    private void refuse(String line, String message) {
        assertThatThrownBy(() -> read(RULES, "channel,period,cost\nmail,all,1\n" + line + "\n"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("costs.csv, record 2: " + message);
    }

    @Test
    void a_folder_or_nothing_is_refused() throws IOException {
        Path several = Files.createDirectory(folder.resolve("several"));
        Files.writeString(several.resolve("a.csv"), "channel,period,cost\n");
        Files.writeString(several.resolve("b.csv"), "channel,period,cost\n");
        for (Path path : List.of(several, folder.resolve("absent.csv"))) {
            assertThatThrownBy(() -> CostsFile.read(RULES, CsvRules.DEFAULT, path.toString(), new Configuration()))
                    .isInstanceOf(InputException.class);
        }
    }

    private List<Cost> read(CostRules rules, String text) throws IOException {
        Path file = folder.resolve("costs.csv");
        Files.writeString(file, text);
        return CostsFile.read(rules, CsvRules.DEFAULT, file.toString(), new Configuration());
    }

    @Test
    void costs_count_where_their_period_has_a_day_of_the_log() {
        // In New York the log goes from 2023-12-31 (19:00) to 2024-03-31: minute 0 is 2024-01-01T00:00Z.
        AsOf asOf = new AsOf(Instant.parse("2024-04-01T03:59:59Z"), ZoneId.of("America/New_York"));
        Asked asked = new Asked();
        asked.models = List.of(Model.LAST, Model.FIRST);
        asked.by = List.of("channel", "event");
        asked.costs = RULES.with(List.of(
                new Cost("web", LocalDate.of(2023, 12, 31), LocalDate.of(2023, 12, 31), 10),
                new Cost("web", LocalDate.of(2023, 12, 1), LocalDate.of(2023, 12, 31), 5),
                new Cost("web", LocalDate.of(2023, 12, 30), LocalDate.of(2023, 12, 30), 1000),
                new Cost("web", LocalDate.of(2024, 3, 31), LocalDate.of(2024, 3, 31), 0.1),
                new Cost("web", LocalDate.of(2024, 4, 1), LocalDate.of(2024, 4, 30), 1000),
                new Cost("tv", null, null, 50),
                new Cost("shop", null, null, 0)));
        AttributionCounts counts = asked.counts(
                List.of(asked.history("1", "A/web A/shop X", asOf), asked.history("2", "A/web X", asOf)), asOf);
        List<AttributionRow> rows = asked.rows(counts);
        AttributionRow web = Asked.row(rows, Model.FIRST, "web");
        assertThat(web.cost()).isEqualTo(15.1);
        assertThat(web.costPerConversion()).isEqualTo(7.55);
        assertThat(web.returnOnCost()).as("no conversion has a value").isNull();
        assertThat(Asked.row(rows, Model.LAST, "web").costPerConversion()).isEqualTo(15.1);
        AttributionRow tv = Asked.row(rows, Model.FIRST, "tv");
        assertThat(tv.cost()).isEqualTo(50);
        assertThat(tv.touches()).isZero();
        assertThat(tv.costPerConversion()).isNull();
        AttributionRow shop = Asked.row(rows, Model.LAST, "shop");
        assertThat(shop.costPerConversion()).isEqualTo(0);
        assertThat(shop.returnOnCost()).isNull();
        assertThat(rows.stream().filter(row -> row.by().equals("event")))
                .extracting(AttributionRow::cost)
                .containsOnlyNulls();
        assertThat(counts.costsOutsideTheLog()).isEqualTo(2);
    }
}
