package org.evenhand.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Standing;
import org.evenhand.core.Unit;
import org.evenhand.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// Invented countries; what a chart must hold whatever it shows.
class ChartsTest {
    @Test
    void aMatrixHasALetterInEveryCellAndSetsNoDataOffFromNoTier() throws Exception {
        var svg = TierMatrix.svg(
                "matrix",
                "Placements of two invented countries",
                "Arcadía rises, Freedonia is a special case at first.",
                List.of(2008, 2009, 2010, 2011),
                List.of(
                        new TierMatrix.Row("Arcadía", marks("3", "2WL", "2", "1")),
                        new TierMatrix.Row("Freedonia", marks("", "SC", "NR", "2WL u"))));
        Golden.check("chart/matrix.svg", svg + "\n");
        var image = imageOf(svg);
        assertThat(texts(image)).contains("1", "2", "W", "3", "S", "·", "u");
        assertThat(svg).contains("url(#matrix-nodata)", "url(#matrix-notier)");
    }

    @Test
    void aMatrixRefusesARowThatDoesNotFitTheYears() {
        assertThatThrownBy(() -> TierMatrix.svg(
                        "m", "t", "d", List.of(2008, 2009), List.of(new TierMatrix.Row("Arcadía", marks("1")))))
                .hasMessage("Arcadía: 1 marks for 2 years");
    }

    @Test
    void aTimelineNamesWhatFollowed() throws Exception {
        var codes = List.of("2", "2WL", "2WL", "3", "3 d", "", "SC", "2WL");
        var events = List.of("", "", "waiver of the clock", "full waiver", "restricted, extent unknown", "", "", "");
        var years = new ArrayList<TierTimeline.Year>();
        for (var i = 0; i < codes.size(); i++) {
            years.add(new TierTimeline.Year(2008 + i, mark(codes.get(i)), events.get(i)));
        }
        var svg = TierTimeline.svg("timeline", "Arcadía, 2008 to 2015", "It fell to Tier 3 and came back.", years);
        Golden.check("chart/timeline.svg", svg + "\n");
        assertThat(texts(imageOf(svg)))
                .contains("waiver of the clock", "full waiver", "restricted, extent unknown", "Tier 2 Watch List");
    }

    @Test
    void anIntervalChartWritesEachNumberAsEveryPrinterDoes() throws Exception {
        var svg = IntervalChart.svg(
                "estimates",
                "Published estimates of scale",
                "Three estimates that differ by a factor of a hundred.",
                "people, logarithmic scale",
                Scale.LOGARITHMIC,
                List.of(
                        IntervalChart.Dot.of(
                                "Office of Inventions 2012", figure(20.9e6, Unit.PEOPLE, between(19.5e6, 22.3e6))),
                        new IntervalChart.Dot(
                                "Index 2013 (superseded)", figure(29.8e6, Unit.PEOPLE, Interval.NOT_STATED), true),
                        IntervalChart.Dot.of("Registry 2013", figure(250_000, Unit.PEOPLE, Interval.OBSERVED))));
        Golden.check("chart/estimates.svg", svg + "\n");
        assertThat(String.join(" ", texts(imageOf(svg))))
                .contains("20,900,000 people (19,500,000 to 22,300,000, 95%, Clopper–Pearson)")
                .contains("29,800,000 people (no interval stated)")
                .contains("250,000 people");
    }

    @Test
    void sharesStandBetweenNoughtAndOne() throws Exception {
        var svg = IntervalChart.svg(
                "shares",
                "Share restricted",
                "One share.",
                "share of Tier 3 country-years",
                Scale.UNIT,
                List.of(IntervalChart.Dot.of("Arcadía", figure(0, Unit.SHARE, between(0, 0.369)))));
        Golden.check("chart/shares.svg", svg + "\n");
        assertThat(texts(imageOf(svg)))
                .contains("0", "0.25", "1", "Arcadía: 0.000 (0.000 to 0.369, 95%, Clopper–Pearson)");
    }

