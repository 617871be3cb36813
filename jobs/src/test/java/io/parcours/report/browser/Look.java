package io.parcours.report.browser;

/** What a reader's device asks a page to look like. */
enum Look {
    LIGHT("light", "screen", "light"),
    DARK("dark", "screen", "dark"),
    PRINT("print", "print", "light");

    private final String label;
    private final String medium;
    private final String scheme;

    Look(String label, String medium, String scheme) {
        this.label = label;
        this.medium = medium;
        this.scheme = scheme;
    }

    /** In names of files. */
    String label() {
        return label;
    }

    String medium() {
        return medium;
    }

    /** The value of {@code prefers-color-scheme}. */
    String scheme() {
        return scheme;
    }
}
