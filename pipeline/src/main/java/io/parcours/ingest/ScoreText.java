package io.parcours.ingest;

/** Reads the score that a touchpoint keeps as text in a dimension, as it was read when the record was checked. */
public final class ScoreText {
    private ScoreText() {}

    /**
     * The score, or NaN where the text is missing, blank or no number. Point and comma are both taken for the decimal mark:
     * which of them a text file may use was judged when it was read, and numbers of typed columns are kept with a point.
     */
    public static double read(String text) {
        NumberValues point = new NumberValues('.');
        if (point.read(text)) {
            return point.number();
        }
        NumberValues comma = new NumberValues(',');
        return comma.read(text) ? comma.number() : Double.NaN;
    }
}
