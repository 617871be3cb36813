package io.parcours.benchmark;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableFiles;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Purchases and nothing else, as the BG/NBD model tells their story, with the parameters of the CD shop: many customers
 * with few touchpoints each. P. S. Fader, B. G. S. Hardie and K. L. Lee, "Counting your customers the easy way", Marketing
 * Science 24 (2005) 275-284, table 1.
 */
final class BuyersLog {
    private static final double R = 0.243;
    private static final double ALPHA_WEEKS = 4.414;
    private static final double A = 0.793;
    private static final double B = 2.426;
    private static final double DAYS_PER_WEEK = 7;
    private static final int CUSTOMERS_PER_FILE = 1_000_000;
    private static final int LENGTH_DAYS = 546;
    private static final int ENTRY_DAYS = 84;
    private static final long FIRST_DAY = LocalDate.of(2024, 1, 1).toEpochDay();
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private static final ReportTable<Purchase> TABLE = new ReportTable<>(
            "purchases",
            "a purchase",
            List.of(
                    Column.text("customer_id", "Who.", Purchase::customerId),
                    Column.instantInEveryRow("occurred_at", "When.", Purchase::occurredAt),
                    Column.text("event", "What.", purchase -> "purchase"),
                    Column.realOrNaN("value", "Worth how much.", Purchase::value)));

    private final RandomGenerator random;
    private final GammaDistribution rates;
    private final BetaDistribution dropouts;
    private long purchases;

    private record Purchase(String customerId, long occurredAt, double value) {}

    private BuyersLog(long seed) {
        random = new Well19937c(seed);
        rates = new GammaDistribution(random, R, 1 / ALPHA_WEEKS);
        dropouts = new BetaDistribution(random, A, B);
    }

    /** Takes the log that lies in the work folder, or writes it; gives the number of its purchases. */
    static long prepare(Path folder, int customers) throws IOException {
        Path count = folder.resolve("count.txt");
        if (!Files.exists(count)) {
            Files.createDirectories(folder);
            long purchases = 0;
            for (int first = 0, part = 0; first < customers; first += CUSTOMERS_PER_FILE, part++) {
                BuyersLog log = new BuyersLog(part);
                Path file = folder.resolve(String.format(Locale.ROOT, "purchases-%03d.parquet", part));
                log.write(file, first, Math.min(customers, first + CUSTOMERS_PER_FILE));
                purchases += log.purchases;
            }
            Files.writeString(count, Long.toString(purchases));
        }
        return Long.parseLong(Files.readString(count));
    }

    private void write(Path file, int first, int end) throws IOException {
        try (TableWriter<Purchase> writer = TableWriter.open(TABLE, TableFiles.output(file))) {
            for (int customer = first; customer < end; customer++) {
                writeCustomer("c" + customer, writer);
            }
        }
    }

    private void writeCustomer(String customer, TableWriter<Purchase> writer) {
        double perDay = rates.sample() / DAYS_PER_WEEK;
        double dropout = dropouts.sample();
        double day = random.nextDouble() * ENTRY_DAYS;
        writePurchase(customer, day, writer);
        while (true) {
            day += -StrictMath.log(1 - random.nextDouble()) / perDay;
            // A rate near zero makes a wait that never ends.
            if (!(day < LENGTH_DAYS)) {
                return;
            }
            writePurchase(customer, day, writer);
            if (random.nextDouble() < dropout) {
                return;
            }
        }
    }

    private void writePurchase(String customer, double day, TableWriter<Purchase> writer) {
        long occurredAt = FIRST_DAY * MICROS_PER_DAY + (long) (day * MICROS_PER_DAY);
        double value = StrictMath.rint(StrictMath.exp(3.4 + 0.6 * random.nextGaussian()) * 100) / 100;
        writer.accept(new Purchase(customer, occurredAt, value));
        purchases++;
    }
}
