package io.parcours.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The maps and texts tests read. */
final class MapResources {
    private MapResources() {}

    /** A map that gives every key a value that is not its default. */
    static String fullMap() {
        return read("full.yaml");
    }

    static String read(String name) {
        try (InputStream stream = MapResources.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
