package io.parcours.report.changes;

import io.parcours.report.data.ReportTables;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.List;

/** How much there is on two days. Counts have no interval: they are put beside each other, and judged by nobody. */
record CountsListing(Words words) {
    private static final List<String> RECORD_COUNTS = List.of("accepted", "rejected");
    private static final List<String> HISTORY_COUNTS = List.of("customers", "touchpoints", "sessions", "journeys");

    Listing listing(ReportTables now, ReportTables before) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("changes.count"))
                .number(words.say("changes.before"))
                .number(words.say("changes.now"));
        for (String count : RECORD_COUNTS) {
            add(numbers, count, before.manifest().records(count), now.manifest().records(count));
        }
        for (String count : HISTORY_COUNTS) {
            add(
                    numbers,
                    count,
                    before.manifest().histories(count),
                    now.manifest().histories(count));
        }
        return new Listing(
                words.say("changes.counts"),
                words.say("changes.counts.reading"),
                numbers.build(),
                Source.of("outcomes", "quality", "outcome", "record_count"));
    }

    private void add(Numbers.Builder numbers, String count, long before, long now) {
        numbers.row(
                Cell.text(words.say("changes.count." + count)),
                Cell.number(words.count(before), before),
                Cell.number(words.count(now), now));
    }
}
