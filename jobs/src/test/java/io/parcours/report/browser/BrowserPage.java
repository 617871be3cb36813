package io.parcours.report.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** A page that is open in the browser, until the next one is opened. */
final class BrowserPage {

    private static final int MOST_TABS = 2000;

    private static final String SETTLED = """
            const done = arguments[arguments.length - 1];
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));
            """;

    private final ChromeDriver driver;
    private final String checks;
    private final URI address;
    private final Screen screen;
    private final Look look;
    private final List<String> complaints = new ArrayList<>();
    private final RequestLog requests;

    BrowserPage(ChromeDriver driver, String checks, URI address, Screen screen, Look look) {
        this.driver = driver;
        this.checks = checks;
        this.address = address;
        this.screen = screen;
        this.look = look;
        this.requests = new RequestLog(driver, address);
    }

    void load() {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        prepare();
        driver.get(address.toString());
        settle();
    }

    /** In a browser that is told to run none of the page's scripts. */
    void loadWithoutScripts() {
        prepare();
        command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        driver.get(address.toString());
    }

    private void prepare() {
        driver.get("about:blank");
        driver.manage().logs().get(LogType.BROWSER);
        requests.forget();
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", screen.width(), "height", screen.height(), "deviceScaleFactor", 1, "mobile", false));
        command("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        look.medium(),
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", look.scheme()),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** What is wrong by any check, each finding a line that begins with the check's name. */
    List<String> findings() {
        return Stream.of(Check.values())
                .flatMap(check -> findings(check).stream().map(finding -> check + " " + finding))
                .toList();
    }

    /** What is wrong by one check; empty where nothing is. */
    List<Finding> findings(Check check) {
        return findings(check.function());
    }

    /** Presses Tab until it comes round: controls that it leaves out, and those that do not show the focus. */
    List<Finding> keyboardFindings() {
        run("beforeTab");
        int tabs = 0;
        do {
            press("Tab", 9);
            tabs++;
        } while (Boolean.TRUE.equals(run("afterTab")) && tabs < MOST_TABS);
        return findings("afterLastTab");
    }

    /** Errors, warnings and exceptions that nobody caught, since the page was opened. */
    List<String> complaints() {
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .forEach(entry -> complaints.add(entry.getLevel() + " " + entry.getMessage()));
        return List.copyOf(complaints);
    }

    /** The addresses asked for since the page was opened, but for the page itself and what lies within it. */
    List<String> requests() {
        return requests.addresses();
    }

    /**
     * Runs a function's body in the page.
     *
     * @param script with its arguments in {@code arguments}
     * @return numbers, texts, flags, lists and maps of them, elements, or null
     */
    Object evaluate(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The visible text of the first element that meets a CSS selector. */
    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** Clicks as a mouse would; fails where something else lies over the element. */
    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
        settle();
    }

    /** Types into a field as a keyboard would, in place of what is there. */
    void type(String selector, String text) {
        driver.findElement(By.cssSelector(selector)).clear();
        driver.findElement(By.cssSelector(selector)).sendKeys(text);
        settle();
    }

    /**
     * Presses a key where the focus is.
     *
     * @param key as in {@code KeyboardEvent.key}
     * @param code the key's number, as in {@code KeyboardEvent.keyCode}
     */
    void press(String key, int code) {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            command(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Opens all that can be folded away, so that the checks see it too. */
    void unfold() {
        evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; });");
        settle();
    }

    /** Shows every view that could be chosen, so that the checks see it too. */
    void showAllViews() {
        evaluate("document.querySelectorAll('.view').forEach(each => { each.hidden = false; });");
        settle();
    }

    /** Keeps pictures of the whole page, from the top down, as {@code NAME-WIDTH-LOOK.png}. */
    List<Path> screenshot(String name) {
        return new Screenshots(driver, screen).take(name + "-" + screen.width() + "-" + look.label());
    }

    /**
     * A picture of the page's top.
     *
     * @return a PNG file
     */
    byte[] picture(int height) {
        return new Screenshots(driver, screen).top(height);
    }

    /** Keeps the page as it is printed, as {@code NAME.pdf}. */
    Path print(String name) {
        return new Screenshots(driver, screen).print(name);
    }

    private void settle() {
        driver.executeAsyncScript(SETTLED);
    }

    private List<Finding> findings(String function) {
        return ((List<?>) run(function))
                .stream().map(each -> Finding.of((Map<?, ?>) each)).toList();
    }

    private Object run(String function) {
        return driver.executeScript(checks, function);
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }
}
