package io.parcours.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;

/** Reads flat columns of a file, each on its own, a batch of rows at a time. */
final class ColumnBatches extends GroupConverter implements Iterator<ColumnBatch> {
    /** Enough to make a batch's own costs vanish, few enough to stay in the processor's cache. */
    private static final int MOST_ROWS = 4096;

    private final ParquetFileReader file;
    private final MessageType wanted;
    private final List<ColumnValues> values;
    private final ColumnBatch batch;
    private final List<ColumnReader> readers = new ArrayList<>();
    private long left;

    /** @param wanted the columns to read, to which the file's reading is restricted already */
    ColumnBatches(ParquetFileReader file, MessageType wanted) {
        this.file = file;
        this.wanted = wanted;
        this.values = ParquetSchemas.columns(wanted).stream()
                .map(column -> new ColumnValues(flat(column), MOST_ROWS))
                .toList();
        this.batch = new ColumnBatch(values);
    }

    @Override
    public boolean hasNext() {
        try {
            while (left == 0) {
                PageReadStore rowGroup = file.readNextRowGroup();
                if (rowGroup == null) {
                    return false;
                }
                open(rowGroup);
            }
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public ColumnBatch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int rows = (int) Math.min(left, MOST_ROWS);
        for (int column = 0; column < values.size(); column++) {
            values.get(column).read(readers.get(column), rows);
        }
        left -= rows;
        batch.setSize(rows);
        return batch;
    }

    private void open(PageReadStore rowGroup) {
        left = rowGroup.getRowCount();
        String writer = file.getFileMetaData().getCreatedBy();
        ColumnReadStoreImpl columns = new ColumnReadStoreImpl(rowGroup, this, wanted, writer);
        readers.clear();
        wanted.getColumns().forEach(column -> readers.add(columns.getColumnReader(column)));
    }

    private static ColumnType flat(TableColumn column) {
        if (column.type().isList()) {
            throw new IllegalArgumentException("column " + column.name() + " holds lists, which have no batches");
        }
        return column.type();
    }

    @Override
    public Converter getConverter(int fieldIndex) {
        return values.get(fieldIndex);
    }

    @Override
    public void start() {
        // columns are read on their own; there are no records
    }

    @Override
    public void end() {
        // columns are read on their own; there are no records
    }
}
