package io.parcours.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;

/** Checks files, before anything is counted, for the columns that a map reads. */
public final class InputContract {
    private static final int THREADS = 8;

    private InputContract() {}

    /**
     * Checks that every file has the columns of the layout: by header or schema, and of all JSON files together by the
     * first 1,000 records of each.
     *
     * @return what {@link RecordSource} reads
     * @throws InputException where a needed column is missing, and where a file cannot be read
     */
    public static CheckedFiles check(
            List<InputFile> files, FieldLayout layout, InputRules rules, Configuration hadoop) {
        ofEach(ofFormat(files, InputFormat.CSV), file -> {
            CsvHeader.read(file, rules.csv(), hadoop).ifPresent(header -> header.columnsOf(file, layout));
            return file;
        });
        ofEach(
                ofFormat(files, InputFormat.AVRO),
                file -> new AvroColumns(file, layout, AvroRecords.schema(file, hadoop)));
        Map<InputFile, ParquetColumns> parquet = ofEach(
                ofFormat(files, InputFormat.PARQUET),
                file -> ParquetColumns.of(file, layout, ParquetRecords.schema(file, hadoop)));
        checkJson(ofFormat(files, InputFormat.JSON), layout, hadoop);
        return new CheckedFiles(files, parquet);
    }

    /**
     * Refuses files that have no columns at all, as where nothing was written. Some of them may be empty.
     *
     * @throws InputException where all are
     */
    public static void requireColumns(
            List<InputFile> files, FieldLayout layout, InputRules rules, Configuration hadoop) {
        if (files.stream()
                .allMatch(file -> RecordReaders.columns(file, rules, hadoop).isEmpty())) {
            throw ColumnLookup.nothing(files.get(0), layout);
        }
    }

    static List<InputFile> ofFormat(List<InputFile> files, InputFormat format) {
        return files.stream().filter(file -> file.format() == format).toList();
    }

    private static void checkJson(List<InputFile> files, FieldLayout layout, Configuration hadoop) {
        Set<String> columns = new LinkedHashSet<>();
        ofEach(files, file -> JsonSample.columns(file, hadoop)).values().forEach(columns::addAll);
        if (columns.isEmpty()) {
            return;
        }
        for (FieldLayout.Field field : layout.fields()) {
            if (field.isNeeded() && !JsonSample.has(columns, field.column())) {
                throw ColumnLookup.missing(files.get(0), layout, field, List.copyOf(columns));
            }
        }
    }

    // Opening a file far away takes its time, whatever it holds; eight at once make a thousand files bearable.
    private static <T> Map<InputFile, T> ofEach(List<InputFile> files, Function<InputFile, T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "parcours-input-contract");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (InputFile file : files) {
                futures.add(threads.submit(() -> work.apply(file)));
            }
            Map<InputFile, T> results = new LinkedHashMap<>();
            for (int i = 0; i < files.size(); i++) {
                results.put(files.get(i), futures.get(i).get());
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the input was checked", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }
}
