package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.map.JourneyMapReader;
import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of counting-cases.yaml: read word by word, and counted by the funnel's question. */
class CountingCasesTest {

    static List<CountingCase> all() {
        return CountingCase.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSentencesGiveTheAnswer(CountingCase given) {
        assertThat(onlyExpected(given, CaseAnswer.of(given))).isEqualTo(expected(given));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theFunnelGivesTheAnswer(CountingCase given) {
        assertThat(onlyExpected(given, reported(given, given.funnel().rules()))).isEqualTo(expected(given));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theFunnelOfTheMapGivesTheAnswer(CountingCase given) {
        FunnelRules rules = JourneyMapReader.read(given.funnel().yaml(), "case.yaml")
                .funnels()
                .get(0);

        assertThat(rules).isEqualTo(given.funnel().rules());
        assertThat(onlyExpected(given, reported(given, rules))).isEqualTo(expected(given));
    }

    @Test
    void namesAreUnique() {
        assertThat(all().stream().map(CountingCase::name)).doesNotHaveDuplicates();
    }

    /** A case with {@code against} differs from that one in one option, and in the answer. */
    @Test
    void everyOptionChangesAnAnswer() {
        Map<String, CountingCase> byName = new LinkedHashMap<>();
        all().forEach(given -> byName.put(given.name(), given));
        Set<String> shown = new TreeSet<>();
        for (CountingCase given : all()) {
            if (given.text("against") != null) {
                CountingCase other = byName.get(given.text("against"));
                shown.add(onlyDifference(given, Objects.requireNonNull(other, given.text("against"))));
                assertThat(CaseAnswer.of(given)).as(given.name()).isNotEqualTo(CaseAnswer.of(other));
            }
        }
        assertThat(shown)
                .contains(
                        "window",
                        "unit",
                        "ties",
                        "order",
                        "entry",
                        "exclude",
                        "hold",
                        "attribution",
                        "breakdown",
                        "funnel",
                        "steps",
                        "as_of");
    }

    private static String onlyDifference(CountingCase given, CountingCase other) {
        Map<String, Object> mine = options(given);
        Map<String, Object> others = options(other);
        Set<String> keys = new TreeSet<>(mine.keySet());
        keys.addAll(others.keySet());
        keys.removeIf(key -> Objects.equals(mine.get(key), others.get(key)));
        assertThat(keys).as("what %s differs in from %s", given, other).hasSize(1);
        return keys.iterator().next();
    }

    private static Map<String, Object> options(CountingCase given) {
        Map<String, Object> options = new TreeMap<>(CaseFunnel.map(given.keys().getOrDefault("options", Map.of())));
        for (String key : List.of("funnel", "steps", "customers", "as_of")) {
            options.put(key, given.keys().getOrDefault(key, ""));
        }
        return options;
    }

    private static Map<String, Object> expected(CountingCase given) {
        Map<String, Object> expected = new LinkedHashMap<>();
        for (String key : List.of("reached", "dropped", "in_progress", "open", "mature", "minutes", "by")) {
            if (given.keys().containsKey(key)) {
                expected.put(key, plain(given.keys().get(key)));
            }
        }
        List<Integer> none =
                given.funnel().rules().steps().stream().map(step -> 0).toList();
        expected.putIfAbsent("in_progress", plain(none));
        expected.putIfAbsent("dropped", plain(none));
        return expected;
    }

    private static Map<String, Object> onlyExpected(CountingCase given, Map<String, Object> answer) {
        Map<String, Object> same = new LinkedHashMap<>();
        expected(given).keySet().forEach(key -> same.put(key, plain(answer.get(key))));
        return same;
    }

    /** Numbers as they read, whatever their types. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(key.toString(), plain(item)));
            return sorted;
        }
        return Objects.toString(value).replaceAll("\\.0\\b", "");
    }

    private static Map<String, Object> reported(CountingCase given, FunnelRules rules) {
        ConditionIndex index = new ConditionIndex(rules.conditions().toList());
        FunnelQuestion question = new FunnelQuestion(List.of(rules), index, CountingCase.DIMENSIONS);
        FunnelCounts counts = question.begin(given.asOf());
        HistoryBuilder builder = new HistoryBuilder(Histories.rules(), index, given.asOf());
        for (List<Touchpoint> touchpoints : given.customers()) {
            counts.add(builder.build(touchpoints));
        }
        List<FunnelStepsRow> rows = LetterFunnel.steps(question.report(counts));
        List<FunnelStepsRow> all =
                rows.stream().filter(row -> row.breakdown().equals("all")).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("reached", all.stream().map(FunnelStepsRow::reached).toList());
        answer.put("dropped", all.stream().map(FunnelStepsRow::dropped).toList());
        answer.put("in_progress", all.stream().map(FunnelStepsRow::inProgress).toList());
        answer.put("open", all.stream().map(FunnelStepsRow::open).toList());
        List<Object> mature = new ArrayList<>();
        List<Object> minutes = new ArrayList<>();
        for (FunnelStepsRow row : all) {
            mature.add(row.matureReached());
            Double seconds = row.timesFromPrevious().median();
            minutes.add(seconds == null ? null : seconds / 60);
        }
        answer.put("mature", mature);
        answer.put("minutes", minutes);
        answer.put("by", by(rows, rules.steps().size()));
        return answer;
    }

    /** Values that nobody entered with stand in the table for their open counts alone. */
    private static Map<String, Map<String, List<Long>>> by(List<FunnelStepsRow> rows, int steps) {
        Map<String, Map<String, List<Long>>> by = new TreeMap<>();
        for (int from = 0; from < rows.size(); from += steps) {
            FunnelStepsRow first = rows.get(from);
            int start = from;
            List<Long> reached = IntStream.range(0, steps)
                    .mapToObj(step -> rows.get(start + step).reached())
                    .toList();
            if (!first.breakdown().equals("all") && reached.stream().anyMatch(count -> count > 0)) {
                by.computeIfAbsent(first.breakdown(), name -> new TreeMap<>()).put(first.breakdownValue(), reached);
            }
        }
        return by;
    }
}
