package io.parcours.ingest;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;

/** Spark's batches of column values as records. A batch lives only until the next one, so every value is copied out. */
final class ScannedRecords implements Iterator<SourceRecord> {
    private final Iterator<ColumnarBatch> batches;
    private final FieldLayout layout;
    private final Map<String, String> names;
    private final ScannedColumn[] columns;
    private final int filePathPosition;
    private int row;
    private int rowCount;
    private UTF8String filePath = UTF8String.EMPTY_UTF8;
    private String fileName;

    /**
     * @param columns where the columns lie in a batch
     * @param filePathPosition where a batch has the path of the file it is from
     * @param names the names of files by location
     */
    ScannedRecords(
            Iterator<ColumnarBatch> batches,
            FieldLayout layout,
            List<ScannedColumn.Place> columns,
            int filePathPosition,
            Map<String, String> names,
            InputRules rules) {
        this.batches = batches;
        this.layout = layout;
        this.names = names;
        this.filePathPosition = filePathPosition;
        LocalTimes times = new LocalTimes(rules.zone());
        this.columns =
                columns.stream().map(place -> new ScannedColumn(place, times)).toArray(ScannedColumn[]::new);
    }

    @Override
    public boolean hasNext() {
        while (row == rowCount && batches.hasNext()) {
            open(batches.next());
        }
        return row < rowCount;
    }

    @Override
    public SourceRecord next() {
        Object[] values = new Object[layout.size()];
        for (ScannedColumn column : columns) {
            values[column.field()] = column.value(row);
        }
        row++;
        return SourceRecord.of(fileName, values, () -> RenderedRecord.of(layout, values));
    }

    private void open(ColumnarBatch batch) {
        row = 0;
        rowCount = batch.numRows();
        for (ScannedColumn column : columns) {
            column.open(batch);
        }
        ColumnVector paths = batch.column(filePathPosition);
        if (rowCount > 0) {
            nameFile(paths.getUTF8String(0));
        }
    }

    /** A batch is from one file: Spark gives the path as a constant. */
    private void nameFile(UTF8String path) {
        if (!path.equals(filePath)) {
            filePath = path.clone();
            String location = FileNames.location(new Path(URI.create(path.toString())));
            fileName = names.get(location);
            if (fileName == null) {
                throw new IllegalStateException("Spark read " + location + ", which is none of the input files");
            }
        }
    }
}
