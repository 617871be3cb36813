package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Assumptions;

/** Runs notebooks headless, in a home of its own, with the Jupyter of this machine. */
final class Jupyter {
    private static final String PROBE = """
            {"cells": [{"cell_type": "code", "execution_count": null, "id": "probe", "metadata": {}, "outputs": [], "source":
            "import sys, pandas, matplotlib.pyplot\\nsys.path.insert(0, '.')\\nimport parcours_tables\\nassert parcours_tables.readers()\\nprint(sys.executable)"
            }], "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
            "nbformat": 4, "nbformat_minor": 5}
            """;

    private final Path home;
    private String python = "";

    private Jupyter(Path home) {
        this.home = home;
    }

    /** The Jupyter of this machine, or a skipped test where notebooks cannot run here. */
    static Jupyter orSkip(Path home) throws IOException, InterruptedException {
        Jupyter jupyter = new Jupyter(home);
        Path folder = jupyter.copy(home.resolve("probe"));
        for (Path notebook : Notebook.files(folder)) {
            Files.delete(notebook);
        }
        Path probe = Files.writeString(folder.resolve("probe.ipynb"), PROBE);
        Ended ended = jupyter.execute(folder, folder, "probe.ipynb");
        Assumptions.assumeTrue(
                ended.exitCode() == 0,
                () ->
                        "skipped: notebooks need jupyter nbconvert with a Python kernel that has pandas, matplotlib and one of"
                                + " duckdb, pyarrow, jpype (Debian: apt-get install jupyter-nbconvert python3-ipykernel"
                                + " python3-pandas python3-matplotlib python3-jpype): " + ended.lastLine());
        jupyter.python = Notebook.read(probe).printed().strip();
        return jupyter;
    }

    /** Runs a copy of the project's notebooks on an output folder; gives them back as they were executed. */
    List<Notebook> notebooks(Path copy, Path output) throws IOException, InterruptedException {
        Path folder = copy(copy);
        List<Path> notebooks = Notebook.files(folder);
        Ended ended = execute(
                folder,
                output,
                notebooks.stream().map(file -> file.getFileName().toString()).toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.out()).isZero();
        return notebooks.stream().map(Notebook::read).toList();
    }

    /** Runs the tests of the helper modules with the kernel's Python. */
    Ended testHelper(Path copy, Path output) throws IOException, InterruptedException {
        return start(
                copy(copy), output, List.of(python, "-m", "unittest", "test_parcours_tables", "test_parcours_figures"));
    }

    private Path copy(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(SampleTwice.root().resolve("notebooks"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    private Ended execute(Path folder, Path output, String... notebooks) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("jupyter", "nbconvert", "--to", "notebook", "--execute"));
        command.addAll(List.of("--inplace", "--allow-errors", "--ExecutePreprocessor.timeout=120"));
        command.addAll(List.of(notebooks));
        try {
            return start(folder, output, command);
        } catch (IOException missing) {
            return new Ended(127, missing.getMessage());
        }
    }

    private Ended start(Path folder, Path output, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(home, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putIfAbsent("PYTHONUSERBASE", System.getProperty("user.home") + "/.local");
        for (String name : List.of("HOME", "IPYTHONDIR", "MPLCONFIGDIR", "XDG_CACHE_HOME")) {
            builder.environment().put(name, home.toString());
        }
        for (String name : List.of("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")) {
            builder.environment().put(name, home.resolve(name).toString());
        }
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("PYDEVD_DISABLE_FILE_VALIDATION", "1");
        builder.environment().put("PARCOURS_OUTPUT", output.toString());
        builder.environment().put("PARCOURS_DUCKDB_JAR", duckdb().toString());
        builder.environment().remove("PARCOURS_READER");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createTempFile(home, "in", ".txt").toFile()))
                .start();
        if (!process.waitFor(6, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("it hangs: " + command + "\n" + Files.readString(out));
        }
        return new Ended(process.exitValue(), Files.readString(out));
    }

    private static Path duckdb() {
        try {
            return Path.of(DuckDBDriver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * How a process ended.
     *
     * @param exitCode its exit code
     * @param out all it printed
     */
    record Ended(int exitCode, String out) {

        String lastLine() {
            List<String> lines = out.lines().filter(line -> !line.isBlank()).toList();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }
    }
}
