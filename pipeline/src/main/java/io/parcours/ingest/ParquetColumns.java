package io.parcours.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Where the fields of a layout lie in a Parquet file.
 *
 * @param columns the fields that the file has
 */
record ParquetColumns(List<ParquetColumn> columns) implements Serializable {

    ParquetColumns {
        columns = List.copyOf(columns);
    }

    static ParquetColumns of(InputFile file, FieldLayout layout, MessageType schema) {
        List<ParquetColumn> columns = new ArrayList<>();
        for (int field = 0; field < layout.size(); field++) {
            FieldLayout.Field wanted = layout.fields().get(field);
            List<String> path = schema.containsField(wanted.column())
                    ? List.of(wanted.column())
                    : Arrays.asList(wanted.column().split("\\.", -1));
            Optional<Type> type = typeAt(schema, path);
            if (type.isPresent()) {
                columns.add(column(file, layout, field, path, type.get()));
            } else if (wanted.isNeeded()) {
                throw ColumnLookup.missing(file, layout, wanted, names(schema));
            }
        }
        return new ParquetColumns(columns);
    }

    private static ParquetColumn column(InputFile file, FieldLayout layout, int field, List<String> path, Type type) {
        Optional<ParquetKind> kind = type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED)
                ? ParquetKind.of(type.asPrimitiveType())
                : Optional.empty();
        if (kind.isEmpty()) {
            throw ColumnLookup.notSimple(file, layout, layout.fields().get(field), described(type));
        }
        return ParquetColumn.of(field, path, kind.get(), type.asPrimitiveType());
    }

    private static String described(Type type) {
        if (type.getLogicalTypeAnnotation() != null) {
            return type.getLogicalTypeAnnotation().toString();
        }
        return type.isPrimitive()
                ? type.asPrimitiveType().getPrimitiveTypeName().name()
                : "record";
    }

    /** The type at a path that passes through plain records only. */
    private static Optional<Type> typeAt(GroupType schema, List<String> path) {
        Optional<Type> type = Optional.of(schema);
        for (String name : path) {
            type = type.filter(ParquetColumns::isPlainRecord)
                    .map(Type::asGroupType)
                    .filter(outer -> outer.containsField(name))
                    .map(outer -> outer.getType(name));
        }
        return type;
    }

    private static boolean isPlainRecord(Type type) {
        boolean isRepeated = type.isRepetition(Type.Repetition.REPEATED) && !(type instanceof MessageType);
        return !type.isPrimitive() && !isRepeated && type.getLogicalTypeAnnotation() == null;
    }

    /** The columns of a schema, those inside records with dots. */
    static List<String> names(MessageType schema) {
        return schema.getPaths().stream().map(path -> String.join(".", path)).toList();
    }

    /** The schema with nothing but what is read. */
    MessageType projection(MessageType schema) {
        List<Type> fields = new ArrayList<>();
        for (Type field : schema.getFields()) {
            if (columns.stream().anyMatch(column -> column.path().get(0).equals(field.getName()))) {
                fields.add(narrowed(field, 1));
            }
        }
        return new MessageType(schema.getName(), fields);
    }

    private Type narrowed(Type type, int depth) {
        if (type.isPrimitive()) {
            return type;
        }
        List<Type> inner = type.asGroupType().getFields().stream()
                .filter(field -> columns.stream()
                        .anyMatch(column -> column.path().size() > depth
                                && column.path().get(depth).equals(field.getName())))
                .map(field -> narrowed(field, depth + 1))
                .toList();
        return type.asGroupType().withNewFields(inner);
    }
}
