package io.parcours.run;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * How locations are reached that only Hadoop can reach, as it travels to tasks. This machine's own settings are read
 * where they are first needed: for local files they never are, and reading them takes longer than a small analysis.
 */
final class HadoopSettings implements Serializable, Supplier<Configuration> {
    private static final long serialVersionUID = 1L;

    private final boolean isGiven;
    private transient Configuration configuration;

    private HadoopSettings(Configuration given) {
        this.isGiven = given != null;
        this.configuration = given;
    }

    /** These settings, on every machine. */
    static HadoopSettings of(Configuration configuration) {
        return new HadoopSettings(configuration);
    }

    /** The settings of the machine they are asked for on. */
    static HadoopSettings ofThisMachine() {
        return new HadoopSettings(null);
    }

    @Override
    public synchronized Configuration get() {
        if (configuration == null) {
            configuration = new Configuration();
        }
        return configuration;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        if (isGiven) {
            configuration.write(out);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        if (isGiven) {
            configuration = new Configuration(false);
            configuration.readFields(in);
        }
    }
}
