package io.parcours.report.browser;

import java.util.List;

/**
 * Texts that a log may hold and that a careless page would run, swallow or be torn apart by. A page that shows them as
 * what they are leaves {@code window.pwned} undefined.
 */
final class HostileText {

    static final String SCRIPT = "</script><script>window.pwned=1</script>";
    static final String ATTRIBUTE = "\"><img src=x onerror=window.pwned=2>";
    static final String DRAWING = "</text></svg><svg onload=window.pwned=3>";
    static final String STYLE = "</style></title><style>*{display:none!important}</style>";
    static final String HANDLER = "' onmouseover='window.pwned=4' onfocus='window.pwned=5' autofocus x='";
    static final String ENTITY = "&amp; &lt;b&gt; <b>bold</b> &#x3C;script&#x3E;";
    static final String FORMULA = "=HYPERLINK(\"http://x\")";
    static final String TEMPLATE = "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> `${window.pwned=6}`";
    static final String ESCAPE = "\\u003cscript\\u003e \\\"; window.pwned=7; //";
    static final String COMMENT = "<!--<script>-->]]>--!><![CDATA[";
    static final String ADDRESS = "javascript:window.pwned=8";
    static final String RIGHT_TO_LEFT = "\u202Etxet desrever\u202C";
    static final String EMOJI =
            "\uD83D\uDED2 \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 caf\u00E9 \u65E5\u672C\u8A9E";
    static final String ARABIC = "\u0627\u0644\u0639\u0631\u0628\u064A\u0629 (50 %)";
    static final String ZERO_WIDTH = "zero\u200Bwidth\uFEFF\u200Djoined";
    static final String SEPARATORS = "line\u2028separator\u2029and\u00A0blank";
    static final String LINES = "first line\nsecond line\ttab";
    static final String PROTOTYPE = "__proto__";
    static final String NUMBER = "1e309";
    static final String ONE_LONG_WORD = "w".repeat(300);
    static final String MANY_WORDS = "a name that goes on and on ".repeat(11).strip();

    /** All of them, in a fixed order. */
    static final List<String> ALL = List.of(
            SCRIPT,
            ATTRIBUTE,
            DRAWING,
            STYLE,
            HANDLER,
            ENTITY,
            FORMULA,
            TEMPLATE,
            ESCAPE,
            COMMENT,
            ADDRESS,
            RIGHT_TO_LEFT,
            EMOJI,
            ARABIC,
            ZERO_WIDTH,
            SEPARATORS,
            LINES,
            PROTOTYPE,
            NUMBER,
            ONE_LONG_WORD,
            MANY_WORDS);

    private HostileText() {}
}
