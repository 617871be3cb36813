package io.parcours.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parquet, with Spark's reader and without, and Avro. */
class TypedRecordsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** 2024-03-01T00:00:00Z. */
    private static final long SECONDS = 1_709_251_200L;

    @TempDir
    private Path folder;

    private static InputRules rules(Map<String, String> columns, String... dimensions) {
        return Logs.rules(BERLIN, columns, List.of(dimensions), TimestampFormat.ISO, CsvRules.DEFAULT);
    }

    private Path parquet(String name, String schema, List<Group> rows) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        MessageType type = MessageTypeParser.parseMessageType(schema);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
                .withType(type)
                .withConf(Logs.HADOOP)
                .build()) {
            for (Group row : rows) {
                writer.write(row);
            }
        }
        return file;
    }

    private static Group row(String schema) {
        return new SimpleGroup(MessageTypeParser.parseMessageType(schema));
    }

    private static List<String> readBothWays(InputRules rules, Path... files) {
        List<ParsedRecord> plain = Logs.read(rules, files);
        List<ParsedRecord> spark = Logs.readWithSpark(rules, files);
        assertThat(spark).containsExactlyInAnyOrderElementsOf(plain);
        return Logs.contents(plain);
    }

    @Test
    void everyKindOfColumnIsReadAlikeWithSparkAndWithout() throws IOException {
        String schema = "message m { required int64 customer_id; required int64 occurred_at (TIMESTAMP(MICROS,true));"
                + " required binary event (STRING); optional binary channel; optional int32 value (DECIMAL(9,2));"
                + " required group d { optional int32 i; optional int32 u (INTEGER(32,false)); optional int64 ul (INTEGER(64,false));"
                + " optional float f; optional double g; optional boolean b; optional int32 day (DATE);"
                + " optional fixed_len_byte_array(9) big (DECIMAL(20,3)); optional binary e (ENUM); optional int64 l (DECIMAL(18,1));"
                + " optional int32 small (INTEGER(8,true)); } }";
        Group full = row(schema)
                .append("customer_id", 9_000_000_000L)
                .append("occurred_at", SECONDS * 1_000_000 + 7)
                .append("event", "é漢")
                .append("channel", "web")
                .append("value", 1250);
        full.addGroup("d")
                .append("i", -3)
                .append("u", -1)
                .append("ul", -1L)
                .append("f", 0.1f)
                .append("g", 2.0)
                .append("b", true)
                .append("day", 19_783)
                .append("big", Binary.fromConstantByteArray(new byte[] {0, 0, 0, 0, 0, 0, 0, 4, 1}))
                .append("e", "RED")
                .append("l", -15L)
                .append("small", -8);
        Group empty =
                row(schema).append("customer_id", 1L).append("occurred_at", -1L).append("event", "x");
        empty.addGroup("d");
        Path file = parquet("all.parquet", schema, List.of(full, empty));
        InputRules rules =
                rules(Map.of(), "d.i", "d.u", "d.ul", "d.f", "d.g", "d.b", "d.day", "d.big", "d.e", "d.l", "d.small");
        List<String> contents = readBothWays(rules, file);
        assertThat(contents.get(0))
                .startsWith("9000000000|2024-03-01T00:00:00.000007Z|é漢|web|12.5|~")
                .endsWith("|[-3, 4294967295, 18446744073709551615, 0.1, 2, true, 2024-03-01, 1.025, RED, -1.5, -8]");
        assertThat(contents.get(1))
                .startsWith("1|1969-12-31T23:59:59.999999Z|x|null|NaN|~")
                .endsWith("|[null, null, null, null, null, null, null, null, null, null, null]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "int64 occurred_at (TIMESTAMP(MILLIS,true)); 1709251200123; 2024-03-01T00:00:00.123Z",
                "int64 occurred_at (TIMESTAMP(NANOS,true)); 1709251200123456789; 2024-03-01T00:00:00.123456Z",
                "int64 occurred_at (TIMESTAMP(NANOS,true)); -1; 1969-12-31T23:59:59.999999Z",
                "int64 occurred_at (TIMESTAMP(MICROS,false)); 1709251200123456; 2024-02-29T23:00:00.123456Z",
                "int64 occurred_at (TIMESTAMP(MILLIS,false)); 1719792000000; 2024-06-30T22:00:00Z",
                "int64 occurred_at (TIMESTAMP(NANOS,false)); 1709251200123456789; 2024-02-29T23:00:00.123456Z",
                "int32 occurred_at (DATE); 19783; 2024-02-29T23:00:00Z"
            })
    void everyKindOfTimeIsRead(String column, long number, String expected) throws IOException {
        String schema = "message m { required binary customer_id (STRING); required " + column
                + "; required binary event (STRING); }";
        Group row = row(schema).append("customer_id", "c").append("event", "e");
        if (column.startsWith("int32")) {
            row.append("occurred_at", (int) number);
        } else {
            row.append("occurred_at", number);
        }
        assertThat(readBothWays(rules(Map.of()), parquet("t.parquet", schema, List.of(row))))
                .singleElement()
                .asString()
                .startsWith("c|" + expected + "|e|");
    }

    @Test
    void oldTwelveByteTimestampsAreInstants() throws IOException {
        String schema = "message m { required binary customer_id; required int96 occurred_at; required binary event; }";
        ByteBuffer stamp = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        // Julian day 2,440,588 is 1970-01-01; 19,783 days later is 2024-03-01.
        stamp.putLong(1_500_000L).putInt(2_440_588 + 19_783).flip();
        Group row = row(schema)
                .append("customer_id", "c")
                .append("occurred_at", Binary.fromConstantByteBuffer(stamp))
                .append("event", "e");
        assertThat(readBothWays(rules(Map.of()), parquet("t.parquet", schema, List.of(row)))
                        .get(0))
                .startsWith("c|2024-03-01T00:00:00.001500Z|e|");
    }

    @Test
    void uuidsAreReadAsText() throws IOException {
        String schema = "message m { required fixed_len_byte_array(16) customer_id (UUID);"
                + " required binary occurred_at (STRING); required binary event (STRING); }";
        byte[] bytes = new byte[16];
        bytes[0] = (byte) 0xAB;
        Group row = row(schema)
                .append("customer_id", Binary.fromConstantByteArray(bytes))
                .append("occurred_at", "2024-03-01T10:00:00Z")
                .append("event", "e");
        assertThat(readBothWays(rules(Map.of()), parquet("t.parquet", schema, List.of(row)))
                        .get(0))
                .startsWith("ab000000-0000-0000-0000-000000000000|2024-03-01T10:00:00Z|e|");
    }

    @Test
    void filesWhoseNamesSparkSkipsAreReadWhereTheyAreNamed() throws IOException {
        String schema =
                "message m { required binary customer_id; required binary occurred_at; required binary event; }";
        Group row = row(schema)
                .append("customer_id", "c")
                .append("occurred_at", "2024-03-01")
                .append("event", "e");
        for (String name : List.of("_a.parquet", ".b.parquet", "_landing/c.parquet", ".tmp/d._COPYING_")) {
            Path file = parquet(name, schema, List.of(row));
            assertThat(readBothWays(rules(Map.of()), file)).as(name).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int64 occurred_at (TIMESTAMP(MILLIS,true)) | 9223372036854775807",
                "int64 occurred_at (TIMESTAMP(MILLIS,false)) | -9223372036854775808",
                "int64 occurred_at (TIMESTAMP(MICROS,true)) | 9223372036854775807",
                "int64 occurred_at (TIMESTAMP(MICROS,false)) | -9223372036854775808",
                "int32 occurred_at (DATE) | 213524029",
                "int32 occurred_at (DATE) | -2147483648",
            })
    void aStampBeyondTheReachOfMicrosecondsIsBadAndNotTheEndOfTheRun(String column, long stamp) throws IOException {
        String schema = "message m { required binary customer_id; required binary event; required " + column + "; }";
        Group row = row(schema).append("customer_id", "c").append("event", "e");
        Group far =
                column.startsWith("int32") ? row.append("occurred_at", (int) stamp) : row.append("occurred_at", stamp);
        Path file = parquet("t.parquet", schema, List.of(far));
        assertThat(Logs.outcomes(Logs.read(rules(Map.of()), file))).containsExactly("BAD_TIMESTAMP");
        assertThat(Logs.outcomes(Logs.readWithSpark(rules(Map.of()), file))).containsExactly("BAD_TIMESTAMP");
    }

    @Test
    void realsAreTheSameTextOnEveryJava() throws IOException {
        // Double.toString of Java 17 says 2.4999999999999998E22, of Java 25 2.5E22.
        String schema = "message m { required double customer_id; required binary occurred_at; required binary event;"
                + " required double value; }";
        Group good = row(schema)
                .append("customer_id", 2.5e22)
                .append("occurred_at", "2024-03-01")
                .append("event", "e")
                .append("value", 1.0);
        Group bad = row(schema)
                .append("customer_id", 2.5e22)
                .append("occurred_at", "x")
                .append("event", "e")
                .append("value", 0.25);
        Path file = parquet("t.parquet", schema, List.of(good, bad));
        List<ParsedRecord> records = Logs.readWithSpark(rules(Map.of()), file);
        assertThat(Logs.contents(records).get(0)).startsWith("25000000000000000000000|");
        assertThat(Logs.rejected(records).get(0).rawRecord())
                .isEqualTo(
                        "{\"customer_id\":25000000000000000000000,\"occurred_at\":\"x\",\"event\":\"e\",\"value\":0.25}");
    }

    @Test
    void epochNumbersAreReadByTheMapsFormat() throws IOException {
        String schema = "message m { required int32 customer_id; required int64 occurred_at; required binary event; }";
        Group row = row(schema)
                .append("customer_id", 1)
                .append("occurred_at", SECONDS)
                .append("event", "e");
        Path file = parquet("t.parquet", schema, List.of(row));
        InputRules rules = Logs.rules(TimestampFormat.EPOCH_SECONDS);
        assertThat(readBothWays(rules, file).get(0)).startsWith("1|2024-03-01T00:00:00Z|e|");
        assertThat(Logs.outcomes(Logs.readWithSpark(Logs.rules(), file))).containsExactly("BAD_TIMESTAMP");
    }

    @Test
    void filesOfDifferentTypesColumnsAndStrangeNamesAreReadTogether() throws IOException {
        String text = "message m { required binary `x` (STRING); }".replace("`x`", "event");
        String one = "message m { required int64 user.id; required int32 occurred_at (DATE); required binary event; }";
        String two = "message m { required binary event; optional double value; required group user {"
                + " required binary id (STRING); } required binary occurred_at; }";
        Group first =
                row(one).append("user.id", 7L).append("occurred_at", 19_783).append("event", "a");
        Group second = row(two).append("event", "b").append("value", 2.5).append("occurred_at", "2024-03-01");
        second.addGroup("user").append("id", "8");
        Path a = parquet("logs/a b%20 [x] {y}.parquet", one, List.of(first));
        Path b = parquet("logs/a b  [x] {y}.parquet", two, List.of(second));
        Path c = parquet("logs/dt=2024-03-01/ünï.parquet", one, List.of(first));
        InputRules rules = rules(Map.of("customer_id", "user.id"));
        List<ParsedRecord> records = Logs.readWithSpark(rules, folder.resolve("logs"));
        assertThat(records).containsExactlyInAnyOrderElementsOf(Logs.read(rules, folder.resolve("logs")));
        assertThat(Logs.touchpoints(records))
                .extracting(t -> t.sourceFile() + "|" + t.customerId() + "|" + t.value())
                .containsExactlyInAnyOrder(
                        "a b%20 [x] {y}.parquet|7|NaN",
                        "a b  [x] {y}.parquet|8|2.5", "dt=2024-03-01/ünï.parquet|7|NaN");
        assertThat(List.of(a, b, c)).allMatch(Files::exists);
        Path bad = parquet("logs/z.parquet", text, List.of(row(text).append("event", "e")));
        assertThatThrownBy(() -> Logs.readWithSpark(rules, folder.resolve("logs")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(bad.getFileName().toString())
                .hasMessageContaining("no column user.id");
    }

    @Test
    void everyBadKindIsRejectedAndRenderedAsJson() throws IOException {
        String schema = "message m { optional binary customer_id; optional binary occurred_at; optional binary event;"
                + " optional binary value; optional binary noise; }";
        Path file = parquet(
                "t.parquet",
                schema,
                List.of(
                        row(schema).append("occurred_at", "2024-03-01").append("event", "e"),
                        row(schema)
                                .append("customer_id", "c")
                                .append("occurred_at", "2024-03-01")
                                .append("event", " "),
                        row(schema).append("customer_id", "c").append("event", "e"),
                        row(schema)
                                .append("customer_id", "c\"")
                                .append("occurred_at", "2024-03-01")
                                .append("event", "e")
                                .append("value", "x")
                                .append("noise", "n")));
        List<ParsedRecord> records = Logs.readWithSpark(Logs.rules(), file);
        assertThat(Logs.outcomes(records))
                .containsExactly("MISSING_CUSTOMER", "MISSING_EVENT", "BAD_TIMESTAMP", "BAD_VALUE");
        assertThat(Logs.rejected(records).get(3).rawRecord())
                .isEqualTo(
                        "{\"customer_id\":\"c\\\"\",\"occurred_at\":\"2024-03-01\",\"event\":\"e\",\"value\":\"x\"}");
        assertThat(Logs.read(Logs.rules(), file)).isEqualTo(records);
    }

    @Test
    void aColumnThatIsNoSingleValueIsAnErrorThatNamesIt() throws IOException {
        String schema = "message m { required binary customer_id; required binary occurred_at;"
                + " required group event (LIST) { repeated group list { optional binary element (STRING); } } }";
        Group row = row(schema).append("customer_id", "c").append("occurred_at", "2024-03-01");
        row.addGroup("event").addGroup("list").append("element", "e");
        Path file = parquet("t.parquet", schema, List.of(row));
        assertThatThrownBy(() -> Logs.readWithSpark(Logs.rules(), file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("the column event of t.parquet is of type LIST")
                .hasMessageEndingWith("under input: columns");
        FieldLayout customers = FieldLayout.of(new CustomerRules(null, Map.of(), List.of("event")));
        assertThatThrownBy(() -> InputContract.check(Logs.resolve(file), customers, Logs.rules(), Logs.HADOOP))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("under customers: columns");
    }

    @Test
    void aDamagedParquetFileIsAnErrorThatNamesIt() {
        Path file = Logs.write(folder.resolve("bad.parquet"), "PAR1 and then nothing");
        assertThatThrownBy(() -> Logs.readWithSpark(Logs.rules(), file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bad.parquet");
    }

    private static Schema avroSchema() {
        return new Schema.Parser().parse("""
                        {"type":"record","name":"log","namespace":"n","fields":[
                         {"name":"who","type":{"type":"record","name":"who","fields":[{"name":"id","type":["null","long","string"]}]}},
                         {"name":"noise","type":{"type":"array","items":"int"}},
                         {"name":"occurred_at","type":["null",{"type":"long","logicalType":"timestamp-millis"},
                            {"type":"int","logicalType":"date"},"string"]},
                         {"name":"event","type":{"type":"enum","name":"kind","symbols":["visit","buy"]}},
                         {"name":"channel","type":["null","string"]},
                         {"name":"value","type":["null",{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}]},
                         {"name":"day","type":["null",{"type":"int","logicalType":"date"}]},
                         {"name":"local","type":["null",{"type":"long","logicalType":"local-timestamp-micros"}]}]}
                        """);
    }

    private static GenericRecord avro(Schema schema, Object id, Object occurredAt) {
        GenericRecord who = new GenericData.Record(schema.getField("who").schema());
        who.put("id", id);
        GenericRecord record = new GenericData.Record(schema);
        record.put("who", who);
        record.put("noise", List.of(1, 2));
        record.put("occurred_at", occurredAt);
        Schema kind = schema.getField("event").schema();
        record.put("event", new GenericData.EnumSymbol(kind, "buy"));
        record.put(
                "value", ByteBuffer.wrap(new BigDecimal("12.50").unscaledValue().toByteArray()));
        record.put("day", 19_783);
        record.put("local", SECONDS * 1_000_000);
        return record;
    }

    private Path avroFile(String name, Schema schema, List<GenericRecord> records) throws IOException {
        Path file = folder.resolve(name);
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.setCodec(CodecFactory.deflateCodec(1)).setSyncInterval(1 << 12);
            writer.create(schema, file.toFile());
            for (GenericRecord record : records) {
                writer.append(record);
            }
        }
        return file;
    }

    @Test
    void avroRecordsAreReadWithLogicalTypesUnionsAndNestedFields() throws IOException {
        Schema schema = avroSchema();
        Path file = avroFile(
                "log.avro",
                schema,
                List.of(
                        avro(schema, 7L, SECONDS * 1000 + 5),
                        avro(schema, "x", 19_783),
                        avro(schema, "x", "2024-03-01T00:00:00Z"),
                        avro(schema, null, SECONDS),
                        avro(schema, "x", null),
                        avro(schema, "x", "then")));
        InputRules rules = rules(Map.of("customer_id", "who.id"), "day", "local");
        List<ParsedRecord> records = Logs.readWithSpark(rules, file);
        assertThat(records).isEqualTo(Logs.read(rules, file));
        assertThat(Logs.outcomes(records))
                .containsExactly("7 buy", "x buy", "x buy", "MISSING_CUSTOMER", "BAD_TIMESTAMP", "BAD_TIMESTAMP");
        assertThat(Logs.contents(records).get(0))
                .startsWith("7|2024-03-01T00:00:00.005Z|buy|null|12.5|~")
                .endsWith("|[2024-03-01, 2024-02-29T23:00:00Z]");
        assertThat(Logs.touchpoints(records))
                .extracting(Touchpoint::occurredAt)
                .containsExactly(SECONDS * 1_000_000 + 5000, (SECONDS - 3600) * 1_000_000, SECONDS * 1_000_000);
        assertThat(RecordReaders.columns(Logs.resolve(file).get(0), rules, Logs.HADOOP))
                .containsExactly("who.id", "noise", "occurred_at", "event", "channel", "value", "day", "local");
        Path far = avroFile("far.avro", schema, List.of(avro(schema, "x", Long.MAX_VALUE)));
        assertThat(Logs.outcomes(Logs.read(rules, far))).containsExactly("BAD_TIMESTAMP");
        assertThatThrownBy(() -> Logs.read(rules(Map.of("customer_id", "who")), file))
                .hasMessageContaining("is of type record");
        assertThatThrownBy(() -> Logs.read(rules(Map.of("customer_id", "who.ids")), file))
                .hasMessageContaining("did you mean who.id?");
    }

    @Test
    void slicesOfAnAvroFileAreTheFile() throws IOException {
        Schema schema = SchemaBuilder.record("r")
                .fields()
                .requiredString("customer_id")
                .requiredString("occurred_at")
                .requiredString("event")
                .endRecord();
        List<GenericRecord> written = new java.util.ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            GenericRecord record = new GenericData.Record(schema);
            record.put("customer_id", "c" + i);
            record.put("occurred_at", "2024-03-01");
            record.put("event", "e");
            written.add(record);
        }
        InputFile file = Logs.resolve(avroFile("log.avro", schema, written)).get(0);
        for (long sliceSize : new long[] {100, 1000, 7777, 1 << 20}) {
            List<String> ids = new java.util.ArrayList<>();
            for (InputSlice slice : InputSlices.cut(file, sliceSize)) {
                RecordReaders.open(slice, FieldLayout.of(Logs.rules()), Logs.rules(), Logs.HADOOP)
                        .forEachRemaining(record -> ids.add((String) record.value(0)));
            }
            assertThat(ids)
                    .containsExactlyElementsOf(written.stream()
                            .map(record -> record.get(0).toString())
                            .toList());
        }
    }
}
