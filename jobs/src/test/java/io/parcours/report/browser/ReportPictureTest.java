package io.parcours.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The picture of a report that the README shows. {@code mvn -pl jobs -am test -Dtest=ReportPictureTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dparcours.docs=write} takes it anew, of the sample's report.
 */
@ExtendWith(Reports.Shared.class)
class ReportPictureTest {
    private static final Path PICTURE = Path.of(System.getProperty("parcours.root", ".."), "docs", "report.png");
    private static final long MOST_BYTES = 300_000;
    private static final int HEIGHT = 1330;

    @Test
    void the_picture_is_there_and_small(Reports reports) throws IOException {
        if ("write".equals(System.getProperty("parcours.docs"))) {
            BrowserPage page = reports.open(WrittenPage.SAMPLE, Screen.LAPTOP, Look.LIGHT);
            page.evaluate("document.querySelectorAll('#stages, #overview > ul ~ *, #funnels > figure,"
                    + " #funnels .view > p:not(:first-of-type)').forEach(each => { each.hidden = true; });");
            Files.write(PICTURE, page.picture(HEIGHT));
        }

        assertThat(PICTURE).exists();
        assertThat(Files.size(PICTURE)).isLessThan(MOST_BYTES);
        assertThat(ImageIO.read(PICTURE.toFile()).getHeight()).isEqualTo(HEIGHT);
    }
}
