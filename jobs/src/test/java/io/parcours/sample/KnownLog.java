package io.parcours.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One generated log, read back, with what its truth file says; made once for all tests. */
final class KnownLog {
    /** The stages of the map by their events. */
    static final List<Set<String>> STAGES = List.of(
            Set.of("ad_click", "home_view", "blog_article", "promo_open"),
            Set.of("product_view", "wishlist_add", "store_visit", "add_to_cart", "checkout_start", "payment_details"),
            Set.of("purchase", "store_purchase"),
            Set.of("delivery_booked", "delivery_tracked", "return_request"),
            Set.of("loyalty_login", "newsletter_click"),
            Set.of("review_written", "referral_sent", "social_share"));

    private static final KnownLog ONLY = new KnownLog();

    private final JsonNode truth;
    private final WrittenLog log;

    private KnownLog() {
        SampleRules rules = new SampleRules(3000, 20240607, 100, 25, LogFormat.CSV, SampleRules.Noise.WITH_NOISE);
        try {
            Path folder = Files.createTempDirectory("known-log");
            new SampleLog(rules, line -> {}).writeTo(folder, Existing.REFUSED);
            truth = new ObjectMapper().readTree(Files.readString(folder.resolve("truth.json")));
            Instant from =
                    LocalDate.of(2024, 1, 1).atStartOfDay(WrittenLog.PARIS).toInstant();
            Instant to =
                    LocalDate.of(2024, 4, 10).atStartOfDay(WrittenLog.PARIS).toInstant();
            log = WrittenLog.of(Files.readString(folder.resolve("touchpoints.csv")), from, to);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static JsonNode truth() {
        return ONLY.truth;
    }

    static WrittenLog log() {
        return ONLY.log;
    }
}
