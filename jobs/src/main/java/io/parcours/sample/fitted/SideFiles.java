package io.parcours.sample.fitted;

import io.parcours.attribution.AttributionRules;
import io.parcours.attribution.CostRules;
import io.parcours.ingest.CsvRules;
import io.parcours.ingest.CustomerRules;
import io.parcours.map.JourneyMap;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables beside the log that the map names: what is known of customers, and what channels cost. */
final class SideFiles implements Closeable {
    private static final String CUSTOMERS = "customers.csv";
    private static final String COSTS = "costs.csv";

    private final Path folder;
    private final JourneyMap map;
    private final List<String> names = new ArrayList<>();
    private final CsvRows customers;
    private final int customerId;
    private final int[] attributes;
    private final int width;
    final Map<String, BigDecimal> costs = new TreeMap<>();

    SideFiles(Path folder, JourneyMap map) throws IOException {
        this.folder = folder;
        this.map = map;
        CustomerRules rules = map.features().customers().orElse(null);
        if (rules == null) {
            customers = null;
            customerId = 0;
            width = 0;
            attributes = new int[0];
            return;
        }
        List<String> header = new ArrayList<>(List.of(rules.column("customer_id")));
        customerId = 0;
        attributes = new int[rules.attributes().size()];
        for (int i = 0; i < attributes.length; i++) {
            String column = rules.column(rules.attributes().get(i));
            if (!header.contains(column)) {
                header.add(column);
            }
            attributes[i] = header.indexOf(column);
        }
        width = header.size();
        customers = new CsvRows(
                file(Optional.ofNullable(rules.file()).orElse(CUSTOMERS)),
                header,
                map.input().csv(),
                -1);
    }

    /** A file below the folder; where the map's name leads elsewhere, its last part. */
    private Path file(String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            file = folder.resolve(Path.of(name).getFileName());
        }
        Files.createDirectories(file.getParent());
        names.add(folder.relativize(file).toString());
        return file;
    }

    /** The files' names below the folder. */
    List<String> names() {
        return names;
    }

    void customer(Persona persona) throws IOException {
        if (customers != null) {
            String[] row = new String[width];
            for (int i = 0; i < attributes.length; i++) {
                row[attributes[i]] = persona.attributes()[i];
            }
            row[customerId] = persona.id();
            customers.write(row);
        }
    }

    /** Writes what every channel cost in every month of the log, the more the more customers there are. */
    void costs(PlayTime time, Vocabulary words, FittedRules rules) throws IOException {
        CostRules wanted = map.features()
                .attribution()
                .flatMap(AttributionRules::costsIfGiven)
                .orElse(null);
        if (wanted == null) {
            return;
        }
        Chance chance = Chance.ofMap(map.name(), rules.seed(), -3);
        List<String> header = List.of(wanted.column("channel"), wanted.column("period"), wanted.column("cost"));
        CsvRules log = map.input().csv();
        CsvRules written = new CsvRules(log.delimiter(), true, log.charset(), log.decimal());
        try (CsvRows rows = new CsvRows(
                file(Optional.ofNullable(wanted.file()).orElse(COSTS)), header, written, header.size() - 1)) {
            for (String channel : words.channels) {
                double monthly = rules.customers() * chance.between(0.1, 2);
                YearMonth last = YearMonth.from(time.lastDay());
                for (YearMonth month = YearMonth.from(time.firstDay());
                        !month.isAfter(last);
                        month = month.plusMonths(1)) {
                    BigDecimal cost = BigDecimal.valueOf(Math.round(monthly * chance.between(80, 120)), 2);
                    costs.merge(channel, cost, BigDecimal::add);
                    rows.write(new String[] {channel, month.toString(), cost.toPlainString()});
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (customers != null) {
            customers.close();
        }
    }
}
