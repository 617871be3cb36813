package io.parcours.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems of one map, collected so that all are told at once. */
final class MapProblems {
    private final String fileName;
    private final List<MapProblem> problems = new ArrayList<>();

    MapProblems(String fileName) {
        this.fileName = Shown.location(fileName);
    }

    void add(int line, String path, String what) {
        problems.add(new MapProblem(fileName, line, path, what));
    }

    /** How many there are so far. */
    int count() {
        return problems.size();
    }

    /** The exception that ends reading at once, for a file that is no map at all. */
    MapException fatal(int line, String what) {
        add(line, "", what);
        return new MapException(problems);
    }

    /** Ends reading if anything was wrong. */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(MapProblem::line));
            throw new MapException(problems);
        }
    }
}
