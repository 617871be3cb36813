package io.parcours.output;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** Local files under a scheme of their own, so that they are reached through Hadoop alone. */
public final class StoredFileSystem extends RawLocalFileSystem {
    static Configuration configuration() {
        Configuration configuration = new Configuration(false);
        configuration.set("fs.stored.impl", StoredFileSystem.class.getName());
        return configuration;
    }

    @Override
    public URI getUri() {
        return URI.create("stored:///");
    }

    @Override
    public String getScheme() {
        return "stored";
    }

    /** Nothing: Hadoop would start a process for each file. */
    @Override
    public void setPermission(Path path, FsPermission permission) {}
}
