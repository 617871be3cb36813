package io.parcours.jobs;

import io.parcours.run.Topic;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a topic. */
final class TopicOption implements ITypeConverter<Topic> {
    private static final List<String> LEGAL =
            Stream.of(Topic.values()).map(Topic::label).toList();

    @Override
    public Topic convert(String text) {
        String word = text.strip();
        return Stream.of(Topic.values())
                .filter(topic -> topic.label().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no topic " + SafeText.of(word)
                        + Results.didYouMean(word, LEGAL) + "; there are: "
                        + LEGAL.stream().collect(Collectors.joining(", "))));
    }
}
