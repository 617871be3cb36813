package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.run.RunProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutorWatchTest {
    private final HandCluster cluster = new HandCluster();
    private final Heard heard = new Heard();

    @Test
    void a_run_without_executors_is_told_of_after_15_seconds_and_then_every_minute() {
        ExecutorWatch watch = watch(Duration.ZERO);
        cluster.isStarved = true;
        watch.look();
        for (int second : new int[] {14, 15, 74, 75, 76}) {
            cluster.second = second;
            watch.look();
        }
        assertThat(heard.warnings)
                .containsExactly(
                        "the cluster has had no executor for this run for 15 s; waiting",
                        "the cluster has had no executor for this run for 75 s; waiting");
    }

    @Test
    void it_fails_when_patience_ends_and_every_later_job_with_it() {
        ExecutorWatch watch = watch(Duration.ofSeconds(10));
        cluster.isStarved = true;
        cluster.second = 100;
        watch.look();
        cluster.second = 109;
        watch.look();
        assertThat(cluster.cancelled).isZero();
        assertThat(watch.verdict()).isEmpty();
        cluster.second = 110;
        watch.look();
        assertThat(cluster.cancelled).isEqualTo(1);
        assertThat(watch.verdict().orElseThrow()).contains("no executor for this run for 10 s");
        cluster.isStarved = false;
        watch.look();
        assertThat(cluster.cancelled).isEqualTo(2);
    }

    @Test
    void waiting_begins_anew_whenever_an_executor_was_there() {
        ExecutorWatch watch = watch(Duration.ofSeconds(10));
        for (int second = 0; second < 100; second++) {
            cluster.second = second;
            cluster.isStarved = second % 10 != 0;
            watch.look();
        }
        assertThat(cluster.cancelled).isZero();
        assertThat(watch.verdict()).isEmpty();
    }

    @Test
    void patience_of_zero_never_ends() {
        ExecutorWatch watch = watch(Duration.ZERO);
        cluster.isStarved = true;
        watch.look();
        cluster.second = 1_000_000;
        watch.look();
        assertThat(cluster.cancelled).isZero();
    }

    private ExecutorWatch watch(Duration patience) {
        return new ExecutorWatch(cluster, heard, patience, cluster.clock());
    }

    private static final class HandCluster implements ExecutorWatch.Engine {
        private boolean isStarved;
        private int second;
        private int cancelled;

        @Override
        public boolean isStarved() {
            return isStarved;
        }

        @Override
        public void cancel() {
            cancelled++;
        }

        Clock clock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return Instant.ofEpochSecond(second);
                }
            };
        }
    }

    private static final class Heard implements RunProgress {
        private final List<String> warnings = new ArrayList<>();

        @Override
        public void phase(String name) {}

        @Override
        public void tasks(int finished, int all) {}

        @Override
        public void rows(long count, String what) {}

        @Override
        public void warning(String message) {
            warnings.add(message);
        }
    }
}
