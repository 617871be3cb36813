package io.parcours.map;

import io.parcours.funnel.FunnelAttribution;
import io.parcours.funnel.FunnelAttribution.Kind;
import io.parcours.funnel.FunnelBreakdown;
import io.parcours.funnel.FunnelComparison;
import io.parcours.funnel.FunnelComparison.Period;
import io.parcours.funnel.FunnelCuts;
import io.parcours.funnel.FunnelCuts.CohortPeriod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads by what a funnel's units are told apart in reports. */
final class CutReader {
    private static final List<String> ATTRIBUTIONS = Stream.of(Kind.FIRST_TOUCH, Kind.LAST_TOUCH, Kind.ALL_STEPS)
            .map(MapWord::written)
            .toList();

    private final BreakdownReader breakdowns;

    CutReader(CutColumns columns) {
        this.breakdowns = new BreakdownReader(columns);
    }

    FunnelCuts read(MapFields funnel, GivenSteps steps) {
        FunnelCuts defaults = FunnelCuts.DEFAULT;
        return new FunnelCuts(
                funnel.at("breakdown").map(breakdowns::read).orElse(defaults.breakdowns()),
                attribution(funnel, steps).orElse(defaults.attribution()),
                funnel.at("entry_cohort")
                        .flatMap(given -> MapWord.choice(given, CohortPeriod.class))
                        .orElse(defaults.entryCohort()),
                funnel.at("compare").flatMap(this::comparison).orElse(null),
                funnel.at("undecided_after").flatMap(MapWord::positiveDuration).orElse(defaults.undecidedAfter()));
    }

    private static Optional<FunnelAttribution> attribution(MapFields funnel, GivenSteps steps) {
        Optional<MapValue> given = funnel.at("attribution");
        Optional<FunnelAttribution> attribution = given.flatMap(value -> attribution(value, steps));
        attribution
                .filter(chosen -> funnel.at("breakdown").isEmpty() && !chosen.equals(FunnelAttribution.FIRST_TOUCH))
                .ifPresent(
                        idle -> given.get().refuse("would do nothing without a breakdown; give one or leave this out"));
        attribution
                .filter(chosen -> funnel.at("hold").isPresent() && chosen.equals(FunnelAttribution.ALL_STEPS))
                .ifPresent(twice -> given.get()
                        .refuse("all_steps is refused with hold: a chain that holds one value is not asked for another"
                                + " in all its steps; hold both columns instead"));
        return attribution;
    }

    private static Optional<FunnelAttribution> attribution(MapValue value, GivenSteps steps) {
        return value.isBlock()
                ? stepAttribution(MapFields.of(value, MapSection.STEP_ATTRIBUTION), steps)
                : MapWord.choice(value, ATTRIBUTIONS, "a step as {step: 2}").map(CutReader::touch);
    }

    private static FunnelAttribution touch(String word) {
        return new FunnelAttribution(Kind.valueOf(word.toUpperCase(Locale.ROOT)), 0);
    }

    private static Optional<FunnelAttribution> stepAttribution(MapFields fields, GivenSteps steps) {
        return fields.required("step").flatMap(value -> {
            if (steps.isUnordered()) {
                value.refuse("is refused with order: unordered, where which step comes when differs from unit to unit"
                        + " (legal: attribution first_touch, last_touch, all_steps)");
                return Optional.empty();
            }
            return steps.namedOrNumbered(value)
                    .filter(number -> value.check(
                            !steps.step(number).isOptional(),
                            "step " + Shown.quoted(steps.step(number).name())
                                    + " is optional; a chain that leaves it out would have no value"))
                    .map(FunnelAttribution::ofStep);
        });
    }

    private Optional<FunnelComparison> comparison(MapValue value) {
        MapFields fields = MapFields.of(value, MapSection.COMPARISON);
        Optional<Period> before = fields.required("before").flatMap(CutReader::period);
        Optional<Period> after = fields.required("after").flatMap(CutReader::period);
        List<FunnelBreakdown> mix =
                fields.at("breakdown").map(breakdowns::readAsOne).orElse(List.of());
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        boolean isInOrder = value.check(
                before.get().last().isBefore(after.get().first()),
                "before ends on " + before.get().last() + ", but after begins on "
                        + after.get().first() + "; before is the earlier period, and the two share no day");
        return isInOrder
                ? Optional.of(new FunnelComparison(before.get(), after.get(), mix.isEmpty() ? null : mix.get(0)))
                : Optional.empty();
    }

    private static Optional<Period> period(MapValue value) {
        return MapWord.days(value).map(days -> new Period(days.get(0), days.get(1)));
    }
}
