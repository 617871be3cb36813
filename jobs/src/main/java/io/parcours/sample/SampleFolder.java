package io.parcours.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The output folder. Everything is made in a hidden folder inside it and moved to its final names at the end, so that a
 * failed run leaves no half file; what is foreign is never touched.
 */
public final class SampleFolder {
    public static final String MAP = "journey-map.yaml";
    public static final String TRUTH = "truth.json";
    /** The log's name without its ending. */
    public static final String LOG = "touchpoints";

    private static final long LARGEST_TRUTH = 16 << 20;
    private static final Pattern TABLE_FILE = Pattern.compile("[\\w-][\\w.-]*\\.csv");
    private static final String WORK = ".parcours-sample";
    private static final Pattern LOG_FILE = Pattern.compile("touchpoints\\.(csv|json|parquet|avro)");
    private static final Pattern DAY_FILE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.(csv|json|parquet|avro)");

    private final Path folder;

    public SampleFolder(Path folder) {
        this.folder = folder;
    }

    /** Refuses a folder with anything in it that a former run did not write, unless told to write beside it. */
    public void check(Existing existing) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new OccupiedFolderException(folder + " is no folder; name another one with --output");
        }
        List<Path> entries = entries(folder);
        boolean isOwn = entries.isEmpty() || isLeftover(entries) || (isMarked() && allOwn(entries));
        if (!isOwn && existing == Existing.REFUSED) {
            throw new OccupiedFolderException(folder + " is not empty and not the output of parcours sample;"
                    + " name another folder, or write beside what is there with --overwrite");
        }
        Path days = folder.resolve(LOG);
        if (Files.exists(days) && !allDayFiles(days)) {
            throw new OccupiedFolderException(
                    days + " holds files that parcours sample did not write;" + " name another folder with --output");
        }
    }

    private static boolean isLeftover(List<Path> entries) {
        return entries.size() == 1 && name(entries.get(0)).equals(WORK);
    }

    private boolean isMarked() throws IOException {
        Path truth = folder.resolve(TRUTH);
        if (!Files.isRegularFile(truth)) {
            return false;
        }
        try (var in = Files.newInputStream(truth)) {
            String start = new String(in.readNBytes(200), StandardCharsets.ISO_8859_1);
            return start.contains("\"" + TruthFile.GENERATOR + "\"");
        }
    }

    private boolean allOwn(List<Path> entries) throws IOException {
        Set<String> beside = filesBeside();
        return entries.stream().allMatch(entry -> isOwn(name(entry)) || beside.contains(name(entry)));
    }

    /** The tables that a former run wrote beside its log, by its truth file: CSV files of the folder itself. */
    private Set<String> filesBeside() throws IOException {
        Path truth = folder.resolve(TRUTH);
        Set<String> names = new HashSet<>();
        if (isMarked() && Files.size(truth) <= LARGEST_TRUTH) {
            try {
                JsonNode files = new ObjectMapper().readTree(truth.toFile()).path("files");
                files.forEach(file -> names.add(file.asText()));
            } catch (JsonProcessingException cutShort) {
                return Set.of();
            }
        }
        names.removeIf(name -> !TABLE_FILE.matcher(name).matches());
        return names;
    }

    private static boolean isOwn(String name) {
        return List.of(MAP, TRUTH, LOG, WORK).contains(name)
                || LOG_FILE.matcher(name).matches();
    }

    private static boolean allDayFiles(Path days) throws IOException {
        return Files.isDirectory(days)
                && entries(days).stream()
                        .allMatch(file -> DAY_FILE.matcher(name(file)).matches());
    }

    /** The hidden folder to work in, empty. */
    public Path begin() throws IOException {
        discard();
        return Files.createDirectories(folder.resolve(WORK));
    }

    /** Replaces the former output by what lies in the hidden folder: the truth file goes first and comes last. */
    public void publish() throws IOException {
        Path work = folder.resolve(WORK);
        Set<String> former = filesBeside();
        Files.deleteIfExists(folder.resolve(TRUTH));
        for (String name : former) {
            Files.deleteIfExists(folder.resolve(name));
        }
        for (Path entry : entries(folder)) {
            if (LOG_FILE.matcher(name(entry)).matches() || name(entry).equals(LOG)) {
                delete(entry);
            }
        }
        List<Path> made = new ArrayList<>(entries(work));
        made.removeIf(file -> name(file).equals(TRUTH));
        made.add(work.resolve(TRUTH));
        for (Path file : made) {
            Files.deleteIfExists(folder.resolve(name(file)));
            Files.move(file, folder.resolve(name(file)));
        }
        discard();
    }

    /** Removes the hidden folder with all that is in it. */
    public void discard() throws IOException {
        delete(folder.resolve(WORK));
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : entries(path)) {
                delete(entry);
            }
        }
        Files.deleteIfExists(path);
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NotDirectoryException problem) {
            throw problem;
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
