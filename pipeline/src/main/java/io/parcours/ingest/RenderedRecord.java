package io.parcours.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Records of formats without text, as JSON for the quarantine: the columns read, with their values. */
final class RenderedRecord {
    private RenderedRecord() {}

    static String of(FieldLayout layout, Object[] values) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFields.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (int field = 0; field < values.length; field++) {
                if (values[field] != null) {
                    json.writeFieldName(layout.column(field));
                    write(json, values[field]);
                }
            }
            json.writeEndObject();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double || value instanceof Float) {
            writeReal(json, value);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value instanceof String text ? text : TextValues.of(value));
        }
    }

    private static void writeReal(JsonGenerator json, Object value) throws IOException {
        if (Double.isFinite(((Number) value).doubleValue())) {
            json.writeNumber(TextValues.of(value));
        } else {
            json.writeString(value.toString());
        }
    }
}
