package io.parcours.jobs;

import picocli.CommandLine.IVersionProvider;

/** The version that {@code parcours --version} prints: the jar's. */
final class Version implements IVersionProvider {

    static String current() {
        String version = Parcours.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"parcours " + current()};
    }
}
