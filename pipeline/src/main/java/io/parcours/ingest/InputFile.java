package io.parcours.ingest;

import java.io.Serializable;
import java.util.Objects;
import org.apache.hadoop.fs.Path;

/**
 * A file of the log.
 *
 * @param location where it lies, as the text of a Hadoop path: scheme, authority and path, nothing percent-encoded
 * @param name its name in reports: the path below the deepest folder that all inputs share
 * @param length its size in bytes
 * @param format what it is; never AUTO
 */
public record InputFile(String location, String name, long length, InputFormat format) implements Serializable {

    public InputFile {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(name, "name");
        if (format == InputFormat.AUTO) {
            throw new IllegalArgumentException("the format of a file is known once it is resolved");
        }
    }

    /** The file's extension in lower case without a compression's, such as {@code csv}; empty where it has none. */
    String extension() {
        return FileNames.extension(name);
    }

    Path path() {
        return FileNames.path(location);
    }
}
