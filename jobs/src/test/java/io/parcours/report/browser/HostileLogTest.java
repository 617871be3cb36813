package io.parcours.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileLogTest {

    @TempDir
    private Path folder;

    @Test
    void everyTextIsInTheLogAndWrittenAnewItIsTheSame() throws IOException {
        String log = Files.readString(HostileLog.write(folder.resolve("one")));

        assertThat(HostileText.ALL).allSatisfy(text -> assertThat(log).contains(text.replace("\"", "\"\"")));
        assertThat(Files.readString(HostileLog.write(folder.resolve("two")))).isEqualTo(log);
    }
}
