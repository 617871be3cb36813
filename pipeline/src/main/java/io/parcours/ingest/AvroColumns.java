package io.parcours.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/** Where the fields of a layout lie in the schema of an Avro file. */
final class AvroColumns {
    private static final Set<Schema.Type> SIMPLE = EnumSet.of(
            Schema.Type.STRING,
            Schema.Type.ENUM,
            Schema.Type.INT,
            Schema.Type.LONG,
            Schema.Type.FLOAT,
            Schema.Type.DOUBLE,
            Schema.Type.BOOLEAN,
            Schema.Type.NULL);

    private final Schema schema;
    private final List<List<String>> paths = new ArrayList<>();

    AvroColumns(InputFile file, FieldLayout layout, Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new InputException(file.name() + " holds no records but values of type " + schema.getType()
                    + "; write a record a touchpoint");
        }
        this.schema = schema;
        for (FieldLayout.Field field : layout.fields()) {
            paths.add(path(file, layout, field, schema));
        }
    }

    /** The path of each field, empty where the file has none. */
    List<List<String>> paths() {
        return paths;
    }

    /** The schema with nothing but what is read. */
    Schema projection() {
        Set<String> wanted = new LinkedHashSet<>();
        for (List<String> path : paths) {
            wanted.addAll(path.subList(0, Math.min(1, path.size())));
        }
        List<Schema.Field> fields = schema.getFields().stream()
                .filter(field -> wanted.contains(field.name()))
                .map(field -> new Schema.Field(field.name(), field.schema(), null, null))
                .toList();
        return Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, fields);
    }

    private static List<String> path(InputFile file, FieldLayout layout, FieldLayout.Field field, Schema schema) {
        Schema.Field literal = schema.getField(field.column());
        List<String> path = literal != null
                ? List.of(field.column())
                : Arrays.asList(field.column().split("\\.", -1));
        Optional<Schema> leaf = Optional.of(schema);
        for (String name : path) {
            leaf = leaf.flatMap(AvroColumns::record)
                    .map(record -> record.getField(name))
                    .map(Schema.Field::schema);
        }
        if (leaf.isEmpty()) {
            if (field.isNeeded()) {
                throw ColumnLookup.missing(file, layout, field, names(schema));
            }
            return List.of();
        }
        if (!isSimple(leaf.get())) {
            throw ColumnLookup.notSimple(
                    file, layout, field, leaf.get().getType().getName());
        }
        return path;
    }

    private static Optional<Schema> record(Schema schema) {
        List<Schema> branches = schema.isUnion() ? schema.getTypes() : List.of(schema);
        return branches.stream()
                .filter(branch -> branch.getType() == Schema.Type.RECORD)
                .findFirst();
    }

    private static boolean isSimple(Schema schema) {
        if (schema.isUnion()) {
            return schema.getTypes().stream().allMatch(AvroColumns::isSimple);
        }
        return SIMPLE.contains(schema.getType()) || schema.getLogicalType() != null;
    }

    /** The columns of a schema, those inside records with dots. */
    static List<String> names(Schema schema) {
        List<String> names = new ArrayList<>();
        addNames(schema, "", names, 0);
        return names;
    }

    // Avro's records may contain themselves; nobody maps a column deeper than this.
    private static void addNames(Schema schema, String prefix, List<String> names, int depth) {
        for (Schema.Field field : schema.getFields()) {
            Optional<Schema> inner = record(field.schema());
            if (inner.isPresent() && depth < 8) {
                addNames(inner.get(), prefix + field.name() + ".", names, depth + 1);
            } else {
                names.add(prefix + field.name());
            }
        }
    }
}
