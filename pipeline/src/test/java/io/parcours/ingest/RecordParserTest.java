package io.parcours.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.touchpoint.ContentHash;
import io.parcours.touchpoint.Touchpoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordParserTest {
    private static final String DAY = "2024-03-01";

    private static ParsedRecord parse(InputRules rules, OptionalLong asOf, Object... values) {
        FieldLayout layout = FieldLayout.of(rules);
        Object[] all = java.util.Arrays.copyOf(values, layout.size());
        return new RecordParser(rules, layout, asOf).parse(SourceRecord.of("file", all, () -> "raw"));
    }

    private static Touchpoint accepted(Object... values) {
        return ((ParsedRecord.Accepted) parse(Logs.rules(), OptionalLong.empty(), values)).touchpoint();
    }

    private static ParsedRecord.Rejected rejected(InputRules rules, Object... values) {
        return (ParsedRecord.Rejected) parse(rules, OptionalLong.empty(), values);
    }

    @Test
    void textKeepsLeadingZerosAndInnerBlanksButNotSurroundingOnes() {
        Touchpoint touchpoint = accepted(" 007 ", DAY, "\tadd  to cart\u2003", "  ", null, " id ");
        assertThat(touchpoint.customerId()).isEqualTo("007");
        assertThat(touchpoint.event()).isEqualTo("add  to cart");
        assertThat(touchpoint.channel()).isNull();
        assertThat(touchpoint.value()).isNaN();
        assertThat(touchpoint.eventId()).isEqualTo("id");
    }

    @Test
    void numbersAsIdsBecomePlainDigits() {
        assertThat(accepted(12_000_000_000L, DAY, "e").customerId()).isEqualTo("12000000000");
        assertThat(accepted(1.2e10, DAY, "e").customerId()).isEqualTo("12000000000");
        assertThat(accepted(0.5, DAY, "e").customerId()).isEqualTo("0.5");
        assertThat(accepted(0.0, DAY, "e").customerId()).isEqualTo("0");
        assertThat(accepted(0.1f, DAY, "e").customerId()).isEqualTo("0.1");
        assertThat(accepted(new BigDecimal("1E+3"), DAY, "e").customerId()).isEqualTo("1000");
        assertThat(accepted(true, DAY, "e").customerId()).isEqualTo("true");
    }

    @Test
    void theFirstFaultInOrderIsTheReason() {
        assertThat(rejected(Logs.rules(), null, null, null, null, "x").reason())
                .isEqualTo(RejectReason.MISSING_CUSTOMER);
        assertThat(rejected(Logs.rules(), "c", null, null, null, "x").reason()).isEqualTo(RejectReason.MISSING_EVENT);
        assertThat(rejected(Logs.rules(), "c", null, "e", null, "x").reason()).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(rejected(Logs.rules(), "c", DAY, "e", null, "x").reason()).isEqualTo(RejectReason.BAD_VALUE);
    }

    @Test
    void detailsNameTheColumnAndTheFault() {
        InputRules rules = Logs.rules(Map.of("occurred_at", "ts", "value", "amount"), List.of());
        assertThat(rejected(rules, "c", "soon", "e").detail())
                .isEqualTo("ts is 'soon', not an ISO date or date and time");
        assertThat(rejected(rules, "c", null, "e").detail()).isEqualTo("ts is missing or blank");
        assertThat(rejected(rules, "c", DAY, "e", null, "5 EUR").detail())
                .isEqualTo("amount is '5 EUR', not a finite number");
        assertThat(rejected(rules, "c", "x".repeat(999), "e").detail())
                .hasSizeLessThanOrEqualTo(200)
                .contains("xxx…'");
    }

    @Test
    void betweenIsInclusiveInTheMapsZone() {
        InputRules rules = Logs.between("2024-01-01", "2024-12-31");
        assertThat(parse(rules, OptionalLong.empty(), "c", "2024-01-01T00:00:00Z", "e"))
                .isInstanceOf(ParsedRecord.Accepted.class);
        assertThat(parse(rules, OptionalLong.empty(), "c", "2024-12-31T23:59:59.999999Z", "e"))
                .isInstanceOf(ParsedRecord.Accepted.class);
        assertThat(rejected(rules, "c", "2023-12-31T23:59:59.999999Z", "e").detail())
                .endsWith("outside 2024-01-01 to 2024-12-31");
        assertThat(rejected(rules, "c", "2025-01-01", "e").reason()).isEqualTo(RejectReason.BAD_TIMESTAMP);
    }

    @Test
    void yearsOutsideOneToNineThousandAreBadTimestamps() {
        assertThat(rejected(Logs.rules(TimestampFormat.EPOCH_MILLIS), "c", 999_999_999_999_999L, "e")
                        .detail())
                .endsWith("outside the years 0001 to 9999");
        assertThat(rejected(Logs.rules(), "c", new TypedInstant(Long.MIN_VALUE, false), "e")
                        .reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(rejected(Logs.rules(), "c", LocalDate.of(-5, 1, 1), "e").reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(rejected(Logs.rules(), "c", LocalDate.MAX, "e").reason()).isEqualTo(RejectReason.BAD_TIMESTAMP);
    }

    @Test
    void typedTimesPassWhateverTheFormat() {
        InputRules rules = Logs.rules(TimestampFormat.EPOCH_SECONDS);
        ParsedRecord cut = parse(rules, OptionalLong.empty(), "c", new TypedInstant(7, true), "e");
        assertThat(((ParsedRecord.Accepted) cut).isPrecisionCut()).isTrue();
        ParsedRecord date = parse(rules, OptionalLong.empty(), "c", LocalDate.of(1970, 1, 2), "e");
        assertThat(((ParsedRecord.Accepted) date).touchpoint().occurredAt()).isEqualTo(86_400_000_000L);
        ParsedRecord seconds = parse(rules, OptionalLong.empty(), "c", 1.5, "e");
        assertThat(((ParsedRecord.Accepted) seconds).touchpoint().occurredAt()).isEqualTo(1_500_000L);
    }

    @Test
    void recordsAfterAsOfAreToldApartAndTheInstantItselfIsIn() {
        assertThat(parse(Logs.rules(), OptionalLong.of(1_709_251_200_000_000L), "c", DAY, "e"))
                .isInstanceOf(ParsedRecord.Accepted.class);
        assertThat(parse(Logs.rules(), OptionalLong.of(1_709_251_199_999_999L), "c", DAY, "e"))
                .isEqualTo(new ParsedRecord.AfterAsOf("file"));
        assertThat(parse(Logs.rules(), OptionalLong.of(0), "c", DAY, null)).isInstanceOf(ParsedRecord.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "-5.25, -5.25",
        "+.5, 0.5",
        "5., 5",
        "1e3, 1000",
        "-1.5E-3, -0.0015",
        "' 7 ', 7",
        "123456789012345.6789, 123456789012345.6789",
        "0.1, 0.1",
        "1.005, 1.005",
        "-0, 0"
    })
    void valuesAreDecimalNumbers(String text, double expected) {
        assertThat(accepted("c", DAY, "e", null, text).value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "$5",
                "5€",
                "1,5",
                "1 000",
                "1_000",
                "NaN",
                "Infinity",
                "1e999",
                "0x10",
                "1d",
                "5f",
                ".",
                "-",
                "+",
                "e5",
                "1e",
                "1e+",
                "--5",
                "1.2.3",
                "٥"
            })
    void everythingElseIsABadValue(String text) {
        assertThat(rejected(Logs.rules(), "c", DAY, "e", null, text).reason()).isEqualTo(RejectReason.BAD_VALUE);
    }

    @Test
    void typedValuesAreTakenAsTheyAre() {
        assertThat(accepted("c", DAY, "e", null, new BigDecimal("12.34")).value())
                .isEqualTo(12.34);
        assertThat(accepted("c", DAY, "e", null, 7).value()).isEqualTo(7);
        assertThat(accepted("c", DAY, "e", null, Double.NaN).value()).isNaN();
        assertThat(rejected(Logs.rules(), "c", DAY, "e", null, Double.NEGATIVE_INFINITY)
                        .reason())
                .isEqualTo(RejectReason.BAD_VALUE);
        assertThat(rejected(Logs.rules(), "c", DAY, "e", null, true).reason()).isEqualTo(RejectReason.BAD_VALUE);
    }

    @Test
    void randomDecimalsAreReadAsJavaReadsThem() {
        java.util.Random random = new java.util.Random(3);
        for (int i = 0; i < 20_000; i++) {
            String text = new BigDecimal(new java.math.BigInteger(1 + random.nextInt(70), random), random.nextInt(18))
                    .toPlainString();
            assertThat(accepted("c", DAY, "e", null, text).value()).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void withoutAnEventIdTheIdIsTheHashOfTheContentAsNormalised() {
        Touchpoint one = accepted("c", DAY, "e", "web", "1.50");
        Touchpoint same = accepted(" c", "2024-03-01T00:00:00Z", "e ", "web", 1.5, "  ");
        assertThat(one.eventId()).isEqualTo(same.eventId()).isEqualTo("~" + new ContentHash().of(one));
        assertThat(one.isEventIdDerived()).isTrue();
        assertThat(accepted("c", DAY, "e", "web", "1.51").eventId()).isNotEqualTo(one.eventId());
        assertThat(accepted("c", DAY, "e", "web", "1.5", "own").isEventIdDerived())
                .isFalse();
    }

    @Test
    void anOwnIdThatLooksDerivedIsToldApart() {
        String derived = accepted("c", DAY, "e").eventId();
        Touchpoint forged = accepted("c", DAY, "e", null, null, derived);
        assertThat(forged.eventId()).isEqualTo("~" + derived);
        assertThat(forged.isEventIdDerived()).isFalse();
        assertThat(accepted("c", DAY, "e", null, null, "~" + derived).eventId()).isEqualTo("~~" + derived);
        assertThat(accepted("c", DAY, "e", null, null, "~x").eventId()).isEqualTo("~x");
    }
}
