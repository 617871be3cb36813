package io.parcours.jobs;

import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VariantType;

/**
 * The columns of an answer as ours. What our tables do not have becomes text: structs, maps and lists of other things as
 * JSON, bytes as hexadecimal digits, anything else as Spark says it.
 *
 * @param columns the columns
 */
record AnswerColumns(List<TableColumn> columns) {

    /** The columns of an answer. */
    static AnswerColumns of(Dataset<Row> answer) {
        return new AnswerColumns(Stream.of(answer.schema().fields())
                .map(field -> new TableColumn(field.name(), type(field.dataType())))
                .toList());
    }

    private static ColumnType type(DataType type) {
        if (isWhole(type)) {
            return ColumnType.WHOLE;
        }
        if (type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType) || type instanceof DecimalType) {
            return ColumnType.REAL;
        }
        if (type.equals(DataTypes.BooleanType)) {
            return ColumnType.FLAG;
        }
        if (type.equals(DataTypes.TimestampType)) {
            return ColumnType.INSTANT;
        }
        if (type.equals(DataTypes.DateType)) {
            return ColumnType.DATE;
        }
        if (type instanceof ArrayType list && list.elementType() instanceof StringType) {
            return ColumnType.TEXTS;
        }
        boolean isInstants =
                type instanceof ArrayType list && list.elementType().equals(DataTypes.TimestampType);
        return isInstants ? ColumnType.INSTANTS : ColumnType.TEXT;
    }

    private static boolean isWhole(DataType type) {
        return type instanceof ByteType
                || type instanceof ShortType
                || type instanceof IntegerType
                || type instanceof LongType;
    }

    /** The same answer with values that {@link #value} can read. Names may be double there, so that they go by number. */
    Dataset<Row> readable(Dataset<Row> answer) {
        String[] numbers = IntStream.range(0, columns.size())
                .mapToObj(index -> "c" + index)
                .toArray(String[]::new);
        DataType[] types = Stream.of(answer.schema().fields())
                .map(field -> field.dataType())
                .toArray(DataType[]::new);
        Column[] values = IntStream.range(0, numbers.length)
                .mapToObj(index ->
                        readable(functions.col(numbers[index]), types[index]).as(numbers[index]))
                .toArray(Column[]::new);
        return answer.toDF(numbers).select(values);
    }

    private static Column readable(Column column, DataType type) {
        if (type instanceof BinaryType) {
            return functions.lower(functions.hex(column));
        }
        boolean isNested = type instanceof StructType || type instanceof MapType || type instanceof VariantType;
        if (isNested || type instanceof ArrayType && !type(type).isList()) {
            return functions.to_json(column);
        }
        boolean isKnown = type instanceof StringType || type(type) != ColumnType.TEXT;
        return isKnown ? column : column.cast(DataTypes.StringType);
    }

    /** The value of a readable row. */
    Object value(Row row, int index) {
        Object value = row.get(index);
        if (value == null) {
            return null;
        }
        return switch (columns.get(index).type()) {
            case TEXT, DATE, FLAG -> value;
            case WHOLE -> ((Number) value).longValue();
            case REAL -> real(value);
            case INSTANT -> micros(value);
            case TEXTS -> row.getList(index);
            case INSTANTS ->
                row.getList(index).stream().map(AnswerColumns::micros).toList();
        };
    }

    /** A float has the digits of the shortest decimal that is read back as it. */
    private static Object real(Object value) {
        return value instanceof Float number && Float.isFinite(number)
                ? new BigDecimal(number.toString())
                : value instanceof Float number ? (Object) number.doubleValue() : value;
    }

    private static Long micros(Object instant) {
        return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) instant);
    }
}
