package io.parcours.buying;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The customers of the CDNOW sample as of the end of their calibration period (data by P. S. Fader and B. G. S. Hardie).
 */
final class CdnowCustomers {
    static final LocalDate END = LocalDate.of(1997, 9, 30);

    /** A customer, days from the first purchase day; monetaryMean per repeat day, NaN without one. */
    record Customer(int x, int recency, int age, double monetaryMean) {}

    private CdnowCustomers() {}

    static Path file(String name) {
        Path path = Path.of(System.getProperty("parcours.data", "../../shared/data"), "cdnow", name);
        assumeTrue(Files.exists(path), "public data not at hand: set the system property parcours.data");
        return path;
    }

    static List<String> lines(String name) {
        try {
            List<String> lines = Files.readAllLines(file(name));
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By id without leading zeros; identical rows count each. */
    static Map<Integer, Customer> keepingDuplicates() {
        return of(lines("touchpoints.csv"));
    }

    /** By id without leading zeros; identical rows count once. */
    static Map<Integer, Customer> droppingDuplicates() {
        return of(new ArrayList<>(new LinkedHashSet<>(lines("touchpoints.csv"))));
    }

    private static Map<Integer, Customer> of(List<String> lines) {
        Map<Integer, TreeMap<LocalDate, Double>> purchases = new TreeMap<>();
        for (String line : lines) {
            String[] fields = line.split(",");
            LocalDate day = Instant.parse(fields[1]).atZone(ZoneOffset.UTC).toLocalDate();
            if (!day.isAfter(END)) {
                purchases
                        .computeIfAbsent(Integer.valueOf(fields[0]), any -> new TreeMap<>())
                        .merge(day, Double.valueOf(fields[4]), Double::sum);
            }
        }
        Map<Integer, Customer> customers = new TreeMap<>();
        purchases.forEach((id, days) -> customers.put(id, customer(days)));
        return customers;
    }

    private static Customer customer(TreeMap<LocalDate, Double> days) {
        long first = days.firstKey().toEpochDay();
        int x = days.size() - 1;
        double repeat = days.tailMap(days.firstKey(), false).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return new Customer(
                x,
                (int) (days.lastKey().toEpochDay() - first),
                (int) (END.toEpochDay() - first),
                x == 0 ? Double.NaN : repeat / x);
    }

    static PurchaseGroups groups() {
        PurchaseGroups groups = new PurchaseGroups();
        keepingDuplicates().values().forEach(customer -> groups.add(customer.x(), customer.recency(), customer.age()));
        return groups;
    }
}
