package io.parcours.map;

/**
 * One thing that is wrong with a map.
 *
 * @param fileName the map's file, as the user named it
 * @param line the line it is on, from 1; 0 where the file as a whole is meant
 * @param path the key, such as {@code funnels[0].steps[2].events}; empty where the map as a whole is meant
 * @param what what is wrong, and what would be right
 */
public record MapProblem(String fileName, int line, String path, String what) {

    /** The problem as one line: {@code shop.yaml:12: funnels[0].window: a duration needs a unit ...}. */
    @Override
    public String toString() {
        String place = line > 0 ? fileName + ":" + line : fileName;
        return path.isEmpty() ? place + ": " + what : place + ": " + path + ": " + what;
    }
}
