package io.parcours.jobs;

import io.parcours.stats.ShortestDecimal;
import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table for people: columns lined up, numbers to the right, reals with at most six decimals (six digits where they
 * are smaller than one). A long table is printed in pieces of {@value #PIECE} rows, each with its own header, so that
 * it needs no more memory than a piece.
 */
final class TablePrinter implements RowPrinter {
    private static final int PIECE = 10_000;
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final double SMALLEST_PLAIN = 1e-9;

    private final List<TableColumn> columns;
    private final TableLayout layout;
    private final PrintWriter out;
    private final List<String[]> piece = new ArrayList<>();
    private boolean isFirstPiece = true;
    private boolean isCut;

    TablePrinter(List<TableColumn> columns, TableLayout layout, PrintWriter out) {
        this.columns = columns;
        this.layout = layout;
        this.out = out;
    }

    @Override
    public void print(RowValues row) {
        String[] cells = new String[columns.size()];
        for (int index = 0; index < cells.length; index++) {
            cells[index] = cell(columns.get(index), row.value(index));
        }
        piece.add(cells);
        if (piece.size() == PIECE) {
            printPiece();
        }
    }

    @Override
    public void finish() {
        if (isFirstPiece || !piece.isEmpty()) {
            printPiece();
        }
        if (isCut) {
            out.flush();
            layout.tellCut();
        }
    }

    private void printPiece() {
        List<GridColumn> grid =
                IntStream.range(0, columns.size()).mapToObj(this::gridColumn).toList();
        for (List<GridColumn> block : layout.blocks(grid)) {
            out.print(isFirstPiece ? "" : "\n");
            isFirstPiece = false;
            print(block);
            isCut |= block.stream().anyMatch(GridColumn::isCut);
        }
        piece.clear();
    }

    private GridColumn gridColumn(int index) {
        TableColumn column = columns.get(index);
        return new GridColumn(
                SafeText.of(column.name()),
                layout.kind(column),
                piece.stream().map(row -> row[index]).toList());
    }

    private void print(List<GridColumn> block) {
        print(block, block.stream().map(GridColumn::headerLines).toList());
        out.print(block.stream()
                .map(column -> "-".repeat(column.width() + 2))
                .collect(Collectors.joining("+", "", "\n")));
        for (int row = 0; row < piece.size(); row++) {
            int number = row;
            print(block, block.stream().map(column -> column.lines(number)).toList());
        }
    }

    /** Prints cells beside each other, each of one line or several. */
    private void print(List<GridColumn> block, List<List<String>> cells) {
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int index = 0; index < cells.size(); index++) {
                List<String> lines = cells.get(index);
                String part = line < lines.size() ? lines.get(line) : "";
                String room = " ".repeat(Math.max(0, block.get(index).width() - TextWidth.of(part)));
                text.append(index == 0 ? " " : " | ");
                text.append(block.get(index).isNumber() ? room + part : part + room);
            }
            out.print(text.toString().stripTrailing() + "\n");
        }
    }

    private static String cell(TableColumn column, Object value) {
        if (value == null) {
            return "";
        }
        boolean isRounded = column.type() == ColumnType.REAL && PlainValue.isFinite((Number) value);
        return isRounded ? rounded((Number) value) : SafeText.of(PlainValue.of(column, value));
    }

    private static String rounded(Number value) {
        BigDecimal exact = value instanceof BigDecimal decimal ? decimal : ShortestDecimal.of(value.doubleValue());
        BigDecimal rounded = exact.abs().compareTo(BigDecimal.ONE) < 0
                ? exact.round(SIX_DIGITS)
                : exact.setScale(SIX_DIGITS.getPrecision(), RoundingMode.HALF_EVEN);
        BigDecimal shortest = rounded.stripTrailingZeros();
        double size = Math.abs(exact.doubleValue());
        return size > 0 && size < SMALLEST_PLAIN ? shortest.toString() : shortest.toPlainString();
    }
}
