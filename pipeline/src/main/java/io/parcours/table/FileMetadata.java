package io.parcours.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.hadoop.ParquetWriter;

/** What a table's file says of itself beside its schema: what a row is, and every column's comment. */
final class FileMetadata {
    static final String ROW_MEANING = "parcours.row";
    static final String COLUMN_COMMENT = "parcours.column.";
    /** Spark takes the schema from here, and so shows the comments in {@code describe}. */
    private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

    private FileMetadata() {}

    static Map<String, String> of(ReportTable<?> table) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put(ParquetWriter.OBJECT_MODEL_NAME_PROP, "parcours");
        metadata.put(ROW_MEANING, table.rowMeaning());
        table.columns().forEach(column -> metadata.put(COLUMN_COMMENT + column.name(), column.comment()));
        metadata.put(SPARK_SCHEMA, sparkSchema(table));
        return metadata;
    }

    private static String sparkSchema(ReportTable<?> table) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "struct");
        schema.putArray("fields")
                .addAll(table.columns().stream().map(FileMetadata::sparkField).toList());
        return schema.toString();
    }

    private static ObjectNode sparkField(Column<?> column) {
        ObjectNode field = JsonNodeFactory.instance.objectNode().put("name", column.name());
        if (column.type().isList()) {
            field.putObject("type")
                    .put("type", "array")
                    .put("elementType", sparkType(column.type()))
                    .put("containsNull", true);
        } else {
            field.put("type", sparkType(column.type()));
        }
        field.put("nullable", true);
        field.putObject("metadata").put("comment", column.comment());
        return field;
    }

    /** Of a list, that of its elements. */
    private static String sparkType(ColumnType type) {
        return switch (type) {
            case TEXT, TEXTS -> "string";
            case WHOLE -> "long";
            case REAL -> "double";
            case FLAG -> "boolean";
            case INSTANT, INSTANTS -> "timestamp";
            case DATE -> "date";
        };
    }
}
