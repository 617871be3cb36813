package io.parcours.attribution;

import io.parcours.ingest.CloseableIterator;
import io.parcours.ingest.CsvRules;
import io.parcours.ingest.FieldLayout;
import io.parcours.ingest.InputContract;
import io.parcours.ingest.InputException;
import io.parcours.ingest.InputFile;
import io.parcours.ingest.InputFiles;
import io.parcours.ingest.InputFormat;
import io.parcours.ingest.InputRules;
import io.parcours.ingest.RecordReaders;
import io.parcours.ingest.SourceRecord;
import io.parcours.ingest.TimestampFormat;
import io.parcours.touchpoint.Labels;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads costs: a CSV file with a header and the columns channel, period and cost, written as the log's CSV files are
 * (delimiter, charset and decimal mark). A period is a day ({@code 2024-03-01}),
 * a month ({@code 2024-03}), or {@code all} or nothing for all time; a cost is a number of 0 or more.
 */
public final class CostsFile {
    private static final List<String> FIELDS = List.of("channel", "period", "cost");
    private static final int CHANNEL = 0;
    private static final int PERIOD = 1;
    private static final int COST = 2;
    private static final int MOST_SHOWN = 40;

    private final String name;
    private final char decimal;

    private CostsFile(String name, char decimal) {
        this.name = name;
        this.decimal = decimal;
    }

    /**
     * Reads a file.
     *
     * @param log how the log's CSV files are written; costs have a header, whether those have one or not
     * @param location where it lies, any location Hadoop can read
     * @throws InputException when it cannot be read, a column is missing or a value is none
     */
    public static List<Cost> read(CostRules rules, CsvRules log, String location, Configuration hadoop) {
        List<InputFile> files = InputFiles.resolve(List.of(location), InputFormat.CSV, hadoop);
        if (files.size() != 1) {
            throw new InputException(location + " is no single file; name the one CSV file of the costs");
        }
        return new CostsFile(files.get(0).name(), log.decimal()).read(rules, written(log), files.get(0), hadoop);
    }

    /** Only says how CSV is written; costs have no stamps and no dimensions. */
    private static InputRules written(CsvRules log) {
        return new InputRules(
                ZoneOffset.UTC,
                Map.of(),
                List.of(),
                TimestampFormat.ISO,
                new CsvRules(log.delimiter(), true, log.charset(), log.decimal()),
                null,
                null,
                null,
                InputRules.Duplicates.KEEP);
    }

    private List<Cost> read(CostRules rules, InputRules input, InputFile file, Configuration hadoop) {
        List<FieldLayout.Field> fields = new ArrayList<>();
        for (String field : FIELDS) {
            fields.add(new FieldLayout.Field(field, rules.column(field), true));
        }
        FieldLayout layout = new FieldLayout("costs", fields);
        InputContract.requireColumns(List.of(file), layout, input, hadoop);
        List<Cost> costs = new ArrayList<>();
        try (CloseableIterator<SourceRecord> records = RecordReaders.open(file, layout, input, hadoop)) {
            for (int number = 1; records.hasNext(); number++) {
                costs.add(cost(records.next(), number));
            }
        }
        return costs;
    }

    private Cost cost(SourceRecord record, int number) {
        if (record.isMalformed()) {
            throw wrong(number, record.problem());
        }
        String channel = text(record, CHANNEL);
        String period = text(record, PERIOD);
        double amount = amount(text(record, COST), number);
        LocalDate[] days = days(period, number);
        return new Cost(channel.isEmpty() ? Labels.NONE : channel, days[0], days[1], amount);
    }

    private static String text(SourceRecord record, int field) {
        Object value = record.value(field);
        return value == null ? "" : value.toString().strip();
    }

    private double amount(String text, int number) {
        String mark = "[" + decimal + "]";
        // Not what parseDouble reads beside: hexadecimal numbers, NaN, and letters that say a type.
        boolean isNumber = text.matches("[+-]?([0-9]+" + mark + "?[0-9]*|" + mark + "[0-9]+)([eE][+-]?[0-9]{1,3})?");
        double amount = isNumber ? Double.parseDouble(text.replace(decimal, '.')) : Double.NaN;
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw wrong(
                    number,
                    "the cost is " + shown(text) + ", not a number of 0 or more such as 1200" + decimal + "50"
                            + (decimal == '.' ? "" : " (input: csv: decimal is '" + decimal + "')"));
        }
        return amount + 0.0;
    }

    private LocalDate[] days(String period, int number) {
        if (period.isEmpty() || period.equals("all")) {
            return new LocalDate[2];
        }
        try {
            if (period.matches("[0-9]{4}-[0-9]{2}")) {
                YearMonth month = YearMonth.parse(period);
                return new LocalDate[] {month.atDay(1), month.atEndOfMonth()};
            }
            if (period.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                LocalDate day = LocalDate.parse(period);
                return new LocalDate[] {day, day};
            }
        } catch (DateTimeException noSuchDay) {
            throw wrong(number, "the period " + shown(period) + " is not in the calendar");
        }
        throw wrong(
                number,
                "the period is " + shown(period) + "; legal are a day (2024-03-01), a month (2024-03), all or nothing");
    }

    private InputException wrong(int number, String what) {
        return new InputException(name + ", record " + number + ": " + what);
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return "'" + (line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "..." : line) + "'";
    }
}
