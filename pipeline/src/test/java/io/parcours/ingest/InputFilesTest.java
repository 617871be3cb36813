package io.parcours.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() {
        for (String name : List.of(
                "logs/2024/a.csv",
                "logs/2024/b 100%20[x].csv",
                "logs/2023/ünï.jsonl",
                "logs/_SUCCESS",
                "logs/.a.csv.crc",
                "logs/_temporary/0/c.csv",
                "logs/10:30.csv")) {
            Logs.write(folder.resolve(name), "x");
        }
    }

    private List<String> names(String... paths) {
        return InputFiles.resolve(
                        java.util.Arrays.stream(paths)
                                .map(path -> folder + "/" + path)
                                .toList(),
                        InputFormat.AUTO,
                        Logs.HADOOP)
                .stream()
                .map(InputFile::name)
                .toList();
    }

    @Test
    void foldersAreReadWithAllBelowButHiddenNames() {
        assertThat(names("logs")).containsExactly("10:30.csv", "2023/ünï.jsonl", "2024/a.csv", "2024/b 100%20[x].csv");
    }

    @Test
    void aFileNamedSeveralTimesIsReadOnce() {
        assertThat(names("logs/2024/a.csv", "logs/2024/*.csv", "logs/2024", "logs//2024/../2024/a.csv"))
                .containsExactly("a.csv", "b 100%20[x].csv");
    }

    @Test
    void aPathThatExistsAsWrittenIsNotReadAsAGlob() {
        assertThat(names("logs/2024/b 100%20[x].csv")).containsExactly("b 100%20[x].csv");
        Logs.write(folder.resolve("star/*.csv"), "x");
        Logs.write(folder.resolve("star/y.csv"), "x");
        assertThat(names("star/*.csv")).containsExactly("*.csv");
    }

    @Test
    void globsMatchAcrossFoldersAndSkipHiddenNames() {
        assertThat(names("logs/*/*.csv")).containsExactly("a.csv", "b 100%20[x].csv");
        assertThat(names("logs/20{23,24}/*")).containsExactly("2023/ünï.jsonl", "2024/a.csv", "2024/b 100%20[x].csv");
        assertThat(names("logs/_SUCC*")).containsExactly("_SUCCESS");
        assertThat(names("logs/10:30.csv")).containsExactly("10:30.csv");
    }

    @Test
    void namesStartBelowTheDeepestCommonFolder() {
        assertThat(names("logs/2024/a.csv", "logs/2023")).containsExactly("2023/ünï.jsonl", "2024/a.csv");
        assertThat(names("logs/2024/a.csv")).containsExactly("a.csv");
    }

    @Test
    void aSchemeMayStandBeforeThePath() {
        InputFile file = InputFiles.resolve(
                        List.of("file://" + folder + "/logs/2024/b 100%20[x].csv"), InputFormat.AUTO, Logs.HADOOP)
                .get(0);
        assertThat(file.name()).isEqualTo("b 100%20[x].csv");
        assertThat(file.length()).isEqualTo(2);
        assertThat(file.location()).startsWith("file:/").endsWith("/logs/2024/b 100%20[x].csv");
    }

    @Test
    void nothingToReadIsAnErrorOfOneLineThatNamesThePath() {
        Logs.write(folder.resolve("hidden/_x"), "x");
        for (String path : List.of("none.csv", "logs/*.parquet", "hidden")) {
            assertThatThrownBy(() -> names("logs", path))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("nothing to read at " + folder + "/" + path)
                    .hasMessageNotContaining("\n");
        }
        assertThatThrownBy(() -> names("logs/[a"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("the glob [a is not well formed");
        assertThatThrownBy(() -> InputFiles.resolve(List.of("nosuch://x/y"), InputFormat.AUTO, Logs.HADOOP))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nosuch://x/y");
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, CSV",
        "a.TSV, CSV",
        "a.json, JSON",
        "a.JSONL.GZ, JSON",
        "a.ndjson.zst, JSON",
        "a.parquet, PARQUET",
        "a.snappy.parquet, PARQUET",
        "a.avro, AVRO"
    })
    void theExtensionTellsTheFormat(String name, InputFormat format) {
        assertThat(Logs.resolve(Logs.write(folder.resolve(name), "x")))
                .extracting(InputFile::format)
                .containsExactly(format);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"PAR1...; PARQUET", "Obj\u0001...; AVRO", " {\"a\":1}; JSON", "\uFEFF{\"a\":1}; JSON", "a,b; CSV"},
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false)
    void withoutAKnownExtensionTheFirstBytesTellTheFormat(String content, String format) {
        Path file = Logs.write(folder.resolve("part-00000"), content.getBytes(StandardCharsets.UTF_8));
        assertThat(Logs.resolve(file))
                .extracting(InputFile::format)
                .containsExactly(InputFormat.valueOf(format.strip()));
    }

    @Test
    void aCompressedFileWithoutExtensionAsksForAName() {
        Path file = Logs.write(folder.resolve("part-0"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        assertThatThrownBy(() -> Logs.resolve(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(".csv.gz");
    }
}
