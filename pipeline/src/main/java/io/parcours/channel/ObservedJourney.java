package io.parcours.channel;

/**
 * What is counted of a journey.
 *
 * @param isDropped over without converting
 * @param isContained converted in its first channel, before it had another
 * @param microsToConversion from its first touchpoint to its first converting one; -1 where none converts
 * @param micros from its first touchpoint to its last
 * @param isValued whether a touchpoint has a value
 * @param value the sum of the values of its touchpoints
 * @param satisfaction the sum of the answers given in it, as parts of their scales
 * @param answers how many they are
 */
record ObservedJourney(
        ChannelClass channelClass,
        JourneyLength length,
        boolean isDropped,
        boolean isContained,
        long microsToConversion,
        long micros,
        boolean isValued,
        double value,
        double satisfaction,
        long answers) {

    boolean isConverted() {
        return microsToConversion >= 0;
    }
}
