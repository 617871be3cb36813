package io.parcours.sample;

/**
 * All that is known of the log because it was planned.
 *
 * @param records what was written
 * @param customers who was planned
 * @param journeys sessions, journeys and transitions
 * @param funnels the map's funnels
 */
record Truth(RecordCounts records, CustomerTruth customers, JourneyTruth journeys, FunnelTruths funnels) {

    static Truth begin(SampleCalendar calendar) {
        JourneyTruth journeys = new JourneyTruth(calendar);
        return new Truth(
                new RecordCounts(), new CustomerTruth(calendar), journeys, new FunnelTruths(calendar, journeys));
    }

    void add(CustomerPlan plan) {
        customers.add(plan);
        journeys.add(plan);
        funnels.add(plan);
    }
}
