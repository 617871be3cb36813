package io.parcours.sample.fitted;

import io.parcours.condition.ConditionRow;
import io.parcours.condition.Verdict;
import io.parcours.map.JourneyMap;
import io.parcours.segment.CustomerColumns;
import io.parcours.segment.SegmentRules;
import io.parcours.segment.SegmentRules.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Counts the customers of every segment at the end of the log. */
final class SegmentTruth {
    private final JourneyMap map;
    private final Judge judge;
    private final SurveyTruth surveys;
    private final List<Segment> segments;
    private final boolean isFirstOnly;
    private final LocalDate today;
    private final long sessionGap;
    private final long journeyGap;
    final long[] customers;

    SegmentTruth(JourneyMap map, Judge judge, SurveyTruth surveys, PlayTime time) {
        this.map = map;
        this.judge = judge;
        this.surveys = surveys;
        this.segments = map.features().segments().map(SegmentRules::segments).orElse(List.of());
        this.isFirstOnly = map.features()
                .segments()
                .filter(rules -> rules.match() == SegmentRules.Match.FIRST)
                .isPresent();
        this.today = day(time.end(), map.zone());
        this.sessionGap = map.journey().sessionGap().toSeconds();
        this.journeyGap =
                map.journey().journeyGapIfAny().map(gap -> gap.toSeconds()).orElse(Long.MAX_VALUE);
        this.customers = new long[segments.size()];
    }

    private static LocalDate day(long second, ZoneId zone) {
        return Instant.ofEpochSecond(second).atZone(zone).toLocalDate();
    }

    /** Adds a customer's touches in order; their stages are known. */
    void add(Persona persona, List<Touch> touches) {
        Facts facts = new Facts(persona, touches);
        for (int i = 0; i < customers.length; i++) {
            if (segments.get(i).where().test(facts) == Verdict.HOLDS) {
                customers[i]++;
                if (isFirstOnly) {
                    return;
                }
            }
        }
    }

    /** What conditions may ask of a customer, each worked out from the touches when it is asked. */
    private final class Facts implements ConditionRow {
        private final Persona persona;
        private final List<Touch> touches;
        private final Touch first;
        private final Touch last;

        Facts(Persona persona, List<Touch> touches) {
            this.persona = persona;
            this.touches = touches;
            this.first = touches.get(0);
            this.last = touches.get(touches.size() - 1);
        }

        @Override
        public String text(int column) {
            return switch (column) {
                case CustomerColumns.CUSTOMER_ID -> persona.id();
                case CustomerColumns.FIRST_CHANNEL -> first.channel;
                case CustomerColumns.LAST_CHANNEL -> last.channel;
                case CustomerColumns.LAST_EVENT -> last.event;
                case CustomerColumns.FIRST_STAGE -> stage(staged().findFirst().orElse(-1));
                case CustomerColumns.FURTHEST_STAGE -> stage(staged().max().orElse(-1));
                case CustomerColumns.LAST_STAGE ->
                    stage(staged().reduce((one, next) -> next).orElse(-1));
                default -> dimension(column - CustomerColumns.FIRST_DIMENSION);
            };
        }

        private IntStream staged() {
            return touches.stream().mapToInt(touch -> touch.stage).filter(stage -> stage >= 0);
        }

        private String stage(int stage) {
            return stage < 0 ? null : map.journey().stages().get(stage).name();
        }

        private String dimension(int number) {
            int ofLog = map.input().dimensions().size();
            if (number >= ofLog) {
                return persona.attributes()[number - ofLog];
            }
            return touches.stream()
                    .map(touch -> touch.dimensions[number])
                    .filter(Objects::nonNull)
                    .reduce((one, next) -> next)
                    .orElse(null);
        }

        @Override
        public long instant(int column) {
            return (column == CustomerColumns.FIRST_AT ? first : last).time * 1_000_000;
        }

        @Override
        public double number(int column) {
            return switch (column) {
                case CustomerColumns.TOUCHPOINTS -> touches.size();
                case CustomerColumns.SESSIONS -> runs(sessionGap);
                case CustomerColumns.JOURNEYS -> runs(journeyGap);
                case CustomerColumns.CONVERSIONS -> convertedJourneys();
                case CustomerColumns.DAYS_SINCE_FIRST -> daysSince(first);
                case CustomerColumns.DAYS_SINCE_LAST -> daysSince(last);
                case CustomerColumns.VALUE -> HistoryTruth.value(touches);
                case CustomerColumns.CONVERSION_VALUE ->
                    HistoryTruth.value(touches.stream().filter(this::converts).toList());
                case CustomerColumns.CHANNELS ->
                    touches.stream()
                            .map(touch -> touch.channel)
                            .filter(Objects::nonNull)
                            .distinct()
                            .count();
                case CustomerColumns.SATISFACTION ->
                    touches.stream()
                            .mapToDouble(surveys::satisfaction)
                            .filter(score -> !Double.isNaN(score))
                            .average()
                            .orElse(Double.NaN);
                default ->
                    touches.stream()
                            .mapToDouble(surveys::satisfaction)
                            .filter(score -> !Double.isNaN(score))
                            .count();
            };
        }

        private boolean converts(Touch touch) {
            return judge.holds(map.journey().conversion(), touch, touch.stage);
        }

        private double daysSince(Touch touch) {
            return today.toEpochDay() - day(touch.time, map.zone()).toEpochDay();
        }

        private double runs(long gap) {
            int runs = 1;
            for (int i = 1; i < touches.size(); i++) {
                runs += touches.get(i).time - touches.get(i - 1).time > gap ? 1 : 0;
            }
            return runs;
        }

        private double convertedJourneys() {
            int converted = 0;
            boolean isConverted = false;
            for (int i = 0; i < touches.size(); i++) {
                boolean isNew = i == 0 || touches.get(i).time - touches.get(i - 1).time > journeyGap;
                isConverted = !isNew && isConverted;
                if (!isConverted && converts(touches.get(i))) {
                    isConverted = true;
                    converted++;
                }
            }
            return converted;
        }
    }
}
