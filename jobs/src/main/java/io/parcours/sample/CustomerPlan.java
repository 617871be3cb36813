package io.parcours.sample;

import java.util.Arrays;

/**
 * All that one customer does, in order, with the facts that follow from how it was planned. One object serves all
 * customers, one after the other.
 */
final class CustomerPlan {
    /** The cents of a touchpoint that is worth nothing. */
    static final int NO_VALUE = -1;

    private static final int PURCHASE_STEP = 2;

    private final Ascent lifecycle = new Ascent();
    private final Ascent oneVisit = new Ascent();
    private final CheckoutFacts checkout;
    private final VisitSink visits;

    private int number;
    private int region;
    private int size;
    private int visitFrom;
    private boolean[] beginsJourney = new boolean[256];
    private long[] times = new long[256];
    private byte[] events = new byte[256];
    private byte[] channels = new byte[256];
    private byte[] devices = new byte[256];
    private byte[] campaigns = new byte[256];
    private int[] cents = new int[256];
    private boolean isAtPlantedStep;
    private boolean isLostAtPlantedStep;
    private PlannedEvent lastActAtPlantedStep;

    /** Takes every visit of a plan as soon as it is over. */
    interface VisitSink {
        void visit(CustomerPlan plan, int from, int to, Ascent oneVisit);
    }

    CustomerPlan(SampleCalendar calendar, VisitSink visits) {
        this.checkout = new CheckoutFacts(calendar);
        this.visits = visits;
    }

    void begin(int customer, int home) {
        number = customer;
        region = home;
        size = 0;
        visitFrom = 0;
        isAtPlantedStep = false;
        isLostAtPlantedStep = false;
        lifecycle.begin();
        oneVisit.begin();
        checkout.begin();
    }

    /** Begins a session; what follows belongs to it. */
    void beginVisit(boolean isNewJourney) {
        endVisit();
        reserve();
        beginsJourney[size] = isNewJourney;
    }

    /** Closes the last session. */
    void endVisit() {
        if (size > visitFrom) {
            visits.visit(this, visitFrom, size, oneVisit);
            visitFrom = size;
            oneVisit.begin();
        }
    }

    void add(long time, PlannedEvent event, PlannedChannel channel, Device device, int campaign, int worth) {
        reserve();
        if (size > visitFrom) {
            beginsJourney[size] = false;
        }
        times[size] = time;
        events[size] = (byte) event.ordinal();
        channels[size] = (byte) channel.ordinal();
        devices[size] = (byte) device.ordinal();
        campaigns[size] = (byte) campaign;
        cents[size] = worth;
        if (event.stageNumber() >= 0) {
            lifecycle.take(event.stageNumber(), size);
        }
        switch (event) {
            case PRODUCT_VIEW -> {
                oneVisit.take(0, size);
                checkout.view(size, time);
            }
            case ADD_TO_CART -> oneVisit.take(1, size);
            case PURCHASE -> oneVisit.take(PURCHASE_STEP, size);
            default -> {}
        }
        size++;
    }

    /** Says that the touchpoint just added was recorded at the instant of the one before, which it should precede. */
    void takeFormerStageAgain() {
        lifecycle.take(event(size - 2).stageNumber(), size - 2);
    }

    /** Says that the customer came to the planted drop-off. */
    void comeToPlantedStep() {
        isAtPlantedStep = true;
    }

    /** Says that the customer left for good there, after a last act; null: after none. */
    void loseAtPlantedStep(PlannedEvent lastAct) {
        isLostAtPlantedStep = true;
        lastActAtPlantedStep = lastAct;
    }

    private void reserve() {
        if (size == times.length) {
            int length = size * 2;
            beginsJourney = Arrays.copyOf(beginsJourney, length);
            times = Arrays.copyOf(times, length);
            events = Arrays.copyOf(events, length);
            channels = Arrays.copyOf(channels, length);
            devices = Arrays.copyOf(devices, length);
            campaigns = Arrays.copyOf(campaigns, length);
            cents = Arrays.copyOf(cents, length);
        }
    }

    /** Whether the visit just begun has no touchpoint yet. */
    boolean isVisitEmpty() {
        return size == visitFrom;
    }

    /** How many touchpoints the current visit has so far. */
    int visitSize() {
        return size - visitFrom;
    }

    int number() {
        return number;
    }

    int region() {
        return region;
    }

    int size() {
        return size;
    }

    boolean beginsJourney(int touchpoint) {
        return beginsJourney[touchpoint];
    }

    long time(int touchpoint) {
        return times[touchpoint];
    }

    PlannedEvent event(int touchpoint) {
        return PlannedEvent.of(events[touchpoint]);
    }

    PlannedChannel channel(int touchpoint) {
        return PlannedChannel.of(channels[touchpoint]);
    }

    Device device(int touchpoint) {
        return Device.of(devices[touchpoint]);
    }

    int campaign(int touchpoint) {
        return campaigns[touchpoint];
    }

    int cents(int touchpoint) {
        return cents[touchpoint];
    }

    Ascent lifecycle() {
        return lifecycle;
    }

    CheckoutFacts checkout() {
        return checkout;
    }

    boolean isAtPlantedStep() {
        return isAtPlantedStep;
    }

    boolean isLostAtPlantedStep() {
        return isLostAtPlantedStep;
    }

    /** What a customer lost at the planted drop-off did last; null: nothing after the payment's failure. */
    PlannedEvent lastActAtPlantedStep() {
        return lastActAtPlantedStep;
    }
}
