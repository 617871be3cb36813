package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnu|unknown command rnu; did you mean run? (see parcours --help)",
                "zzzz|unknown command zzzz (see parcours --help)",
                "--nonsense|unknown option --nonsense (see parcours --help)",
                "check --map m.yaml --input a.csv --fromat csv|unknown option --fromat; did you mean --format? (see parcours check --help)",
                "run --map m.yaml --input a.csv b.csv --ouput=o|unknown option --ouput; did you mean --output? (see parcours run --help)",
                "run --mpa m.yaml --input a.csv --output o|unknown option --mpa; did you mean --map? (see parcours run --help)",
                "init --from a.csv --fromat json|unknown option --fromat; did you mean --format? (see parcours init --help)",
                "check m.yaml --map m.yaml|unexpected argument m.yaml (see parcours check --help)",
                "show visits --output o --as-of soon|Invalid value for option '--as-of': a day is expected, such as 2024-12-31, not 'soon' (see parcours show --help)",
                "show visits --output o --limit x|Invalid value for option '--limit': 'x' is no whole number, or too large a one (see parcours show --help)",
                "sample --output o --customers 99999999999|Invalid value for option '--customers': '99999999999' is no whole number, or too large a one (see parcours sample --help)",
            })
    void aMistypedCommandLineIsOneLineThatNamesTheNearestSpelling(String typed, String line) {
        Ran ran = Ran.parcours(typed.split(" "));

        assertThat(ran.err()).isEqualTo("parcours: " + line + System.lineSeparator());
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
