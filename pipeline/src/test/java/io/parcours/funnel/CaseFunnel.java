package io.parcours.funnel;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** The funnel of a case as the keys of a journey map. */
record CaseFunnel(Map<String, Object> keys) {

    /**
     * A funnel in letters.
     *
     * @param letters the steps: {@code AB>C?>D} is event A or B, then C, which is optional, then D
     * @param stepKeys by a step's name further keys of it
     * @param options further keys of the funnel
     */
    static CaseFunnel of(String name, String letters, Map<String, Object> stepKeys, Map<String, Object> options) {
        List<Object> steps = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String word : letters.split(">")) {
            String events = word.replace("?", "");
            long number = 1 + names.stream().filter(events::equals).count();
            names.add(events);
            String stepName = number == 1 ? events : events + " " + number;
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("name", stepName);
            step.put("events", List.of(events.split("")));
            if (word.endsWith("?")) {
                step.put("optional", true);
            }
            step.putAll(map(stepKeys.getOrDefault(stepName, Map.of())));
            steps.add(step);
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", name);
        keys.put("steps", steps);
        keys.putAll(options);
        return new CaseFunnel(keys);
    }

    /** A journey map with this funnel alone. */
    String yaml() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", "case");
        map.put("input", Map.of("dimensions", CountingCase.DIMENSIONS));
        map.put("funnels", List.of(keys));
        return new Dump(DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .build())
                .dumpToString(map);
    }

    /** The rules that these keys mean, made without the map's reader. */
    FunnelRules rules() {
        List<FunnelStep> steps =
                list("steps").stream().map(step -> step(map(step))).toList();
        ChainRules chains = new ChainRules(
                word("order", ChainRules.Order.ORDERED),
                word("entry", ChainRules.Entry.BEST),
                word("ties", ChainRules.Ties.TOGETHER),
                duration(keys.get("window")),
                list("exclude").stream()
                        .map(exclusion -> exclusion(map(exclusion), steps))
                        .toList(),
                list("hold").stream().map(Object::toString).toList());
        FunnelCuts cuts = FunnelCuts.DEFAULT
                .withBreakdowns(
                        list("breakdown").stream().map(CaseFunnel::breakdown).toList())
                .withAttribution(attribution(steps));
        return new FunnelRules(
                keys.get("name").toString(), steps, word("unit", FunnelRules.Unit.CUSTOMER), chains, cuts);
    }

    private static FunnelBreakdown breakdown(Object columns) {
        return columns instanceof List<?> several
                ? new FunnelBreakdown(several.stream().map(Object::toString).toList())
                : FunnelBreakdown.of(columns.toString());
    }

    private FunnelAttribution attribution(List<FunnelStep> steps) {
        Object attribution = keys.getOrDefault("attribution", "first_touch");
        return attribution instanceof Map<?, ?> ofStep
                ? FunnelAttribution.ofStep(numberOf(ofStep.get("step"), steps))
                : new FunnelAttribution(
                        FunnelAttribution.Kind.valueOf(attribution.toString().toUpperCase(Locale.ROOT)), 0);
    }

    private static FunnelStep step(Map<String, Object> step) {
        String where = (String) step.get("where");
        TouchpointCondition condition = new TouchpointCondition(
                names(step.get("events")),
                names(step.get("channels")),
                null,
                where == null ? null : Where.parse(where, ConditionColumns.ofTouchpoints(CountingCase.DIMENSIONS)));
        return new FunnelStep(
                (String) step.get("name"),
                condition,
                duration(step.get("within")),
                step.containsKey("optional"),
                step.containsKey("first_ever"));
    }

    private static FunnelExclusion exclusion(Map<String, Object> exclusion, List<FunnelStep> steps) {
        TouchpointCondition condition =
                TouchpointCondition.ofEvents(names(exclusion.get("events")).toArray(String[]::new));
        FunnelExclusion.Scope scope = FunnelExclusion.Scope.valueOf(
                exclusion.getOrDefault("scope", "attempt").toString().toUpperCase(Locale.ROOT));
        return exclusion.get("between") instanceof List<?> between
                ? new FunnelExclusion(
                        condition, numberOf(between.get(0), steps), numberOf(between.get(1), steps), scope)
                : FunnelExclusion.everywhere(condition, scope);
    }

    private static int numberOf(Object name, List<FunnelStep> steps) {
        return 1 + steps.stream().map(FunnelStep::name).toList().indexOf(name.toString());
    }

    private List<?> list(String key) {
        Object value = keys.getOrDefault(key, List.of());
        return value instanceof List<?> list ? list : List.of(value);
    }

    private <E extends Enum<E>> E word(String key, E usual) {
        return Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(Objects.toString(keys.get(key))))
                .findFirst()
                .orElse(usual);
    }

    private static List<String> names(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    private static Duration duration(Object text) {
        return text == null
                ? null
                : Duration.ofMinutes(Long.parseLong(text.toString().replace("m", "")));
    }

    static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, item) -> map.put((String) key, item));
        return map;
    }
}
