package io.parcours.jobs;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.parcours.stats.ShortestDecimal;
import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import io.parcours.table.TableRow;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table for people: columns lined up, numbers to the right, reals with at most six decimals (six digits where they
 * are smaller than one). A long table is printed in pieces of {@value #PIECE} rows, each with its own header, so that
 * it needs no more memory than a piece.
 */
final class TablePrinter implements RowPrinter {
    private static final int PIECE = 10_000;
    private static final int WIDEST_CELL = 80;
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final double SMALLEST_PLAIN = 1e-9;

    private final List<TableColumn> columns;
    private final PrintWriter out;
    private final List<String[]> piece = new ArrayList<>();
    private boolean isFirstPiece = true;

    TablePrinter(List<TableColumn> columns, PrintWriter out) {
        this.columns = columns;
        this.out = out;
    }

    @Override
    public void print(TableRow row) {
        String[] cells = new String[columns.size()];
        for (int index = 0; index < cells.length; index++) {
            cells[index] = cell(columns.get(index).type(), row.value(index));
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
    }

    private void printPiece() {
        String table = AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .lineSeparator("\n")
                .data(columns.stream().map(TablePrinter::layout).toArray(Column[]::new), piece.toArray(String[][]::new))
                .asString();
        out.print(isFirstPiece ? "" : "\n");
        out.print(table.lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n")));
        isFirstPiece = false;
        piece.clear();
    }

    private static Column layout(TableColumn column) {
        boolean isNumber = column.type() == ColumnType.WHOLE || column.type() == ColumnType.REAL;
        HorizontalAlign align = isNumber ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
        return new Column()
                .header(column.name())
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(WIDEST_CELL);
    }

    private static String cell(ColumnType type, Object value) {
        if (value == null) {
            return "";
        }
        return type == ColumnType.REAL ? rounded((Double) value) : SafeText.of(PlainValue.of(type, value));
    }

    private static String rounded(double value) {
        BigDecimal exact = ShortestDecimal.of(value);
        BigDecimal rounded = Math.abs(value) < 1
                ? exact.round(SIX_DIGITS)
                : exact.setScale(SIX_DIGITS.getPrecision(), RoundingMode.HALF_EVEN);
        BigDecimal shortest = rounded.stripTrailingZeros();
        return value != 0 && Math.abs(value) < SMALLEST_PLAIN ? shortest.toString() : shortest.toPlainString();
    }
}
