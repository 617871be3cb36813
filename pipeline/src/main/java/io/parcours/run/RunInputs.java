package io.parcours.run;

import io.parcours.ingest.CheckedFiles;
import io.parcours.ingest.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run reads, found to have the columns that its map needs; {@link JourneyRun#inputs} makes it.
 *
 * @param log the files of the log
 * @param customers the files of the table of customers, where the map joins one
 */
public record RunInputs(CheckedFiles log, Optional<CheckedFiles> customers) {

    /** All files. */
    List<InputFile> files() {
        List<InputFile> files = new ArrayList<>(log.files());
        files.addAll(customerFiles());
        return files;
    }

    List<InputFile> customerFiles() {
        return customers.map(CheckedFiles::files).orElse(List.of());
    }
}
