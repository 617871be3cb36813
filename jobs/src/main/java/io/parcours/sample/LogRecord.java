package io.parcours.sample;

import java.nio.ByteBuffer;

/** A record of the log, small enough to keep millions: everything is a number. One object serves many records. */
final class LogRecord {
    static final int BYTES = 26;

    long time;
    /** The customer's number from 1; a bot's is negative. */
    int customer;
    /** The record's number among the customer's, from 1: the end of its event_id. */
    int sequence;
    /** Its worth in cents, or {@link CustomerPlan#NO_VALUE}. */
    int cents;

    byte event;
    byte channel;
    byte device;
    byte region;
    byte campaign;
    byte fault;

    void pack(ByteBuffer into) {
        into.putLong(time).putInt(customer).putInt(sequence).putInt(cents);
        into.put(event).put(channel).put(device).put(region).put(campaign).put(fault);
    }

    void unpack(ByteBuffer from) {
        time = from.getLong();
        customer = from.getInt();
        sequence = from.getInt();
        cents = from.getInt();
        event = from.get();
        channel = from.get();
        device = from.get();
        region = from.get();
        campaign = from.get();
        fault = from.get();
    }

    Fault fault() {
        return Fault.of(fault);
    }

    PlannedChannel channel() {
        return PlannedChannel.of(channel);
    }
}
