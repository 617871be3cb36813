package io.parcours.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/** The files of the table of customers, beside those of a log. */
public final class CustomerFiles {
    private static final String FOLDER = "customers/";

    private CustomerFiles() {}

    /**
     * Finds the files and checks that they have the columns of the rules. Their names in reports are the paths below the
     * deepest folder they share; a name that a file of the log has too gets {@code customers/} before it.
     *
     * @param paths as for {@link InputFiles#resolve}
     * @param log the files of the log
     * @param input how the log is written: CSV files of customers are written alike
     * @throws InputException where there is nothing to read or all files are empty, a column is missing, or a file cannot be read
     */
    public static CheckedFiles check(
            List<String> paths, CustomerRules rules, List<InputFile> log, InputRules input, Configuration hadoop) {
        Set<String> taken = new HashSet<>();
        log.forEach(file -> taken.add(file.name()));
        List<InputFile> files = InputFiles.resolve(paths, InputFormat.AUTO, hadoop).stream()
                .map(file -> new InputFile(file.location(), free(file.name(), taken), file.length(), file.format()))
                .toList();
        FieldLayout layout = FieldLayout.of(rules);
        CheckedFiles checked = InputContract.check(files, layout, input, hadoop);
        InputContract.requireColumns(files, layout, input, hadoop);
        return checked;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        while (!taken.add(free)) {
            free = FOLDER + free;
        }
        return free;
    }
}
