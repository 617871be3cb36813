package io.parcours.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the files of a log. */
public final class InputFiles {
    private final Configuration hadoop;
    private final Map<String, FileStatus> found = new LinkedHashMap<>();

    private InputFiles(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /**
     * The files that paths name, each once, sorted by name.
     *
     * @param paths files, folders (read with all folders below; names that start with _ or . are skipped) and globs as
     *     Hadoop knows them, at any Hadoop location; a path that exists as it is written is not read as a glob
     * @param format what the files are; AUTO tells it file by file
     * @throws InputException where a path names nothing, or cannot be read
     */
    public static List<InputFile> resolve(List<String> paths, InputFormat format, Configuration hadoop) {
        InputFiles files = new InputFiles(hadoop);
        for (String path : paths) {
            files.add(path);
        }
        return files.named(format);
    }

    private void add(String typed) {
        int before = found.size();
        boolean isKnown = false;
        try {
            Path path = FileNames.path(typed);
            FileSystem system = path.getFileSystem(hadoop);
            for (FileStatus status : matches(system, path)) {
                isKnown |= addAll(system, status);
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException problem) {
            throw new InputException(
                    "cannot read " + typed + ": " + OneLine.of(problem) + "; check the path and your access to it",
                    problem);
        } catch (RuntimeException problem) {
            // Hadoop's own way of saying so, as for s3a without the jar of its connector.
            if (problem.getCause() instanceof ClassNotFoundException) {
                throw new InputException(
                        "cannot read " + typed + ": " + OneLine.of(problem.getCause())
                                + "; put the jar of that file system on the class path",
                        problem);
            }
            throw problem;
        }
        if (found.size() == before && !isKnown) {
            throw new InputException("nothing to read at " + typed
                    + ": no such file, no file in the folder, or no match of the glob; check the path");
        }
    }

    private static List<FileStatus> matches(FileSystem system, Path path) throws IOException {
        try {
            return List.of(system.getFileStatus(path));
        } catch (FileNotFoundException notLiteral) {
            return Globs.matches(system, path);
        }
    }

    /** Adds a file, or all files below a folder; tells whether there was any, new or not. */
    private boolean addAll(FileSystem system, FileStatus status) throws IOException {
        if (!status.isDirectory()) {
            Path path = system.makeQualified(status.getPath());
            found.putIfAbsent(FileNames.location(path), status);
            return true;
        }
        boolean isAny = false;
        for (FileStatus child : system.listStatus(status.getPath())) {
            if (!FileNames.isHidden(child.getPath())) {
                isAny |= addAll(system, child);
            }
        }
        return isAny;
    }

    private List<InputFile> named(InputFormat format) {
        List<String> locations = List.copyOf(found.keySet());
        List<String> names = FileNames.belowCommonFolder(
                locations.stream().map(FileNames::path).toList());
        List<InputFile> files = new ArrayList<>();
        for (int i = 0; i < locations.size(); i++) {
            String location = locations.get(i);
            InputFormat known = format == InputFormat.AUTO ? FormatSniffer.formatOf(location, hadoop) : format;
            files.add(new InputFile(location, names.get(i), found.get(location).getLen(), known));
        }
        files.sort(Comparator.comparing(InputFile::name).thenComparing(InputFile::location));
        return List.copyOf(files);
    }
}
