package io.parcours.touchpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash of what a touchpoint says: the first 128 bits of the SHA-256 of its fields but event_id and source_file. It
 * is the same on every machine and in every version, and nobody can make two contents that share one.
 *
 * <p>Hashed, in this order: customer_id, occurred_at, event, channel, value, then the dimensions. A text is its length
 * in UTF-8 bytes as 4 bytes, then these bytes; a missing one is the length -1. occurred_at is its microseconds as 8
 * bytes, value its IEEE 754 bits as 8 bytes (a missing one 7ff8000000000000, and -0 is 0). The highest byte comes first.
 *
 * <p>One instance serves one task; it is not safe to share between threads.
 */
public final class ContentHash {
    /** What a derived event id starts with, so that it cannot be taken for one of the log. */
    static final char DERIVED = '~';

    private static final int DERIVED_LENGTH = 33;
    private static final int MISSING = -1;

    private final MessageDigest digest;
    private final HexFormat hex = HexFormat.of();
    private byte[] bytes = new byte[512];
    private int length;

    public ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }

    /** The hash of a touchpoint as 32 hexadecimal digits. */
    public String of(Touchpoint touchpoint) {
        return of(
                touchpoint.customerId(),
                touchpoint.occurredAt(),
                touchpoint.event(),
                touchpoint.channel(),
                touchpoint.value(),
                touchpoint.dimensions());
    }

    private String of(
            String customerId, long occurredAt, String event, String channel, double value, List<String> dimensions) {
        length = 0;
        add(customerId);
        add(occurredAt);
        add(event);
        add(channel);
        add(Double.doubleToLongBits(value == 0 ? 0.0 : value));
        for (int i = 0; i < dimensions.size(); i++) {
            add(dimensions.get(i));
        }
        digest.update(bytes, 0, length);
        return hex.formatHex(digest.digest(), 0, 16);
    }

    /** The event id of a touchpoint whose record has none: a tilde and the hash of its content. */
    public String derivedId(
            String customerId, long occurredAt, String event, String channel, double value, List<String> dimensions) {
        return DERIVED + of(customerId, occurredAt, event, channel, value, dimensions);
    }

    /** An id of the log, led by one more tilde if it would look like a derived one. */
    public static String ownId(String id) {
        if (id.charAt(0) != DERIVED) {
            return id;
        }
        int tildes = 0;
        while (tildes < id.length() && id.charAt(tildes) == DERIVED) {
            tildes++;
        }
        return isDerived(id.substring(tildes - 1)) ? DERIVED + id : id;
    }

    static boolean isDerived(String id) {
        if (id.length() != DERIVED_LENGTH || id.charAt(0) != DERIVED) {
            return false;
        }
        for (int i = 1; i < DERIVED_LENGTH; i++) {
            char c = id.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private void add(long number) {
        makeRoom(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (number >>> shift);
        }
    }

    private void add(String text) {
        if (text == null) {
            addLength(MISSING);
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        addLength(encoded.length);
        makeRoom(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    private void addLength(int count) {
        makeRoom(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (count >>> shift);
        }
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
