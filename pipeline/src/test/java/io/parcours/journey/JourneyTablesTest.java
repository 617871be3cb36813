package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import io.parcours.table.Column;
import io.parcours.touchpoint.Touchpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JourneyTablesTest {
    private static final AsOf AS_OF = new AsOf(Instant.parse("2024-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final TouchpointsReport TOUCHPOINTS = new TouchpointsReport(List.of());
    private static final SessionsReport SESSIONS = new SessionsReport();
    private static final JourneysReport JOURNEYS = new JourneysReport(RandomHistories.RULES, RandomHistories.INDEX);

    @Test
    void theColumnsAreThoseOfTheContract() {
        assertThat(names(new TouchpointsReport(List.of("Platform", "stage"))))
                .isEqualTo(
                        "customer_id touchpoint_number occurred_at event_id channel event stage value platform stage_2"
                                + " session_number journey_number source_file");
        assertThat(names(SESSIONS))
                .isEqualTo("customer_id session_number started_at ended_at touchpoint_count first_event last_event"
                        + " channel_count");
        assertThat(names(JOURNEYS))
                .isEqualTo("customer_id journey_number started_at ended_at touchpoint_count session_count first_channel"
                        + " last_channel channel_count channel_switch_count furthest_stage is_converted converted_at"
                        + " value conversion_value path is_open is_truncated");
    }

    @Test
    void aTouchpointCarriesItsPlace() {
        List<Touchpoint> touchpoints = new ArrayList<>(Histories.touchpoints("c", "A0/web C10 D41"));
        Touchpoint last = touchpoints.get(2);
        touchpoints.set(
                2, new Touchpoint("c", last.occurredAt(), "9", "D", null, 2.5, Arrays.asList("x", null), "log.csv"));
        for (int i = 0; i < 2; i++) {
            Touchpoint old = touchpoints.get(i);
            touchpoints.set(
                    i,
                    new Touchpoint(
                            "c",
                            old.occurredAt(),
                            old.eventId(),
                            old.event(),
                            old.channel(),
                            Double.NaN,
                            Arrays.asList(null, "y"),
                            "log.csv"));
        }
        List<Map<String, Object>> rows = rows(new TouchpointsReport(List.of("p", "q")), build(touchpoints, AS_OF));
        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).toString())
                .isEqualTo("{customer_id=c, touchpoint_number=3, occurred_at=" + last.occurredAt()
                        + ", event_id=9, channel=null, event=D, stage=purchase, value=2.5, p=x, q=null,"
                        + " session_number=2, journey_number=1, source_file=log.csv}");
        assertThat(rows.get(0).toString())
                .contains("channel=web, event=A, stage=discovery, value=NaN, p=null, q=y, session_number=1");
    }

    @Test
    void aJourneyTellsItsStory() {
        // Channels web, web, app, none, app, shop: switches web-app and app-shop, none beside the missing one.
        List<Map<String, Object>> rows =
                rows(JOURNEYS, build(Histories.touchpoints("c", "A0/web A1/web C40/app E41 D42/app A80/shop"), AS_OF));
        long start = Histories.START.getEpochSecond() * 1_000_000;
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).toString())
                .isEqualTo("{customer_id=c, journey_number=1, started_at=" + start + ", ended_at="
                        + (start + 80 * 60_000_000L)
                        + ", touchpoint_count=6, session_count=3, first_channel=web, last_channel=shop, channel_count=3,"
                        + " channel_switch_count=2, furthest_stage=purchase, is_converted=true, converted_at="
                        + (start + 42 * 60_000_000L)
                        + ", value=null, conversion_value=null, path=[discovery, consideration, purchase, discovery],"
                        + " is_open=false, is_truncated=false}");
    }

    @Test
    void onlyTheLastJourneyOfALimitedHistoryIsTruncated() {
        JourneyRules rules = new JourneyRules(
                RandomHistories.RULES.sessionGap(), Duration.ofMinutes(60), List.of(), TouchpointCondition.ANY, 3);
        ConditionIndex index = new ConditionIndex(List.of(TouchpointCondition.ANY));
        JourneysReport report = new JourneysReport(rules, index);
        List<Touchpoint> touchpoints = Histories.touchpoints("c", "A0 A100 A101 A102");
        assertThat(rows(report, new HistoryBuilder(rules, index, AS_OF).build(touchpoints)))
                .extracting(row -> row.get("is_truncated"))
                .containsExactly(false, true);
        assertThat(rows(report, new HistoryBuilder(rules, index, AS_OF).build(touchpoints.subList(0, 3))))
                .extracting(row -> row.get("is_truncated"))
                .containsExactly(false, false);
    }

    @Test
    void aSessionLongerThanAJourneyCountsInBoth() {
        JourneyRules rules = new JourneyRules(
                Duration.ofMinutes(30), Duration.ofMinutes(10), List.of(), TouchpointCondition.ANY, 100);
        ConditionIndex index = new ConditionIndex(List.of(TouchpointCondition.ANY));
        CustomerHistory history =
                new HistoryBuilder(rules, index, AS_OF).build(Histories.touchpoints("c", "A0 A20 A60 A61 A80"));
        assertThat(rows(new JourneysReport(rules, index), history))
                .extracting(row -> row.get("session_count"))
                .containsExactly(1L, 1L, 1L, 1L);
    }

    @Test
    void everyRowIsThatOfAPlainReading() {
        for (CustomerHistory history : new RandomHistories(11, AS_OF).next(600)) {
            List<Map<String, Object>> touchpoints = rows(TOUCHPOINTS, history);
            assertThat(touchpoints).hasSize(history.size());
            List<Map<String, Object>> sessions = rows(SESSIONS, history);
            List<Map<String, Object>> journeys = rows(JOURNEYS, history);
            assertThat(sessions).hasSize(history.sessions().size());
            assertThat(journeys).hasSize(history.journeys().size());
            for (Map<String, Object> session : sessions) {
                assertSpan(session, members(touchpoints, "session_number", session));
            }
            for (Map<String, Object> journey : journeys) {
                assertJourney(journey, members(touchpoints, "journey_number", journey));
                boolean isLast = journey.get("journey_number").equals((long) journeys.size());
                long pause = AS_OF.micros() - (Long) journey.get("ended_at");
                assertThat(journey.get("is_open"))
                        .isEqualTo(isLast && pause <= Duration.ofDays(90).toSeconds() * 1_000_000);
            }
        }
    }

    @Test
    void theShopsSessionsAreTheLogsOwnTouchpointByTouchpoint() {
        ConditionIndex index = new ConditionIndex(List.of());
        List<CustomerHistory> histories = PublicLog.read("ecom/ecom.csv")
                .withoutDuplicates()
                .histories(
                        "user_id",
                        "acquisition_channel",
                        List.of("session_id"),
                        Histories.rules(),
                        index,
                        new AsOf(Instant.parse("2024-06-29T22:02:40Z"), ZoneOffset.UTC));
        Map<String, String> ours = new HashMap<>();
        Map<String, String> theirs = new HashMap<>();
        int touchpoints = 0;
        long sessions = 0;
        for (CustomerHistory history : histories) {
            sessions += rows(SESSIONS, history).size();
            for (Map<String, Object> row : rows(new TouchpointsReport(List.of("session_id")), history)) {
                touchpoints++;
                String our = row.get("customer_id") + " " + row.get("session_number");
                String their = (String) row.get("session_id");
                assertThat(ours.putIfAbsent(their, our)).isIn(null, our);
                assertThat(theirs.putIfAbsent(our, their)).isIn(null, their);
            }
        }
        assertThat(touchpoints).isEqualTo(31_106 - 30);
        assertThat(sessions).isEqualTo(3_605);
        assertThat(ours).hasSize(3_605);
        assertThat(theirs).hasSize(3_605);
    }

    @Test
    void aTableTravelsBetweenMachines() throws Exception {
        List<HistoryTable<?>> tables = List.of(new TouchpointsReport(List.of("p")), SESSIONS, JOURNEYS);
        for (HistoryTable<?> table : tables) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(table);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                HistoryTable<?> copy = (HistoryTable<?>) in.readObject();
                assertThat(names(copy)).isEqualTo(names(table));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void assertSpan(Map<String, Object> span, List<Map<String, Object>> members) {
        Map<String, Object> first = members.get(0);
        Map<String, Object> last = members.get(members.size() - 1);
        Set<Object> channels = new HashSet<>();
        members.forEach(member -> channels.add(member.get("channel")));
        channels.remove(null);
        assertThat(span.get("started_at")).isEqualTo(first.get("occurred_at"));
        assertThat(span.get("ended_at")).isEqualTo(last.get("occurred_at"));
        assertThat(span.get("touchpoint_count")).isEqualTo((long) members.size());
        assertThat(span.get("channel_count")).isEqualTo((long) channels.size());
        if (span.containsKey("first_event")) {
            assertThat(span.get("first_event")).isEqualTo(first.get("event"));
            assertThat(span.get("last_event")).isEqualTo(last.get("event"));
        } else {
            assertThat(span.get("first_channel")).isEqualTo(first.get("channel"));
            assertThat(span.get("last_channel")).isEqualTo(last.get("channel"));
        }
    }

    private static void assertJourney(Map<String, Object> journey, List<Map<String, Object>> members) {
        assertSpan(journey, members);
        assertThat(journey.get("session_count"))
                .isEqualTo(members.stream()
                        .map(member -> member.get("session_number"))
                        .distinct()
                        .count());
        assertThat(journey.get("channel_switch_count"))
                .isEqualTo(IntStream.range(1, members.size())
                        .filter(i -> {
                            Object one = members.get(i - 1).get("channel");
                            Object other = members.get(i).get("channel");
                            return one != null && other != null && !one.equals(other);
                        })
                        .count());
        List<Map<String, Object>> converting = members.stream()
                .filter(member -> member.get("event").equals("D"))
                .toList();
        assertThat(journey.get("is_converted")).isEqualTo(!converting.isEmpty());
        assertThat(journey.get("converted_at"))
                .isEqualTo(converting.isEmpty() ? null : converting.get(0).get("occurred_at"));
        assertThat(journey.get("value")).isEqualTo(sum(members));
        assertThat(journey.get("conversion_value")).isEqualTo(sum(converting));
        List<Object> path = new ArrayList<>();
        int furthest = -1;
        List<Object> stages = Arrays.asList("discovery", "consideration", "purchase");
        for (Map<String, Object> member : members) {
            Object stage = member.get("stage");
            furthest = Math.max(furthest, stages.indexOf(stage));
            if (stage != null && (path.isEmpty() || !path.get(path.size() - 1).equals(stage))) {
                path.add(stage);
            }
        }
        assertThat(journey.get("path")).isEqualTo(path);
        assertThat(journey.get("furthest_stage")).isEqualTo(furthest < 0 ? null : stages.get(furthest));
        assertThat(journey.get("is_truncated")).isEqualTo(false);
    }

    private static Double sum(List<Map<String, Object>> members) {
        List<BigDecimal> values = members.stream()
                .map(member -> (Double) member.get("value"))
                .filter(value -> !value.isNaN())
                .map(BigDecimal::valueOf)
                .toList();
        return values.isEmpty()
                ? null
                : (Double)
                        values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    }

    private static List<Map<String, Object>> members(
            List<Map<String, Object>> touchpoints, String number, Map<String, Object> span) {
        return touchpoints.stream()
                .filter(touchpoint -> touchpoint.get(number).equals(span.get(number)))
                .toList();
    }

    private static CustomerHistory build(List<Touchpoint> touchpoints, AsOf asOf) {
        return new HistoryBuilder(RandomHistories.RULES, RandomHistories.INDEX, asOf).build(touchpoints);
    }

    private static String names(HistoryTable<?> table) {
        return String.join(
                " ", table.table().columns().stream().map(Column::name).toList());
    }

    private static <R> List<Map<String, Object>> rows(HistoryTable<R> table, CustomerHistory history) {
        List<Map<String, Object>> rows = new ArrayList<>();
        table.rows(history, AS_OF, row -> {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Column<R> column : table.table().columns()) {
                values.put(column.name(), column.value().apply(row));
            }
            rows.add(values);
        });
        return rows;
    }
}
