package io.parcours.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value of the map at its place. Every question for a type answers nothing, after noting the problem, where the value
 * is of another one.
 */
final class MapValue {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");

    private final Node node;
    private final String path;
    private final MapProblems problems;

    MapValue(Node node, String path, MapProblems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    /** Notes that this value is wrong. */
    void refuse(String what) {
        problems.add(line(), path, what);
    }

    /** Whether something holds that must; if not, notes what is wrong. */
    boolean check(boolean holds, String orElse) {
        if (!holds) {
            refuse(orElse);
        }
        return holds;
    }

    String path() {
        return path;
    }

    int line() {
        return YamlText.line(node);
    }

    MapProblems problems() {
        return problems;
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether it is keys and values. */
    boolean isBlock() {
        return node instanceof MappingNode;
    }

    boolean isNumber() {
        return hasTag(Tag.INT) || hasTag(Tag.FLOAT);
    }

    /** Text that is not blank and lies on one line. */
    Optional<String> text() {
        if (!hasTag(Tag.STR)) {
            refuse(
                    isScalar() && !hasTag(Tag.NULL)
                            ? "is " + kind() + " where text is wanted; put it in quotes: '" + Shown.plain(scalar())
                                    + "'"
                            : wanted("text"));
            return Optional.empty();
        }
        String text = scalar();
        if (text.isBlank() || text.codePoints().anyMatch(Character::isISOControl)) {
            refuse(text.isBlank() ? "is blank" : "has a line break or control character in it");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Text of any characters, such as a delimiter. */
    Optional<String> characters() {
        if (hasTag(Tag.STR)) {
            return Optional.of(scalar());
        }
        refuse(wanted("text"));
        return Optional.empty();
    }

    /** true or false. */
    Optional<Boolean> flag() {
        if (hasTag(Tag.BOOL)) {
            return Optional.of(Boolean.parseBoolean(scalar()));
        }
        refuse(wanted("true or false"));
        return Optional.empty();
    }

    /** A number. */
    Optional<Double> number() {
        if (isNumber()) {
            try {
                return Optional.of(Double.valueOf(scalar()));
            } catch (NumberFormatException unusual) {
                // YAML also writes .inf, .nan, 0x1F and 0o17; a map needs none of them.
                refuse("is written as no number a map may hold: " + Shown.plain(scalar()));
                return Optional.empty();
            }
        }
        refuse(wanted("a number"));
        return Optional.empty();
    }

    /** A whole number in plain digits. */
    Optional<Long> wholeNumber() {
        if (hasTag(Tag.INT) && WHOLE_NUMBER.matcher(scalar()).matches()) {
            return Optional.of(Long.valueOf(scalar()));
        }
        refuse(wanted("a whole number"));
        return Optional.empty();
    }

    /** The values of a list. */
    List<MapValue> items() {
        if (!(node instanceof SequenceNode sequence)) {
            refuse(wanted("a list"));
            return List.of();
        }
        List<MapValue> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new MapValue(item, path + "[" + items.size() + "]", problems));
        }
        return items;
    }

    /** The values under keys. */
    Optional<MappingNode> mapping() {
        if (node instanceof MappingNode mapping) {
            return Optional.of(mapping);
        }
        refuse(wanted("a block of keys"));
        return Optional.empty();
    }

    private boolean hasTag(Tag tag) {
        return node.getTag().equals(tag);
    }

    private String scalar() {
        return ((ScalarNode) node).getValue();
    }

    private String wanted(String type) {
        return (hasTag(Tag.NULL) ? "has no value" : "is " + kind()) + " where " + type + " is wanted";
    }

    private String kind() {
        if (node instanceof SequenceNode) {
            return "a list";
        }
        if (node instanceof MappingNode) {
            return "a block of keys";
        }
        String shown = " (" + Shown.plain(scalar()) + ")";
        if (hasTag(Tag.STR)) {
            return "text" + shown;
        }
        if (isNumber()) {
            return "a number" + shown;
        }
        return "a flag" + shown;
    }
}
