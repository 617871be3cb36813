package io.parcours.table;

import org.apache.parquet.column.Encoding;

/**
 * Values that are written as places in a dictionary for as long as that pays. The first page of a row group decides: if
 * hardly any of its first values comes twice, or it is not smaller with a dictionary, there is none. Once the dictionary
 * is full the values are written as they are.
 */
abstract class RepeatingValues implements Values {
    private static final int FIRST_VALUES = 2_048;
    private static final int TOO_MANY_ENTRIES = FIRST_VALUES / 16 * 15;

    private final Codes codes = new Codes();
    private final PageBytes plain = new PageBytes();
    private boolean encodes = true;
    private boolean hasEncodedPages;

    /** Whether values are to be looked up in the dictionary. */
    final boolean encodes() {
        return encodes;
    }

    final Codes codes() {
        return codes;
    }

    /** The page's values as they are, where they are not looked up. */
    final PageBytes plain() {
        return plain;
    }

    /** How many values the dictionary has. */
    abstract int entryCount();

    /** How many bytes the dictionary's values take. */
    abstract int entryBytes();

    /** Appends a value of the dictionary. */
    abstract void putEntry(int code, PageBytes page);

    abstract void forgetEntries();

    /** Whether the values so far promise nothing of a dictionary; to be asked before it gets a further one. */
    final boolean isFutile() {
        return entryCount() == TOO_MANY_ENTRIES && codes.count() < FIRST_VALUES && !hasEncodedPages;
    }

    /** Turns the page's places into values; to be called when the dictionary is full. */
    final void stopEncoding() {
        encodes = false;
        for (int i = 0; i < codes.count(); i++) {
            putEntry(codes.code(i), plain);
        }
        codes.clear();
    }

    /** How many bytes the page's values take in memory. */
    final int pageBytes() {
        return plain.size() + Integer.BYTES * codes.count();
    }

    @Override
    public final long size() {
        return pageBytes() + (long) entryBytes();
    }

    @Override
    public final Encoding endPage(PageBytes page) {
        if (encodes && codes.count() > 0) {
            int start = page.size();
            writeCodes(page);
            if (hasEncodedPages || pays(page.size() - start)) {
                hasEncodedPages = true;
                codes.clear();
                return Encoding.RLE_DICTIONARY;
            }
            page.cutAt(start);
            stopEncoding();
        }
        page.put(plain, 0, plain.size());
        plain.cutAt(0);
        return Encoding.PLAIN;
    }

    private void writeCodes(PageBytes page) {
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(entryCount() - 1);
        page.putByte(width);
        codes.writeRuns(width, page);
    }

    private boolean pays(int encodedBytes) {
        int start = plain.size();
        for (int i = 0; i < codes.count(); i++) {
            putEntry(codes.code(i), plain);
        }
        int plainBytes = plain.size() - start;
        plain.cutAt(start);
        return encodedBytes + entryBytes() < plainBytes;
    }

    @Override
    public final int dictionaryCount() {
        return hasEncodedPages ? entryCount() : 0;
    }

    @Override
    public final void writeDictionary(PageBytes page) {
        for (int code = 0; code < entryCount(); code++) {
            putEntry(code, page);
        }
    }

    @Override
    public final void endRowGroup() {
        forgetEntries();
        encodes = true;
        hasEncodedPages = false;
    }
}
