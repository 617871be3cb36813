package io.parcours.churn;

import io.parcours.buying.BuyingFits;
import io.parcours.buying.BuyingKind;
import io.parcours.buying.BuyingModel;
import io.parcours.buying.DayIntervals;
import io.parcours.buying.GammaGamma;
import io.parcours.buying.GammaGammaFits;
import io.parcours.buying.ModelFit;
import io.parcours.buying.MoneyGroups;
import io.parcours.buying.PurchaseGroups;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The models fitted to the same customers: the one the map chose, the others beside it, and the value of a day.
 *
 * @param buying the fits, the map's model first
 * @param intervals the days that made customers alike for these fits
 * @param money the fit of values
 * @param moneyGroups what it was fitted to
 */
record FittedModels(
        Map<BuyingKind, ModelFit<BuyingModel>> buying,
        DayIntervals intervals,
        ModelFit<GammaGamma> money,
        MoneyGroups moneyGroups) {

    static FittedModels of(ChurnRules rules, PurchaseGroups purchases, MoneyGroups money) {
        Map<BuyingKind, ModelFit<BuyingModel>> fits = new EnumMap<>(BuyingKind.class);
        for (BuyingKind kind : BuyingKind.values()) {
            fits.put(kind, BuyingFits.fit(kind, purchases, rules.daysPerPeriod()));
        }
        return new FittedModels(fits, purchases.intervals(), GammaGammaFits.fit(money), money);
    }

    /** The kind that the map chose. */
    static BuyingKind chosen(ChurnRules rules) {
        return switch (rules.buying().model()) {
            case BG_NBD -> BuyingKind.BG_NBD;
            case MBG_NBD -> BuyingKind.MBG_NBD;
        };
    }

    /** All kinds, the chosen one first. */
    static List<BuyingKind> kinds(ChurnRules rules) {
        List<BuyingKind> kinds = new ArrayList<>(List.of(BuyingKind.values()));
        kinds.remove(chosen(rules));
        kinds.add(0, chosen(rules));
        return kinds;
    }

    ModelFit<BuyingModel> of(BuyingKind kind) {
        return buying.get(kind);
    }
}
