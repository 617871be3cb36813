package io.parcours.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The journey map of the generated log. */
final class MapFile {
    private static final String TEMPLATE = "journey-map.yaml";

    private MapFile() {}

    static String content(SampleCalendar calendar) {
        try (InputStream template = MapFile.class.getResourceAsStream(TEMPLATE)) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@FIRST_DAY@", SampleCalendar.FIRST_DAY.toString())
                    .replace("@LAST_DAY@", calendar.lastDay().toString());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
