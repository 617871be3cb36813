package io.parcours.report.overview;

import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Fold;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the records that were read. */
final class RecordOutcomes {
    private static final Map<String, Ink> OUTCOMES = new LinkedHashMap<>();
    private static final int MOST_FILES = 10;
    private static final Source SOURCE = Source.of("records", "quality", "outcome", "reason", "record_count");

    static {
        OUTCOMES.put("accepted", Ink.REACHED);
        OUTCOMES.put("duplicate", Ink.FIFTH);
        OUTCOMES.put("rejected", Ink.LOST);
        OUTCOMES.put("filtered", Ink.FOURTH);
        OUTCOMES.put("after_as_of", Ink.SIXTH);
    }

    private record Reason(String outcome, String reason) {}

    private final Words words;
    private final Map<String, Long> outcomes = new HashMap<>();
    private final Map<Reason, Long> reasons = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> files = new LinkedHashMap<>();
    private long read;

    private RecordOutcomes(Words words) {
        this.words = words;
    }

    static RecordOutcomes of(ReportContext context) {
        RecordOutcomes counts = new RecordOutcomes(context.words());
        context.table("quality").forEach(counts::add, "source_file", "outcome", "reason", "record_count");
        return counts;
    }

    private void add(Row row) {
        long records = row.whole("record_count");
        String outcome = row.text("outcome");
        read += records;
        outcomes.merge(outcome, records, Long::sum);
        reasons.merge(new Reason(outcome, row.text("reason")), records, Long::sum);
        files.computeIfAbsent(row.text("source_file"), missing -> new HashMap<>())
                .merge(outcome, records, Long::sum);
    }

    List<Block> blocks() {
        if (read == 0) {
            return List.of(new Prose(words.say("overview.records.none")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(all());
        if (count("rejected") > 0) {
            blocks.add(rejected());
        }
        if (files.size() > 1) {
            blocks.add(new Fold(words.say("overview.files"), List.of(byFile())));
        }
        return blocks;
    }

    private long count(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    private Figure all() {
        List<Legend> legend = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        OUTCOMES.forEach((outcome, ink) -> {
            double part = (double) count(outcome) / read;
            String said = words.say(
                    "overview.outcome.count",
                    words.say("overview.outcome." + outcome),
                    words.count(count(outcome)),
                    words.percent(part));
            legend.add(new Legend(ink, said));
            parts.add(new Part(ink, part, said));
        });
        String title = words.say(
                "overview.records.title", words.percent((double) count("accepted") / read), words.count(read), read);
        Bar bar = new Bar(words.say("overview.records.read"), parts, null, words.count(read), "", false);
        return new Figure(
                title, words.say("overview.records.reading"), new Bars(title, legend, List.of(bar)), numbers(), SOURCE);
    }

    private Numbers numbers() {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("overview.outcome"))
                .text(words.say("overview.reason"))
                .number(words.say("overview.records.count"))
                .number(words.say("overview.records.share"));
        OUTCOMES.keySet()
                .forEach(outcome -> reasons.forEach((reason, records) -> {
                    if (reason.outcome().equals(outcome)) {
                        double part = (double) records / read;
                        numbers.row(
                                Cell.text(words.say("overview.outcome." + outcome)),
                                Cell.text(reason(reason.reason())),
                                Cell.number(words.count(records), records),
                                Cell.number(words.percent(part), part));
                    }
                }));
        return numbers.build();
    }

    private String reason(String reason) {
        return reason == null ? "" : words.name("overview.reason", reason);
    }

    private Figure rejected() {
        Map<String, Long> rejected = new LinkedHashMap<>();
        reasons.forEach((reason, records) -> {
            if (reason.outcome().equals("rejected")) {
                rejected.put(reason(reason.reason()), records);
            }
        });
        double most =
                rejected.values().stream().mapToLong(Long::longValue).max().orElse(1);
        Numbers.Builder numbers =
                new Numbers.Builder().text(words.say("overview.reason")).number(words.say("overview.records.count"));
        List<Bar> bars = new ArrayList<>();
        rejected.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> {
                    String count = words.count(entry.getValue());
                    List<Part> parts = List.of(new Part(Ink.LOST, entry.getValue() / most, count));
                    bars.add(new Bar(entry.getKey(), parts, null, count, "", false));
                    numbers.row(Cell.text(entry.getKey()), Cell.number(count, entry.getValue()));
                });
        String title = words.say("overview.rejected.title", words.count(count("rejected")), count("rejected"));
        return new Figure(
                title,
                words.say("overview.rejected.reading"),
                new Bars(title, List.of(), bars),
                numbers.build(),
                SOURCE);
    }

    private Listing byFile() {
        Numbers.Builder numbers = new Numbers.Builder().text(words.say("overview.file"));
        OUTCOMES.keySet().forEach(outcome -> numbers.number(words.say("overview.outcome." + outcome)));
        files.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Map<String, Long>> file) ->
                                file.getValue().getOrDefault("rejected", 0L))
                        .reversed())
                .limit(MOST_FILES)
                .forEach(file -> numbers.row(row(file.getKey(), file.getValue())));
        if (files.size() > MOST_FILES) {
            numbers.remark(
                    words.say("overview.files.cut", words.count(MOST_FILES), words.count(files.size()), "quality"));
        }
        return new Listing(
                words.say("overview.files.title"),
                "",
                numbers.build(),
                Source.of("records", "quality", "source_file", "outcome", "record_count"));
    }

    private Cell[] row(String file, Map<String, Long> counts) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(file));
        OUTCOMES.keySet().forEach(outcome -> {
            long records = counts.getOrDefault(outcome, 0L);
            cells.add(Cell.number(words.count(records), records));
        });
        return cells.toArray(Cell[]::new);
    }
}
