package io.parcours.channel;

import io.parcours.journey.BoundedNames;
import io.parcours.journey.PairCodes;
import io.parcours.stats.Durations;
import io.parcours.stats.SpanLedger;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The tallies of switches of every group, by the channels switched between, of which a bounded number is kept. */
final class SwitchCells implements Serializable {
    private static final long serialVersionUID = 1L;

    private PairCodes cells = new PairCodes();
    /** By the number of group and channels. */
    private List<SwitchTally> tallies = new ArrayList<>();
    /** The account of a cell has its number. */
    private SpanLedger spans = new SpanLedger();
    /** The tallies with switches of the customer at hand; empty between customers. */
    private final List<SwitchTally> open = new ArrayList<>();

    /** Counts a switch of the customer at hand. */
    void add(int group, int channels, long micros, long journey, boolean isHandover, boolean isConverted) {
        int cell = cell(group, channels);
        SwitchTally tally = tallies.get(cell);
        if (!tally.hasOpenCustomer()) {
            open.add(tally);
        }
        tally.add(journey, isHandover, isConverted);
        spans.enter(micros);
        spans.post(cell);
    }

    void closeCustomer() {
        open.forEach(SwitchTally::closeCustomer);
        open.clear();
    }

    /** Adds what was counted elsewhere, under the numbers that groups and channels have here. */
    void merge(SwitchCells other, int[] groups, int[] channels) {
        int[] mapped = new int[other.size()];
        for (int cell = 0; cell < mapped.length; cell++) {
            mapped[cell] = cell(groups[other.group(cell)], channels[other.channels(cell)]);
            tallies.get(mapped[cell]).merge(other.tally(cell));
        }
        spans.merge(other.spans, mapped);
    }

    /** Gives channels their new numbers; those that have become {@link BoundedNames#OTHER} are added up. */
    void renumber(int[] channels) {
        PairCodes formerCells = cells;
        List<SwitchTally> former = tallies;
        SpanLedger formerSpans = spans;
        cells = new PairCodes();
        tallies = new ArrayList<>();
        spans = new SpanLedger();
        int[] mapped = new int[former.size()];
        for (int cell = 0; cell < mapped.length; cell++) {
            int renumbered = channels[formerCells.second(cell)];
            mapped[cell] = cell(formerCells.first(cell), renumbered);
            if (renumbered == BoundedNames.OTHER) {
                tallies.get(mapped[cell]).addUp(former.get(cell));
            } else {
                tallies.set(mapped[cell], former.get(cell));
            }
        }
        spans.merge(formerSpans, mapped);
    }

    int size() {
        return tallies.size();
    }

    int group(int cell) {
        return cells.first(cell);
    }

    /** The number of the channels switched between. */
    int channels(int cell) {
        return cells.second(cell);
    }

    SwitchTally tally(int cell) {
        return tallies.get(cell);
    }

    /** The times between the touchpoints. */
    Durations durations(int cell) {
        return spans.durations(cell);
    }

    private int cell(int group, int channels) {
        int cell = cells.of(group, channels);
        if (cell == tallies.size()) {
            tallies.add(new SwitchTally());
            spans.open(1);
        }
        return cell;
    }
}
