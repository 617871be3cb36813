package io.parcours.report.overview;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.report.chart.TextFit;
import io.parcours.report.data.Manifest;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Heading;
import io.parcours.report.page.Block.Links;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.Tile;
import io.parcours.report.page.Block.Tiles;
import io.parcours.report.page.Chapter;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, how clean the data are, what to look at first, and where customers are now. */
public final class OverviewChapter implements Chapter {
    private static final int MOST_NAMES = 3;
    private static final int MOST_WARNINGS = 5;
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    @Override
    public List<Section> sections(ReportContext context) {
        Optional<CustomerStates> states = CustomerStates.of(context.table("churn_customers"));
        List<Section> sections = new ArrayList<>();
        sections.add(overview(context, states));
        new StagesSection(context, states).section().ifPresent(sections::add);
        return sections;
    }

    private static Section overview(ReportContext context, Optional<CustomerStates> states) {
        Words words = context.words();
        List<Block> blocks = new ArrayList<>();
        blocks.add(tiles(context));
        List<Block.Link> findings = new Findings(context, states).links();
        if (!findings.isEmpty()) {
            blocks.add(new Heading(words.say("overview.findings")));
            blocks.add(new Links(findings));
        }
        blocks.add(new Heading(words.say("overview.clean")));
        blocks.add(inputs(context));
        notices(context, blocks);
        blocks.addAll(RecordOutcomes.of(context).blocks());
        blocks.add(new Heading(words.say("overview.howto")));
        blocks.add(new Prose(words.say("overview.howto.progress")));
        blocks.add(new Prose(words.say("overview.howto.interval")));
        blocks.add(new Prose(words.say("overview.howto.few", words.count(ReportContext.FEW))));
        return new Section("overview", words.say("overview.title"), words.say("overview.lead"), blocks);
    }

    private static Tiles tiles(ReportContext context) {
        Words words = context.words();
        Manifest manifest = context.tables().manifest();
        List<Tile> tiles = new ArrayList<>();
        for (String count : List.of("customers", "touchpoints", "sessions")) {
            tiles.add(new Tile(words.say("overview." + count), words.count(manifest.histories(count)), ""));
        }
        tiles.add(new Tile(
                words.say("overview.journeys"), words.count(manifest.histories("journeys")), converted(context)));
        return new Tiles(tiles);
    }

    private static String converted(ReportContext context) {
        long[] converted = {0};
        WrittenTable paths = context.table("paths");
        paths.forEach(row -> converted[0] += row.whole("converted_count"), "converted_count");
        return paths.rowCount() == 0
                ? ""
                : context.words().say("overview.converted", context.words().count(converted[0]));
    }

    private static Prose inputs(ReportContext context) {
        Words words = context.words();
        Manifest manifest = context.tables().manifest();
        ZoneId zone = manifest.map().zone();
        List<String> names = new ArrayList<>();
        double bytes = 0;
        JsonNode inputs = manifest.root().path("inputs");
        for (JsonNode input : inputs) {
            bytes += input.path("bytes").asDouble();
            if (names.size() < MOST_NAMES) {
                names.add(TextFit.brief(input.path("name").asText()));
            }
        }
        if (inputs.size() > MOST_NAMES) {
            names.add("…");
        }
        String read = words.say(
                "overview.inputs",
                words.count(inputs.size()),
                inputs.size(),
                size(words, bytes),
                String.join(", ", names));
        String first = manifest.firstAt()
                .map(instant -> words.say("overview.first", words.instant(instant, zone)))
                .orElse("");
        String asOf = words.say("overview.asof", words.instant(manifest.asOf(), zone), zone.getId());
        return new Prose(Stream.of(inputs.isEmpty() ? "" : read, first, asOf)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    private static String size(Words words, double bytes) {
        return bytes < MILLION
                ? words.say("overview.size.small", words.number(bytes / THOUSAND, 1))
                : words.say("overview.size.large", words.number(bytes / MILLION, 1));
    }

    private static void notices(ReportContext context, List<Block> blocks) {
        Words words = context.words();
        Manifest manifest = context.tables().manifest();
        long truncated = manifest.histories("truncated_customers");
        if (truncated > 0) {
            blocks.add(new Notice(words.say("overview.truncated", words.count(truncated), truncated)));
        }
        List<String> warnings = new ArrayList<>();
        manifest.root().path("warnings").forEach(warning -> warnings.add(warning.asText()));
        for (JsonNode analysis : manifest.root().path("analyses")) {
            analysis.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        }
        warnings.stream()
                .distinct()
                .limit(MOST_WARNINGS)
                .forEach(warning -> blocks.add(new Notice(words.say("overview.warning", warning))));
        long further = warnings.stream().distinct().count() - MOST_WARNINGS;
        if (further > 0) {
            blocks.add(new Prose(words.say("overview.warnings.further", words.count(further), further)));
        }
    }
}
