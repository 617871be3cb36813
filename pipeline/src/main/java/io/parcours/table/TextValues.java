package io.parcours.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;

/** Texts as UTF-8, each after its length. */
final class TextValues extends RepeatingValues {
    private static final int MOST_ENTRY_BYTES = 1 << 20;
    private static final int RECENT = 64;

    private final PageBytes entries = new PageBytes();
    private final Map<String, Integer> codeOf = new HashMap<>();
    private int[] starts = new int[16];
    /** For each entry the last page that has it, so that only its first occurrence in a page is compared. */
    private int[] seenInPage = new int[16];

    private int page = 1;
    private String last;
    private int lastCode;
    /** By their hash: texts met of late. Labels are mostly one object, and to see that is cheaper than to look them up. */
    private final String[] recent = new String[RECENT];

    private final int[] recentCodes = new int[RECENT];

    void add(String text) {
        if (encodes()) {
            // Neighbouring rows often have the same text, above all the customer's id.
            if (text.equals(last) || find(text)) {
                codes().add(lastCode);
                return;
            }
            stopEncoding();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        plain().putWithSize(bytes);
    }

    private boolean find(String text) {
        int slot = text.hashCode() & RECENT - 1;
        if (recent[slot] == text) {
            last = text;
            lastCode = recentCodes[slot];
            return true;
        }
        Integer known = codeOf.get(text);
        if (known == null && (entries.size() >= MOST_ENTRY_BYTES || isFutile())) {
            return false;
        }
        lastCode = known == null ? enter(text) : known;
        last = text;
        recent[slot] = text;
        recentCodes[slot] = lastCode;
        return true;
    }

    private int enter(String text) {
        int code = codeOf.size();
        codeOf.put(text, code);
        if (code + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            seenInPage = Arrays.copyOf(seenInPage, 2 * starts.length);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        entries.putWithSize(bytes);
        starts[code + 1] = entries.size();
        seenInPage[code] = 0;
        return code;
    }

    @Override
    int entryCount() {
        return codeOf.size();
    }

    @Override
    int entryBytes() {
        return entries.size();
    }

    @Override
    void putEntry(int code, PageBytes target) {
        target.put(entries, starts[code], starts[code + 1]);
    }

    @Override
    void forgetEntries() {
        codeOf.clear();
        entries.cutAt(0);
        last = null;
    }

    @Override
    public void describe(Statistics<?> statistics) {
        if (codes().count() > 0) {
            describeCodes(statistics);
        } else if (plain().size() > 0) {
            describePlain(statistics);
        }
    }

    private void describeCodes(Statistics<?> statistics) {
        int min = codes().code(0);
        int max = min;
        for (int i = 0; i < codes().count(); i++) {
            int code = codes().code(i);
            if (seenInPage[code] != page) {
                seenInPage[code] = page;
                min = compare(entries, starts[code], starts[min]) < 0 ? code : min;
                max = compare(entries, starts[code], starts[max]) > 0 ? code : max;
            }
        }
        page++;
        describe(entries, starts[min], statistics);
        describe(entries, starts[max], statistics);
    }

    private void describePlain(Statistics<?> statistics) {
        PageBytes texts = plain();
        int min = 0;
        int max = 0;
        for (int at = 0; at < texts.size(); at += Integer.BYTES + texts.intAt(at)) {
            min = compare(texts, at, min) < 0 ? at : min;
            max = compare(texts, at, max) > 0 ? at : max;
        }
        describe(texts, min, statistics);
        describe(texts, max, statistics);
    }

    /** Compares two texts that lie here after their lengths, by their bytes without sign. */
    private static int compare(PageBytes texts, int one, int other) {
        int oneFrom = one + Integer.BYTES;
        int otherFrom = other + Integer.BYTES;
        return Arrays.compareUnsigned(
                texts.array(),
                oneFrom,
                oneFrom + texts.intAt(one),
                texts.array(),
                otherFrom,
                otherFrom + texts.intAt(other));
    }

    private static void describe(PageBytes texts, int at, Statistics<?> statistics) {
        int from = at + Integer.BYTES;
        statistics.updateStats(Binary.fromConstantByteArray(texts.copy(from, from + texts.intAt(at))));
    }
}
