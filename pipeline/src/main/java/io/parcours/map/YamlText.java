package io.parcours.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The YAML of a map as nodes with line marks. Nothing is constructed from it, and it may be hostile: size, depth and
 * what aliases multiply are bounded, and whatever is wrong is one {@link MapException}.
 */
final class YamlText {
    /** The largest map, in bytes. */
    static final int LARGEST = 1 << 20;

    private static final int DEEPEST = 20;
    private static final int MOST_NODES = 100_000;

    private static final Set<Tag> TAGS = Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(LARGEST)
            .build();

    private final MapProblems problems;
    private int nodes;

    private YamlText(MapProblems problems) {
        this.problems = problems;
    }

    /** The text of a file. */
    static String read(Path file, MapProblems problems) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw problems.fatal(0, tooLarge());
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException missing) {
            throw problems.fatal(0, "there is no such file");
        } catch (AccessDeniedException forbidden) {
            throw problems.fatal(0, "cannot be read (permission denied)");
        } catch (CharacterCodingException wrong) {
            throw problems.fatal(0, "is not written in UTF-8");
        } catch (IOException unreadable) {
            throw problems.fatal(0, "cannot be read (" + Shown.message(String.valueOf(unreadable.getMessage())) + ")");
        }
    }

    /** The one document of a text. */
    static Node compose(String text, MapProblems problems) {
        if (text.length() > LARGEST) {
            throw problems.fatal(0, tooLarge());
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            refuseDepth(content, problems);
            Optional<Node> root = new Compose(SETTINGS).composeString(content);
            Node node =
                    root.orElseThrow(() -> problems.fatal(0, "is empty; a map needs a name, and stages or funnels"));
            new YamlText(problems).bound(node, 0);
            return node;
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            throw problems.fatal(line, "is no YAML: " + inOneLine(wrong));
        } catch (YamlEngineException wrong) {
            throw problems.fatal(0, "is no YAML: " + Shown.message(String.valueOf(wrong.getMessage())));
        }
    }

    /** The line a node is on, from 1. */
    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    /** Composing calls itself at every level, so that depth is looked at before. */
    private static void refuseDepth(String content, MapProblems problems) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(content)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw tooDeep(event.getStartMark().map(Mark::getLine).orElse(-1) + 1, problems);
            }
        }
    }

    /** Walks the nodes as a reader will meet them, with every alias in full. */
    private void bound(Node node, int depth) {
        if (depth > DEEPEST) {
            throw tooDeep(line(node), problems);
        }
        if (++nodes > MOST_NODES) {
            throw problems.fatal(line(node), "holds more than " + MOST_NODES + " values, aliases written out");
        }
        if (!TAGS.contains(node.getTag())) {
            throw problems.fatal(
                    line(node), "has a tag, " + Shown.plain(node.getTag().getValue()) + ", and needs none");
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                bound(entry.getKeyNode(), depth + 1);
                bound(entry.getValueNode(), depth + 1);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> bound(item, depth + 1));
        }
    }

    private static String inOneLine(MarkedYamlEngineException wrong) {
        String context = wrong.getContext() == null ? "" : wrong.getContext() + ", ";
        return Shown.message(context + wrong.getProblem());
    }

    private static MapException tooDeep(int line, MapProblems problems) {
        return problems.fatal(line, "is nested more than " + DEEPEST + " levels deep");
    }

    private static String tooLarge() {
        return "is larger than a map may be (1 MiB); is it the log?";
    }
}
