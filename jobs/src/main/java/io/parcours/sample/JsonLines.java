package io.parcours.sample;

import java.util.List;

/** Records as JSON, one object a line; what is missing has no key. */
final class JsonLines implements TextLine.Style {
    private static final byte[] CUSTOMER = TextLine.utf8("{\"customer_id\":\"");
    private static final byte[] NO_CUSTOMER = TextLine.utf8("{\"customer_id\":null");
    private static final byte[] TIMESTAMP = TextLine.utf8(",\"occurred_at\":\"");
    private static final byte[] VALUE = TextLine.utf8(",\"value\":");
    private static final byte[] EVENT_ID = TextLine.utf8(",\"event_id\":\"");

    private final byte[][] events = members("event", LogFields.events());
    private final byte[][] channels = members("channel", LogFields.channels());
    private final byte[][] platforms = members("platform", LogFields.platforms());
    private final byte[][] regions = members("region", Phrases.REGIONS);
    private final byte[][] campaigns = members("campaign", Phrases.CAMPAIGNS);

    private static byte[][] members(String key, List<String> texts) {
        return texts.stream()
                .map(text -> text == null ? "" : ",\"" + key + "\":\"" + escaped(text) + '"')
                .map(TextLine::utf8)
                .toArray(byte[][]::new);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public void begin(TextLine line) {}

    @Override
    public void append(LogRecord record, TextLine line) {
        Fault fault = record.fault();
        if (fault == Fault.NO_RECORD) {
            line.put(TextLine.utf8(fault.text())).put('\n');
            return;
        }
        if (fault == Fault.NO_CUSTOMER) {
            line.put(NO_CUSTOMER);
        } else {
            line.put(CUSTOMER).customer(record.customer).put('"');
        }
        line.put(TIMESTAMP);
        if (fault.isOfTimestamp()) {
            line.put(TextLine.utf8(fault.text()));
        } else {
            line.timestamp(record);
        }
        if (fault == Fault.CUT_SHORT) {
            line.put('\n');
            return;
        }
        line.put('"');
        rest(record, fault, line);
        line.put('}');
        if (fault == Fault.TOO_LONG) {
            line.put('}').put('}');
        }
        line.put('\n');
    }

    private void rest(LogRecord record, Fault fault, TextLine line) {
        if (fault != Fault.NO_EVENT) {
            line.put(events[record.event]);
        }
        line.put(channels[record.channel]);
        if (fault.isOfValue()) {
            line.put(VALUE).put('"').put(TextLine.utf8(fault.text())).put('"');
        } else if (record.cents != CustomerPlan.NO_VALUE) {
            line.put(VALUE).amount(record.cents);
        }
        if (record.channel().hasEventIds()) {
            line.put(EVENT_ID).eventId(record).put('"');
        }
        line.put(platforms[record.device]).put(regions[record.region]).put(campaigns[record.campaign]);
    }
}
