package io.parcours.report.channel;

import io.parcours.report.chart.TextFit;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The most frequent touchpoints of the inventory. */
final class TouchpointListing {
    private static final int MOST = 20;
    private static final double LONGEST_EVENT = 40;

    private final ReportContext context;
    private final Words words;

    TouchpointListing(ReportContext context) {
        this.context = context;
        this.words = context.words();
    }

    /** The listing; none where the map asks for no inventory, or there are no touchpoints. */
    Optional<Listing> listing() {
        WrittenTable inventory = context.table("touchpoint_inventory");
        long[] all = {0};
        List<Row> shown = inventory.first(
                MOST,
                Comparator.comparingLong((Row row) -> row.whole("touchpoint_count"))
                        .reversed(),
                row -> {
                    boolean isWanted = row.text("breakdown").equals("all");
                    all[0] += isWanted ? 1 : 0;
                    return isWanted;
                },
                "breakdown",
                "channel",
                "stage",
                "event",
                "touchpoint_count",
                "customer_share",
                "journey_count",
                "conversion_rate",
                "conversion_rate_low",
                "conversion_rate_high");
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("channels.event"))
                .text(words.say("channels.channel"))
                .text(words.say("channels.stage"))
                .number(words.say("channels.touchpoints"))
                .number(words.say("channels.customers.share"))
                .number(words.say("channels.journeys"))
                .number(words.say("channels.conversion"))
                .number(words.say("channels.interval"));
        shown.forEach(row -> numbers.row(cells(row)));
        if (all[0] > shown.size()) {
            numbers.remark(words.say(
                    "channels.inventory.cut", words.count(shown.size()), words.count(all[0]), "touchpoint_inventory"));
        }
        return Optional.of(new Listing(
                words.say("channels.inventory.title"),
                words.say("channels.inventory.reading"),
                numbers.build(),
                Source.of(
                        "inventory",
                        "touchpoint_inventory",
                        "event",
                        "channel",
                        "stage",
                        "touchpoint_count",
                        "customer_share",
                        "conversion_rate")));
    }

    private Cell[] cells(Row row) {
        return new Cell[] {
            Cell.text(TextFit.cut(name(row.text("event")), LONGEST_EVENT, 1)),
            Cell.text(TextFit.brief(name(row.text("channel")))),
            Cell.text(TextFit.brief(name(row.text("stage")))),
            Cell.number(words.count(row.whole("touchpoint_count")), row.whole("touchpoint_count")),
            percent(row, "customer_share"),
            row.isMissing("journey_count")
                    ? Cell.missing()
                    : Cell.number(words.count(row.whole("journey_count")), row.whole("journey_count")),
            rate(row),
            Cell.interval(words, row.estimate("conversion_rate"))
        };
    }

    private Cell rate(Row row) {
        Cell shown = percent(row, "conversion_rate");
        boolean isFew = !row.isMissing("conversion_rate") && row.whole("journey_count") < ReportContext.FEW;
        return isFew ? shown.few() : shown;
    }

    private Cell percent(Row row, String column) {
        Double part = row.number(column);
        return part == null ? Cell.missing() : Cell.number(words.percent(part), part);
    }

    private String name(String written) {
        return words.name("channels.name", written);
    }
}
