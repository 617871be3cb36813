package io.parcours.report.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Pictures for people to look at, kept with the build. */
final class Screenshots {

    /** A picture ends where the browser's own drawing would begin to repeat itself, and well before. */
    private static final int TALLEST = 8000;

    private static final Path FOLDER =
            Path.of(System.getProperty("parcours.root", ".."), "jobs", "target", "screenshots");

    private final ChromeDriver driver;
    private final Screen screen;

    Screenshots(ChromeDriver driver, Screen screen) {
        this.driver = driver;
        this.screen = screen;
    }

    List<Path> take(String name) {
        Map<?, ?> size = (Map<?, ?>)
                driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        int height = ((Number) size.get("height")).intValue();
        List<Path> pictures = new ArrayList<>();
        for (int top = 0; top < height; top += TALLEST) {
            Map<String, Object> answer = capture(top, Math.min(TALLEST, height - top));
            pictures.add(keep(name + (top == 0 ? "" : "-part" + (top / TALLEST + 1)) + ".png", answer));
        }
        return pictures;
    }

    Path print(String name) {
        Map<String, Object> sheet = Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", false);
        return keep(name + ".pdf", driver.executeCdpCommand("Page.printToPDF", sheet));
    }

    byte[] top(int height) {
        return bytes(capture(0, height));
    }

    private Map<String, Object> capture(int top, int height) {
        Map<String, Object> clip = Map.of("x", 0, "y", top, "width", screen.width(), "height", height, "scale", 1);
        return driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
    }

    private static byte[] bytes(Map<String, Object> answer) {
        return Base64.getDecoder().decode(answer.get("data").toString());
    }

    private static Path keep(String name, Map<String, Object> answer) {
        try {
            Files.createDirectories(FOLDER);
            return Files.write(FOLDER.resolve(name), bytes(answer));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
