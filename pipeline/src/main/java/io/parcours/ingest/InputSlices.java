package io.parcours.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Cuts files into slices, and deals slices out to tasks of about equal work. */
final class InputSlices {
    static final long SMALLEST = 16L << 20;
    static final long LARGEST = 128L << 20;

    // Opening a file costs about as much as reading this many bytes; it keeps ten thousand tiny files out of one task.
    private static final long OPENING = 1L << 18;
    private static final int PACKING = 4;

    private InputSlices() {}

    /** The size of slices that gives every core a few of them. */
    static long sliceSize(List<InputFile> files, int cores) {
        long total = files.stream().mapToLong(InputFile::length).sum();
        return Math.max(SMALLEST, Math.min(LARGEST, total / (3L * cores)));
    }

    static boolean canBeCut(InputFile file) {
        return file.format() != InputFormat.PARQUET && !FileNames.isCompressed(file.location());
    }

    /** Slices of about this many bytes that make up the file. */
    static List<InputSlice> cut(InputFile file, long sliceSize) {
        int count = (int) Math.max(1, file.length() / sliceSize);
        List<InputSlice> slices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long start = file.length() / count * i;
            long end = i == count - 1 ? Long.MAX_VALUE : file.length() / count * (i + 1);
            slices.add(new InputSlice(file, start, end));
        }
        return slices;
    }

    /** Slices by task: big ones first, each to the task with the least work. */
    static List<List<InputSlice>> dealt(List<InputSlice> slices, long sliceSize) {
        long total = slices.stream().mapToLong(InputSlices::work).sum();
        int count = (int) Math.max(1, Math.min(slices.size(), (total + sliceSize - 1) / sliceSize));
        PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(task -> task.work));
        List<List<InputSlice>> dealt = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Task task = new Task();
            tasks.add(task);
            dealt.add(task.slices);
        }
        List<InputSlice> bigFirst = new ArrayList<>(slices);
        bigFirst.sort(Comparator.comparingLong(InputSlices::work).reversed());
        for (InputSlice slice : bigFirst) {
            Task least = tasks.poll();
            least.slices.add(slice);
            least.work += work(slice);
            tasks.add(least);
        }
        return dealt;
    }

    private static long work(InputSlice slice) {
        boolean isPacked = FileNames.isCompressed(slice.file().location());
        return OPENING + slice.size() * (isPacked ? PACKING : 1);
    }

    private static final class Task {
        private final List<InputSlice> slices = new ArrayList<>();
        private long work;
    }
}
