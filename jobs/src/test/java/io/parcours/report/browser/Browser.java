package io.parcours.report.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without window, profile or network. One serves all tests of a class. */
final class Browser implements AutoCloseable {

    /** Held, because a logger nobody holds forgets its level. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.openqa.selenium");

    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox", // root, as in containers, has none
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-extensions",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-client-side-phishing-detection",
            "--disable-features=OptimizationHints,MediaRouter,Translate",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--no-proxy-server",
            "--force-color-profile=srgb",
            "--font-render-hinting=none",
            "--lang=en-US",
            "--window-size=1400,900");

    private final ChromeDriver driver;
    private final String checks;

    private Browser(ChromeDriver driver, String checks) {
        this.driver = driver;
        this.checks = checks;
    }

    /** Starts one, or skips the test that asks where none is installed. */
    static Browser startOrSkip() {
        InstalledBrowser installed = InstalledBrowser.orSkip();
        DRIVER_LOG.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed.chromium().toFile());
        options.addArguments(OPTIONS);
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption("perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed.driver().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        return new Browser(new ChromeDriver(service, options), resource("checks.js"));
    }

    /**
     * Opens a page and waits until it is drawn.
     *
     * @param file the page
     */
    BrowserPage open(Path file, Screen screen, Look look) {
        BrowserPage page = new BrowserPage(driver, checks, file.toUri(), screen, look);
        page.load();
        return page;
    }

    /** Opens a page as browsers do that run no scripts. */
    BrowserPage openWithoutScripts(Path file, Screen screen) {
        BrowserPage page = new BrowserPage(driver, checks, file.toUri(), screen, Look.LIGHT);
        page.loadWithoutScripts();
        return page;
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String resource(String name) {
        try (var stream = Browser.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
