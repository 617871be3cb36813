package io.parcours.sample;

import java.util.List;

/** Records as CSV (RFC 4180), quoted only where a field needs it. */
final class CsvLines implements TextLine.Style {
    private final byte[][] events = quoted(LogFields.events());
    private final byte[][] channels = quoted(LogFields.channels());
    private final byte[][] platforms = quoted(LogFields.platforms());
    private final byte[][] regions = quoted(Phrases.REGIONS);
    private final byte[][] campaigns = quoted(Phrases.CAMPAIGNS);

    private static byte[][] quoted(List<String> texts) {
        return texts.stream().map(CsvLines::quoted).map(TextLine::utf8).toArray(byte[][]::new);
    }

    private static String quoted(String text) {
        if (text == null) {
            return "";
        }
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void begin(TextLine line) {
        line.put(TextLine.utf8(String.join(",", LogFields.NAMES))).put('\n');
    }

    @Override
    public void append(LogRecord record, TextLine line) {
        Fault fault = record.fault();
        if (fault == Fault.NO_RECORD) {
            line.put(TextLine.utf8(fault.text())).put('\n');
            return;
        }
        if (fault != Fault.NO_CUSTOMER) {
            line.customer(record.customer);
        }
        line.put(',');
        if (fault.isOfTimestamp()) {
            line.put(TextLine.utf8(fault.text()));
        } else {
            line.timestamp(record);
        }
        line.put(',');
        if (fault == Fault.CUT_SHORT) {
            line.put('\n');
            return;
        }
        rest(record, fault, line);
        if (fault == Fault.TOO_LONG) {
            line.put(',').put('1').put(',').put('2');
        }
        line.put('\n');
    }

    private void rest(LogRecord record, Fault fault, TextLine line) {
        if (fault != Fault.NO_EVENT) {
            line.put(events[record.event]);
        }
        line.put(',').put(channels[record.channel]).put(',');
        if (fault.isOfValue()) {
            line.put(TextLine.utf8(fault.text()));
        } else if (record.cents != CustomerPlan.NO_VALUE) {
            line.amount(record.cents);
        }
        line.put(',');
        if (record.channel().hasEventIds()) {
            line.eventId(record);
        }
        line.put(',').put(platforms[record.device]);
        line.put(',').put(regions[record.region]);
        line.put(',').put(campaigns[record.campaign]);
    }
}
