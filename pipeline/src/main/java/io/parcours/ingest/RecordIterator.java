package io.parcours.ingest;

import java.io.IOException;
import java.util.NoSuchElementException;

/** What the readers of all formats share: one record read ahead, the file closed at its end, faults named by file. */
abstract class RecordIterator implements CloseableIterator<SourceRecord> {
    private final InputFile file;
    private SourceRecord next;
    private boolean isRead;
    private boolean isClosed;

    RecordIterator(InputFile file) {
        this.file = file;
    }

    /** The next record, or null at the end. */
    abstract SourceRecord read() throws IOException;

    abstract void closeSource() throws IOException;

    @Override
    public final boolean hasNext() {
        if (!isRead && !isClosed) {
            try {
                next = read();
            } catch (IOException | RuntimeException problem) {
                close();
                throw damaged(file, problem);
            }
            isRead = true;
            if (next == null) {
                close();
            }
        }
        return next != null;
    }

    @Override
    public final SourceRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SourceRecord record = next;
        next = null;
        isRead = false;
        return record;
    }

    @Override
    public final void close() {
        if (!isClosed) {
            isClosed = true;
            try {
                closeSource();
            } catch (IOException problem) {
                throw damaged(file, problem);
            }
        }
    }

    static InputException damaged(InputFile file, Exception problem) {
        return problem instanceof InputException known
                ? known
                : new InputException(
                        "cannot read " + file.location() + " to its end: "
                                + OneLine.of(problem).replaceFirst("\\.$", "")
                                + "; the file may be damaged or incomplete",
                        problem);
    }
}
