package io.parcours.sample.fitted;

import java.util.List;

/** What channels do to the odds to convert: one persuades, one only meets those who convert anyway. */
final class Persuading {
    private static final double HARVESTED = 0.5;
    private static final double HARVESTED_ANYWAY = 0.1;

    private final Repertoire repertoire;
    private final Plants plants;
    private final Walk walk;
    private final PlantCounts counts;
    private boolean isExposed;
    private boolean isIncremental;

    Persuading(Repertoire repertoire, Plants plants, Walk walk, PlantCounts counts) {
        this.repertoire = repertoire;
        this.plants = plants;
        this.walk = walk;
        this.counts = counts;
    }

    void begin() {
        isExposed = false;
        isIncremental = false;
    }

    /** Touches before the level where people decide. */
    void before(boolean isBound) {
        plants.persuasion.ifPresent(plant -> {
            if (walk.chance.is(plant.share())) {
                touch(plant.channel());
            }
            if (plant.harvesting() != null && walk.chance.is(isBound ? HARVESTED : HARVESTED_ANYWAY)) {
                touch(plant.harvesting());
            }
        });
    }

    private void touch(String channel) {
        List<Recipe> fitting = repertoire.exposures.stream()
                .filter(recipe ->
                        recipe.channels().isEmpty() || recipe.channels().contains(channel))
                .toList();
        saw(walk.add(walk.chance.of(fitting), channel));
        walk.pauseWithinVisit();
    }

    /** Takes notice of a touch, or of none (null). */
    void saw(Touch touch) {
        boolean isPersuading = touch != null
                && plants.persuasion
                        .filter(plant -> plant.channel().equals(touch.channel))
                        .isPresent()
                && repertoire.exposures.stream()
                        .anyMatch(recipe -> recipe.event().equals(touch.event));
        isExposed |= isPersuading;
    }

    /** Whether the journey goes on to convert: the same fate decides with the channel's effect and without it. */
    boolean converts(double oddsBefore, double fate) {
        double odds = oddsBefore
                * plants.favour
                        .filter(plant -> plant.channel().equals(walk.persona.channel()))
                        .map(Plants.Favour::odds)
                        .orElse(1.0);
        boolean wouldAnyway = fate < odds / (1 + odds);
        if (!isExposed) {
            return wouldAnyway;
        }
        counts.exposed++;
        double persuaded = odds * plants.persuasion.orElseThrow().odds();
        boolean does = fate < persuaded / (1 + persuaded);
        isIncremental = does && !wouldAnyway;
        return does;
    }

    /** The journey has converted. */
    void converted() {
        if (isIncremental) {
            counts.incremental++;
            isIncremental = false;
        }
    }
}
