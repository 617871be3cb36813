package io.parcours.conformance;

import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.conformance.ExpectedJourney.Repeat;
import io.parcours.conformance.ExpectedJourney.Skip;
import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A journey as docs/conformance.md looks at it, every sentence asked of all its touchpoints anew. */
record DefinedJourney(ExpectedJourney expected, CustomerHistory history, Span span, AsOf asOf) {

    static List<DefinedJourney> all(ExpectedJourney expected, List<CustomerHistory> histories, AsOf asOf) {
        List<DefinedJourney> journeys = new ArrayList<>();
        histories.forEach(history ->
                history.journeys().forEach(span -> journeys.add(new DefinedJourney(expected, history, span, asOf))));
        return journeys;
    }

    List<String> names() {
        return expected.stages().stream().map(ExpectedStage::stage).toList();
    }

    private IntStream touchpoints() {
        return IntStream.range(span.from(), span.to());
    }

    /** The stage of a touchpoint by its letter, null for none. */
    private String stage(int touchpoint) {
        String event = history.event(touchpoint);
        return "ABCDE".contains(event) ? event.toLowerCase(java.util.Locale.ROOT) : null;
    }

    private boolean isOf(int touchpoint, String stage) {
        return stage.equals(stage(touchpoint));
    }

    private boolean isLater(int touchpoint, String stage) {
        return names().indexOf(stage(touchpoint)) > names().indexOf(stage);
    }

    boolean isEntered() {
        return touchpoints().anyMatch(i -> names().contains(stage(i)));
    }

    boolean isTouched(String stage) {
        return touchpoints().anyMatch(i -> isOf(i, stage));
    }

    boolean hasLater(String stage) {
        return touchpoints().anyMatch(i -> isLater(i, stage));
    }

    boolean isComplete() {
        return isTouched(names().get(names().size() - 1));
    }

    boolean isSkipped(ExpectedStage stage) {
        return hasLater(stage.stage()) && !isTouched(stage.stage()) && stage.skip() == Skip.NO;
    }

    boolean isMovedBack(ExpectedStage stage) {
        return stage.repeat() == Repeat.NO
                && touchpoints()
                        .anyMatch(j -> isOf(j, stage.stage())
                                && touchpoints().anyMatch(i -> i < j && isLater(i, stage.stage())));
    }

    boolean isRepeated(ExpectedStage stage) {
        String name = stage.stage();
        return stage.repeat() == Repeat.NO
                && touchpoints()
                        .anyMatch(j -> isOf(j, name)
                                && touchpoints().noneMatch(i -> i < j && isLater(i, name))
                                && touchpoints()
                                        .anyMatch(i -> i < j
                                                && isOf(i, name)
                                                && IntStream.range(i + 1, j)
                                                        .anyMatch(k -> stage(k) != null && !isOf(k, name))));
    }

    long firstAt(String stage) {
        return history.occurredAt(
                touchpoints().filter(i -> isOf(i, stage)).findFirst().orElseThrow());
    }

    /** The touchpoint with which it went on from a stage. */
    OptionalInt leaving(String stage) {
        int first = touchpoints().filter(i -> isOf(i, stage)).findFirst().orElse(span.to());
        return IntStream.range(first + 1, Math.max(first + 1, span.to()))
                .filter(j -> isLater(j, stage))
                .findFirst();
    }

    /** The last touchpoint of an earlier expected stage before the first of this one. */
    OptionalInt waitedFrom(String stage) {
        int first = touchpoints().filter(i -> isOf(i, stage)).findFirst().orElse(span.from());
        return IntStream.range(span.from(), first)
                .filter(i -> names().contains(stage(i)) && names().indexOf(stage(i)) < names().indexOf(stage))
                .max();
    }

    boolean isLimited(ExpectedStage stage) {
        return stage.allowed() != null && names().indexOf(stage.stage()) < names().size() - 1;
    }

    private long endOfTime(ExpectedStage stage) {
        return firstAt(stage.stage()) + stage.allowed().toNanos() / 1000;
    }

    boolean isMature(ExpectedStage stage) {
        return isLimited(stage) && isTouched(stage.stage()) && endOfTime(stage) <= asOf.micros();
    }

    boolean isWithin(ExpectedStage stage) {
        OptionalInt leaving = leaving(stage.stage());
        return isLimited(stage)
                && isTouched(stage.stage())
                && leaving.isPresent()
                && history.occurredAt(leaving.getAsInt()) <= endOfTime(stage);
    }

    boolean isLate(ExpectedStage stage) {
        return isMature(stage) && !isWithin(stage);
    }

    /** Each as kind and stage. */
    TreeSet<String> deviations() {
        TreeSet<String> found = new TreeSet<>();
        if (!isEntered()) {
            return found;
        }
        for (ExpectedStage stage : expected.stages()) {
            add(found, isSkipped(stage), "skipped " + stage.stage());
            add(found, isMovedBack(stage), "moved_back " + stage.stage());
            add(found, isRepeated(stage), "repeated " + stage.stage());
            add(found, isLate(stage), "too_slow " + stage.stage());
        }
        List.of("a", "b", "c", "d", "e")
                .forEach(stage -> add(found, !names().contains(stage) && isTouched(stage), "not_expected " + stage));
        return found;
    }

    private static void add(TreeSet<String> found, boolean isSo, String deviation) {
        if (isSo) {
            found.add(deviation);
        }
    }

    /** Whether it was possible with the journey, by the page's table. */
    boolean isPossible(String kind, String stage) {
        if (kind.equals("(not entered)")) {
            return true;
        }
        if (!isEntered() || kind.equals("(any)") || kind.equals("(none)")) {
            return isEntered();
        }
        if (kind.equals("not_expected")) {
            return !names().contains(stage);
        }
        if (!names().contains(stage)) {
            return false;
        }
        ExpectedStage rules = expected.stages().get(names().indexOf(stage));
        return switch (kind) {
            case "skipped" -> hasLater(stage) && rules.skip() == Skip.NO;
            case "moved_back" -> hasLater(stage) && rules.repeat() == Repeat.NO;
            case "repeated" -> isTouched(stage) && rules.repeat() == Repeat.NO;
            default -> isMature(rules);
        };
    }

    boolean isConverted() {
        return touchpoints().anyMatch(i -> history.event(i).equals("E"));
    }

    /** The scores in it as parts of their scale. */
    double[] scores() {
        return touchpoints()
                .filter(i -> history.event(i).equals("S"))
                .mapToDouble(i -> history.value(i) / 10)
                .toArray();
    }

    String channelOrNone() {
        return history.channel(span.from()) == null ? "(none)" : history.channel(span.from());
    }
}
