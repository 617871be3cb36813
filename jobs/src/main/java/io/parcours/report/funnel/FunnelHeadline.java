package io.parcours.report.funnel;

import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What an analyst would say of a funnel first. */
final class FunnelHeadline {

    private FunnelHeadline() {}

    /** How many got through, how many may, what the rate of those is whose time is over, and where most are lost. */
    static String of(Words words, FunnelFacts funnel) {
        if (funnel.entered() == 0) {
            return words.say("funnels.nobody", funnel.brief(words));
        }
        List<String> sentences = new ArrayList<>();
        Estimate rate = funnel.last().estimate("rate_from_first");
        long open = funnel.inProgress();
        sentences.add(words.say(
                "funnels.headline",
                words.percent(rate.value()),
                funnel.units(words, funnel.entered()),
                funnel.brief(words, funnel.last()),
                words.percentInterval(rate),
                words.say("funnels.may-come", words.count(open), open)));
        Estimate mature = funnel.last().estimate("mature_rate");
        if (mature != null) {
            sentences.add(words.say(
                    "funnels.mature",
                    funnel.units(words, funnel.last().whole("mature_entered_count")),
                    funnel.window(words),
                    words.percent(mature.value()),
                    words.percentInterval(mature)));
        }
        funnel.steps().stream()
                .max(Comparator.comparingLong((Row step) -> step.whole("dropped_count"))
                        .thenComparing(step -> -step.whole("step")))
                .filter(step -> step.whole("dropped_count") > 0)
                .ifPresent(step -> sentences.add(words.say(
                        "funnels.most-lost",
                        funnel.brief(words, step),
                        words.count(step.whole("dropped_count")),
                        words.count(funnel.cameBefore(step)),
                        funnel.brief(words, funnel.stepBefore(step)))));
        return String.join(" ", sentences);
    }
}
