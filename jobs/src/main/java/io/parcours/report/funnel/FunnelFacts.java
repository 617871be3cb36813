package io.parcours.report.funnel;

import io.parcours.funnel.ChainRules.Entry;
import io.parcours.funnel.ChainRules.Order;
import io.parcours.funnel.FunnelRules;
import io.parcours.report.data.Row;
import io.parcours.report.page.ReportContext;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A funnel as the day's tables count it.
 *
 * @param name its name in the tables
 * @param rules how the map defines it, where the map has it
 * @param steps its rows of {@code funnel_steps} for everybody, the first step first
 */
record FunnelFacts(String name, Optional<FunnelRules> rules, List<Row> steps) {
    static final String ALL = "all";

    FunnelFacts {
        steps = List.copyOf(steps);
    }

    /** The day's funnels in the order of the table, that of the map. */
    static List<FunnelFacts> of(ReportContext context) {
        Map<String, List<Row>> steps = new LinkedHashMap<>();
        context.table("funnel_steps")
                .rows(row -> row.text("breakdown").equals(ALL))
                .forEach(row -> steps.computeIfAbsent(row.text("funnel"), name -> new ArrayList<>())
                        .add(row));
        Map<String, FunnelRules> rules = new LinkedHashMap<>();
        context.tables().manifest().mapOf("funnel_steps").funnels().forEach(funnel -> rules.put(funnel.name(), funnel));
        List<FunnelFacts> funnels = new ArrayList<>();
        steps.forEach((name, rows) -> funnels.add(new FunnelFacts(name, Optional.ofNullable(rules.get(name)), rows)));
        return List.copyOf(funnels);
    }

    long entered() {
        return steps.get(0).whole("reached_count");
    }

    Row last() {
        return steps.get(steps.size() - 1);
    }

    /** How many may still come, over all steps. */
    long inProgress() {
        return steps.stream().mapToLong(step -> step.whole("in_progress_count")).sum();
    }

    /** How many reached the required step before: who could be lost at this one. */
    long cameBefore(Row step) {
        long before = entered();
        for (Row row : steps) {
            if (row.whole("step") >= step.whole("step")) {
                return before;
            }
            if (!isOptional(row)) {
                before = row.whole("reached_count");
            }
        }
        return before;
    }

    /** The required step before; the step itself where it is the first. */
    Row stepBefore(Row step) {
        Row before = steps.get(0);
        for (Row row : steps) {
            if (row.whole("step") < step.whole("step") && !isOptional(row)) {
                before = row;
            }
        }
        return before;
    }

    boolean isOptional(Row step) {
        return rules.map(FunnelRules::steps)
                .filter(defined -> step.whole("step") <= defined.size())
                .map(defined -> defined.get((int) step.whole("step") - 1).isOptional())
                .orElse(false);
    }

    boolean hasWindow() {
        return rules.flatMap(FunnelRules::windowIfAny).isPresent();
    }

    /** Its window in words; empty without one. */
    String window(Words words) {
        return rules.flatMap(FunnelRules::windowIfAny)
                .map(window -> words.duration(window.toMillis() / 1000.0))
                .orElse("");
    }

    /** Its name for readers, in full. */
    String title(Words words) {
        return words.name("funnels.name", name);
    }

    /** Its name within a sentence. */
    String brief(Words words) {
        return Brief.of(title(words));
    }

    /** The step's name within a sentence. */
    String brief(Words words, Row step) {
        return Brief.of(label(words, step));
    }

    /** The step's name for readers, in full. */
    String label(Words words, Row step) {
        return isUnordered()
                ? words.say("funnels.any", words.count(step.whole("step")), words.count(steps.size()))
                : step.text("step_name");
    }

    private boolean isUnordered() {
        return rules.map(funnel -> funnel.chains().order() == Order.UNORDERED).orElse(false);
    }

    /** So many of what it counts: "802 customers". */
    String units(Words words, long count) {
        return words.say("funnels.units." + counted(), words.count(count), count);
    }

    /** What it counts: customer, journey, session, attempt or value. */
    String counted() {
        if (rules.isEmpty()) {
            return "unit";
        }
        FunnelRules funnel = rules.get();
        if (funnel.chains().entry() == Entry.EVERY) {
            return "attempt";
        }
        return funnel.chains().hold().isEmpty() ? funnel.unit().name().toLowerCase(Locale.ROOT) : "value";
    }
}
