package io.parcours.table;

import java.util.List;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;

/** Makes a {@link TableRow} of each record that Parquet assembles. */
final class RowMaterializer extends RecordMaterializer<TableRow> {
    private final RowConverter root;

    RowMaterializer(List<TableColumn> columns) {
        this.root = new RowConverter(columns);
    }

    @Override
    public TableRow getCurrentRecord() {
        return root.row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private static final class RowConverter extends GroupConverter {
        private final Converter[] converters;
        private TableRow row;

        RowConverter(List<TableColumn> columns) {
            this.converters = new Converter[columns.size()];
            for (int column = 0; column < converters.length; column++) {
                int index = column;
                converters[column] = ValueConverter.of(columns.get(column).type(), value -> row.set(index, value));
            }
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return converters[fieldIndex];
        }

        @Override
        public void start() {
            row = new TableRow(converters.length);
        }

        @Override
        public void end() {
            // the row is complete as it is
        }
    }
}
