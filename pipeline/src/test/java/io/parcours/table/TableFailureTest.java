package io.parcours.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not wholly written cannot be read. */
class TableFailureTest {
    /** Row 500 cannot be taken. */
    private static final ReportTable<Integer> FAILING =
            new ReportTable<>("failing", "a row", List.of(Column.whole("whole", "a number", row -> 10L / (500 - row))));

    private static final ReportTable<Integer> NOISE =
            new ReportTable<>("noise", "a row", List.of(Column.text("text", "random", TableFailureTest::noise)));

    @TempDir
    Path folder;

    private Path location;

    @BeforeEach
    void nameTheFile() {
        location = folder.resolve("failing.parquet");
    }

    @Test
    void aRowThatCannotBeTakenLeavesNoReadableFile() {
        assertThatThrownBy(() -> write(0, 1_000)).isInstanceOf(ArithmeticException.class);
        assertUnreadable();
    }

    @Test
    void neitherDoesOneAmongTheLastRows() {
        assertThatThrownBy(() -> write(490, 510)).isInstanceOf(ArithmeticException.class);
        assertUnreadable();
    }

    @Test
    void nothingIsWrittenAfterAFailure() throws IOException {
        try (TableWriter<Integer> writer = TableWriter.open(FAILING, TableFiles.output(location))) {
            assertThatThrownBy(() -> IntStream.range(0, 1_000).forEach(writer::accept))
                    .isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> IntStream.range(1_000, 2_000).forEach(writer::accept))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("failing");
        }
        assertUnreadable();
    }

    @Test
    void aFullDiskIsAnInputOutputErrorWhileRowsAreWritten() {
        List<Integer> many = IntStream.range(0, 300_000).boxed().toList();
        TableWriter<Integer> writer = TableWriter.open(NOISE, new FullDisk());
        assertThatThrownBy(() -> many.forEach(writer))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("no space left");
    }

    @Test
    void aFullDiskIsAnInputOutputErrorWhenTheFileIsClosed() {
        assertThatThrownBy(() -> WrittenFile.write(NOISE, List.of(1, 2), new FullDisk()))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("no space left");
    }

    @Test
    void closingTwiceIsClosingOnce() throws IOException {
        TableWriter<Integer> writer = TableWriter.open(FAILING, TableFiles.output(location));
        writer.accept(1);
        writer.close();
        writer.close();
        try (TableReader reader = TableReader.open(TableFiles.input(location))) {
            assertThat(reader.rowCount()).isEqualTo(1);
        }
    }

    private void write(int from, int to) throws IOException {
        WrittenFile.of(FAILING, IntStream.range(from, to).boxed().toList(), location);
    }

    private void assertUnreadable() {
        assertThatThrownBy(() -> TableReader.open(TableFiles.input(location))).isInstanceOf(IOException.class);
    }

    private static String noise(int seed) {
        return new Random(seed)
                .ints(150, 33, 127)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A disk with room for the first four bytes only. */
    private static final class FullDisk implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSize) {
            return new DelegatingPositionOutputStream(new Room()) {
                @Override
                public long getPos() {
                    return 4;
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }

        @Override
        public String getPath() {
            return "full";
        }
    }

    private static final class Room extends OutputStream {
        private int left = 4;

        @Override
        public void write(int value) throws IOException {
            if (left-- <= 0) {
                throw new IOException("no space left");
            }
        }
    }
}
