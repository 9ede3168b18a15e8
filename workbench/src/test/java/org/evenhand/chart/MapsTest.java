package org.evenhand.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.evenhand.core.Basis;
import org.evenhand.core.Country;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.core.Unranked;
import org.evenhand.harness.ShippedCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// The geometry, and what maps hold whatever they show.
class MapsTest {
    private static final double EARTH = 6371.0088;

    /// Half the equator and half the middle meridian of the unit sphere, as the paper's polynomial has them.
    @ParameterizedTest
    @CsvSource({
        "0,0,0,0",
        "180,0,2.7066298,0",
        "0,90,0,1.3173627",
    })
    void theProjectionIsEqualEarth(double longitude, double latitude, double x, double y) {
        assertThat(EqualEarth.x(longitude, latitude)).isCloseTo(x, within(2e-6));
        assertThat(EqualEarth.y(latitude)).isCloseTo(y, within(2e-6));
    }

    /// The pole is a line 0.59247 times as long as the equator (the paper, section 3).
    @Test
    void thePoleIsALine() {
        assertThat(EqualEarth.x(-180, 90) / EqualEarth.x(-180, 0)).isCloseTo(0.59247, within(1e-5));
    }

    /// A ring that jumped from one edge of the world to the other would draw a band across all of it, as Russia's did.
    @Test
    void noOutlineRunsAroundTheWorld() {
        Outline.all()
                .forEach((code, outline) -> outline.rings().forEach(ring -> {
                    for (int i = 2; i < ring.length; i += 2) {
                        assertThat(Math.abs(ring[i] - ring[i - 2])).as(code).isLessThan(EqualEarth.x(90, 0));
                    }
                }));
        double[] russia = outline("RUS").rings().getFirst();
        double east = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < russia.length; i += 2) {
            east = Math.max(east, russia[i]);
        }
        assertThat(east).as("its east, beyond the 180th meridian").isGreaterThan(EqualEarth.x(180, 66));
    }

    /// Areas in thousands of square kilometres, land and inland water, as the CIA World Factbook has them;
    /// the largest part of each, simplified, so to 4%.
    @ParameterizedTest
    @CsvSource({
        "BRA,8515.8",
        "MEX,1964.4",
        "BOL,1098.6",
        "PER,1285.2",
        "COD,2344.9",
        "MNG,1564.1",
        "FIN,338.1",
        "RUS,17098.2"
    })
    void areasAreThoseOfTheEarth(String code, double thousands) {
        double[] ring = outline(code).rings().getFirst();
        double twice = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = (i + 2) % ring.length;
            twice += ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
        }
        assertThat(Math.abs(twice) / 2 * EARTH * EARTH / 1000).isCloseTo(thousands, within(0.04 * thousands));
    }

    @Test
    void everyCountryOfTodayHasAnOutline() {
        var without = new TreeSet<String>();
        for (Country country : ShippedCatalogue.open().countries().all()) {
            if (!Outline.all().containsKey(country.iso3())) {
                without.add(country.iso3());
            }
        }
        assertThat(without).containsExactly("ANT", "SCG", "YUG");
    }

    /// Longitudes and latitudes of capitals; a country's centre is within a few degrees of its capital here.
    @ParameterizedTest
    @CsvSource({"CUB,-82.4,23.1", "GUF,-52.3,4.9", "KOR,127,37.6", "TTO,-61.5,10.7", "XKX,21.2,42.7", "TUV,179.2,-8.5"})
    void outlinesAreWhereTheCountryIs(String code, double longitude, double latitude) {
        var outline = outline(code);
        assertThat(outline.x()).isCloseTo(EqualEarth.x(longitude, latitude), within(0.09));
        assertThat(outline.y()).isCloseTo(EqualEarth.y(latitude), within(0.09));
    }

    @Test
    void aTierMapHasLettersWhereThereIsRoomAndDotsForSmallStates() throws Exception {
        var svg = TierMap.svg(
                "map",
                "Placements",
                "Four places.",
                MapView.WORLD,
                List.of(
                        new TierMap.Place("BRA", "Arcadía", Mark.of(Tier.TIER_2, Basis.DERIVED)),
                        new TierMap.Place("GRD", "Small", Mark.of(Tier.TIER_3, Basis.SOURCED)),
                        new TierMap.Place("MEX", "Unknown", Mark.NO_DATA),
                        new TierMap.Place("LBY", "Special", Mark.of(Unranked.SPECIAL_CASE, Basis.SOURCED)),
                        new TierMap.Place("YUG", "Gone", Mark.of(Tier.TIER_1, Basis.SOURCED))));
        var image = imageOf(svg);
        assertThat(all(image, "text")).contains("2d", "S", "Tier 2", "No data");
        assertThat(all(image, "title"))
                .contains("Arcadía: Tier 2 (d)", "Small: Tier 3", "Unknown: no data", "Special: Special case (no tier)")
                .doesNotContain("Gone: Tier 1");
        assertThat(svg).contains("fill=\"url(#map-nodata)\"").contains("fill=\"url(#map-notier)\"");
        assertThat(svg).containsPattern("<circle[^>]*fill=\"#123f6b\"[^>]*><title>Small: Tier 3</title>");
        assertThat(svg.length()).isLessThan(80_000);
    }

    @Test
    void noPlaceIsOnAMapTwice() {
        var place = new TierMap.Place("BRA", "Arcadía", Mark.NO_DATA);
        assertThatThrownBy(() -> TierMap.svg("m", "t", "d", MapView.WORLD, List.of(place, place)))
                .hasMessage("BRA is on the map twice");
    }

    @Test
    void aRouteMapSaysEachNumberAndWhoseTheEndsAre() throws Exception {
        var names = Map.of("BRA", "Brazil", "ITA", "Italy", "HTI", "Haiti", "ANT", "Netherlands Antilles");
        var svg = RouteMap.svg(
                "routes",
                "Routes",
                "Three routes.",
                MapView.around(names.keySet()),
                Set.of("BRA"),
                names,
                List.of(
                        new RouteMap.Route("HTI", "HTI", people(12)),
                        new RouteMap.Route("BRA", "ITA", people(1234)),
                        new RouteMap.Route("BRA", "ANT", people(7))));
        var image = imageOf(svg);
        assertThat(all(image, "title"))
                .contains("Brazil to Italy: 1,234 people", "Haiti, within the country: 12 people")
                .noneMatch(text -> text.contains("Antilles"));
        assertThat(String.join(" ", all(image, "text")))
                .contains("widest 1,234 people, narrowest 12 people", "within one country", "ITA\u00A0Italy");
    }

    @Test
    void aRouteWithoutANumberIsNotDrawn() {
        assertThatThrownBy(() -> new RouteMap.Route("BRA", "ITA", people(0)))
                .hasMessage("a route needs a number above zero");
    }

    @Test
    void aViewHoldsItsPlacesAndTheWorldHoldsAll() {
        var view = MapView.around(List.of("HTI", "DOM"));
        var ground = new MapGround(view);
        assertThat(ground.shows(outline("HTI"))).isTrue();
        assertThat(ground.shows(outline("BRA"))).isFalse();
        var world = new MapGround(MapView.WORLD);
        assertThat(Outline.all().values()).allMatch(world::shows);
        assertThat(MapView.around(List.of("YUG"))).isEqualTo(MapView.WORLD);
    }

    private static Outline outline(String code) {
        return java.util.Objects.requireNonNull(Outline.all().get(code));
    }

    private static Figure people(double value) {
        return new Figure(
                value,
                Unit.PEOPLE,
                Interval.OBSERVED,
                Sample.one("invented"),
                Basis.SOURCED,
                List.of("tip-2014"),
                "evenhand flows");
    }

    private static Document imageOf(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> all(Document image, String element) {
        var texts = new ArrayList<String>();
        var nodes = image.getElementsByTagName(element);
        for (var i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
