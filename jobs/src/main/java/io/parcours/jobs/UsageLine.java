package io.parcours.jobs;

import io.parcours.condition.NearestName;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A mistyped command line as the one line a user reads. */
final class UsageLine {
    /** How an unknown option behind another option's values is told: there the list of what is unmatched is empty. */
    private static final Pattern AMONG_VALUES = Pattern.compile("Unknown option: '([^']*)'");

    private UsageLine() {}

    static String of(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        return message(mistake, command) + " (see " + command.getCommandSpec().qualifiedName() + " --help)";
    }

    private static String message(ParameterException mistake, CommandLine command) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            Matcher amongValues = AMONG_VALUES.matcher(ErrorLine.of(mistake));
            return unknown(
                    command,
                    amongValues.lookingAt()
                            ? amongValues.group(1)
                            : unmatched.getUnmatched().get(0));
        }
        if (mistake instanceof MissingParameterException) {
            // Whoever mistypes a needed option has left it out, too; what was typed is what to correct.
            Optional<String> mistyped = command.getUnmatchedArguments().stream()
                    .filter(UsageLine::isOption)
                    .findFirst();
            if (mistyped.isPresent()) {
                return unknown(command, mistyped.get());
            }
        }
        return ErrorLine.of(mistake)
                .replaceFirst("' is not an? (int|long)$", "' is no whole number, or too large a one");
    }

    private static String unknown(CommandLine command, String argument) {
        if (isOption(argument)) {
            String name = argument.replaceFirst("=.*", "");
            return "unknown option "
                    + nearest(name, command.getCommandSpec().optionsMap().keySet());
        }
        Collection<String> commands = command.getSubcommands().keySet();
        return (commands.isEmpty() ? "unexpected argument " : "unknown command ") + nearest(argument, commands);
    }

    private static String nearest(String word, Collection<String> legal) {
        return SafeText.of(word)
                + NearestName.nearest(word, legal)
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("");
    }

    private static boolean isOption(String argument) {
        return argument.startsWith("-");
    }
}
