package io.parcours.friction;

import io.parcours.journey.TextCodes;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** The events met, as numbers from 1. */
final class EventNames implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient TextCodes codes = new TextCodes();

    int of(String event) {
        return codes.of(event);
    }

    String text(int number) {
        return codes.text(number);
    }

    /** By another's number of an event, the number here. */
    int[] mapped(EventNames other) {
        int[] mapped = new int[other.codes.count() + 1];
        for (int number = 1; number < mapped.length; number++) {
            mapped[number] = codes.of(other.codes.text(number));
        }
        return mapped;
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
        for (String text : (String[]) in.readObject()) {
            codes.of(text);
        }
    }
}
