package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesTheLogAndSaysWhatToTypeNext() {
        Path shop = folder.resolve("shop");
        assertThat(run("sample", "--output", shop.toString(), "--customers", "50", "--seed", "3"))
                .isEqualTo(ExitCode.OK);
        assertThat(shop.resolve("truth.json")).exists();
        assertThat(out.toString())
                .contains("touchpoints of 50 customers")
                .contains("next:  parcours run --map " + shop.resolve("journey-map.yaml") + " --input "
                        + shop.resolve("touchpoints.csv") + " --output reports");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void takesTheFormatInAnyCase() {
        Path shop = folder.resolve("shop");
        assertThat(run("sample", "--output", shop.toString(), "--customers", "50", "--format", "PARQUET", "--clean"))
                .isEqualTo(ExitCode.OK);
        assertThat(shop.resolve("touchpoints.parquet")).exists();
    }

    @Test
    void refusesAForeignFolderInOneLine() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        assertThat(run("sample", "--output", folder.toString(), "--customers", "50"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("parcours: ").hasLineCount(1).contains("--overwrite");
        assertThat(run("sample", "--output", folder.toString(), "--customers", "50", "--overwrite"))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void refusesNumbersOutsideTheLimitsInOneLine() {
        assertThat(run("sample", "--output", folder.toString(), "--customers", "0"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).hasLineCount(1).contains("customers: 0 is not from 1");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysInOneLineWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThat(run("sample", "--output", file.resolve("below").toString(), "--customers", "5"))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString()).hasLineCount(1).contains("cannot write the sample into");
        assertThat(run("sample", "--output", file.toString(), "--customers", "5"))
                .isEqualTo(ExitCode.USAGE);
    }

    private int run(String... arguments) {
        err.getBuffer().setLength(0);
        return Parcours.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
