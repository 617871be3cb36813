package io.parcours.satisfaction;

import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.journey.StagePath;
import io.parcours.survey.SurveyAnswer;
import io.parcours.touchpoint.Labels;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The answers to surveys in the groups of every level, and how many customers could have been asked there. */
public final class SatisfactionCounts implements Counts<SatisfactionCounts> {
    private static final long serialVersionUID = 1L;

    /** What stands for the names of a level that are not kept. */
    static final String OTHER = "(other)";
    /** What stands for a text in which no theme is found. */
    static final String NO_THEME = "(no theme)";

    static final int MOST_NAMES = 10_000;
    static final int LONGEST_PATH = 20;

    private final SatisfactionPlan plan;
    private final ZoneId zone;
    private final ArrayList<LevelGroups> levels = new ArrayList<>();
    /** By survey: all its answers. */
    private final ArrayList<AnswerTally> all = new ArrayList<>();

    private long customers;
    /** By level; null where touchpoints have no name there. */
    private transient Level.Naming[] namings;
    /** The tallies with answers of the customer at hand. */
    private transient List<AnswerTally> open;
    /** The groups of the journeys of the customer at hand. */
    private transient int[] paths;

    SatisfactionCounts(SatisfactionPlan plan, ZoneId zone) {
        this(plan, zone, MOST_NAMES);
    }

    SatisfactionCounts(SatisfactionPlan plan, ZoneId zone, int mostNames) {
        this.plan = plan;
        this.zone = zone;
        int surveys = plan.surveys().size();
        plan.levels().forEach(level -> levels.add(new LevelGroups(new BoundedNames(OTHER, mostNames), surveys)));
        plan.surveys().forEach(survey -> all.add(new AnswerTally()));
        begin();
    }

    @Override
    public void add(CustomerHistory history) {
        customers++;
        List<SurveyAnswer> answers = plan.reading().answers(history);
        for (int level = 0; level < levels.size(); level++) {
            if (namings[level] != null) {
                reach(level, history, answers);
            } else if (plan.levels().get(level).kind() == Level.Kind.PATH) {
                reachPaths(levels.get(level), history);
            }
        }
        if (!answers.isEmpty()) {
            answers.forEach(answer -> count(history, answer));
            open.forEach(AnswerTally::close);
            open.clear();
        }
        levels.forEach(LevelGroups::trimIfOverfull);
    }

    @Override
    public void merge(SatisfactionCounts other) {
        customers += other.customers;
        for (int level = 0; level < levels.size(); level++) {
            levels.get(level).merge(other.levels.get(level));
        }
        for (int survey = 0; survey < all.size(); survey++) {
            all.get(survey).merge(other.all.get(survey));
        }
    }

    long customers() {
        return customers;
    }

    AnswerTally all(int survey) {
        return all.get(survey);
    }

    /** The groups of a level, not more than are kept. */
    LevelGroups groups(int level) {
        levels.get(level).trimIfFull();
        return levels.get(level);
    }

    /** Notes in which groups the customer has touchpoints of no survey. */
    private void reach(int level, CustomerHistory history, List<SurveyAnswer> answers) {
        LevelGroups groups = levels.get(level);
        Level.Naming naming = namings[level];
        String former = null;
        int next = 0;
        for (int i = 0; i < history.size(); i++) {
            if (next < answers.size() && answers.get(next).index() == i) {
                next++;
                continue;
            }
            String name = naming.of(history, i);
            if (name != former) {
                groups.reach(groups.groupOf(name), customers);
                former = name;
            }
        }
    }

    private void reachPaths(LevelGroups groups, CustomerHistory history) {
        List<Span> journeys = history.journeys();
        paths = paths.length < journeys.size() ? new int[journeys.size() * 2] : paths;
        for (int journey = 0; journey < journeys.size(); journey++) {
            String path = StagePath.codeOf(history, journeys.get(journey));
            paths[journey] = path.length() > LONGEST_PATH ? BoundedNames.OTHER : groups.groupOf(path);
            groups.reach(paths[journey], customers);
        }
    }

    private void count(CustomerHistory history, SurveyAnswer answer) {
        add(answer, all.get(answer.survey()), true);
        for (int level : plan.levelsOf(answer.survey())) {
            switch (plan.levels().get(level).kind()) {
                case PATH -> add(answer, level, paths[journeyOf(history, answer.index())]);
                case THEME -> themes(history, answer).forEach(theme -> add(answer, level, groupOf(level, theme)));
                default -> add(answer, level, groupOf(level, name(history, answer, level)));
            }
        }
    }

    private String name(CustomerHistory history, SurveyAnswer answer, int level) {
        Level.Kind kind = plan.levels().get(level).kind();
        if (plan.levels().get(level).isOfTouchpoint()) {
            return answer.isAboutTouchpoint() ? namings[level].of(history, answer.about()) : Labels.NONE;
        }
        if (kind == Level.Kind.BREAKDOWN
                && answer.isAboutTouchpoint()
                && history.dimension(answer.index(), plan.levels().get(level).number()) == null) {
            return namings[level].of(history, answer.about());
        }
        return namings[level].of(history, answer.index());
    }

    private List<String> themes(CustomerHistory history, SurveyAnswer answer) {
        String text = history.dimension(answer.index(), plan.textOf(answer.survey()));
        if (text == null) {
            return List.of();
        }
        List<String> found = plan.themes().themesOf(text);
        return found.isEmpty() ? List.of(NO_THEME) : found;
    }

    private int groupOf(int level, String name) {
        return levels.get(level).groupOf(name);
    }

    private void add(SurveyAnswer answer, int level, int group) {
        LevelGroups groups = levels.get(level);
        add(answer, groups.tally(answer.survey(), group), groups.isReached(group, customers));
    }

    private void add(SurveyAnswer answer, AnswerTally tally, boolean isReached) {
        if (tally.open(isReached)) {
            open.add(tally);
        }
        if (answer.isAnswered()) {
            tally.add(answer.score(), answer.satisfaction(), plan.bandsOf(answer.survey()));
        } else {
            tally.addUnanswered();
        }
    }

    private static int journeyOf(CustomerHistory history, int index) {
        int journey = 0;
        while (history.journeys().get(journey).to() <= index) {
            journey++;
        }
        return journey;
    }

    private void begin() {
        namings = new Level.Naming[levels.size()];
        for (int level = 0; level < namings.length; level++) {
            Level of = plan.levels().get(level);
            namings[level] = of.hasNaming() ? of.naming(zone) : null;
        }
        open = new ArrayList<>();
        paths = new int[8];
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        begin();
    }
}
