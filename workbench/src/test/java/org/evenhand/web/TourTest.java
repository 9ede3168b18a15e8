package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.evenhand.harness.ShippedCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each address of docs/tour.md shows what the tour says.
class TourTest {
    private static final Pattern STEP = Pattern.compile("`(/[^`]+)`\\s+shows\\s+“([^”]+)”");

    private static String tour() throws IOException {
        return Files.readString(ShippedCatalogue.home().resolve("docs/tour.md"));
    }

    static List<String[]> steps() throws IOException {
        var steps = new ArrayList<String[]>();
        var match = STEP.matcher(tour());
        while (match.find()) {
            steps.add(new String[] {match.group(1), match.group(2).replaceAll("\\s+", " ")});
        }
        return steps;
    }

    @ParameterizedTest
    @MethodSource("steps")
    void anAddressShowsWhatTheTourSays(String address, String shown) {
        var reply = Served.get(address);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).contains(shown);
    }

    @Test
    void everyAddressIsAStepAndEveryPictureIsThere() throws IOException {
        var tour = tour();
        long addresses = Pattern.compile("`/[a-z]").matcher(tour).results().count();
        assertThat(steps()).hasSize((int) addresses);
        var pictures = Pattern.compile("\\]\\((pictures/[^)]+)\\)").matcher(tour);
        while (pictures.find()) {
            assertThat(ShippedCatalogue.home().resolve("docs").resolve(pictures.group(1)))
                    .isNotEmptyFile();
        }
    }
}
