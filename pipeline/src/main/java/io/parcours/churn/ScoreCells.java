package io.parcours.churn;

/** The grid on which scores are told apart when customers are ranked. */
final class ScoreCells {
    /** Log-odds from -16 to 16 in steps of 1/64; what lies beyond is in the outermost cells. */
    static final int OF_LOG_ODDS = 2048;

    /** Days of silence; longer ones are in the last cell. */
    static final int OF_SILENCE = 1024;

    private static final double FURTHEST = 16;
    private static final double CELLS_A_UNIT = OF_LOG_ODDS / (2 * FURTHEST);

    private ScoreCells() {}

    static int ofLogOdds(double logOdds) {
        double place = Math.floor((logOdds + FURTHEST) * CELLS_A_UNIT);
        return (int) Math.min(Math.max(place, 0), OF_LOG_ODDS - 1);
    }

    static int ofSilence(long days) {
        return (int) Math.min(days, OF_SILENCE - 1);
    }
}
