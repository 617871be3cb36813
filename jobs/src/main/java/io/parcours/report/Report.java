package io.parcours.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.WriterOutput;
import io.parcours.report.data.Manifest;
import io.parcours.report.data.ReportException;
import io.parcours.report.data.ReportTables;
import io.parcours.report.page.PageLinks;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Makes a report: one HTML page that needs nothing but itself, from the tables that a run has written. */
public final class Report {
    private static final String TEMPLATES = "io.parcours.report.template";

    private Report() {}

    /**
     * What is asked of a report.
     *
     * @param tables the day's tables
     * @param before the tables of the day that it is compared with, if it is
     * @param atRisk how many customers at risk are named, 0 for none
     */
    public record Request(ReportTables tables, Optional<ReportTables> before, Language language, int atRisk) {
        public Request {
            if (atRisk < 0) {
                throw new IllegalArgumentException("a number of customers, not " + atRisk);
            }
        }
    }

    /**
     * Writes the page.
     *
     * @throws ReportException when a table is not what this version writes
     * @throws UncheckedIOException when a table cannot be read, or the page not written
     */
    public static void write(Request request, Writer out) {
        Page page = page(request);
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, Report.class.getClassLoader(), TEMPLATES);
        TemplateOutput output = new WriterOutput(out);
        engine.render("page.jte", page, output);
    }

    private static Page page(Request request) {
        Words words = new Words(request.language());
        ReportContext context = new ReportContext(words, request.tables(), request.before(), request.atRisk());
        List<Section> sections = new ArrayList<>();
        Chapters.ALL.forEach(chapter -> sections.addAll(chapter.sections(context)));
        List<Section> linked = PageLinks.among(sections);
        Manifest manifest = request.tables().manifest();
        ZoneId zone = manifest.map().zone();
        String script = resource("report.js");
        return new Page(
                words,
                manifest.map().name(),
                words.say(
                        "page.subtitle",
                        words.day(request.tables().day()),
                        words.instant(manifest.asOf(), zone),
                        zone.getId()),
                linked,
                PageRules.of(linked, words),
                resource("report.css"),
                script,
                hash(script));
    }

    private static String resource(String name) {
        try (InputStream bytes = Report.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
