package io.parcours.journey;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;

/**
 * The texts that repeat (events, channels, dimensions, files) by number, so that they are written once, compared and
 * looked up as numbers. Equal texts have one number; 0 is a missing text. Numbers mean nothing outside what they were
 * given for: a block, or a task.
 *
 * <p>An open table instead of a HashMap: it is asked several times for every touchpoint, mostly for the very object it
 * holds. Texts that a hostile log made to collide go to a HashMap, which bears them.
 */
public final class TextCodes implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final int MISSING = 0;

    private static final int LONGEST_PROBE = 32;

    /** By number, from 1. */
    private String[] texts = new String[32];

    /** Numbers by slot; 0 is a free slot. */
    private int[] slots = new int[64];

    private final HashMap<String, Integer> collided = new HashMap<>();
    private int count;

    /** The number of a text, new if it was not met before. */
    public int of(String text) {
        if (text == null) {
            return MISSING;
        }
        int mask = slots.length - 1;
        int slot = slotOf(text, mask);
        for (int probe = 0; probe < LONGEST_PROBE; probe++) {
            int code = slots[slot];
            if (code == 0) {
                return added(text, slot);
            }
            if (texts[code].equals(text)) {
                return code;
            }
            slot = slot + 1 & mask;
        }
        Integer known = collided.get(text);
        if (known == null) {
            known = number(text);
            collided.put(text, known);
        }
        return known;
    }

    /** The text of a number, null for {@link #MISSING}. */
    public String text(int code) {
        return texts[code];
    }

    /** How many texts there are; their numbers are 1 to this. */
    public int count() {
        return count;
    }

    /** Forgets all texts. */
    public void clear() {
        Arrays.fill(texts, 1, count + 1, null);
        Arrays.fill(slots, 0);
        collided.clear();
        count = 0;
    }

    private int added(String text, int slot) {
        int code = number(text);
        slots[slot] = code;
        if (code * 2 > slots.length) {
            grow();
        }
        return code;
    }

    private int number(String text) {
        count++;
        if (count == texts.length) {
            texts = Arrays.copyOf(texts, count * 2);
        }
        texts[count] = text;
        return count;
    }

    private void grow() {
        slots = new int[slots.length * 4];
        collided.clear();
        int mask = slots.length - 1;
        for (int code = 1; code <= count; code++) {
            place(code, mask);
        }
    }

    private void place(int code, int mask) {
        int slot = slotOf(texts[code], mask);
        for (int probe = 0; probe < LONGEST_PROBE; probe++) {
            if (slots[slot] == 0) {
                slots[slot] = code;
                return;
            }
            slot = slot + 1 & mask;
        }
        collided.put(texts[code], code);
    }

    private static int slotOf(String text, int mask) {
        int hash = text.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & mask;
    }
}
