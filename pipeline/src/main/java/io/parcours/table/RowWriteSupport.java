package io.parcours.table;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Takes a row's values straight from its table's columns; no generic record in between, as tables have many rows. */
final class RowWriteSupport<R> extends WriteSupport<R> {
    private final ReportTable<R> table;
    private final MessageType schema;
    private final Map<String, String> metadata;
    private final ValueWriter[] writers;
    private RecordConsumer consumer;

    RowWriteSupport(ReportTable<R> table) {
        this.table = table;
        this.schema = ParquetSchemas.of(table);
        this.metadata = FileMetadata.of(table);
        this.writers = table.columns().stream()
                .map(column -> ValueWriter.of(column.type()))
                .toArray(ValueWriter[]::new);
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, metadata);
    }

    @Override
    @SuppressWarnings("deprecation") // still abstract in the class above
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException("rows are written without a Hadoop configuration");
    }

    @Override
    public String getName() {
        return "parcours";
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(R row) {
        consumer.startMessage();
        for (int index = 0; index < writers.length; index++) {
            Column<R> column = table.columns().get(index);
            Object value = column.value().apply(row);
            if (isPresent(value)) {
                consumer.startField(column.name(), index);
                writers[index].write(value, consumer);
                consumer.endField(column.name(), index);
            }
        }
        consumer.endMessage();
    }

    private static boolean isPresent(Object value) {
        return value instanceof Double real ? Double.isFinite(real) : value != null;
    }
}
