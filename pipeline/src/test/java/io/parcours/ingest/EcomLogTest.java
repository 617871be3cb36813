package io.parcours.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.touchpoint.Touchpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The public web shop log: 31,106 rows, 30 of them exact duplicates (its README). */
class EcomLogTest {
    @Test
    void everyRecordOfTheWebShopLogIsAcceptedAndThirtyAreExactDuplicates() {
        Path log = Path.of(System.getProperty("parcours.data", "../shared/data"), "ecom", "ecom.csv");
        Assumptions.assumeTrue(Files.exists(log), "the public log is not at " + log);
        InputRules rules = new InputRules(
                ZoneOffset.UTC,
                Map.of("customer_id", "user_id", "occurred_at", "timestamp", "channel", "acquisition_channel"),
                List.of("platform", "user_cohort", "user_lifecycle"),
                TimestampFormat.ISO,
                CsvRules.DEFAULT,
                null,
                null,
                null,
                InputRules.Duplicates.DROP);
        Configuration hadoop = new Configuration(false);
        List<InputFile> files = InputFiles.resolve(List.of(log.toString()), InputFormat.AUTO, hadoop);
        FieldLayout layout = FieldLayout.of(rules);
        RecordParser parser = new RecordParser(rules, layout, OptionalLong.empty());
        int accepted = 0;
        Set<String> distinct = new HashSet<>();
        try (CloseableIterator<SourceRecord> records = RecordReaders.open(files.get(0), layout, rules, hadoop)) {
            while (records.hasNext()) {
                ParsedRecord parsed = parser.parse(records.next());
                assertThat(parsed).isInstanceOf(ParsedRecord.Accepted.class);
                Touchpoint touchpoint = ((ParsedRecord.Accepted) parsed).touchpoint();
                accepted++;
                distinct.add(touchpoint.customerId() + " " + touchpoint.eventId());
            }
        }
        assertThat(files).singleElement().extracting(InputFile::name).isEqualTo("ecom.csv");
        assertThat(accepted).isEqualTo(31_106);
        assertThat(distinct).hasSize(31_106 - 30);
    }
}
