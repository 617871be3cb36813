package io.parcours.insight;

import io.parcours.table.NamedRows;

/**
 * What one survey says of a touchpoint.
 *
 * @param survey the survey's name
 * @param answers how many answers are about the touchpoint
 * @param score their mean, in the survey's own scale
 * @param difference that less the mean of all answers to the survey
 * @param half half the length of the difference's 95 % interval, of the intervals of both means as if independent: as the
 *     touchpoint's answers are among all, it is rather too long; null where a mean has none
 */
record Mood(String survey, long answers, double score, double difference, Double half) {

    boolean isHigher() {
        return half != null && difference > half;
    }

    boolean isLower() {
        return half != null && difference < -half;
    }

    Double low() {
        return half == null ? null : Double.valueOf(difference - half);
    }

    Double high() {
        return half == null ? null : Double.valueOf(difference + half);
    }

    /** @param row of the touchpoint @param all of the survey as a whole, in {@code satisfaction} */
    static Mood of(NamedRows.Values row, NamedRows.Values all) {
        double score = row.real("score_mean");
        Double own = half(row);
        Double ofAll = half(all);
        return new Mood(
                row.text("survey"),
                row.whole("answer_count"),
                score,
                score - all.real("score_mean"),
                own == null || ofAll == null ? null : Double.valueOf(Math.hypot(own, ofAll)));
    }

    private static Double half(NamedRows.Values row) {
        Double low = row.real("score_mean_low");
        Double high = row.real("score_mean_high");
        return low == null || high == null ? null : Double.valueOf((high - low) / 2);
    }
}
