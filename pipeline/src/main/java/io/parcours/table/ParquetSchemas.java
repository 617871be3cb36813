package io.parcours.table;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Our column types as Parquet's, and back. Every column is optional; a list has the three levels of the
 * Parquet format's LogicalTypes document ({@code list.element}), which every reader understands.
 */
final class ParquetSchemas {

    private ParquetSchemas() {}

    static MessageType of(ReportTable<?> table) {
        Type[] fields = table.columns().stream()
                .map(column -> field(column.name(), column.type()))
                .toArray(Type[]::new);
        return new MessageType(table.name(), fields);
    }

    private static Type field(String name, ColumnType type) {
        return switch (type) {
            case TEXT -> Types.optional(BINARY).as(stringType()).named(name);
            case WHOLE -> Types.optional(INT64).named(name);
            case REAL -> Types.optional(DOUBLE).named(name);
            case FLAG -> Types.optional(BOOLEAN).named(name);
            case INSTANT ->
                Types.optional(INT64).as(timestampType(true, MICROS)).named(name);
            case DATE -> Types.optional(INT32).as(dateType()).named(name);
            case TEXTS ->
                Types.optionalList().optionalElement(BINARY).as(stringType()).named(name);
            case INSTANTS ->
                Types.optionalList()
                        .optionalElement(INT64)
                        .as(timestampType(true, MICROS))
                        .named(name);
        };
    }

    /** The columns of a file that {@link TableWriter} wrote. */
    static List<TableColumn> columns(MessageType schema) {
        return schema.getFields().stream()
                .map(field -> new TableColumn(field.getName(), typeOf(field)))
                .toList();
    }

    private static ColumnType typeOf(Type field) {
        return Stream.of(ColumnType.values())
                .filter(type -> field(field.getName(), type).equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "column " + field.getName() + " has a type that Parcours does not write: " + field));
    }
}
