package org.evenhand.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.benchmark.Calibrations;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Tier;
import org.evenhand.golden.Golden;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.InventedWorld;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.law.clock.Clock;
import org.evenhand.likeness.Starts;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoveTest {
    @TempDir
    private static Path folder;

    private static Catalogue invented;
    private static Panel panel;
    private static Catalogue shipped;

    @BeforeAll
    static void makesTheWorld() {
        invented = InventedWorld.make(folder, 9);
        panel = Panel.of(invented, Lags.DEFAULT);
        shipped = ShippedCatalogue.open();
    }

    /// Outputs on invented data, whole. The data's checksum moves with the tables that are shipped and is left out.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "why XAC",
                "why XAD 2010 2012",
                "like XAB 2010 --calliper 0.8",
                "moves --year 2012",
                "disparity --calliper 0.8",
                "divergence XAF",
                "never"
            })
    void printsOnInventedData(String command) {
        var run = new CommandLineRun.Place(folder, folder.resolve("catalogue"), folder.resolve("nobody"))
                .run(command.split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Golden.check(
                "move/" + command.replace(" --", "-").replace(' ', '-') + ".txt",
                run.out().replaceAll("[0-9a-f]{64}", "CHECKSUM"));
    }

    @Test
    void whatAWindowLacksIsNotMeasuredAndNeverUnchanged() {
        // The policy index of this world ends in 2013, so that report 2015 has none.
        var rows = new Change.Rows(panel);
        var change = Change.of(panel, rows, panel.need("policy_prosecution"), "XAB", 2014, 2015);
        assertThat(change.measured()).isFalse();
        assertThat(change.before()).isBetween(1.0, 5.0);
        assertThat(change.after()).isNaN();
        var run = new CommandLineRun.Place(folder, folder.resolve("catalogue"), folder.resolve("nobody"))
                .run("why", "XAB", "2014", "2015", "--format", "csv");
        assertThat(run.out().lines().filter(l -> l.contains("policy_prosecution")))
                .hasSize(1)
                .allMatch(l -> l.contains("not measured"))
                .noneMatch(l -> l.contains("unchanged"));
    }

    @Test
    void aChangeIsHeldAgainstThoseOfAllCountries() {
        var rows = new Change.Rows(panel);
        var variable = panel.need("control_of_corruption");
        var change = Change.of(panel, rows, variable, "XAB", 2010, 2011);
        var steps = rows.steps(panel.column(variable, 1), 1);
        // 48 countries, 13 steps between 14 reports each.
        assertThat(change.compared()).isEqualTo(48 * 13).isEqualTo(steps.length);
        double share = DoubleStream.of(steps)
                        .filter(s -> Math.abs(s) >= Math.abs(change.step()))
                        .count()
                / (double) steps.length;
        assertThat(change.atLeast()).isCloseTo(share, within(1e-9));
        assertThat(change.after() - change.before()).isCloseTo(change.step(), within(1e-12));
    }

    /// Routes by 22 U.S.C. 7107(b)(2)(D); placements as recorded in the table tiers.
    @ParameterizedTest(name = "{0} {1} to {2}: {3}")
    @CsvSource({
        "CUB,2014,2015,MERITS", // Tier 3 to Watch List
        "CUB,2018,2019,AUTOMATIC", // the fifth report in a row without the list open
        "MYS,2013,2014,AUTOMATIC", // after four years on the list
        "MYS,2014,2015,MERITS",
        "VEN,2013,2014,AUTOMATIC",
        "BGD,2019,2020,LIST_CLOSED", // three years on the list and its one waiver used; Tier 2 in 2020
        "SSD,2014,2015,WAIVER_END", // by waiver in 2014; only a computed row speaks of a downgrade
        "MHL,2014,2015,OPEN", // the limit was reached with waiver time left
        "HTI,2013,2014,WAIVER", // kept on the list by waiver
        "HTI,2009,2010,SPECIAL_CASE" // from the Watch List? a special case has no tier
    })
    void theLegalRouteFollowsTheClock(String iso3, int from, int to, LegalRoute.Kind expected) {
        assertThat(LegalRoute.of(shipped, Clock.load(), iso3, from, to).kind()).isEqualTo(expected);
    }

    @Test
    void whereACountryStartedDependsOnNoLaterReport() {
        var turned = InventedWorld.make(
                folder.resolve("turned"), 9, (who, tier) -> who.endsWith("2012") && !tier.equals("SC") ? "1" : tier);
        var one = new Starts(invented);
        var two = new Starts(turned);
        for (var iso3 : InventedWorld.codes()) {
            assertThat(two.of(iso3, 2012)).isEqualTo(one.of(iso3, 2012));
        }
    }

    @Test
    void theLatestChangeIsThatOfTheLastTwoReportsThatDiffer() {
        assertThat(WhyDocument.latest(shipped, "CUB")).containsExactly(2018, 2019);
        assertThatThrownBy(() -> WhyDocument.latest(shipped, "PRK"))
                .as("on Tier 3 in every report since 2003")
                .isInstanceOf(NoAnswer.class);
    }

    @Test
    void probabilitiesOfAMoveAreProbabilities() {
        var starts = new Starts(invented);
        var model = MoveModel.withEvidence(panel, starts);
        int moves = 0;
        int closed = 0;
        for (int i = 0; i < model.size(); i++) {
            var row = model.row(i);
            var e = model.expectation(row.iso3(), row.year()).orElseThrow();
            assertThat(e.worse() + e.better()).isLessThanOrEqualTo(1);
            assertThat(e.stay()).isBetween(0.0, 1.0);
            assertThat(e.before() == Tier.TIER_3 ? e.worse() : 0).isZero();
            assertThat(e.before() == Tier.TIER_1 ? e.better() : 0).isZero();
            assertThat(e.surprise()).isBetween(0.0, 1.0);
            if (starts.of(row.iso3(), row.year()).orElseThrow().watchList() == Starts.WatchList.CLOSED
                    && e.before() == Tier.WATCH_LIST) {
                assertThat(e.stay()).as("the list is closed").isCloseTo(0, within(1e-12));
                closed++;
            }
            moves += e.way() != 0 ? 1 : 0;
        }
        assertThat(moves).isGreaterThan(50);
        assertThat(closed).isPositive();
    }

    /// Of all moves shipped, as they are said of countries that the fit has not seen: a slope of 1 and an intercept
    /// of 0 lie in the intervals, which are narrow enough to tell a slope of 0.7 from it.
    @Test
    void theProbabilitiesOfMovesHoldForCountriesThatTheFitHasNotSeen() {
        var model = MoveModel.withEvidence(Panel.of(shipped, Lags.DEFAULT), new Starts(shipped));
        var made = MoveCalibration.calibrations(model);
        assertThat(Calibrations.read(made.text())).as("kept between runs").contains(made);
        var lines = made.byCountry().lines();
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(line.holds()).isTrue();
            assertThat(line.slopeLow()).isGreaterThan(0.7);
        });
    }

    /// What would be said of a country does not look at its own report.
    @Test
    void anExpectationDoesNotDependOnTheCountrysOwnTiers() {
        var turned = InventedWorld.make(
                folder.resolve("own"), 9, (who, tier) -> who.equals("XAB 2012") && !tier.equals("SC") ? "1" : tier);
        var own = MoveModel.withEvidence(panel, new Starts(invented))
                .expectation("XAB", 2012)
                .orElseThrow();
        var other = MoveModel.withEvidence(Panel.of(turned, Lags.DEFAULT), new Starts(turned))
                .expectation("XAB", 2012)
                .orElseThrow();
        assertThat(other.after()).isEqualTo(Tier.TIER_1).isNotEqualTo(own.after());
        assertThat(other.distribution()).isEqualTo(own.distribution());
    }

    /// The United Nations estimates the migrant stock every five years, so that reports 2018 and 2019, which look at
    /// 2017 and 2018, rest on the estimate of 2015 alike. That is one measurement, not two that agree.
    @Test
    void oneMeasurementCarriedIntoTwoWindowsIsNotCalledUnchanged() {
        var shippedPanel = Panel.of(shipped, Lags.DEFAULT);
        var stock = shippedPanel.need("ln1p_us_foreign_born_stock");
        var rows = new Change.Rows(shippedPanel);
        assertThat(rows.value(shippedPanel.column(stock, 1), "CUB", 2019))
                .isEqualTo(rows.value(shippedPanel.column(stock, 1), "CUB", 2018))
                .isPositive();
        assertThat(Change.of(shippedPanel, rows, stock, "CUB", 2018, 2019).measured())
                .isFalse();
        var years = Change.of(shippedPanel, rows, stock, "CUB", 2011, 2016);
        assertThat(years.measured()).isTrue();
        assertThat(years.step()).isPositive();
    }

    /// Of Eritrea the data know only that it was a party to the Trafficking Protocol by 20 April 2024, not since
    /// when.
    @Test
    void aTreatyKnownOnlyByALaterDayIsNotCalledNewlyRatified() {
        var shippedPanel = Panel.of(shipped, Lags.DEFAULT);
        var protocol = shippedPanel.need("ratified_trafficking_protocol");
        var rows = new Change.Rows(shippedPanel);
        assertThat(Change.of(shippedPanel, rows, protocol, "ERI", 2024, 2025).measured())
                .isFalse();
        // Bangladesh acceded on 12 September 2019.
        var change = Change.of(shippedPanel, rows, protocol, "BGD", 2019, 2020);
        assertThat(change.measured()).isTrue();
        assertThat(change.step()).isEqualTo(1);
    }

    @Test
    void aValueLeadsBackToTheRowsItWasReadIn() {
        var shippedPanel = Panel.of(shipped, Lags.DEFAULT);
        var trail = new Trail(shipped);
        assertThat(trail.sources(shippedPanel.need("control_of_corruption"), "CUB", 2014, 1))
                .containsExactly("wgi_2024");
        assertThat(trail.sources(shippedPanel.need("policy_overall"), "CUB", 2014, 1))
                .containsExactly("cho3p_heiss");
        assertThat(trail.sources(shippedPanel.need("policy_overall"), "CUB", 2016, 1))
                .isEmpty();
        assertThat(trail.sources(shippedPanel.need("criminalised"), "AFG", 2009, 1))
                .containsExactly("crim_kelley");
    }

    @Test
    void theBenchmarksMoveIsTheDifferenceOfItsExpectations() {
        var benchmarks = new Benchmarks(invented, panel, Benchmarks.NOWHERE);
        var specification =
                new org.evenhand.benchmark.Specification(org.evenhand.benchmark.EvidenceSet.INDEPENDENT, false);
        var model = (org.evenhand.benchmark.Benchmark.Trained.Model) benchmarks.leavingOut(specification, "XAG");
        var benchmark = benchmarks.of(specification);
        var two = benchmark.predict(model, r -> r.iso3().equals("XAG") && (r.year() == 2010 || r.year() == 2012));
        var change = benchmark.change(model, "XAG", 2010, 2012).orElseThrow();
        assertThat(change.value())
                .isCloseTo(two.get(1).severity().value() - two.get(0).severity().value(), within(1e-12));
        assertThat(change.low()).isLessThan(change.value());
    }
}
