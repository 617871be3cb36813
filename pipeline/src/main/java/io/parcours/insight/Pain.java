package io.parcours.insight;

import io.parcours.funnel.LostAt;
import io.parcours.table.NamedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What is known of one touchpoint's pain and delight, gathered from all tables. */
final class Pain {
    private static final double FINDING = 0.05;

    private final String touchpoint;
    private String funnel;
    private long dropOffs;
    private Double dropOffValue;
    private final TreeSet<String> frictionKinds = new TreeSet<>();
    private long frictionCustomers;
    private Double frictionLost;
    private Double frictionValue;
    private Mood mood;
    private final List<String> reasons = new ArrayList<>();

    Pain(String touchpoint) {
        this.touchpoint = touchpoint;
    }

    /** Takes in lost units that were last seen here. */
    void dropOff(LostAt lost) {
        funnel = lost.funnel();
        dropOffs += lost.dropped();
        if (lost.valueAtStake() != null) {
            dropOffValue = dropOffValue == null ? lost.valueAtStake() : dropOffValue + lost.valueAtStake();
        }
    }

    /** Takes in a row of {@code friction} at this place, which counts where conversions are surely lower with it. */
    void friction(NamedRows.Values row) {
        Double q = row.real("conversion_q");
        Double lost = row.real("lost_count");
        if (q == null || q >= FINDING || lost == null || lost <= 0) {
            return;
        }
        frictionKinds.add(row.text("kind"));
        frictionCustomers = Math.max(frictionCustomers, row.whole("customer_count"));
        frictionLost = larger(frictionLost, lost);
        frictionValue = larger(frictionValue, row.real("value_at_stake"));
        String via = row.text("via");
        reasons.add(String.format(
                Locale.ROOT,
                "%s%s: %.1f %% convert instead of %.1f %%",
                row.text("kind"),
                via == null ? "" : " (" + via + ")",
                100 * row.real("conversion_rate_with"),
                100 * row.real("conversion_rate_without")));
    }

    /** Takes in what a survey says of it; that with the most answers counts. */
    void mood(Mood other) {
        if (mood == null || other.answers() > mood.answers()) {
            mood = other;
        }
    }

    private static Double larger(Double one, Double other) {
        return one == null || other != null && other > one ? other : one;
    }

    boolean isDelight() {
        return mood != null && mood.isHigher() && frictionKinds.isEmpty();
    }

    /** Whether there is anything to say. */
    boolean isTelling() {
        return dropOffs > 0 || !frictionKinds.isEmpty() || mood != null && (mood.isHigher() || mood.isLower());
    }

    PainPointsRow row() {
        return new PainPointsRow(
                0,
                isDelight(),
                touchpoint,
                funnel,
                dropOffs,
                dropOffValue,
                List.copyOf(frictionKinds),
                frictionCustomers,
                frictionLost,
                frictionValue,
                mood,
                larger(dropOffValue, frictionValue),
                reason());
    }

    private String reason() {
        List<String> parts = new ArrayList<>();
        if (dropOffs > 0) {
            parts.add(String.format(Locale.ROOT, "%,d lost in %s", dropOffs, funnel));
        }
        parts.addAll(reasons);
        if (mood != null && (mood.isHigher() || mood.isLower())) {
            parts.add(String.format(
                    Locale.ROOT,
                    "%s %.2f, %s than %.2f on average",
                    mood.survey(),
                    mood.score(),
                    mood.isHigher() ? "higher" : "lower",
                    mood.score() - mood.difference()));
        }
        return String.join("; ", parts);
    }
}
