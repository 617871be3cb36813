package io.parcours.map;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads where a file lies that a map names. Maps come from anywhere, so that none may name a file outside its own folder.
 */
final class MapFile {
    private static final int LONGEST = 1_000;
    /** What starts a scheme or a drive, parts folders elsewhere, or stands for several names. */
    private static final Pattern SPECIAL = Pattern.compile("[:\\\\*?\\[\\]{}]");

    private MapFile() {}

    static Optional<String> read(MapValue value) {
        return value.text()
                .filter(path -> value.check(
                        isBelow(path),
                        Shown.quoted(path) + " is no file below the map's folder (legal: a path such as data/costs.csv,"
                                + " parted by /, without .., : and wildcards)"));
    }

    private static boolean isBelow(String path) {
        return path.length() <= LONGEST
                && path.equals(path.strip())
                && !path.startsWith("~")
                && !SPECIAL.matcher(path).find()
                && List.of(path.split("/", -1)).stream().allMatch(MapFile::isName);
    }

    private static boolean isName(String part) {
        return !part.isBlank() && !part.equals(".") && !part.equals("..");
    }
}
