package io.parcours.friction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who came to a place of friction, with it and without, out of what was counted of all sites. */
final class ArrivalGroups {
    private final Sites sites;
    private final Arrivals arrivals;
    private final List<List<Integer>> bySite = new ArrayList<>();
    private final int[] grounds;
    /** By ground: all who came there. */
    private final List<List<Group>> came = new ArrayList<>();

    ArrivalGroups(Sites sites, Arrivals arrivals) {
        this.sites = sites;
        this.arrivals = arrivals;
        this.grounds = new int[sites.size()];
        for (int site = 0; site < grounds.length; site++) {
            grounds[site] = ground(site);
            bySite.add(new ArrayList<>(0));
        }
        for (int cell = 0; cell < arrivals.size(); cell++) {
            bySite.get(arrivals.site(cell)).add(cell);
        }
        for (int site = 0; site < grounds.length; site++) {
            came.add(grounds[site] == site ? came(site) : List.of());
        }
    }

    private int ground(int site) {
        return sites.kind(site) < FrictionKind.values().length ? sites.ground(site) : site;
    }

    /** The customers at the place of a friction. Those who met it were counted among all who came, and are taken out. */
    List<Group> groups(int site) {
        Map<Integer, Long> taken = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        for (int cell : bySite.get(site)) {
            int pattern = arrivals.pattern(cell);
            if (Arrivals.type(pattern) == Arrivals.Type.MET) {
                int fate = Arrivals.fate(pattern);
                taken.merge(Arrivals.came(Arrivals.classes(pattern), fate), arrivals.count(cell), Long::sum);
                groups.add(
                        new Group(Arrivals.before(pattern), Arrivals.lengthClass(pattern), fate, arrivals.count(cell)));
            }
        }
        for (Group group : came.get(grounds[site])) {
            Long out = taken.get(Arrivals.came(group.without(), group.fate()));
            if (out == null) {
                groups.add(group);
            } else if (out < group.count()) {
                groups.add(new Group(group.without(), Group.NOT_MET, group.fate(), group.count() - out));
            }
        }
        groups.sort(Group.ORDER);
        return groups;
    }

    private List<Group> came(int site) {
        List<Group> groups = new ArrayList<>();
        for (int cell : bySite.get(site)) {
            int pattern = arrivals.pattern(cell);
            if (Arrivals.type(pattern) == Arrivals.Type.CAME) {
                groups.add(new Group(
                        Arrivals.classes(pattern), Group.NOT_MET, Arrivals.fate(pattern), arrivals.count(cell)));
            }
        }
        groups.sort(Group.ORDER);
        return groups;
    }

    /** Their satisfaction. */
    SatisfactionLevels satisfaction(int site) {
        SatisfactionLevels levels = new SatisfactionLevels();
        for (int cell : bySite.get(grounds[site])) {
            add(levels, cell);
        }
        for (int cell : bySite.get(site)) {
            add(levels, cell);
        }
        return levels;
    }

    private void add(SatisfactionLevels levels, int cell) {
        int pattern = arrivals.pattern(cell);
        int lengthClass = Arrivals.lengthClass(pattern);
        int level = Arrivals.level(pattern);
        switch (Arrivals.type(pattern)) {
            case CAME_SATISFIED -> levels.addWithout(lengthClass, level, arrivals.count(cell));
            case AFTERWARDS_SATISFIED -> levels.addWithout(lengthClass, level, -arrivals.count(cell));
            case MET_SATISFIED -> levels.addWith(lengthClass, level, arrivals.count(cell));
            case CAME, MET -> {
                // They tell of fates.
            }
        }
    }
}
