package io.parcours.attribution;

import io.parcours.attribution.AttributionRules.Model;
import java.util.Arrays;
import java.util.List;

/** What each place of a level is credited with by each model, as it was and as it would be were groups drawn anew. */
final class LevelFigures {
    private final LevelCounts level;
    private final LevelNames names;
    private final List<Model> models;
    private final int width;
    private final MarkovModel markov;
    /** By group: its cells by place; null where it has none. */
    private final double[][] groups = new double[CustomerGroups.COUNT][];

    LevelFigures(LevelCounts level, LevelNames names, List<Model> models) {
        this.level = level;
        this.names = names;
        this.models = models;
        this.width = level.credits().width();
        boolean hasChain = level.states() != null && !level.states().isDropped();
        this.markov = hasChain ? new MarkovModel(level.states(), names.ranks()) : null;
        if (level.credits().isGrouped()) {
            for (int group = 0; group < groups.length; group++) {
                groups[group] = byPlace(level.credits().of(group));
            }
        }
    }

    /** Figures by place and model. */
    static final class Figures {
        private final int models;
        private final double[] conversions;
        private final double[] values;
        private final double[] effects;
        private final double[] totals;

        private Figures(int places, int models) {
            this.models = models;
            this.conversions = new double[places * models];
            this.values = new double[places * models];
            this.effects = new double[places];
            this.totals = new double[models];
        }

        /** The conversions credited; NaN where the model says nothing. */
        double conversions(int place, int model) {
            return conversions[place * models + model];
        }

        /** The value credited, likewise. */
        double value(int place, int model) {
            return values[place * models + model];
        }

        /** The conversions credited as a part of all. */
        double share(int place, int model) {
            return conversions(place, model) / totals[model];
        }

        private Figures withTotals() {
            for (int i = 0; i < conversions.length; i++) {
                totals[i % models] += conversions[i];
            }
            return this;
        }

        /** The removal effect of a place's name. */
        double effect(int place) {
            return effects[place];
        }
    }

    /** The figures as they are. */
    Figures actual() {
        double[] times = new double[CustomerGroups.COUNT];
        Arrays.fill(times, 1);
        return figures(byPlace(level.credits().together()), markov == null ? null : markov.effects(times));
    }

    /** Whether credits of single paths can be drawn anew. */
    boolean isGrouped() {
        return level.credits().isGrouped();
    }

    /** Whether credits of the model markov can be drawn anew. */
    boolean isChainGrouped() {
        return markov != null && level.states().isGrouped();
    }

    /** The figures where each group counts so many times; markov's are NaN where they cannot be drawn anew. */
    Figures redrawn(double[] times) {
        double[] cells = new double[names.places() * width];
        for (int group = 0; group < groups.length; group++) {
            if (times[group] > 0) {
                for (int cell = 0; cell < cells.length; cell++) {
                    cells[cell] += times[group] * groups[group][cell];
                }
            }
        }
        return figures(cells, isChainGrouped() ? markov.effects(times) : null);
    }

    private double[] byPlace(ExactCells cells) {
        ExactCells places = new ExactCells();
        for (int name = 0; name < names.numbers(); name++) {
            for (int column = 0; column < width; column++) {
                places.add(names.place(name) * width + column, cells, level.cell(name, column));
            }
        }
        double[] found = new double[names.places() * width];
        Arrays.setAll(found, places::toDouble);
        return found;
    }

    private Figures figures(double[] cells, RemovalEffects effects) {
        Figures figures = new Figures(names.places(), models.size());
        for (int place = 0; place < names.places(); place++) {
            for (int model = 0; model < models.size(); model++) {
                int cell = level.conversionCell(place, model);
                boolean isUnknown = models.get(model) == Model.MARKOV && effects == null && place > 0;
                figures.conversions[place * models.size() + model] =
                        isUnknown ? Double.NaN : cells[cell] / CreditShares.WHOLE;
                figures.values[place * models.size() + model] =
                        isUnknown ? Double.NaN : cells[cell + 1] / ConversionValue.UNIT;
            }
        }
        if (effects != null) {
            add(effects, figures);
        }
        return figures.withTotals();
    }

    private void add(RemovalEffects effects, Figures figures) {
        int model = models.indexOf(Model.MARKOV);
        int[] ranks = names.ranks();
        for (int name = 1; name < names.numbers(); name++) {
            int place = names.place(name);
            int at = place * models.size() + model;
            figures.conversions[at] += effects.credits()[ranks[name]];
            figures.values[at] += effects.values()[ranks[name]] / ConversionValue.UNIT;
            figures.effects[place] = names.isOthers(place) ? Double.NaN : effects.conversions()[ranks[name]];
        }
    }
}
