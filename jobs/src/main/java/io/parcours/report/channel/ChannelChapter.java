package io.parcours.report.channel;

import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Heading;
import io.parcours.report.page.Chapter;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** How journeys use channels, where they switch, and which touchpoints there are. */
public final class ChannelChapter implements Chapter {

    @Override
    public List<Section> sections(ReportContext context) {
        Words words = context.words();
        List<Block> blocks = new ArrayList<>(new ChannelClasses(context).blocks());
        new ChannelHandovers(context).figure().ifPresent(blocks::add);
        new TouchpointListing(context).listing().ifPresent(listing -> {
            blocks.add(new Heading(words.say("channels.inventory.heading")));
            blocks.add(listing);
        });
        return blocks.isEmpty()
                ? List.of()
                : List.of(new Section("channels", words.say("channels.title"), words.say("channels.lead"), blocks));
    }
}
