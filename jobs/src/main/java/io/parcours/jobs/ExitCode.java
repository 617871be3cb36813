package io.parcours.jobs;

/** What a command's exit code says to the scheduler that started it. */
final class ExitCode {
    /** Done. */
    static final int OK = 0;
    /** Something failed that is nobody's input: the message says what, {@code --verbose} where. */
    static final int FAILURE = 1;
    /** The command line or the map is wrong. */
    static final int USAGE = 2;
    /** The log is worse than the map's quality gate allows; nothing was published. */
    static final int QUALITY_GATE = 3;
    /** The input is not what the map says: a missing column, nothing to read. */
    static final int INPUT_CONTRACT = 4;

    private ExitCode() {}
}
