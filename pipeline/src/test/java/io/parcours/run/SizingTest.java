package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.SparkSessions;
import io.parcours.ingest.InputFile;
import io.parcours.ingest.InputFormat;
import java.util.Collections;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizingTest {
    private static final long MEBI = 1L << 20;

    @ParameterizedTest
    @CsvSource({
        // 24 MiB of text or 8 MiB of packed data a partition, in whole rounds of the cores.
        "log.csv, CSV, 0, 4, 1",
        "log.csv, CSV, 24, 4, 1",
        "log.csv, CSV, 25, 4, 4",
        "log.csv, CSV, 240, 4, 12",
        "log.csv.gz, CSV, 24, 1, 3",
        "log.parquet, PARQUET, 24, 1, 3",
        "log.jsonl, JSON, 48, 1, 2",
        "log.parquet, PARQUET, 10000000, 3, 8192",
    })
    void partitions_hold_about_as_many_touchpoints_each(
            String name, InputFormat format, long mebibytes, int cores, int expected) {
        InputFile file = new InputFile("/logs/" + name, name, mebibytes * MEBI, format);
        assertThat(Sizing.partitions(List.of(file), cores).histories()).isEqualTo(expected);
    }

    @Test
    void many_small_files_make_no_more_partitions_than_one_large_one() {
        InputFile small = new InputFile("/logs/a.csv", "a.csv", MEBI / 500, InputFormat.CSV);
        assertThat(Sizing.partitions(Collections.nCopies(20_000, small), 2).histories())
                .isEqualTo(2);
    }

    @Test
    void a_setting_beyond_the_names_of_files_is_refused() {
        SparkContext context = SparkSessions.shared().sparkContext();
        SparkConf conf = context.conf();
        conf.set(Sizing.SETTING, "50000");
        try {
            assertThatThrownBy(() -> Sizing.partitions(List.of(), context))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("spark.parcours.partitions is 50000; at most 49999 are possible");
            conf.set(Sizing.SETTING, "7");
            assertThat(Sizing.partitions(List.of(), context)).isEqualTo(new PartitionPlan(7, 7));
        } finally {
            conf.remove(Sizing.SETTING);
        }
    }
}
