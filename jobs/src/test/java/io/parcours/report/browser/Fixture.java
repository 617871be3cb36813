package io.parcours.report.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page with nothing wrong with it that has all that reports have, and places where faults can be planted. */
final class Fixture {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Fixture</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
            <style>
              :root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --bar: #1f4e79; --far: #eef2f6; }
              @media (prefers-color-scheme: dark) { :root { --paper: #15181c; --ink: #eee; --bar: #9cc4ea; --far: #22272e } }
              @media print { nav { display: none } }
              body { margin: 16px; font: 16px/1.15 sans-serif; background: var(--paper); color: var(--ink); }
              a { color: inherit } :focus-visible { outline: 3px solid #c60; outline-offset: 2px }
              .wide { overflow-x: auto } .wide table { width: 1600px }
              .cut { width: 120px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
              .readers { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
              svg { display: block; max-width: 100%; height: auto }
              svg text { fill: var(--ink); font: 12px sans-serif } svg .inside { fill: var(--paper) }
              .skip { position: absolute; left: -999px } .skip:focus { left: 0 }
              .clamped { width: 90px; height: 2.3em; overflow: hidden; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical }
              /*CSS*/
            </style></head><body>
            <a class="skip" href="#first">Skip</a>
            <nav aria-label="Contents"><a href="#first">First</a> <a href="#second">Second</a></nav>
            <main><h1>A page with nothing wrong</h1>
            <section id="first"><h2>First</h2>
            <p>Words with <b>bold</b> ones among them, which run over several lines on a phone and yet do not overlap.</p>
            <p class="cut" title="A long name that does not fit">A long name that does not fit</p>
            <p class="clamped" title="A long name in far more lines than two">A long name in far more lines than two</p>
            <span class="readers">Only for readers</span>
            <svg role="img" aria-label="Bars" width="300" height="120" viewBox="0 0 300 120">
              <rect width="300" height="120" style="fill: var(--far)"/><rect x="10" y="10" width="200" height="24" style="fill: var(--bar)"/>
              <text class="inside" x="16" y="27">180 customers</text><text x="220" y="27">60 %</text>
              <text transform="translate(60 110) rotate(-45)">January</text><text transform="translate(80 110) rotate(-45)">February</text>
              <text x="150" y="80"><tspan x="150">one line</tspan><tspan x="150" dy="15">another</tspan></text>
            </svg>
            <svg aria-hidden="true" width="10" height="10"><rect width="10" height="10"/></svg>
            <fieldset><legend>Kind</legend><label><input type="radio" name="kind" checked> one</label>
              <label><input type="radio" name="kind"> two</label></fieldset>
            <button id="press" onclick="document.getElementById('said').textContent = 'pressed'">Press</button> <span id="said"></span>
            <label>Filter <input id="filter" oninput="document.getElementById('said').textContent = this.value"></label>
            </section>
            <section id="second"><h2>Second</h2>
            <details><summary>As a table</summary><div class="wide" role="region" aria-label="Figures" tabindex="0">
              <table><caption>Figures</caption><tr><th scope="col">Name</th><th scope="col">Count</th></tr>
              <tr><th scope="row">a</th><td>1</td></tr></table></div></details>
            <!--BODY-->
            </section></main></body></html>
            """;

    private final Path folder;

    Fixture(Path folder) {
        this.folder = folder;
    }

    Path good() {
        return write(PAGE);
    }

    /** With more in the body's last section. */
    Path withBody(String html) {
        return write(PAGE.replace("<!--BODY-->", html));
    }

    /** With more rules of style. */
    Path withStyle(String css) {
        return write(PAGE.replace("/*CSS*/", css));
    }

    /** With something else in place of what is there. */
    Path without(String part, String replacement) {
        if (!PAGE.contains(part)) {
            throw new IllegalArgumentException("the page has no " + part);
        }
        return write(PAGE.replace(part, replacement));
    }

    private Path write(String html) {
        try {
            return Files.writeString(folder.resolve("page ünïcode.html"), html);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
