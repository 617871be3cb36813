package io.parcours.attribution;

import io.parcours.attribution.AttributionRules.Model;
import io.parcours.attribution.LevelFigures.Figures;
import io.parcours.stats.Interval;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The rows of one level. */
final class LevelRows {
    /** What is no name of its own comes last. */
    private static final List<String> LAST = List.of(TouchNames.OTHER, LevelNames.UNATTRIBUTED);

    private static final Comparator<AttributionRow> ORDER = Comparator.comparingInt(
                    (AttributionRow row) -> LAST.indexOf(row.name()))
            .thenComparing(row -> -Optional.ofNullable(row.conversions()).orElse(0.0))
            .thenComparing(AttributionRow::name, Utf8Order.COMPARATOR);

    private final LevelCounts level;
    private final List<Model> models;
    private final SpentCosts costs;
    private final LevelNames names;
    private final ExactCells cells;
    private final Figures actual;
    private final LevelFigures figures;
    private final List<Figures> redrawn = new ArrayList<>();

    LevelRows(LevelCounts level, AttributionRules rules, Redraws redraws, SpentCosts costs) {
        this.level = level;
        this.models = rules.models();
        this.costs = costs;
        this.cells = level.credits().together();
        this.names = new LevelNames(level.names(), touches(), costs.channels());
        this.figures = new LevelFigures(level, names, models);
        this.actual = figures.actual();
        for (int replicate = 0; figures.isGrouped() && replicate < redraws.size(); replicate++) {
            redrawn.add(figures.redrawn(redraws.times(replicate)));
        }
    }

    private long[] touches() {
        long[] touches = new long[level.names().count() + 1];
        for (int name = 1; name < touches.length; name++) {
            touches[name] = count(name, LevelCounts.TOUCHES);
        }
        return touches;
    }

    private long count(int name, int column) {
        return (long) cells.toDouble(level.cell(name, column));
    }

    /** All rows: by model, then by credit, what no name is credited with last. */
    List<AttributionRow> rows() {
        long[] touches = new long[names.places()];
        long[] customers = new long[names.places()];
        for (int name = 1; name < names.numbers(); name++) {
            touches[names.place(name)] += count(name, LevelCounts.TOUCHES);
            customers[names.place(name)] += count(name, LevelCounts.CUSTOMERS);
        }
        List<AttributionRow> rows = new ArrayList<>();
        for (int model = 0; model < models.size(); model++) {
            List<AttributionRow> ofModel = new ArrayList<>();
            for (int place = 0; place < names.places(); place++) {
                boolean isName = place > 0;
                ofModel.add(row(
                        place,
                        model,
                        isName ? touches[place] : null,
                        isName && !names.isOthers(place) ? customers[place] : null));
            }
            ofModel.sort(ORDER);
            rows.addAll(ofModel);
        }
        return rows;
    }

    private AttributionRow row(int place, int model, Long touches, Long customers) {
        Model kind = models.get(model);
        double conversions = actual.conversions(place, model);
        double value = level.hasValues() ? actual.value(place, model) : Double.NaN;
        boolean hasEffect = kind == Model.MARKOV && place > 0 && !Double.isNaN(conversions);
        OptionalDouble cost = costs.of(names.nameAt(place));
        return new AttributionRow(
                level.by(),
                kind.name().toLowerCase(Locale.ROOT),
                names.nameAt(place),
                orNull(conversions),
                interval(place, model, Figures::conversions),
                orNull(actual.share(place, model)),
                interval(place, model, Figures::share),
                orNull(value),
                level.hasValues() ? interval(place, model, Figures::value) : null,
                hasEffect ? orNull(actual.effect(place)) : null,
                touches,
                customers,
                cost.isPresent() ? cost.getAsDouble() : null,
                ratio(cost, conversions),
                cost.isPresent() && cost.getAsDouble() > 0 ? orNull(value / cost.getAsDouble()) : null,
                note(place, kind));
    }

    private static Double ratio(OptionalDouble cost, double conversions) {
        return cost.isPresent() && conversions > 0 ? cost.getAsDouble() / conversions : null;
    }

    /** A figure of a place by a model. */
    private interface Figure {
        double of(Figures figures, int place, int model);
    }

    private Interval interval(int place, int model, Figure figure) {
        if (Double.isNaN(figure.of(actual, place, model))) {
            return null;
        }
        double[] replicates = new double[redrawn.size()];
        for (int i = 0; i < replicates.length; i++) {
            replicates[i] = figure.of(redrawn.get(i), place, model);
        }
        return Redraws.interval(replicates).orElse(null);
    }

    private String note(int place, Model model) {
        if (model == Model.MARKOV && place > 0 && level.states().isDropped()) {
            return level.hasTooManyNames()
                    ? "no model: more than " + TouchNames.MOST + " names"
                    : "no model: more than " + PathStates.MOST + " states";
        }
        if (!figures.isGrouped()) {
            return "no intervals: more than " + GroupCredits.MOST_NAMES + " names";
        }
        if (model == Model.MARKOV && place > 0 && !figures.isChainGrouped()) {
            return "no intervals: more than " + PathStates.MOST_GROUPED + " states";
        }
        return null;
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
