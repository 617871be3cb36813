package io.parcours.jobs;

import io.parcours.table.TableFiles;
import java.nio.file.Files;

/** What is told of an output folder that no run has written to. */
final class NoResults {

    private NoResults() {}

    static CommandException in(String location) {
        boolean isFile = TableFiles.local(location).filter(Files::isRegularFile).isPresent();
        return new CommandException(
                ExitCode.INPUT_CONTRACT,
                isFile
                        ? location + " is a file; --output names the folder that a run wrote to"
                        : "no results in " + location + "; parcours run --output " + location + " writes them");
    }
}
