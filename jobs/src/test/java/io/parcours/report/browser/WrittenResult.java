package io.parcours.report.browser;

import io.parcours.jobs.SampleRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Results of a run that reports are made of, written by the command as users call it. */
enum WrittenResult {
    /** The sample's log, as of two days. */
    SAMPLE {
        @Override
        void write(Path folder) {
            Path sample = Path.of(System.getProperty("parcours.root", "..")).resolve("sample-data");
            Path log = sample.resolve("touchpoints.csv");
            run(folder, sample.resolve("journey-map.yaml"), log, "--as-of", FORMER_DAY);
            run(folder, sample.resolve("journey-map.yaml"), log);
        }
    },

    /** A public log of a web shop, retentioneering's ecom (Apache-2.0). */
    ECOM {
        @Override
        void write(Path folder) {
            Path log = Path.of(System.getProperty("parcours.data", "../shared/data"), "ecom", "ecom.csv");
            Assumptions.assumeTrue(
                    Files.exists(log),
                    () -> "the public log ecom is not in -Dparcours.data="
                            + log.getParent().getParent() + ", so that no report of it is looked at");
            run(folder, written(folder, "map.yaml", SHOP), log);
        }
    },

    /** A log and a map in which every text is hostile. */
    HOSTILE {
        @Override
        void write(Path folder) {
            Path log = HostileLog.write(folder.resolve("log"));
            run(folder, HostileMap.write(log.getParent()), log);
        }
    },

    /** One customer with two touchpoints. */
    MINIMAL {
        @Override
        void write(Path folder) {
            String log = HEADER + "u1,2024-01-01T10:00:00Z,a\nu1,2024-01-01T11:00:00Z,b\n";
            run(folder, written(folder, "map.yaml", TINY), written(folder, "log.csv", log));
        }
    },

    /** Nobody and nothing. */
    EMPTY {
        @Override
        void write(Path folder) {
            Path log = written(folder, "log.csv", HEADER);
            run(folder, written(folder, "map.yaml", TINY), log, "--as-of", "2024-01-31");
        }
    };

    /** The earlier of the sample's days. */
    static final String FORMER_DAY = "2024-02-29";

    private static final String HEADER = "customer_id,occurred_at,event\n";
    private static final String TINY = "name: tiny\nfunnels:\n  - {name: f, steps: [a, b]}\n";
    private static final String SHOP = """
            name: Web shop
            input:
              columns: {customer_id: user_id, occurred_at: timestamp, channel: acquisition_channel}
              dimensions: [platform, user_cohort]
            journey_gap: 14d
            stages:
              - {name: discovery, events: [home, promo_page]}
              - {name: consideration, events: [catalog, product_view, search, add_to_cart, cart, wishlist_add, compare]}
              - {name: purchase, events: [payment_details, shipping_details, purchase]}
              - {name: support, events: [support_chat, payment_error, error_page]}
            conversion: {events: [purchase]}
            funnels:
              - name: checkout
                steps: [product_view, add_to_cart, cart, payment_details, purchase]
                window: 14d
                breakdown: [platform, channel]
                entry_cohort: week
            retention: {period: month}
            churn: {inactive_after: 30d, breakdown: [platform]}
            friction: {}
            channels: {email: online}
            attribution: {replicates: 50}
            quality: {max_rejected_share: 0.05}
            """;

    /**
     * Runs the command.
     *
     * @param folder an empty folder for its input; its output comes to lie in {@link #output}
     */
    abstract void write(Path folder);

    static Path output(Path folder) {
        return folder.resolve("reports");
    }

    private static void run(Path folder, Path map, Path log, String... more) {
        String[] arguments = new String[9 + more.length];
        String[] first = {
            "run",
            "--map",
            map.toString(),
            "--input",
            log.toString(),
            "--output",
            output(folder).toString(),
            "--master",
            "local[2]"
        };
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        SampleRun.of(arguments);
    }

    private static Path written(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
