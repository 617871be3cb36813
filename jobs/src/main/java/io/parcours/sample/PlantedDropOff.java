package io.parcours.sample;

/**
 * What the generated log hides for an analyst to find: in one month the app on ios fails at the payment. Most who come
 * to payment_details there do not buy, and of these most turn to the support chat, some call, the others just leave; none
 * of them ever comes back.
 */
final class PlantedDropOff {
    /** First day of the failure, counted from 0. */
    static final int FROM_DAY = 30;
    /** The day after its last. */
    static final int TO_DAY = 60;

    private static final int LOST_PER_THOUSAND = 800;

    private PlantedDropOff() {}

    static boolean hits(SampleCalendar calendar, Device device, long time) {
        return device == Device.IOS && time >= calendar.day(FROM_DAY) && time < calendar.day(TO_DAY);
    }

    static boolean loses(Dice dice) {
        return dice.chance(LOST_PER_THOUSAND);
    }

    /** What the lost customer does next; null: nothing. */
    static PlannedEvent sequel(Dice dice) {
        return switch (dice.pick(60, 15, 25)) {
            case 0 -> PlannedEvent.SUPPORT_CHAT;
            case 1 -> PlannedEvent.COMPLAINT_CALL;
            default -> null;
        };
    }
}
