package io.parcours.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/** Names of files: as typed, as Hadoop paths, and as the reports show them. */
final class FileNames {
    private static final Pattern WITH_SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(//([^/]*))?(/.*)");
    private static final Set<String> COMPRESSIONS =
            Set.of("gz", "gzip", "bz2", "zst", "zstd", "snappy", "lz4", "deflate");

    private FileNames() {}

    /** A path as a person types it: colons, blanks and percent signs are themselves. */
    static Path path(String typed) {
        Matcher matcher = WITH_SCHEME.matcher(typed);
        return matcher.matches()
                ? new Path(matcher.group(1), authority(matcher.group(3)), matcher.group(4))
                : new Path(null, null, typed);
    }

    private static String authority(String typed) {
        return typed == null || typed.isEmpty() ? null : typed;
    }

    /** The text that {@link #path} reads back: the reverse of typing. */
    static String location(Path path) {
        return path.toString();
    }

    static boolean isHidden(Path path) {
        return path.getName().startsWith("_") || path.getName().startsWith(".");
    }

    static String extension(String name) {
        String rest = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String last = lastExtension(rest);
        return COMPRESSIONS.contains(last) ? lastExtension(rest.substring(0, rest.length() - last.length() - 1)) : last;
    }

    static boolean isCompressed(String name) {
        return COMPRESSIONS.contains(lastExtension(name.toLowerCase(Locale.ROOT)));
    }

    private static String lastExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }

    /** What each path is called below the deepest folder that all of them share. */
    static List<String> belowCommonFolder(List<Path> paths) {
        List<List<String>> all = paths.stream().map(FileNames::segments).toList();
        int common = all.stream().mapToInt(List::size).min().orElse(1) - 1;
        for (List<String> segments : all) {
            int same = 0;
            while (same < common && segments.get(same).equals(all.get(0).get(same))) {
                same++;
            }
            common = same;
        }
        List<String> names = new ArrayList<>();
        for (List<String> segments : all) {
            names.add(String.join("/", segments.subList(common, segments.size())));
        }
        return names;
    }

    /** File system first, then folders, then the file's name. */
    private static List<String> segments(Path path) {
        List<String> segments = new ArrayList<>();
        for (Path at = path; at.getParent() != null; at = at.getParent()) {
            segments.add(0, at.getName());
        }
        segments.add(0, path.toUri().getScheme() + "://" + path.toUri().getAuthority());
        return segments;
    }
}
