package io.parcours.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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
}
