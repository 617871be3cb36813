package io.parcours.run;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Threads of this process. Without a shuffle there is nothing that Spark would be needed for on one machine. */
public final class LocalWorkers extends Workers {
    private final int threads;
    private final RunProgress progress;

    public LocalWorkers(int threads, RunProgress progress) {
        this.threads = threads;
        this.progress = progress;
    }

    @Override
    HadoopSettings settings() {
        return HadoopSettings.ofThisMachine();
    }

    @Override
    Optional<String> sparkVersion() {
        return Optional.empty();
    }

    @Override
    <T extends Serializable, R> void forEach(List<T> files, Work<T, R> work, Consumer<R> results) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CompletionService<R> worked = new ExecutorCompletionService<>(pool);
        byte[] written = Bytes.of(work);
        try {
            // Each task has a copy of its own, as in Spark: what it works with need not be safe to share between
            // threads.
            files.forEach(
                    file -> worked.submit(() -> LocalWorkers.<T, R>copy(written).over(file, 0)));
            for (int finished = 1; finished <= files.size(); finished++) {
                results.accept(worked.take().get());
                progress.tasks(finished, files.size());
            }
        } catch (ExecutionException failure) {
            throw unchecked(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the analysis was interrupted", interrupted);
        } finally {
            end(pool);
        }
    }

    // The copy is of what was written, so the types agree.
    @SuppressWarnings("unchecked")
    private static <T, R> Work<T, R> copy(byte[] written) {
        return (Work<T, R>) Bytes.read(written, Work.class);
    }

    /** Whoever works still must have ended before staging is deleted. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        try {
            while (!pool.awaitTermination(1, TimeUnit.HOURS)) {
                continue;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
