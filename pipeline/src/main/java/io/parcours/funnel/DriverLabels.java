package io.parcours.funnel;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.TextCodes;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The events, channels and dimension values met in a task as numbers from 1, shared by its funnels, so that an event is
 * looked up once however many funnels ask for it.
 */
final class DriverLabels implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient TextCodes codes = new TextCodes();
    /** The history whose events stand in the array. */
    private transient CustomerHistory history;

    private transient int[] events = new int[64];
    private transient int known;
    private transient DriverLabels latest;
    private transient int[] latestMapped;

    /** The number of a text, also of one not met before; not for null. */
    int of(String text) {
        return codes.of(text);
    }

    String text(int number) {
        return codes.text(number);
    }

    /** The numbers of the events of a history's first touchpoints. Not to be changed. */
    int[] events(CustomerHistory asked, int upTo) {
        if (history != asked) {
            history = asked;
            known = 0;
        }
        if (events.length < upTo) {
            events = Arrays.copyOf(events, Math.max(upTo, events.length * 2));
        }
        for (; known < upTo; known++) {
            events[known] = codes.of(asked.event(known));
        }
        return events;
    }

    /** By another's number of a text, the number here. Not to be changed. */
    int[] mapped(DriverLabels other) {
        if (latest != other || latestMapped.length != other.codes.count() + 1) {
            latestMapped = new int[other.codes.count() + 1];
            for (int number = 1; number < latestMapped.length; number++) {
                latestMapped[number] = codes.of(other.codes.text(number));
            }
            latest = other;
        }
        return latestMapped;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        String[] texts = new String[codes.count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = codes.text(i + 1);
        }
        out.writeObject(texts);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        codes = new TextCodes();
        events = new int[64];
        for (String text : (String[]) in.readObject()) {
            codes.of(text);
        }
    }
}
