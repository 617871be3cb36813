package io.parcours.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.QueryContext;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import scala.Option;

/** What is wrong with a query, as the one line a user reads: Spark's own message, and where. */
final class QueryError {
    private static final Pattern CONDITION = Pattern.compile("^\\[[A-Z_0-9.]+] ?");
    /** Behind the message: the state for programs, a drawing of the position, the plan. */
    private static final Pattern REST =
            Pattern.compile("(?s)\\s*(SQLSTATE: .*|== SQL .*|;?\\s*line \\d+ pos \\d+.*|\\R.*)$");

    private static final int DEEPEST = 50;

    private QueryError() {}

    /** The failure of a query: the user's where Spark says so, else as it is. */
    static RuntimeException of(Exception failure, SqlQuestion question) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof CommandException told) {
                return told;
            }
            if (cause instanceof SparkThrowable said && isOfTheQuery(said)) {
                return told(said, cause, question);
            }
            cause = cause.getCause();
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    /** States that begin so are those of syntax, names, types and values; others are of the engine or its files. */
    private static boolean isOfTheQuery(SparkThrowable said) {
        String state = said.getSqlState();
        return said.getCondition() != null
                && state != null
                && !said.isInternalError()
                && state.matches("(0A|2[12]|4[2-4]).*");
    }

    private static CommandException told(SparkThrowable said, Throwable cause, SqlQuestion question) {
        if ("TABLE_OR_VIEW_NOT_FOUND".equals(said.getCondition())) {
            Map<String, String> parameters = said.getMessageParameters();
            question.results()
                    .requireTable(parameters.getOrDefault("relationName", "").replace("`", ""));
        }
        String message = cause.getMessage() == null ? said.getCondition() : cause.getMessage();
        String first = REST.matcher(CONDITION.matcher(message.strip()).replaceFirst(""))
                .replaceFirst("");
        return new CommandException(
                ExitCode.USAGE,
                "the SQL"
                        + place(said, cause, question.sql())
                                .map(place -> ", " + place)
                                .orElse("") + ": " + SafeText.of(first.replaceAll("\\s*\\R\\s*", " ")),
                cause);
    }

    private static Optional<String> place(SparkThrowable said, Throwable cause, String sql) {
        if (cause instanceof AnalysisException analysis
                && number(analysis.line()).isPresent()) {
            int position = number(analysis.startPosition()).orElse(0) + 1;
            return Optional.of("line " + number(analysis.line()).get() + " position " + position);
        }
        for (QueryContext context : Optional.ofNullable(said.getQueryContext()).orElse(new QueryContext[0])) {
            int start = context.startIndex();
            if (start >= 0 && start <= sql.length()) {
                String before = sql.substring(0, start);
                long line = before.chars().filter(letter -> letter == '\n').count() + 1;
                return Optional.of("line " + line + " position " + (start - before.lastIndexOf('\n')));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> number(Option<Object> value) {
        return value.isDefined() ? Optional.of((Integer) value.get()) : Optional.empty();
    }
}
