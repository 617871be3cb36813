package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    @Test
    void a_full_disk_is_remembered_though_writers_say_nothing() {
        StandardOutput output = new StandardOutput(refusing("No space left on device"));
        PrintWriter writer = new PrintWriter(output, true, StandardCharsets.UTF_8);
        writer.println("a row");

        assertThat(output.failure()).contains("No space left on device");
    }

    @Test
    void a_reader_that_has_gone_is_no_failure() {
        StandardOutput output = new StandardOutput(refusing("Broken pipe"));
        PrintWriter writer = new PrintWriter(output, true, StandardCharsets.UTF_8);
        writer.println("a row");

        assertThat(writer.checkError()).isTrue();
        assertThat(output.failure()).isEmpty();
    }

    private static OutputStream refusing(String why) {
        return new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                throw new IOException(why);
            }
        };
    }
}
