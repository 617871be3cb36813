package io.parcours.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads a file that {@link TableWriter} wrote, without Spark, and for local files without Hadoop. */
public final class TableReader implements Closeable {
    private final ParquetFileReader file;
    private final MessageType schema;
    private final List<TableColumn> columns;

    private TableReader(ParquetFileReader file) {
        this.file = file;
        this.schema = file.getFileMetaData().getSchema();
        this.columns = ParquetSchemas.columns(schema);
    }

    /**
     * Opens a file and reads what it says of itself.
     *
     * @throws IOException when the file cannot be read or is no Parquet file
     * @throws IllegalArgumentException when it has a column of a type that Parcours does not write
     */
    public static TableReader open(InputFile file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs())
                .build();
        ParquetFileReader reader;
        try {
            reader = ParquetFileReader.open(file, options);
        } catch (RuntimeException broken) {
            // Parquet says so of a file that is too short or ends in the wrong bytes.
            throw new IOException(broken.getMessage(), broken);
        }
        try {
            return new TableReader(reader);
        } catch (RuntimeException foreign) {
            reader.close();
            throw foreign;
        }
    }

    /** Loads what reading the first table loads, for a process that has something else to do meanwhile. */
    public static void prepare() {
        new ParquetMetadata(null, List.of());
        PageCodecs.prepare();
    }

    /** The file's columns in their order. */
    public List<TableColumn> columns() {
        return columns;
    }

    /** What a row is, as the table's declaration said when the file was written; empty where the file does not say. */
    public Optional<String> rowMeaning() {
        return Optional.ofNullable(metadata().get(FileMetadata.ROW_MEANING));
    }

    /** What a column means, as its declaration said when the file was written; empty where the file does not say. */
    public Optional<String> comment(String column) {
        return Optional.ofNullable(metadata().get(FileMetadata.COLUMN_COMMENT + column));
    }

    private Map<String, String> metadata() {
        return file.getFileMetaData().getKeyValueMetaData();
    }

    /** How many rows the file has. */
    public long rowCount() {
        return file.getRecordCount();
    }

    /**
     * The rows in their order, with these columns numbered in this order. Only these columns are read, and a row group
     * only when its first row is asked for. To be called once.
     *
     * @throws IllegalArgumentException when a column is not there or named twice
     * @throws UncheckedIOException from the iterator, when the file cannot be read
     */
    public Iterator<TableRow> rows(List<String> names) {
        MessageType wanted = wanted(names);
        file.setRequestedSchema(wanted);
        return new Rows(new ColumnIOFactory().getColumnIO(wanted, schema), ParquetSchemas.columns(wanted));
    }

    /**
     * The rows in their order, in batches of columns: as {@link #rows}, but several times faster, as no object is made a
     * row. The columns hold no lists. To be called once, instead of {@link #rows}.
     *
     * @throws IllegalArgumentException when a column is not there, named twice, or holds lists
     * @throws UncheckedIOException from the iterator, when the file cannot be read
     */
    public Iterator<ColumnBatch> batches(List<String> names) {
        MessageType wanted = wanted(names);
        file.setRequestedSchema(wanted);
        return new ColumnBatches(file, wanted);
    }

    private MessageType wanted(List<String> names) {
        if (Set.copyOf(names).size() < names.size()) {
            throw new IllegalArgumentException("a column is named twice: " + names);
        }
        Type[] fields = names.stream()
                .map(name -> {
                    if (!schema.containsField(name)) {
                        throw new IllegalArgumentException("there is no column " + name);
                    }
                    return schema.getType(name);
                })
                .toArray(Type[]::new);
        return new MessageType(schema.getName(), fields);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class Rows implements Iterator<TableRow> {
        private final MessageColumnIO assembly;
        private final List<TableColumn> wanted;
        private RecordReader<TableRow> records;
        private long left;

        Rows(MessageColumnIO assembly, List<TableColumn> wanted) {
            this.assembly = assembly;
            this.wanted = wanted;
        }

        @Override
        public boolean hasNext() {
            try {
                while (left == 0) {
                    PageReadStore rowGroup = file.readNextRowGroup();
                    if (rowGroup == null) {
                        return false;
                    }
                    left = rowGroup.getRowCount();
                    records = assembly.getRecordReader(rowGroup, new RowMaterializer(wanted));
                }
                return true;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public TableRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            left--;
            return records.read();
        }
    }
}
