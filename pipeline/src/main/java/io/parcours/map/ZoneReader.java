package io.parcours.map;

import io.parcours.condition.NearestName;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Reads a time zone. */
final class ZoneReader {
    /** The default zone. */
    static final ZoneId UTC = ZoneId.of("UTC");

    private ZoneReader() {}

    static Optional<ZoneId> read(MapValue value) {
        return value.text().flatMap(name -> {
            try {
                return Optional.of(ZoneId.of(name));
            } catch (DateTimeException unknown) {
                String hint = NearestName.nearest(name, ZoneId.getAvailableZoneIds())
                        .map(zone -> "; did you mean " + zone + "?")
                        .orElse("");
                value.refuse(Shown.quoted(name) + " is no time zone" + hint
                        + " (legal: UTC, a zone such as Europe/Paris, or an offset such as +02:00)");
                return Optional.empty();
            }
        });
    }
}
