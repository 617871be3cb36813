package io.parcours.sample.fitted;

/**
 * Who walks.
 *
 * @param number from 1
 * @param id as in the log
 * @param attributes what the table of customers says
 * @param habits what usually stands in the log's dimensions; null: nothing
 * @param channel the channel this customer favours
 * @param mood how this customer answers surveys, a standard normal deviate
 * @param language the language's number
 * @param journeys how many journeys at most
 */
record Persona(
        int number,
        String id,
        String[] attributes,
        String[] habits,
        String channel,
        double mood,
        int language,
        int journeys) {}
