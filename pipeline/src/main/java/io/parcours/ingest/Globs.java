package io.parcours.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobExpander;
import org.apache.hadoop.fs.GlobPattern;
import org.apache.hadoop.fs.Path;

/**
 * Matches globs folder by folder with Hadoop's own patterns. Hadoop's own walk fails on every folder in which some file
 * has a colon in its name.
 */
final class Globs {
    private Globs() {}

    /** What a glob matches; names that start with _ or . only where the pattern of that folder starts so too. */
    static List<FileStatus> matches(FileSystem system, Path glob) throws IOException {
        Path absolute = system.makeQualified(glob);
        List<FileStatus> matches = new ArrayList<>();
        for (String pattern : GlobExpander.expand(absolute.toUri().getPath())) {
            Path root = new Path(absolute.toUri().getScheme(), absolute.toUri().getAuthority(), "/");
            List<FileStatus> found = List.of(system.getFileStatus(root));
            for (String part : pattern.substring(1).split("/")) {
                found = step(system, found, part);
            }
            matches.addAll(found);
        }
        return matches;
    }

    private static List<FileStatus> step(FileSystem system, List<FileStatus> folders, String part) throws IOException {
        List<FileStatus> found = new ArrayList<>();
        GlobPattern pattern = pattern(part);
        for (FileStatus folder : folders) {
            if (!pattern.hasWildcard()) {
                addChild(system, folder.getPath(), part.replaceAll("\\\\(.)", "$1"), found);
            } else if (folder.isDirectory()) {
                addMatches(system, folder.getPath(), pattern, part, found);
            }
        }
        return found;
    }

    private static GlobPattern pattern(String part) {
        try {
            return new GlobPattern(part);
        } catch (RuntimeException noGlob) {
            // Its own kind of exception is hidden inside Hadoop's jar.
            throw new IllegalArgumentException("the glob " + part + " is not well formed", noGlob);
        }
    }

    private static void addMatches(
            FileSystem system, Path folder, GlobPattern pattern, String part, List<FileStatus> found)
            throws IOException {
        for (FileStatus child : system.listStatus(folder)) {
            String name = child.getPath().getName();
            boolean isMeant = !FileNames.isHidden(child.getPath()) || part.charAt(0) == name.charAt(0);
            if (isMeant && pattern.matches(name)) {
                found.add(child);
            }
        }
    }

    private static void addChild(FileSystem system, Path folder, String name, List<FileStatus> found)
            throws IOException {
        try {
            found.add(system.getFileStatus(new Path(folder, new Path(null, null, name))));
        } catch (FileNotFoundException none) {
            // A part of the glob that names nothing here matches nothing here.
            return;
        }
    }
}
