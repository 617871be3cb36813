package io.parcours.attribution;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The paths gone. At most {@link #MOST} are told apart in the end, the shortest ones and of those of one length the ones
 * with the least hash: which they are does not depend on how the log was parted. The others are one.
 */
final class PathTable implements Serializable {
    private static final long serialVersionUID = 1L;

    /** So many paths are told apart. */
    static final int MOST = 20_000;

    /** The number of all paths that are not told apart. */
    static final int OTHERS = 0;

    /** The number of the path without touches. */
    static final int EMPTY = 1;

    private final int most;
    private PathKeys keys = new PathKeys();
    private PathTallies tallies = new PathTallies();
    /** A path of a greater rank is one of the others. */
    private long greatest = Long.MAX_VALUE;

    PathTable(int most) {
        this.most = most;
        tallies.open();
        tallies.open();
        // Nobody asks for them by their names.
        keys.add(-1, new int[0], 0);
        keys.add(0, new int[0], 0);
    }

    PathTallies tallies() {
        return tallies;
    }

    /** The numbers of a path's names. */
    int[] names(int path) {
        return keys.names(path);
    }

    int size() {
        return keys.size();
    }

    /** The number of a path; good until the customer is closed. */
    int of(TouchNames names, int[] path, int length) {
        return of(PathKeys.rank(names, path, length), path, length);
    }

    private int of(long rank, int[] path, int length) {
        if (length == 0) {
            return EMPTY;
        }
        if (rank > greatest) {
            return OTHERS;
        }
        int known = keys.find(rank, path, length);
        if (known >= 0) {
            return known;
        }
        tallies.open();
        return keys.add(rank, path, length);
    }

    /** The next path is another customer's. */
    void closeCustomer() {
        tallies.closeCustomer();
        pruneIfMany();
    }

    void merge(PathTable other, int[] mappedNames) {
        greatest = Math.min(greatest, other.greatest);
        int[] mapped = new int[other.size()];
        mapped[EMPTY] = EMPTY;
        for (int path = EMPTY + 1; path < mapped.length; path++) {
            int[] otherNames = other.names(path);
            for (int i = 0; i < otherNames.length; i++) {
                otherNames[i] = mappedNames[otherNames[i]];
            }
            mapped[path] = of(other.keys.rank(path), otherNames, otherNames.length);
        }
        tallies.merge(other.tallies, mapped);
        pruneIfMany();
    }

    /** Tells no paths apart any more. */
    void collapse() {
        if (greatest > 0) {
            greatest = 0;
            keepUpToGreatest();
        }
    }

    /** Tells no more paths apart than may be in the end. */
    void prune() {
        long[] ranks = keys.sortedRanks(EMPTY + 1);
        if (ranks.length > most) {
            // Paths of one rank stay or go together, so that which ones stay follows from the ranks alone.
            greatest = Math.min(greatest, ranks[most] - 1);
            keepUpToGreatest();
        }
    }

    private void pruneIfMany() {
        if (size() - 2 > 2 * most) {
            prune();
        }
    }

    private void keepUpToGreatest() {
        PathKeys formerKeys = keys;
        PathTallies formerTallies = tallies;
        PathTable empty = new PathTable(most);
        keys = empty.keys;
        tallies = empty.tallies;
        int[] mapped = new int[formerKeys.size()];
        Arrays.fill(mapped, OTHERS);
        mapped[EMPTY] = EMPTY;
        for (int path = EMPTY + 1; path < mapped.length; path++) {
            if (formerKeys.rank(path) <= greatest) {
                int[] names = formerKeys.names(path);
                tallies.open();
                mapped[path] = keys.add(formerKeys.rank(path), names, names.length);
            }
        }
        tallies.merge(formerTallies, mapped);
    }
}
