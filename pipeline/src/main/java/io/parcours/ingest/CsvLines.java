package io.parcours.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The records of a CSV text as text, each with what is wrong with its quotes or bytes. A quote that is never closed, or
 * closed in the middle of a field, spoils the line that opened it; the lines behind it that were taken for the rest of
 * its field are then read each by itself, so that one stray quote does not swallow the log.
 */
final class CsvLines implements Closeable {
    private final TextLines lines;
    private final TextCharset charset;
    private final CsvQuotes quotes;
    private final Deque<Line> again = new ArrayDeque<>();
    private Line line;

    /** A line, or a record of several. */
    private record Line(String text, String problem) {}

    CsvLines(TextLines lines, TextCharset charset, char delimiter) {
        this.lines = lines;
        this.charset = charset;
        this.quotes = new CsvQuotes(delimiter);
    }

    /** Moves to the next record that is not an empty line; false at the end. */
    boolean advance() throws IOException {
        do {
            if (!again.isEmpty()) {
                line = judgedAlone(again.poll());
            } else if (lines.advance()) {
                line = judged(lineHere());
            } else {
                return false;
            }
        } while (line.text.isBlank() && line.text.indexOf('\t') < 0 && line.problem == null);
        return true;
    }

    String text() {
        return line.text;
    }

    /** What is wrong with the record, or null. */
    String problem() {
        return line.problem;
    }

    private Line lineHere() {
        int from = lines.lineFrom();
        int to = lines.lineTo();
        String text = charset.text(lines.bytes(), from, to);
        return lines.isTooLong()
                ? new Line(text, "its line is longer than " + TextLines.LONGEST + " bytes")
                : new Line(text, charset.problem(text, lines.bytes(), from, to));
    }

    private Line judged(Line first) throws IOException {
        if (first.problem != null || first.text.indexOf('"') < 0) {
            return first;
        }
        int state = stateOf(first);
        return state == CsvQuotes.INSIDE ? joined(first) : judged(first, state);
    }

    private Line judgedAlone(Line alone) {
        return alone.problem == null ? judged(alone, stateOf(alone)) : alone;
    }

    private int stateOf(Line alone) {
        quotes.reset();
        quotes.accept(alone.text);
        return quotes.atLineEnd();
    }

    private static Line judged(Line line, int state) {
        return switch (state) {
            case CsvQuotes.INSIDE -> new Line(line.text, "a quote is opened and never closed");
            case CsvQuotes.BROKEN -> new Line(line.text, "text stands behind a closing quote");
            default -> line;
        };
    }

    /** Joins further lines to one whose quote is open; gives the first alone if they do not make a record. */
    private Line joined(Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text);
        int state = CsvQuotes.INSIDE;
        boolean isSound = true;
        while (state == CsvQuotes.INSIDE && isSound && lines.advance()) {
            Line next = lineHere();
            again.add(next);
            quotes.accept(next.text);
            state = quotes.atLineEnd();
            text.append('\n').append(next.text);
            isSound = next.problem == null && text.length() <= TextLines.LONGEST;
        }
        if (isSound && state == CsvQuotes.OUTSIDE) {
            again.clear();
            return new Line(text.toString(), null);
        }
        return judged(first, CsvQuotes.INSIDE);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
