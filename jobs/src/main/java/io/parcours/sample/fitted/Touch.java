package io.parcours.sample.fitted;

/** A touchpoint in the making. */
final class Touch {
    final String event;
    /** By the number of the log's dimension; null where missing. */
    final String[] dimensions;

    /** When, in seconds since the epoch. */
    long time;

    String channel;
    double value = Double.NaN;
    /** Its place in the lifecycle, or -1; known once it is finished. */
    int stage = -1;
    /** Its id in the log. */
    String id;

    Touch(long time, String event, String channel, int dimensionCount) {
        this.time = time;
        this.event = event;
        this.channel = channel;
        this.dimensions = new String[dimensionCount];
    }
}
