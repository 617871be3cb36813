package io.parcours.friction;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.TextCodes;
import java.util.Arrays;
import java.util.Objects;

/** Finds contacts that are not the first for their thing. */
final class Contacts {
    private static final int NONE = -1;
    /** So many things are forgotten between customers: each may have their own. */
    private static final int MANY = 4096;

    private final int condition;
    private final int thing;

    private final long within;
    private TextCodes things = new TextCodes();
    /** By thing: the latest contact for it. */
    private int[] latest = new int[16];
    /** By thing: whose contact that was. */
    private long[] customers = new long[16];

    private long customer;

    /**
     * @param condition the number of the condition that contacts match; -1: there are none
     * @param thing the number of the dimension that says the thing; -1: the event does
     * @param within microseconds
     */
    Contacts(int condition, int thing, long within) {
        this.condition = condition;
        this.thing = thing;
        this.within = within;
    }

    /** The next touchpoint belongs to another customer. */
    void begin() {
        customer++;
        if (things.count() > MANY) {
            things = new TextCodes();
            latest = new int[16];
            customers = new long[16];
        }
    }

    boolean isContact(CustomerHistory history, int index) {
        return condition >= 0 && history.match(index).holds(condition);
    }

    /** The kind of friction that this contact is, or null where it is none. A customer's contacts come in order. */
    FrictionKind take(CustomerHistory history, int index) {
        String about = thing < 0 ? history.event(index) : history.dimension(index, thing);
        if (about == null) {
            return null;
        }
        int number = things.of(about);
        if (number >= latest.length) {
            latest = Arrays.copyOf(latest, number * 2);
            customers = Arrays.copyOf(customers, number * 2);
        }
        int former = customers[number] == customer ? latest[number] : NONE;
        customers[number] = customer;
        latest[number] = index;
        if (former == NONE || history.occurredAt(index) - history.occurredAt(former) > within) {
            return null;
        }
        return Objects.equals(history.channel(former), history.channel(index))
                ? FrictionKind.CONTACT_AGAIN_SAME_CHANNEL
                : FrictionKind.CONTACT_AGAIN_OTHER_CHANNEL;
    }
}
