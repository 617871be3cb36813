package io.parcours.report.channel;

import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.ReportContext;
import io.parcours.report.words.Words;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Says which classes of channel use convert more often than others, where their intervals show it. */
record ClassComparison(Words words) {

    /** What a class is called. */
    static String name(Words words, Row row) {
        return words.name("channels.class", row.text("channel_class"));
    }

    /**
     * Two classes whose intervals at equal length lie apart, those with the highest and the lowest rate where theirs do; of
     * the classes that rest on enough journeys if any do.
     */
    String headline(List<Row> equal) {
        List<Row> sure = equal.stream()
                .filter(row -> row.whole("journey_count") >= ReportContext.FEW)
                .toList();
        List<Row> told = sure.size() > 1 ? sure : equal;
        Row highest =
                Collections.max(told, Comparator.comparing(row -> rate(row).value()));
        Row lowest = Collections.min(told, Comparator.comparing(row -> rate(row).value()));
        if (isAbove(highest, lowest)) {
            return compared("channels.headline", highest, lowest) + covered(highest, lowest);
        }
        List<Row> known = told.stream().filter(row -> rate(row).hasInterval()).toList();
        if (known.size() > 1) {
            Row upper =
                    Collections.max(known, Comparator.comparing(row -> rate(row).low()));
            Row lower =
                    Collections.min(known, Comparator.comparing(row -> rate(row).high()));
            if (isAbove(upper, lower)) {
                return compared("channels.headline", upper, lower) + covered(upper, lower);
            }
        }
        return compared("channels.headline.alike", highest, lowest) + covered(highest, lowest);
    }

    private static Estimate rate(Row row) {
        return row.estimate("conversion_rate");
    }

    private static boolean isAbove(Row upper, Row lower) {
        return rate(upper).hasInterval()
                && rate(lower).hasInterval()
                && rate(upper).low() > rate(lower).high();
    }

    private String compared(String key, Row upper, Row lower) {
        return words.say(
                key,
                name(words, upper),
                words.percent(rate(upper).value()),
                words.percentInterval(rate(upper)),
                name(words, lower),
                words.percent(rate(lower).value()),
                words.percentInterval(rate(lower)));
    }

    /** How much of all journeys both stand for, where that is not the same. */
    private String covered(Row upper, Row lower) {
        String first = words.percent(upper.number("covered_share"));
        String second = words.percent(lower.number("covered_share"));
        return first.equals(second)
                ? ""
                : " " + words.say("channels.headline.covered", name(words, upper), first, name(words, lower), second);
    }
}
