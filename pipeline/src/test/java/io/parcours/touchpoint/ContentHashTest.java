package io.parcours.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private final ContentHash hash = new ContentHash();

    private String of(String customer, String event, String channel, String... dimensions) {
        return hash.of(new Touchpoint(customer, 1, null, event, channel, Double.NaN, Arrays.asList(dimensions), "f"));
    }

    /**
     * The bytes written down by hand from the definition, hashed with sha256sum: {@code printf
     * '\0\0\0\1c\0\0\0\0\0\0\0\1\0\0\0\2\303\251\377\377\377\377\77\370\0\0\0\0\0\0\0\0\0\1d\377\377\377\377' | sha256sum}.
     */
    @Test
    void theHashIsThatOfTheDocumentedBytes() {
        Touchpoint touchpoint = new Touchpoint("c", 1, "id", "é", null, 1.5, Arrays.asList("d", null), "f");
        assertThat(hash.of(touchpoint)).isEqualTo("e72c9251a5b3ba6a932a8e14cd72c9bf");
    }

    @Test
    void contentsThatConcatenateAlikeDiffer() {
        assertThat(List.of(
                        of("ab", "c", null),
                        of("a", "bc", null),
                        of("ab", "c", ""),
                        of("ab", "c", null, "x", null),
                        of("ab", "c", null, null, "x"),
                        of("ab", "c", null, "x"),
                        of("ab", "c", "x")))
                .doesNotHaveDuplicates();
    }

    @Test
    void idSourceFileAndTheSignOfZeroAreNoContent() {
        Touchpoint one = new Touchpoint("c", 1, "1", "e", null, 0.0, List.of(), "f");
        Touchpoint two = new Touchpoint("c", 1, "2", "e", null, -0.0, List.of(), "g");
        assertThat(hash.of(one)).isEqualTo(hash.of(two));
    }

    @Test
    void contentsOfAnyLengthAreHashedWhole() {
        String text = "0123456789".repeat(200);

        assertThat(List.of(of("c", text + "a", null), of("c", text + "b", null), of("c", text, null)))
                .doesNotHaveDuplicates();
        // Each time a new instance, whose room has not grown yet.
        assertThat(IntStream.range(0, 1_100)
                        .mapToObj(length -> new ContentHashTest().of("c".repeat(length), "e", null)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRecordWithoutAnIdIsNamedByItsContent() {
        String id = hash.derivedId("c", 1, "e", "web", 2.5, List.of("d"));
        Touchpoint touchpoint = new Touchpoint("c", 1, id, "e", "web", 2.5, List.of("d"), "f");

        assertThat(id).isEqualTo("~" + hash.of(touchpoint));
        assertThat(touchpoint.isEventIdDerived()).isTrue();
    }

    @Test
    void anIdOfTheLogIsNeverTakenForADerivedOne() {
        String derived = "~0123456789abcdef0123456789abcdef";
        for (String own : List.of("1", "~", "~~", "~1", "~0123456789abcdef0123456789abcdeg", derived.substring(1))) {
            assertThat(ContentHash.ownId(own)).isEqualTo(own);
            assertThat(isDerived(own)).isFalse();
        }
        // Any number of tildes gains one more, so that two ids of the log never become one.
        assertThat(ContentHash.ownId(derived)).isEqualTo("~" + derived);
        assertThat(ContentHash.ownId("~" + derived)).isEqualTo("~~" + derived);
        assertThat(isDerived("~" + derived)).isFalse();
    }

    @Test
    void aDerivedIdIsATildeAnd32SmallHexadecimalDigits() {
        assertThat(isDerived("~0123456789abcdef0123456789abcdef")).isTrue();
        assertThat(isDerived("~00000000000000000000000000000000")).isTrue();
        assertThat(isDerived("~99999999999999999999999999999999")).isTrue();
        assertThat(isDerived("~ffffffffffffffffffffffffffffffff")).isTrue();
        assertThat(isDerived("~aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).isTrue();
        // Of other lengths, with another first character, and with the neighbours of 0, 9, a and f in either place.
        assertThat(isDerived("~0123456789abcdef0123456789abcde")).isFalse();
        assertThat(isDerived("~0123456789abcdef0123456789abcdef0")).isFalse();
        assertThat(isDerived("00123456789abcdef0123456789abcdef")).isFalse();
        for (char wrong : new char[] {'/', ':', '`', 'g', 'A', '~'}) {
            assertThat(isDerived("~" + wrong + "123456789abcdef0123456789abcdef"))
                    .isFalse();
            assertThat(isDerived("~0123456789abcdef0123456789abcde" + wrong)).isFalse();
        }
        assertThat(new Touchpoint("c", 1, null, "e", null, 0, List.of(), "f").isEventIdDerived())
                .isFalse();
    }

    private static boolean isDerived(String id) {
        return new Touchpoint("c", 1, id, "e", null, 0, List.of(), "f").isEventIdDerived();
    }

    @Test
    void aMissingTextIsNamedNone() {
        assertThat(Labels.orNone(null)).isEqualTo("(none)");
        assertThat(Labels.orNone("web")).isEqualTo("web");
        assertThat(Labels.orNone("")).isEmpty();
    }
}
