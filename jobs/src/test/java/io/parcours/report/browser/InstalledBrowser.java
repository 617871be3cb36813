package io.parcours.report.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser and its driver on this machine, named by the system properties {@code parcours.chromium} and {@code
 * parcours.chromedriver} or found on the PATH. Nothing is ever fetched.
 */
record InstalledBrowser(Path chromium, Path driver) {

    /** Skips the test that asks, with a reason, where one of the two is not there. */
    static InstalledBrowser orSkip() {
        Optional<Path> chromium = find("parcours.chromium", List.of("chromium", "chromium-browser", "google-chrome"));
        Optional<Path> driver = find("parcours.chromedriver", List.of("chromedriver"));
        Assumptions.assumeTrue(
                chromium.isPresent() && driver.isPresent(),
                "chromium or chromedriver is not on the PATH, so that no page is looked at; "
                        + "Debian has both in the packages chromium and chromium-driver");
        return new InstalledBrowser(chromium.orElseThrow(), driver.orElseThrow());
    }

    private static Optional<Path> find(String property, List<String> names) {
        String given = System.getProperty(property);
        if (given != null) {
            return Optional.of(Path.of(given)).filter(Files::isExecutable);
        }
        List<Path> folders = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
