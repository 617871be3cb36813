package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

/** A command that must succeed, for tests of other packages. */
public final class SampleRun {
    private SampleRun() {}

    /** Runs the command in this process; gives back what it printed. */
    public static String of(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(ExitCode.OK);
        return run.out();
    }
}
