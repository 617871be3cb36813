package io.parcours.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Statements of a resource beside this class, each ended by a semicolon at the end of a line. */
record SqlScript(List<String> statements) {

    SqlScript {
        statements = List.copyOf(statements);
    }

    /** Reads the resources one after the other and puts values where {@code ${name}} stands. */
    static SqlScript of(List<String> resources, Map<String, String> values) {
        List<String> statements = resources.stream()
                .map(resource -> Template.fill(Template.text(resource), values))
                .flatMap(text -> Arrays.stream(text.split(";\\s*\n")))
                .filter(statement -> !statement.isBlank())
                .toList();
        return new SqlScript(statements);
    }

    /** Texts with holes. */
    static final class Template {
        private Template() {}

        static String text(String resource) {
            try (InputStream in = SqlScript.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalArgumentException("no resource " + resource);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        static String fill(String template, Map<String, String> values) {
            String text = template;
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            int open = text.indexOf("${");
            if (open >= 0) {
                throw new IllegalArgumentException("nothing for " + text.substring(open, text.indexOf('}', open) + 1));
            }
            return text;
        }
    }
}
