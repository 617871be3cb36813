package io.parcours.table;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.apache.parquet.column.ColumnDescriptor;

/** Takes one column's values out of rows, many rows at a time: the processor likes a column better than a row. */
interface ColumnWriter<R> {
    /** Parquet's definition level of a value at the top of a row that is not there. */
    int NO_VALUE = 0;

    /** The one of a list without elements. */
    int NO_ELEMENTS = 1;

    /** The one of an element that is not there. */
    int NO_ELEMENT = 2;

    void write(List<R> rows);

    ColumnPages pages();

    static <R> ColumnWriter<R> of(Column<R> column, ColumnDescriptor descriptor, PageCompressor compressor) {
        return switch (column.type()) {
            case TEXT -> {
                TextValues values = new TextValues();
                yield new Texts<>(column.value(), values, new ColumnPages(descriptor, values, compressor));
            }
            case TEXTS -> {
                TextValues values = new TextValues();
                yield new TextLists<>(column.value(), values, new ColumnPages(descriptor, values, compressor));
            }
            case INSTANTS -> {
                NumberValues values = new NumberValues(column.type());
                yield new InstantLists<>(column.value(), values, new ColumnPages(descriptor, values, compressor));
            }
            case FLAG -> {
                FlagValues values = new FlagValues();
                yield new Flags<>(column.value(), values, new ColumnPages(descriptor, values, compressor));
            }
            case WHOLE, INSTANT, REAL, DATE -> {
                NumberValues values = new NumberValues(column.type());
                yield ofNumbers(column.value(), values, new ColumnPages(descriptor, values, compressor));
            }
        };
    }

    private static <R> ColumnWriter<R> ofNumbers(Function<R, Object> value, NumberValues values, ColumnPages pages) {
        if (value instanceof NumberSource.Whole<R> whole) {
            return new Wholes<>(whole.number(), values, pages);
        }
        if (value instanceof NumberSource.Real<R> real) {
            return new Reals<>(real.number(), values, pages);
        }
        return new Numbers<>(value, values, pages);
    }

    record Texts<R>(Function<R, Object> value, TextValues values, ColumnPages pages) implements ColumnWriter<R> {
        @Override
        public void write(List<R> rows) {
            for (R row : rows) {
                String text = (String) value.apply(row);
                if (text == null) {
                    pages.addNull(0, NO_VALUE);
                } else {
                    values.add(text);
                    pages.addValue(0);
                }
                pages.endRow(values.pageBytes());
            }
        }
    }

    record Wholes<R>(ToLongFunction<R> number, NumberValues values, ColumnPages pages) implements ColumnWriter<R> {
        @Override
        public void write(List<R> rows) {
            for (R row : rows) {
                values.add(number.applyAsLong(row));
                pages.addValue(0);
                pages.endRow(0);
            }
        }
    }

    record Reals<R>(ToDoubleFunction<R> number, NumberValues values, ColumnPages pages) implements ColumnWriter<R> {
        @Override
        public void write(List<R> rows) {
            for (R row : rows) {
                double real = number.applyAsDouble(row);
                if (Double.isFinite(real)) {
                    values.add(real);
                    pages.addValue(0);
                } else {
                    pages.addNull(0, NO_VALUE);
                }
                pages.endRow(0);
            }
        }
    }

    /** Numbers and days as objects, null where there is none. */
    record Numbers<R>(Function<R, Object> value, NumberValues values, ColumnPages pages) implements ColumnWriter<R> {
        @Override
        public void write(List<R> rows) {
            for (R row : rows) {
                Object number = value.apply(row);
                if (number instanceof Long whole) {
                    values.add((long) whole);
                    pages.addValue(0);
                } else if (number instanceof Double real && Double.isFinite(real)) {
                    values.add((double) real);
                    pages.addValue(0);
                } else if (number instanceof LocalDate date) {
                    values.add(Math.toIntExact(date.toEpochDay()));
                    pages.addValue(0);
                } else {
                    pages.addNull(0, NO_VALUE);
                }
                pages.endRow(0);
            }
        }
    }

    record Flags<R>(Function<R, Object> value, FlagValues values, ColumnPages pages) implements ColumnWriter<R> {
        @Override
        public void write(List<R> rows) {
            for (R row : rows) {
                Boolean flag = (Boolean) value.apply(row);
                if (flag == null) {
                    pages.addNull(0, NO_VALUE);
                } else {
                    values.add(flag);
                    pages.addValue(0);
                }
                pages.endRow(0);
            }
        }
    }

    record TextLists<R>(Function<R, Object> value, TextValues values, ColumnPages pages) implements ColumnWriter<R> {
        @Override
        public void write(List<R> rows) {
            for (R row : rows) {
                List<?> texts = (List<?>) value.apply(row);
                if (texts == null) {
                    pages.addNull(0, NO_VALUE);
                } else if (texts.isEmpty()) {
                    pages.addNull(0, NO_ELEMENTS);
                } else {
                    add(texts);
                }
                pages.endRow(values.pageBytes());
            }
        }

        private void add(List<?> texts) {
            int repetition = 0;
            for (Object text : texts) {
                if (text == null) {
                    pages.addNull(repetition, NO_ELEMENT);
                } else {
                    values.add((String) text);
                    pages.addValue(repetition);
                }
                repetition = 1;
            }
        }
    }

    record InstantLists<R>(Function<R, Object> value, NumberValues values, ColumnPages pages)
            implements ColumnWriter<R> {
        @Override
        public void write(List<R> rows) {
            for (R row : rows) {
                long[] instants = (long[]) value.apply(row);
                if (instants == null) {
                    pages.addNull(0, NO_VALUE);
                } else if (instants.length == 0) {
                    pages.addNull(0, NO_ELEMENTS);
                } else {
                    add(instants);
                }
                pages.endRow(values.pageBytes());
            }
        }

        private void add(long[] instants) {
            int repetition = 0;
            for (long instant : instants) {
                if (instant == Column.NO_INSTANT) {
                    pages.addNull(repetition, NO_ELEMENT);
                } else {
                    values.add(instant);
                    pages.addValue(repetition);
                }
                repetition = 1;
            }
        }
    }
}
