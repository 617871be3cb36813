package io.parcours.report.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.jobs.SampleRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Reports, the results they are made of, and a browser: each made when first asked for, once for all tests of a process. */
final class Reports implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<WrittenResult, Path> outputs = new EnumMap<>(WrittenResult.class);
    private final Map<WrittenPage, Path> pages = new EnumMap<>(WrittenPage.class);
    private Browser browser;

    private Reports() {
        try {
            this.folder = Files.createTempDirectory("parcours-reports-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Hands the reports to tests that ask for them. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Reports.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Reports.class))
                    .computeIfAbsent(Reports.class, type -> new Reports(), Reports.class);
        }
    }

    /** Opens a report, or skips the test that asks where there is no browser or no log. */
    BrowserPage open(WrittenPage page, Screen screen, Look look) {
        return browser().open(file(page), screen, look);
    }

    /** The same in a browser that runs no scripts. */
    BrowserPage openWithoutScripts(WrittenPage page, Screen screen) {
        return browser().openWithoutScripts(file(page), screen);
    }

    /** The report's file. */
    Path file(WrittenPage page) {
        Path file = pages.get(page);
        if (file == null) {
            file = folder.resolve(page + ".html");
            List<String> arguments = new ArrayList<>(List.of("report", "--output"));
            arguments.addAll(List.of(output(page.result()).toString(), "--open", file.toString()));
            arguments.addAll(page.options());
            SampleRun.of(arguments.toArray(String[]::new));
            pages.put(page, file);
        }
        return file;
    }

    /** What {@code show} tells of a table. */
    List<JsonNode> rows(WrittenResult result, String table, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("show", table, "--output", output(result).toString(), "--format", "json"));
        arguments.addAll(List.of(more));
        try {
            List<JsonNode> rows = new ArrayList<>();
            JSON.readTree(SampleRun.of(arguments.toArray(String[]::new))).forEach(rows::add);
            return rows;
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** The browser comes first: where there is none, nothing needs to be run. */
    private Browser browser() {
        if (browser == null) {
            browser = Browser.startOrSkip();
        }
        return browser;
    }

    private Path output(WrittenResult result) {
        Path home = outputs.get(result);
        if (home == null) {
            try {
                home = Files.createDirectories(folder.resolve(result.name()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            result.write(home);
            outputs.put(result, home);
        }
        return WrittenResult.output(home);
    }
}
