package io.parcours.report.experience;

import io.parcours.report.chart.DotAxis;
import io.parcours.report.chart.LineChart;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.words.Words;
import io.parcours.survey.SurveyRules;
import java.util.List;
import java.util.Optional;

/**
 * How a survey's figure is written and drawn: an NPS from -100 to 100, a CSAT as a percentage, a CES on the survey's own
 * scale.
 *
 * @param rule the rule as the table has it
 * @param low the least figure there can be
 * @param high the largest
 */
record SurveyScale(String rule, double low, double high, Words words) {
    private static final String CSAT = "csat";
    private static final double LEAST_PART = 0.4;

    static SurveyScale of(Row all, Optional<SurveyRules> survey, Words words) {
        String rule = all.text("rule");
        if (rule.equals("nps")) {
            return new SurveyScale(rule, -100, 100, words);
        }
        if (rule.equals(CSAT)) {
            return new SurveyScale(rule, 0, 1, words);
        }
        Estimate metric = all.estimate("metric");
        double highest = metric == null ? 1 : Math.max(1, metric.high() == null ? metric.value() : metric.high());
        return survey.map(rules -> new SurveyScale(rule, rules.low(), rules.high(), words))
                .orElse(new SurveyScale(rule, Math.min(0, metric == null ? 0 : metric.value()), highest, words));
    }

    /** The figure's name. */
    String metric() {
        return words.name("experience.survey.metric", rule);
    }

    String write(double figure) {
        return rule.equals(CSAT) ? words.percent(figure) : words.number(figure, rule.equals("nps") ? 1 : 2);
    }

    private String tick(double figure) {
        return rule.equals(CSAT) ? words.wholePercent(figure) : words.number(figure, 2);
    }

    DotAxis axis() {
        return DotAxis.between(metric(), low, high, this::tick);
    }

    /** An axis for figures over time: as much of the scale as they ask, but no less than two fifths of it. */
    LineChart.Axis up(List<LineChart.Point> points) {
        double from = high;
        double to = low;
        for (LineChart.Point point : points) {
            from = Math.min(from, Double.isNaN(point.low()) ? point.y() : point.low());
            to = Math.max(to, Double.isNaN(point.high()) ? point.y() : point.high());
        }
        double spare = Math.max(0, LEAST_PART * (high - low) - (to - from)) / 2;
        return LineChart.Axis.of(metric(), Math.max(low, from - spare), Math.min(high, to + spare), this::tick);
    }

    /** What the upper, middle or lower scores are called. */
    String band(String band) {
        String own = "experience.survey." + band + "." + rule;
        return words.say(words.has(own) ? own : "experience.survey." + band);
    }
}