    @Test
    void barsWithoutARecordAreNoDataAndNotZero() throws Exception {
        var svg = BarChart.svg(
                "certified",
                "Certified persons",
                "Arcadía leads among adults.",
                "people, fiscal year 2013",
                List.of("adults", "children"),
                List.of(
                        new BarChart.Group(
                                "Arcadía",
                                List.of(
                                        Optional.of(figure(406, Unit.PEOPLE, Interval.OBSERVED)),
                                        Optional.of(figure(0, Unit.PEOPLE, Interval.OBSERVED)))),
                        new BarChart.Group(
                                "Freedonia",
                                List.of(Optional.of(figure(12, Unit.PEOPLE, Interval.OBSERVED)), Optional.empty()))));
        Golden.check("chart/bars.svg", svg + "\n");
        assertThat(texts(imageOf(svg))).contains("406", "0", "12", "no data");
    }

    @Test
    void hostileNamesStayText() throws Exception {
        var name = "<script>alert('x')</script>\u202E\u0007\"&";
        var svg = TierMatrix.svg(
                "x\"><script>", name, name, List.of(2014), List.of(new TierMatrix.Row(name, marks("1"))));
        var image = imageOf(svg);
        assertThat(image.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(image)).contains("<script>alert('x')</script>\uFFFD\uFFFD\"&");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1.5,1.5",
        "-0.25,-0.25",
        "3.14159,3.14",
        "2.999,3",
        "1234567.1,1234567.1",
        "-0.001,0",
        "0.07,0.07"
    })
    void coordinatesHaveAtMostTwoDecimals(double value, String text) {
        assertThat(Svg.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR,0,406,0|100|200|300|400|500",
        "LINEAR,0,0,0|0.2|0.4|0.6|0.8|1",
        "LINEAR,-3,7,-4|-2|0|2|4|6|8",
        "UNIT,0.1,0.2,0|0.25|0.5|0.75|1",
        "LOGARITHMIC,900,2000000,'100|1,000|10,000|100,000|1 m|10 m'"
    })
    void axesCoverTheValuesWithRoundSteps(Scale scale, double low, double high, String expected) {
        var axis = scale.axis(low, high);
        assertThat(axis.low()).isLessThanOrEqualTo(low);
        assertThat(axis.high()).isGreaterThanOrEqualTo(high);
        assertThat(String.join("|", axis.ticks().stream().map(Scale.Tick::label).toList()))
                .isEqualTo(expected);
    }

    @Test
    void aLogarithmicAxisRefusesZero() {
        assertThatThrownBy(() -> Scale.LOGARITHMIC.axis(0, 10)).hasMessageContaining("cannot show");
    }

    private static Figure figure(double value, Unit unit, Interval interval) {
        return new Figure(
                value, unit, interval, Sample.one("invented"), Basis.SOURCED, List.of("tip-2014"), "evenhand victims");
    }

    private static Interval between(double low, double high) {
        return new Interval.Between(low, high, 0.95, "Clopper–Pearson");
    }

    private static List<Mark> marks(String... codes) {
        var marks = new ArrayList<Mark>();
        for (var code : codes) {
            marks.add(mark(code));
        }
        return marks;
    }

    private static Mark mark(String code) {
        if (code.isEmpty()) {
            return Mark.NO_DATA;
        }
        var basis = code.endsWith(" d") ? Basis.DERIVED : code.endsWith(" u") ? Basis.UNVERIFIED : Basis.SOURCED;
        return Mark.of(Standing.ofCode(code.split(" ", -1)[0]).orElseThrow(), basis);
    }

    /// Parses, and checks what every chart must have.
    private static Document imageOf(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        var root = document.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        for (var id : root.getAttribute("aria-labelledby").split(" ", -1)) {
            assertThat(svg).contains("id=\"" + id + "\"");
        }
        assertThat(((Element) root.getElementsByTagName("title").item(0)).getTextContent())
                .isNotBlank();
        assertThat(((Element) root.getElementsByTagName("desc").item(0)).getTextContent())
                .isNotBlank();
        return document;
    }

    private static List<String> texts(Document image) {
        var texts = new ArrayList<String>();
        var nodes = image.getElementsByTagName("text");
        for (var i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
