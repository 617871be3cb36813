package io.parcours.map;

import java.util.List;

/** A map that cannot be used, with everything that is wrong with it. */
public final class MapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<MapProblem> problems;

    /** The problems in the order of their lines; at least one. */
    public MapException(List<MapProblem> problems) {
        super(inOneLine(problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the lines. */
    public List<MapProblem> problems() {
        return problems;
    }

    private static String inOneLine(List<MapProblem> problems) {
        int others = problems.size() - 1;
        return problems.get(0) + (others == 0 ? "" : " (and " + others + " more: parcours check lists them)");
    }
}
