package io.parcours.ingest;

import java.io.Serializable;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Where a field of the layout lies in a Parquet file, and what it holds there.
 *
 * @param field the field's position in the layout
 * @param path the names from the top to the column
 * @param kind what it holds
 * @param precision the digits of a decimal, 0 otherwise
 * @param scale the digits of a decimal behind its point, 0 otherwise
 */
record ParquetColumn(int field, List<String> path, ParquetKind kind, int precision, int scale) implements Serializable {

    ParquetColumn {
        path = List.copyOf(path);
    }

    static ParquetColumn of(int field, List<String> path, ParquetKind kind, PrimitiveType type) {
        return type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
                ? new ParquetColumn(field, path, kind, decimal.getPrecision(), decimal.getScale())
                : new ParquetColumn(field, path, kind, 0, 0);
    }
}
