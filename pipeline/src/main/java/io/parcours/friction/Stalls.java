package io.parcours.friction;

import io.parcours.journey.KeyCodes;
import io.parcours.stats.Durations;
import io.parcours.stats.SpanLedger;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The gaps between neighbouring touchpoints of a journey, by their pair of events. What counts as a stall may follow from
 * the median of all gaps of a pair, known only when everything is counted; so the gaps themselves are kept, exactly, in
 * accounts for whatever is to be said of stalls: how many gaps are longer is asked of an account afterwards.
 */
final class Stalls implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int NAME_BITS = 30;
    private static final int SLOT_BITS = 14;

    /** All gaps of a pair. */
    private static final int ALL = 0;
    /** Those for which the journey has another at least as long: without them one a journey is left, its longest. */
    private static final int NOT_LONGEST_OF_JOURNEY = 1;
    /** Likewise of the customer. */
    private static final int NOT_LONGEST_OF_CUSTOMER = 2;
    /** The first gap of a customer's pair, by class of length and fate. */
    private static final int FIRST_FATE = 3;
    /** Likewise by class of length and satisfaction afterwards. */
    private static final int FIRST_SATISFIED = FIRST_FATE + LengthClass.COUNT * Fate.COUNT;

    private final KeyCodes pairs = new KeyCodes();
    /** The account of a slot of a pair has the key's number. */
    private final KeyCodes accounts = new KeyCodes();

    private final SpanLedger spans = new SpanLedger();
    /** By pair: the account of all its gaps. */
    private transient int[] allAccounts = new int[64];

    private transient LatestGaps latest = new LatestGaps();

    /** Enters a gap, to be told of until the next one. The number of its pair. */
    int enter(int from, int to, long gap) {
        int pair = pair((long) from << NAME_BITS | to);
        spans.enter(gap);
        spans.post(allAccounts[pair]);
        return pair;
    }

    /** Whether the customer comes to be judged at this pair for the first time. */
    boolean isFirst(int pair, long customer) {
        return latest.isFirst(pair, customer);
    }

    /** Counts a customer whose first gap at a pair is the one entered last. */
    void judge(int pair, int lengthClass, int fate) {
        spans.post(account(pair, FIRST_FATE + lengthClass * Fate.COUNT + fate));
    }

    /** Counts the satisfaction after such a gap, in parts of {@link Arrivals#LEVELS}. */
    void satisfied(int pair, int lengthClass, int level) {
        spans.post(account(pair, FIRST_SATISFIED + lengthClass * (Arrivals.LEVELS + 1) + level));
    }

    /** Tells of the gap entered last, once it is judged, whose it is: a journey's come one after the other. */
    void belongs(int pair, long gap, long journey, long customer) {
        long notOfCustomer = latest.notLongestOfCustomer(pair, gap, customer);
        long notOfJourney = latest.notLongestOfJourney(pair, gap, journey);
        if (notOfJourney != LatestGaps.NONE) {
            spans.enter(notOfJourney);
            spans.post(account(pair, NOT_LONGEST_OF_JOURNEY));
        }
        if (notOfCustomer != LatestGaps.NONE) {
            if (notOfCustomer != notOfJourney) {
                spans.enter(notOfCustomer);
            }
            spans.post(account(pair, NOT_LONGEST_OF_CUSTOMER));
        }
    }

    /** @param names by the other's number of an event, the number here */
    void merge(Stalls other, int[] names) {
        int[] mapped = new int[other.accounts.size()];
        for (int account = 0; account < mapped.length; account++) {
            int pair = other.pairOf(account);
            long here = (long) names[other.from(pair)] << NAME_BITS | names[other.to(pair)];
            mapped[account] = account(pair(here), other.slot(account));
        }
        spans.merge(other.spans, mapped);
    }

    int pairs() {
        return pairs.size();
    }

    int from(int pair) {
        return (int) (pairs.key(pair) >>> NAME_BITS);
    }

    int to(int pair) {
        return (int) pairs.key(pair) & (1 << NAME_BITS) - 1;
    }

    Durations all(int pair) {
        return spans.durations(allAccounts[pair]);
    }

    /** How many journeys have a longer gap of this pair, in microseconds. */
    long journeysLonger(int pair, long limit) {
        return longer(pair, ALL, limit) - longer(pair, NOT_LONGEST_OF_JOURNEY, limit);
    }

    /** How many customers have one. */
    long customersLonger(int pair, long limit) {
        return longer(pair, ALL, limit) - longer(pair, NOT_LONGEST_OF_CUSTOMER, limit);
    }

    /** How many gaps are longer. */
    long longer(int pair, long limit) {
        return longer(pair, ALL, limit);
    }

    /** How many customers were judged there: in this class and with this fate, their gap not longer, and longer. */
    long[] judged(int pair, int lengthClass, int fate, long limit) {
        return parted(pair, FIRST_FATE + lengthClass * Fate.COUNT + fate, limit);
    }

    /** The accounts of satisfaction, by their pairs. */
    Map<Integer, List<Integer>> satisfiedAccounts() {
        Map<Integer, List<Integer>> byPair = new HashMap<>();
        for (int account = 0; account < accounts.size(); account++) {
            if (slot(account) >= FIRST_SATISFIED) {
                byPair.computeIfAbsent(pairOf(account), pair -> new ArrayList<>())
                        .add(account);
            }
        }
        return byPair;
    }

    /** Tells of such an account: those whose gap is longer count as with the friction, the others as without. */
    void satisfied(int account, long limit, SatisfactionLevels levels) {
        int which = slot(account) - FIRST_SATISFIED;
        long[] parted = parted(account, limit);
        levels.addWithout(which / (Arrivals.LEVELS + 1), which % (Arrivals.LEVELS + 1), parted[0]);
        levels.addWith(which / (Arrivals.LEVELS + 1), which % (Arrivals.LEVELS + 1), parted[1]);
    }

    private int pairOf(int account) {
        return (int) (accounts.key(account) >>> SLOT_BITS);
    }

    private int slot(int account) {
        return (int) accounts.key(account) & (1 << SLOT_BITS) - 1;
    }

    private long longer(int pair, int slot, long limit) {
        return parted(pair, slot, limit)[1];
    }

    private long[] parted(int pair, int slot, long limit) {
        int account = accounts.find(key(pair, slot));
        return account < 0 ? new long[2] : parted(account, limit);
    }

    private long[] parted(int account, long limit) {
        return spans.durations(account).histogram(new long[] {0, limit + 1});
    }

    private static long key(int pair, int slot) {
        return (long) pair << SLOT_BITS | slot;
    }

    private int account(int pair, int slot) {
        int account = accounts.of(key(pair, slot));
        if (account == spans.accounts()) {
            spans.open(1);
        }
        return account;
    }

    private int pair(long key) {
        int known = pairs.size();
        int pair = pairs.of(key);
        if (pair == known) {
            if (pair == allAccounts.length) {
                allAccounts = Arrays.copyOf(allAccounts, pair * 2);
            }
            allAccounts[pair] = account(pair, ALL);
        }
        return pair;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        latest = new LatestGaps();
        allAccounts = new int[Math.max(64, pairs.size())];
        for (int pair = 0; pair < pairs.size(); pair++) {
            allAccounts[pair] = accounts.find(key(pair, ALL));
        }
    }
}
