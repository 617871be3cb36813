package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.jobs.ConsoleProgress.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final StringWriter text = new StringWriter();
    private final HandClock clock = new HandClock();

    @Test
    void a_log_gets_a_line_every_ten_seconds_with_parts_rows_and_time_left() {
        ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), Terminal.DETACHED, clock);
        progress.phase("passing");
        clock.forward(4);
        progress.tasks(1, 10);
        clock.forward(16);
        progress.rows(2_000_000, "touchpoints");
        progress.tasks(2, 10);
        // Two parts in 20 s, eight to go.
        assertThat(text.toString().lines())
                .containsExactly(
                        "parcours: passing",
                        "parcours: passing: 2 of 10 parts, 2,000,000 touchpoints, about 80 s left");
    }

    @Test
    void a_terminal_has_one_line_that_is_written_over_and_cleared_at_the_end() {
        ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), Terminal.ATTACHED, clock);
        progress.phase("reading");
        clock.forward(1);
        progress.tasks(1, 2);
        progress.close();
        assertThat(text.toString()).isEqualTo("\r\u001B[Kreading\r\u001B[Kreading: 1 of 2 parts\r\u001B[K");
    }

    @Test
    void a_warning_is_a_line_of_its_own() {
        ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), Terminal.ATTACHED, clock);
        progress.phase("reading");
        progress.warning("mind the gap");
        assertThat(text.toString()).endsWith("\r\u001B[Kparcours: warning: mind the gap\n");
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.EPOCH;

        void forward(int seconds) {
            now = now.plus(Duration.ofSeconds(seconds));
        }

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
            return now;
        }
    }
}
