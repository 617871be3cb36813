package io.parcours.report.data;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.InputFile;

/** The tables that one day has, and its manifest. */
public final class ReportTables {

    /** Where the files of a day's tables are found. */
    @FunctionalInterface
    public interface Finder {
        /** The files of a table in the order of their rows; none where the day has no such table. */
        List<InputFile> files(String table);
    }

    private final LocalDate day;
    private final Manifest manifest;
    private final Finder finder;
    private final Map<String, WrittenTable> tables = new HashMap<>();

    /**
     * @param day the day in the names of the partitions
     * @param manifest the text of the day's manifest
     * @throws ReportException when the manifest is not understood
     */
    public ReportTables(LocalDate day, String manifest, Finder finder) {
        this.day = day;
        this.manifest = Manifest.parse(manifest, day);
        this.finder = finder;
    }

    /** The day in the names of the partitions. */
    public LocalDate day() {
        return day;
    }

    /** What the run of the day says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** A table by its name; without rows where the day does not have it. */
    public WrittenTable table(String name) {
        return tables.computeIfAbsent(name, missing -> new WrittenTable(name, finder.files(name)));
    }
}
