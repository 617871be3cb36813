package io.parcours.sample;

import java.util.List;

/** Values that a careless reader of files stumbles over: accents, commas, quotes, line ends, other scripts. */
final class Phrases {
    static final List<String> REGIONS = List.of(
            "Île-de-France",
            "Auvergne-Rhône-Alpes",
            "Provence-Alpes-Côte d'Azur",
            "Occitanie",
            "Bretagne",
            "Hauts-de-France",
            "La Réunion",
            "Grand Est");

    /** The first is no campaign at all. */
    static final List<String> CAMPAIGNS = java.util.Collections.unmodifiableList(java.util.Arrays.asList(
            null,
            "winter_sale",
            "rentrée",
            "spring sale, part 2",
            "the \"big\" monday",
            "bannière\nsur deux lignes",
            "加入我们",
            "refer-a-friend"));

    private Phrases() {}
}
