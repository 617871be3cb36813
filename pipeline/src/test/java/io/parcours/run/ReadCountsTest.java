package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.quality.RecordOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReadCountsTest {

    @Test
    void parts_merged_in_any_order_count_what_the_whole_does() {
        Random random = new Random(17);
        for (int round = 0; round < 200; round++) {
            List<ReadCounts> parts = List.of(new ReadCounts(), new ReadCounts(), new ReadCounts());
            TreeSet<Long> days = new TreeSet<>();
            List<Long> times = new ArrayList<>();
            int cut = 0;
            for (int i = random.nextInt(8); i > 0; i--) {
                long day = random.nextInt(6) - 3;
                long time = day * 86_400_000_000L + random.nextInt(1000);
                boolean isCut = random.nextBoolean();
                ReadCounts part = parts.get(random.nextInt(3));
                part.countRead();
                part.countPacked("a", time, day, isCut);
                part.countInstant((int) day + 3, time);
                part.quarantines().set((int) day + 3);
                days.add(day);
                times.add(time);
                cut += isCut ? 1 : 0;
            }
            ReadCounts merged = new ReadCounts();
            for (ReadCounts part : parts) {
                merged.merge(Bytes.read(Bytes.of(part), ReadCounts.class));
            }
            assertThat(merged.read()).isEqualTo(times.size());
            assertThat(merged.packed().count(RecordOutcome.ACCEPTED)).isEqualTo(times.size());
            assertThat(merged.precisionCut()).isEqualTo(cut);
            assertThat(merged.isWithoutTouchpoints()).isEqualTo(times.isEmpty());
            assertThat(merged.partitionsByLatest())
                    .extracting(Map.Entry::getValue)
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .allMatch(times::contains)
                    .hasSize(days.size());
            assertThat(merged.partitionsByLatest().stream()
                            .map(Map.Entry::getValue)
                            .findFirst())
                    .isEqualTo(times.stream().max(Long::compare));
            assertThat(merged.lastDay().map(LocalDate::toEpochDay).orElse(null))
                    .isEqualTo(days.isEmpty() ? null : days.last());
            assertThat(merged.dayBeforeLast().map(LocalDate::toEpochDay).orElse(null))
                    .isEqualTo(days.isEmpty() ? null : days.lower(days.last()));
            assertThat(merged.quarantines().stream().mapToObj(day -> day - 3L)).containsExactlyElementsOf(days);
        }
    }
}
