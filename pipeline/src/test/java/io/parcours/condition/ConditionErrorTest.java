package io.parcours.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionErrorTest {

    private static final ConditionColumns COLUMNS = ConditionColumns.ofTouchpoints(List.of("platform"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // names
                "chanel = 'web' | unknown column chanel, at character 1; did you mean channel? the columns are "
                        + "customer_id, occurred_at, event, channel, value, event_id, stage, platform; "
                        + "text is written in single quotes: 'chanel'",
                "event = cart | unknown column cart, at character 9; the columns are customer_id, occurred_at, event, "
                        + "channel, value, event_id, stage, platform; text is written in single quotes: 'cart'",
                "event = \"cart\" | unknown column cart, at character 9; the columns are customer_id, occurred_at, "
                        + "event, channel, value, event_id, stage, platform; text is written in single quotes: 'cart'",
                "Event = 'cart' | unknown column Event, at character 1; did you mean event? the columns are "
                        + "customer_id, occurred_at, event, channel, value, event_id, stage, platform; "
                        + "text is written in single quotes: 'Event'",
                "lowr(event) = 'x' | unknown function lowr, at character 1; did you mean lower? the functions are "
                        + "lower, upper, trim, substring, length, starts_with, ends_with, contains, abs, round, floor, "
                        + "ceil, hour, day_of_week, coalesce, cast",
                "true and System.exit(1) | unknown function System.exit, at character 10; the functions are "
                        + "lower, upper, trim, substring, length, starts_with, ends_with, contains, abs, round, floor, "
                        + "ceil, hour, day_of_week, coalesce, cast",
                // types
                "value = '5' | a number cannot be compared with text, at character 7; "
                        + "a number is written without quotes: 5",
                "value = 'x' | a number cannot be compared with text, at character 7",
                "platform > 5 | text cannot be compared with a number, at character 10; "
                        + "write cast(platform as number) to compare it as a number",
                "event = value | text cannot be compared with a number, at character 7; "
                        + "write cast(... as number) or cast(... as text)",
                "value in (1, 'x') | a number cannot be compared with text, at character 7",
                "occurred_at > 5 | an instant cannot be compared with a number, at character 13; "
                        + "write a date such as '2024-03-01' or an instant such as '2024-03-01T12:30:00Z'",
                "occurred_at > event | an instant cannot be compared with text, at character 13; "
                        + "write a date such as '2024-03-01' or an instant such as '2024-03-01T12:30:00Z'",
                "occurred_at > '2024-13-01' | '2024-13-01' is neither a date nor an instant, at character 15; "
                        + "write a date such as '2024-03-01' or an instant such as '2024-03-01T12:30:00Z'",
                "event + 1 > 2 | arithmetic takes a number, but this is text, at character 1; "
                        + "write cast(... as number) or cast(... as text)",
                "lower(value) = 'x' | lower(text) takes text, but this is a number, at character 7; "
                        + "write cast(... as number) or cast(... as text)",
                "value like '1%' | like takes text, but this is a number, at character 1; "
                        + "write cast(... as number) or cast(... as text)",
                "not event | not takes true or false, but this is text, at character 5",
                "value > 1 and event | and takes true or false, but this is text, at character 15",
                "value + 1 | a condition takes true or false, but this is a number, at character 7",
                "hour('2024-03-01') = 1 | hour(instant) takes an instant, but this is text, at character 6",
                "cast(occurred_at as text) = 'x' | an instant cannot be cast to text, at character 1",
                "cast(true as number) = 1 | true or false cannot be cast to number, at character 1",
                "(1 = 1) < true | true and false have no order, at character 9; compare them with = or !=",
                "true between true and false | true and false have no order, at character 6; "
                        + "compare them with = or !=",
                "true in (true) | in is not for true and false, at character 6; compare them with = or !=",
                "coalesce(event, 5) = 'x' | text cannot be compared with a number, at character 1; "
                        + "write cast(event as number) to compare it as a number",
                "round() = 1 | round does not take 0 arguments, at character 1; write round(number, [number])",
                "substring(event) = 'x' | substring does not take 1 arguments, at character 1; "
                        + "write substring(text, number, [number])",
                "coalesce() = 1 | coalesce needs arguments, at character 1; write coalesce(channel, 'none')",
                // patterns
                "event like stage | the pattern of like is no text in quotes, at character 12; "
                        + "use contains, starts_with or ends_with to compare with a column",
                "event like null | the pattern of like is no text in quotes, at character 12; "
                        + "use contains, starts_with or ends_with to compare with a column",
                "event like 'a\\b' | in the pattern 'a\\b' the escape \\ stands before neither %, _ nor \\, "
                        + "at character 12; write \\\\ for itself, or choose another with escape '!'",
                "event like 'a!' escape '!' | in the pattern 'a!' the escape ! stands before neither %, _ nor !, "
                        + "at character 12; write !! for itself, or choose another with escape '!'",
                "event like 'a' escape 'xy' | expected one character in quotes but found the text 'xy', "
                        + "at character 23",
                // grammar
                "`   ` | the condition is empty; leave the key out, or write one such as value > 5",
                "event = 'x | the quote ' is never closed, at character 9; a quote inside quotes is written twice",
                "value > | expected a column, a value, a function or ( but found the end of the condition, "
                        + "at character 8",
                "(value > 5 | expected ) but found the end of the condition, at character 11",
                "value > 5) | expected and, or, or the end of the condition but found ), at character 10",
                "value > 5 value | expected and, or, or the end of the condition but found value, at character 11",
                "value > 5; drop table x | ';' has no meaning, at character 10; "
                        + "the signs are = != <> < <= > >= + - * / % ( ) ,",
                "value > 5 && true | '&' has no meaning, at character 11; write and",
                "value ! 5 | '!' has no meaning, at character 7; write not",
                "event = \u2018x\u2019 | '\u2018' has no meaning, at character 9; "
                        + "text is written in straight quotes: 'text'",
                "1 < value < 5 | comparisons cannot be chained, at character 11; "
                        + "write a < b and b < c instead of a < b < c",
                "value is 5 | expected null but found 5, at character 10",
                "value not 5 | expected in, like or between but found 5, at character 11",
                "value in 5 | expected ( but found 5, at character 10",
                "value in () | expected a column, a value, a function or ( but found ), at character 11",
                "value > and | expected a column, a value, a function or ( but found and, at character 9",
                "value > 5d | 5d is neither a number nor a name, at character 9; "
                        + "names that begin with a digit are written in backticks",
                "value > 1e999 | 1e999 is too large a number, at character 9",
                "cast(event as date) = 1 | expected number or text but found date, at character 15",
                "cast(event) = 1 | expected as but found ), at character 11"
            })
    void saysWhatIsWrongWhereAndWhatWouldBeRight(String condition, String message) {
        assertThatThrownBy(() -> Where.parse(condition, COLUMNS))
                .isInstanceOf(ConditionException.class)
                .hasMessage(message);
    }

    @Test
    void listsNoMoreThanSixtyNames() {
        List<String> dimensions = IntStream.range(0, 100).mapToObj(i -> "d" + i).toList();

        assertThatThrownBy(() -> Where.parse("nothing = 1", ConditionColumns.ofTouchpoints(dimensions)))
                .hasMessageContaining("d52 and 47 more;")
                .hasMessageNotContaining("d53");
    }

    @Test
    void staysOnOneShortLineWhateverTheConditionHolds() {
        String hostile = "`a\n\u001b[31m\u202e" + "x".repeat(50_000) + "` = 1";

        assertThatThrownBy(() -> Where.parse(hostile, COLUMNS))
                .hasMessageStartingWith("unknown column a??[31m?xxx")
                .hasMessageNotContaining("\n")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }
}
