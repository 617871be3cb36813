package io.parcours.report.experience;

import io.parcours.map.JourneyMap;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Heading;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.Tile;
import io.parcours.report.page.Block.Tiles;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Chapter;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Words;
import io.parcours.survey.SurveyRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How satisfied customers are, with what, and how many of them said so. */
final class SatisfactionSection implements Chapter {
    private static final String TABLE = "satisfaction";
    private static final int MOST_SURVEYS = 5;

    @Override
    public List<Section> sections(ReportContext context) {
        WrittenTable table = context.table(TABLE);
        if (!table.isThere()) {
            return List.of();
        }
        Words words = context.words();
        Map<String, SurveyLevels> surveys = SurveyLevels.of(table);
        List<Block> blocks = new ArrayList<>();
        surveys.entrySet().stream()
                .filter(survey -> survey.getValue().all() != null)
                .limit(MOST_SURVEYS)
                .forEach(survey -> blocks.addAll(survey(context, survey.getKey(), survey.getValue())));
        if (surveys.isEmpty()) {
            blocks.add(new Prose(words.say("experience.survey.empty")));
        }
        if (surveys.size() > MOST_SURVEYS) {
            blocks.add(new Notice(
                    words.say("experience.survey.cut", words.count(MOST_SURVEYS), words.count(surveys.size()), TABLE)));
        }
        return List.of(
                new Section(TABLE, words.say("experience.survey.title"), words.say("experience.survey.lead"), blocks));
    }

    private static List<Block> survey(ReportContext context, String name, SurveyLevels levels) {
        Words words = context.words();
        Row all = levels.all();
        JourneyMap map = context.tables().manifest().mapOf(TABLE);
        Optional<SurveyRules> rules = map.features().surveys().stream()
                .filter(survey -> survey.name().equals(name))
                .findFirst();
        SurveyScale scale = SurveyScale.of(all, rules, words);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(name));
        blocks.add(new Prose(headline(words, scale, all)));
        blocks.add(tiles(words, scale, all));
        SurveyFigures figures = new SurveyFigures(words, scale, all);
        List<View> views = new ArrayList<>();
        levels.groups()
                .forEach((level, group) ->
                        views.add(new View(new FigureCells(words).level(level), figures.of(level, group))));
        if (!views.isEmpty()) {
            blocks.add(new Choice(words.say("experience.by"), views));
        }
        new SurveyTrend(words, scale, context.tables().day(), rules.map(SurveyRules::period))
                .of(name, levels.periods())
                .ifPresent(blocks::add);
        return blocks;
    }

    private static String headline(Words words, SurveyScale scale, Row all) {
        FigureCells cells = new FigureCells(words);
        Estimate metric = all.estimate("metric");
        return metric == null
                ? words.say("experience.survey.unanswered", words.count(all.whole("customer_count")))
                : words.say(
                        "experience.survey.headline",
                        scale.metric(),
                        cells.withRange(metric, scale::write),
                        words.count(all.whole("answer_count")),
                        words.count(all.whole("answered_customer_count")),
                        cells.percentWithRange(all.estimate("answer_rate")),
                        words.count(all.whole("customer_count")));
    }

    private static Tiles tiles(Words words, SurveyScale scale, Row all) {
        FigureCells cells = new FigureCells(words);
        Estimate metric = all.estimate("metric");
        Estimate mean = all.estimate("score_mean");
        Estimate rate = all.estimate("answer_rate");
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(
                scale.metric(),
                metric == null ? words.missing() : scale.write(metric.value()),
                cells.range(metric, scale::write)));
        tiles.add(new Tile(
                words.say("experience.survey.mean"),
                mean == null ? words.missing() : words.number(mean.value(), 2),
                cells.range(mean, score -> words.number(score, 2))));
        tiles.add(new Tile(
                words.say("experience.survey.answers"),
                words.count(all.whole("answer_count")),
                all.whole("unanswered_count") == 0
                        ? ""
                        : words.say("experience.survey.silent", words.count(all.whole("unanswered_count")))));
        tiles.add(new Tile(
                words.say("experience.survey.rate"),
                rate == null ? words.missing() : words.percent(rate.value()),
                rate == null
                        ? ""
                        : words.say(
                                "experience.survey.rate.of",
                                words.count(all.whole("answered_customer_count")),
                                words.count(all.whole("customer_count")),
                                words.percentInterval(rate))));
        return new Tiles(tiles);
    }
}
