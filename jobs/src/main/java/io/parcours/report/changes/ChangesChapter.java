package io.parcours.report.changes;

import io.parcours.report.compare.Change;
import io.parcours.report.compare.Changes;
import io.parcours.report.compare.Changes.Found;
import io.parcours.report.compare.Measure;
import io.parcours.report.data.ReportTables;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Fold;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Chapter;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What changed since another day, by more than chance would make it. */
public final class ChangesChapter implements Chapter {
    private static final int MOST_ROWS = 300;

    /** Smaller ones are not told apart: nobody should believe that many digits. */
    private static final double LEAST_Q = 0.0001;

    @Override
    public List<Section> sections(ReportContext context) {
        return context.before().map(before -> List.of(section(context, before))).orElseGet(List::of);
    }

    private static Section section(ReportContext context, ReportTables before) {
        Words words = context.words();
        Changes changes = context.changes();
        String since = words.day(before.day());
        List<Block> blocks = new ArrayList<>();
        if (!before.manifest().isMeasuredAs(context.tables().manifest())) {
            blocks.add(new Notice(words.say("changes.other_map", since)));
        }
        List<Found> news = changes.all().stream()
                .filter(Found::isNews)
                .sorted(Comparator.comparingDouble(Found::q))
                .toList();
        int compared = changes.all().size();
        blocks.add(new Prose(summary(words, compared, news.size())));
        if (!news.isEmpty()) {
            blocks.add(listing(words, words.say("changes.news"), news));
            if (news.stream().anyMatch(found -> !found.measure().isMature())) {
                blocks.add(new Notice(words.say("changes.time")));
            }
        }
        blocks.add(new CountsListing(words).listing(context.tables(), before));
        if (compared > news.size()) {
            List<Found> rest =
                    changes.all().stream().filter(found -> !found.isNews()).toList();
            blocks.add(new Fold(words.say("changes.rest"), List.of(listing(words, words.say("changes.noise"), rest))));
        }
        return new Section("changes", words.say("changes.title", since), words.say("changes.lead"), blocks);
    }

    private static String summary(Words words, int compared, int news) {
        if (compared == 0) {
            return words.say("changes.none");
        }
        String all = words.count(compared);
        return news == 0 ? words.say("changes.same", all) : words.say("changes.found", all, news);
    }

    private static Listing listing(Words words, String title, List<Found> changes) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("changes.figure"))
                .text(words.say("changes.of"))
                .number(words.say("changes.before"))
                .number(words.say("changes.now"))
                .number(words.say("changes.difference"))
                .text(words.say("changes.interval"))
                .number(words.say("changes.base.before"))
                .number(words.say("changes.base.now"))
                .number(words.say("changes.q"));
        changes.stream().limit(MOST_ROWS).forEach(found -> numbers.row(cells(words, found)));
        if (changes.size() > MOST_ROWS) {
            numbers.remark(words.say("changes.cut", words.count(MOST_ROWS), words.count(changes.size())));
        }
        return new Listing(title, words.say("changes.reading"), numbers.build(), sources(changes));
    }

    /** The tables that the listed figures stand in; their columns are named in the rule. */
    private static Source sources(List<Found> changes) {
        String tables = changes.stream()
                .map(found -> found.measure().table())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new Source(
                "changes",
                tables,
                changes.stream()
                        .map(found -> found.measure().column())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Cell[] cells(Words words, Found found) {
        Change change = found.change();
        String sign = change.difference() > 0 ? "▲ " : change.difference() < 0 ? "▼ " : "";
        Cell difference = Cell.number(sign + Changes.difference(words, found), change.difference());
        boolean isOfFew = isFew(found.base().before()) || isFew(found.base().now());
        return new Cell[] {
            Cell.text(words.say("changes.measure." + found.measure().key())),
            Cell.text(of(words, found)),
            Cell.number(
                    figure(words, found, change.before().value()),
                    change.before().value()),
            Cell.number(figure(words, found, change.now().value()), change.now().value()),
            isOfFew ? difference.few() : difference,
            Cell.text(interval(words, found)),
            base(words, found.base().before()),
            base(words, found.base().now()),
            Cell.number(found.q() < LEAST_Q ? "< " + words.number(LEAST_Q, 4) : words.number(found.q(), 4), found.q())
        };
    }

    private static Cell base(Words words, long base) {
        if (base < 0) {
            return Cell.missing();
        }
        Cell cell = Cell.number(words.count(base), base);
        return isFew(base) ? cell.few() : cell;
    }

    private static boolean isFew(long base) {
        return base >= 0 && base < ReportContext.FEW;
    }

    /** What the figure is about, without what says nothing: that it is of all, or the number beside a name. */
    private static String of(Words words, Found found) {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < found.names().size(); index++) {
            String label = found.measure().labels().get(index);
            String name = found.names().get(index);
            boolean isSaid = label.equals("step") || name.isEmpty() || name.equals("all");
            if (!isSaid) {
                parts.add(words.name("changes." + found.measure().key(), name));
            }
        }
        return parts.isEmpty() ? words.say("changes.everybody") : String.join(" · ", parts);
    }

    private static String figure(Words words, Found found, double value) {
        return found.measure().unit() == Measure.Unit.SHARE ? words.percent(value) : words.number(value);
    }

    private static String interval(Words words, Found found) {
        Change change = found.change();
        return found.measure().unit() == Measure.Unit.SHARE
                ? words.say(
                        "changes.points",
                        words.say(
                                "page.interval", signed(words, 100 * change.low()), signed(words, 100 * change.high())))
                : words.say("page.interval", signed(words, change.low()), signed(words, change.high()));
    }

    private static String signed(Words words, double value) {
        return (value > 0 ? "+" : "") + words.fixed(value, 1);
    }
}
