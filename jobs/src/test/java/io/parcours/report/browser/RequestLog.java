package io.parcours.report.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What a page asks of the network, whether or not it is answered. */
final class RequestLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ASKING =
            Set.of("Network.requestWillBeSent", "Network.webSocketCreated", "Network.webTransportCreated");

    private final ChromeDriver driver;
    private final URI page;
    private final List<String> addresses = new ArrayList<>();

    RequestLog(ChromeDriver driver, URI page) {
        this.driver = driver;
        this.page = page;
    }

    void forget() {
        driver.manage().logs().get(LogType.PERFORMANCE);
        addresses.clear();
    }

    List<String> addresses() {
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = message(entry);
            if (ASKING.contains(message.path("method").asText())) {
                JsonNode parameters = message.path("params");
                String address = parameters
                        .path("request")
                        .path("url")
                        .asText(parameters.path("url").asText());
                if (leavesPage(address)) {
                    addresses.add(address);
                }
            }
        }
        return List.copyOf(addresses);
    }

    /** Data and blobs lie in the page itself. */
    private boolean leavesPage(String address) {
        return !address.equals(page.toString()) && !address.startsWith("data:") && !address.startsWith("blob:");
    }

    private static JsonNode message(LogEntry entry) {
        try {
            return JSON.readTree(entry.getMessage()).path("message");
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
