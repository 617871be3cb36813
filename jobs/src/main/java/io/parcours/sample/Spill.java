package io.parcours.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records on their way from customers' order to time's order: one file for every slice of time, each small enough to be
 * sorted in memory.
 */
final class Spill {
    private static final int RECORDS_PER_SLICE = 500_000;
    private static final int BUFFER_BYTES = 1000 * LogRecord.BYTES;
    private static final int MOST_SLICES_PER_DAY = 96;

    private final Path folder;
    private final SampleCalendar calendar;
    private final int slicesPerDay;
    private final ByteBuffer[] buffers;

    Spill(Path folder, SampleCalendar calendar, long expectedRecords) {
        this.folder = folder;
        this.calendar = calendar;
        long perDay = expectedRecords / calendar.days();
        this.slicesPerDay = (int) Math.min(MOST_SLICES_PER_DAY, 1 + perDay / RECORDS_PER_SLICE);
        this.buffers = new ByteBuffer[calendar.days() * slicesPerDay];
    }

    void add(LogRecord record) {
        int slice = (int) ((record.time - calendar.start()) / (SampleCalendar.DAY / slicesPerDay));
        if (buffers[slice] == null) {
            buffers[slice] = ByteBuffer.allocate(BUFFER_BYTES);
        }
        record.pack(buffers[slice]);
        if (!buffers[slice].hasRemaining()) {
            flush(slice);
        }
    }

    /** Writes out what is still in memory; nothing is added after this. */
    void close() {
        for (int slice = 0; slice < buffers.length; slice++) {
            if (buffers[slice] != null) {
                flush(slice);
                buffers[slice] = null;
            }
        }
    }

    // A slice's file is opened for every flush: there may be more slices than a process may hold files.
    private void flush(int slice) {
        ByteBuffer buffer = buffers[slice].flip();
        try (FileChannel file = FileChannel.open(file(slice), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        buffer.clear();
    }

    /** The slices of a day, in time's order. */
    List<Slice> slicesOf(int day) {
        List<Slice> slices = new ArrayList<>();
        for (int slice = day * slicesPerDay; slice < (day + 1) * slicesPerDay; slice++) {
            if (Files.exists(file(slice))) {
                slices.add(new Slice(file(slice)));
            }
        }
        return slices;
    }

    private Path file(int slice) {
        return folder.resolve("slice-" + slice);
    }

    /** What happened in a slice of time. */
    record Slice(Path file) {

        /** Writes the slice's records by time; those of one instant by customer, as they were planned. */
        void writeTo(LogWriter writer) throws IOException {
            ByteBuffer packed = ByteBuffer.wrap(Files.readAllBytes(file));
            Files.delete(file);
            int count = packed.capacity() / LogRecord.BYTES;
            long first = packed.getLong(0) / SampleCalendar.DAY * SampleCalendar.DAY - SampleCalendar.DAY;
            long[] order = new long[count];
            for (int i = 0; i < count; i++) {
                order[i] = (packed.getLong(i * LogRecord.BYTES) - first) << 32 | i;
            }
            Arrays.sort(order);
            LogRecord record = new LogRecord();
            for (long key : order) {
                packed.position((int) key * LogRecord.BYTES);
                record.unpack(packed);
                writer.write(record);
            }
        }
    }
}
