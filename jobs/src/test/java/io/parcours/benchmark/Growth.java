package io.parcours.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Parcours alone over logs that grow in one way each: what does a million touchpoints cost? */
final class Growth {
    private static final int TOUCHPOINTS_PER_CUSTOMER = 40;
    private static final int FEW_PER_CUSTOMER = 16;
    private static final int MANY_PER_CUSTOMER = 160;
    private static final int HOT_TOUCHPOINTS = 5_000_000;
    private static final int[] FUNNELS = {1, 10, 50};
    private static final long MILLION = 1_000_000;
    private static final double MEBIBYTE = 1 << 20;

    private final Stable stable;
    private final GrowthSizes sizes;
    private final Consumer<String> out;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param stable runs with the usual heap
     * @param sizes which logs
     * @param out takes lines as they come
     */
    Growth(Stable stable, GrowthSizes sizes, Consumer<String> out) {
        this.stable = stable;
        this.sizes = sizes;
        this.out = out;
        rows.add(List.of(
                "case",
                "touchpoints M",
                "wall s",
                "CPU s",
                "peak MiB",
                "spilled MiB",
                "wall s per M",
                "CPU s per M",
                "peak MiB per M"));
    }

    /** Ways to grow, by their names on the command line. */
    enum Case {
        /** 5, 20 and 80 million touchpoints, customers in proportion. */
        SIZES,
        /** The largest of them in half the heap or less. */
        SMALL_HEAP,
        /** Ten times more customers, the same touchpoints. */
        CUSTOMERS,
        /** One customer with five million touchpoints beside usual ones. */
        HOT_CUSTOMER,
        /** One funnel, ten and fifty, of eight steps each. */
        FUNNELS,
        /** From ten thousand customers to twenty million, a few purchases each: fitting churn models, and scoring. */
        BUYERS,
        /** The benchmark's own map, and the same with everything else a map can ask. */
        WHOLE_JOURNEY
    }

    /** Runs the cases one after the other and writes their table. */
    void run(List<Case> cases) throws IOException, InterruptedException, SQLException {
        for (Case one : cases) {
            switch (one) {
                case SIZES -> {
                    for (long millions : sizes.millions()) {
                        usual(stable, millions + "M", log(millions, TOUCHPOINTS_PER_CUSTOMER));
                    }
                }
                case SMALL_HEAP -> {
                    Stable small = new Stable(stable.work(), sizes.smallHeap(), stable.cores());
                    String name = sizes.largest() + "M in " + sizes.smallHeap();
                    usual(small, name, log(sizes.largest(), TOUCHPOINTS_PER_CUSTOMER));
                }
                case CUSTOMERS -> {
                    usual(stable, "few customers", log(sizes.middle(), MANY_PER_CUSTOMER));
                    usual(stable, "10x customers", log(sizes.middle(), FEW_PER_CUSTOMER));
                }
                case HOT_CUSTOMER -> hotCustomer();
                case FUNNELS -> funnels();
                case BUYERS -> buyers();
                case WHOLE_JOURNEY -> wholeJourney();
            }
        }
        String table = PlainTable.of(rows);
        Files.writeString(stable.work().resolve("growth.md"), table);
        out.accept("\n" + table);
    }

    private BenchmarkLog log(long millions, int touchpointsPerCustomer) throws IOException {
        int customers = Math.toIntExact(millions * MILLION / touchpointsPerCustomer);
        return BenchmarkLog.prepare(
                new LogSize(customers, touchpointsPerCustomer, sizes.days(), sizes.seed()), stable.work(), out);
    }

    private void usual(Stable runner, String name, BenchmarkLog log) throws IOException, InterruptedException {
        add(name, log.size().touchpoints(), runner.run(Contender.PARCOURS, log));
    }

    private void hotCustomer() throws IOException, InterruptedException, SQLException {
        BenchmarkLog log = log(sizes.middle(), TOUCHPOINTS_PER_CUSTOMER);
        usual(stable, "usual customers", log);
        Path hot = HotCustomer.write(stable.work().resolve("hot-customer.parquet"), HOT_TOUCHPOINTS, log.size());
        Path map = log.writeMap(stable.work().resolve("journey-map.yaml"));
        Measurement measurement = stable.runParcours(map, List.of(log.files(), hot));
        add("and one of 5M", log.size().touchpoints() + HOT_TOUCHPOINTS, measurement);
    }

    private void funnels() throws IOException, InterruptedException {
        BenchmarkLog log = log(sizes.middle(), TOUCHPOINTS_PER_CUSTOMER);
        for (int funnels : FUNNELS) {
            Path map = ManyFunnels.write(stable.work().resolve("many-funnels.yaml"), log.size(), funnels);
            add(
                    funnels == 1 ? "1 funnel" : funnels + " funnels",
                    log.size().touchpoints(),
                    stable.runParcours(map, List.of(log.files())));
        }
    }

    private void buyers() throws IOException, InterruptedException {
        Path map =
                Files.writeString(stable.work().resolve("buyers-map.yaml"), SqlScript.Template.text("buyers-map.yaml"));
        for (int customers : sizes.buyers()) {
            Path folder = stable.work().resolve("buyers-" + customers);
            long purchases = BuyersLog.prepare(folder, customers);
            Measurement measurement = stable.runParcours(map, List.of(folder.resolve("*.parquet")));
            add(text("%,.0f buyers", customers), purchases, measurement);
            out.accept("    seconds by phase: " + measurement.phases());
        }
    }

    private void wholeJourney() throws IOException, InterruptedException {
        BenchmarkLog log = log(sizes.middle(), TOUCHPOINTS_PER_CUSTOMER);
        usual(stable, "the benchmark's map", log);
        Path map = log.writeMap(stable.work().resolve("whole-journey.yaml"));
        Files.writeString(map, SqlScript.Template.text("whole-journey.yaml"), StandardOpenOption.APPEND);
        Measurement measurement = stable.runParcours(map, List.of(log.files()));
        add("the whole journey", log.size().touchpoints(), measurement);
        out.accept("    seconds by phase: " + measurement.phases());
    }

    private void add(String name, long touchpoints, Measurement measurement) {
        double millions = (double) touchpoints / MILLION;
        Double peak = measurement.peakBytes() == null ? null : measurement.peakBytes() / MEBIBYTE;
        rows.add(List.of(
                name,
                text("%.1f", millions),
                text("%.1f", measurement.wallSeconds()),
                text("%.1f", measurement.cpuSeconds()),
                peak == null ? "" : text("%.0f", peak),
                text("%.0f", measurement.spilledDiskBytes() / MEBIBYTE),
                text("%.2f", measurement.wallSeconds() / millions),
                text("%.2f", measurement.cpuSeconds() / millions),
                peak == null ? "" : text("%.1f", peak / millions)));
        out.accept(String.join("  ", rows.get(rows.size() - 1)));
    }

    private static String text(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
