package org.evenhand.law.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.law.Histories;
import org.evenhand.law.Interpretations;
import org.evenhand.law.RecordedData;
import org.evenhand.law.audit.Finding.MayBe;
import org.evenhand.law.audit.Run.Result;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.history.RecordedWaiver;
import org.evenhand.law.rules.Statute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTest {
    private static final Audit AUDIT = new Audit(Statute.load(), Interpretations.DEFAULT, Audit.FROM_LIMIT);

    private static AuditReport of(PlacementHistory... histories) {
        return of(List.of(), List.of(), List.of(), histories);
    }

    private static AuditReport of(
            List<Docket.Determination> determinations,
            List<Docket.Downgrade> downgrades,
            List<Docket.Listing> listings,
            PlacementHistory... histories) {
        var all = new TreeMap<String, PlacementHistory>();
        for (var history : histories) {
            all.put(history.iso3(), history);
        }
        var released = new TreeMap<ReportYear, LocalDate>();
        released.put(ReportYear.of(2018), LocalDate.of(2018, 6, 28));
        return AUDIT.of(new Docket(all, determinations, downgrades, listings, released));
    }

    private static List<String> lines(AuditReport report) {
        return report.findings().stream()
                .map(f -> "%s %s %s %s %s".formatted(f.kind(), f.year(), f.iso3(), f.rule(), f.mayBe()))
                .toList();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2012:2WL                       |
            2003:2WL                       | PLACEMENT 2003 XAA WL-3B [DATA_ERROR]
            2004:2WL                       |
            2002:SC                        | PLACEMENT 2002 XAA CV-2 [DATA_ERROR]
            2003:SC                        |
            2009-2013:2WL w2011 w2012      | PLACEMENT 2013 XAA WL-LIMIT [DEPARTURE, DATA_ERROR]
            2016-2018:2WL w2018 2019:3 2020-2021:2WL 2022:2 | DOWNGRADE 2019 XAA WL-LIMIT [DATA_GAP]; PLACEMENT 2021 XAA WL-REINSTATE [DATA_ERROR, DEPARTURE]; DETERMINATION 2019 XAA NO-1 [DATA_GAP]
            2009-2011:2WL                  | PLACEMENT 2011 XAA WL-WAIVER [DATA_GAP]
            2009-2011:2WL w2011            |
            2009:2 2010-2011:2WL w2011     | WAIVER 2011 XAA WL-WAIVER [DEPARTURE, DATA_ERROR]
            2010-2011:2WL w2011            | WAIVER 2011 XAA WL-WAIVER [DATA_ERROR, DEPARTURE]
            2009:2 2010:2WL 2011:2 w2011   | WAIVER 2011 XAA WL-WAIVER [DEPARTURE, DATA_ERROR]
            2009-2013:2WL w2011 w2012 w2013 | PLACEMENT 2013 XAA WL-LIMIT [DEPARTURE, DATA_ERROR]; WAIVER 2013 XAA WL-WAIVER [DEPARTURE, DATA_ERROR]
            2002:3                         |
            2003:3                         | DETERMINATION 2003 XAA NO-1 [DATA_GAP]
            """)
    void listsWhatTheRulesCannotExplain(String record, String expected) {
        var lines = lines(of(Histories.of("XAA", record)));
        assertThat(lines).containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split("; "));
    }

    @Test
    void aMissingWaiverIsAQuestionOnceTheListOfTheYearIsKnown() {
        var report = of(Histories.of("XAA", "2009-2011:2WL"), Histories.of("XAB", "2009-2011:2WL w2011"));
        assertThat(lines(report)).containsExactly("PLACEMENT 2011 XAA WL-WAIVER [DATA_GAP, DATA_ERROR, DEPARTURE]");
        assertThat(report.findings().getFirst().what()).contains("not among the waivers recorded");
        assertThat(report.findings().getFirst().facts())
                .extracting(f -> f.key())
                .contains("placement 2009");
        assertThat(report.score().needed()).isEqualTo(2);
        assertThat(report.score().recorded()).isEqualTo(1);
        assertThat(report.waivers()).isEqualTo(1);
        assertThat(report.placements()).isEqualTo(6);
    }

    @Test
    void factsThatAreNotSourcedMakeAnErrorTheLikelierReading() {
        var history = Histories.of("XAA", "2009-2013:2WL w2011 w2012");
        var weak = history.with(
                ReportYear.of(2010),
                new org.evenhand.law.history.Placement(
                        org.evenhand.core.Tier.WATCH_LIST, List.of("recall"), Basis.UNVERIFIED));
        assertThat(of(weak).findings().getFirst().mayBe()).containsExactly(MayBe.DATA_ERROR, MayBe.DEPARTURE);
    }

    @ParameterizedTest(name = "{0}: {1} years, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2009-2012:2WL 2013:3        | 4 | KEPT         | 2013 | 2011 2012
            2009-2012:2WL 2013:2        | 4 | KEPT         | 2013 | 2011 2012
            2009-2013:2WL               | 5 | BROKEN       | 2013 | 2011 2012
            2009-2012:2WL               | 4 | RUNNING      | none | 2011 2012
            2009-2011:2WL 2012:3        | 3 | ENDED_BEFORE | none | 2011
            2004-2008:2WL 2009:2        | 5 | ENDED_BEFORE | none |
            """)
    void comparesEveryRunWithTheClock(String record, int length, Result result, String closed, String waivers) {
        var run = of(Histories.of("XAA", record)).runs().getFirst();
        assertThat(run.length()).isEqualTo(length);
        assertThat(run.result()).isEqualTo(result);
        assertThat(run.closed().map(ReportYear::toString).orElse("none")).isEqualTo(closed);
        assertThat(String.join(
                        " ",
                        run.waiverYears().stream().map(ReportYear::toString).toList()))
                .isEqualTo(waivers == null ? "" : waivers);
        assertThat(run.unrecorded()).isEqualTo(run.waiverYears());
        assertThat(run.next().isPresent()).isEqualTo(result == Result.KEPT || result == Result.ENDED_BEFORE);
        assertThat(run.inferred()).isFalse();
    }

    @Test
    void findsEachRunOfARecord() {
        var runs = of(Histories.of("XAA", "2010-2011:2WL 2012:2 2013:2WL 2014:3 2015:2WL"))
                .runs();
        assertThat(runs)
                .extracting(r -> r.first() + "-" + r.last())
                .containsExactly("2010-2011", "2013-2013", "2015-2015");
    }

    @Test
    void recordsInferredFromTheLimitAreLeftOutOfTheCount() {
        var kept = Histories.of("XAA", "2009-2012:2WL 2013:3");
        var inferred = Histories.of("XAB", "2009-2012:2WL")
                .with(
                        ReportYear.of(2013),
                        new org.evenhand.law.history.Placement(
                                org.evenhand.core.Tier.TIER_2, List.of("derived-limit"), Basis.DERIVED));
        var broken = Histories.of("XAC", "2009-2013:2WL");
        var score = of(kept, inferred, broken).score();
        assertThat(score.tested()).isEqualTo(2);
        assertThat(score.kept()).isEqualTo(1);
        assertThat(score.leftOut()).isEqualTo(1);
        assertThat(score.waiversLeftOut()).isEqualTo(6);
    }

    @Test
    void aWaiverInferredFromTheLimitIsLeftOutToo() {
        var history = Histories.of("XAA", "2009-2011:2WL 2012:2 2013:2WL w2013");
        var waivers = new TreeMap<ReportYear, RecordedWaiver>();
        waivers.put(ReportYear.of(2011), new RecordedWaiver(List.of("derived-limit"), Basis.DERIVED));
        waivers.put(ReportYear.of(2012), new RecordedWaiver(List.of("derived-limit"), Basis.DERIVED));
        var own = new PlacementHistory("XAA", history.placements(), waivers);
        var report = of(own);
        assertThat(report.runs().getFirst().inferred()).isTrue();
        assertThat(report.score().unneeded()).isZero();
        assertThat(report.score().waiversLeftOut()).isEqualTo(1);
        assertThat(of(Histories.of("XAA", "2011:2WL w2011")).score().unneeded()).isEqualTo(1);
    }

    @Test
    void comparesAutomaticDowngradesBothWays() {
        var year = ReportYear.of(2013);
        var rows = List.of(
                new Docket.Downgrade("XAA", year, true, List.of("s"), Basis.SOURCED),
                new Docket.Downgrade("XAB", year, true, List.of("s"), Basis.SOURCED),
                new Docket.Downgrade("XAC", year, false, List.of("derived-limit"), Basis.DERIVED),
                new Docket.Downgrade("XAE", year, false, List.of("derived-limit"), Basis.DERIVED));
        var determined = new ArrayList<Docket.Determination>();
        for (var iso3 : List.of("XAA", "XAB", "XAC", "XAD", "XAE")) {
            determined.add(determination(iso3, 2013, 2014, "full", null));
        }
        var report = of(
                determined,
                rows,
                List.of(),
                Histories.of("XAA", "2011-2012:2WL 2013:3"),
                Histories.of("XAB", "2011:2 2012:2WL 2013:3"),
                Histories.of("XAC", "2011:2 2012:2 2013:3"),
                Histories.of("XAD", "2009-2012:2WL 2013:3"),
                Histories.of("XAE", "2009-2012:2WL 2013:3"));
        assertThat(lines(report).stream().filter(l -> l.startsWith("DOWN")))
                .containsExactly(
                        "DOWNGRADE 2013 XAB WL-LIMIT [DEPARTURE, DATA_ERROR]",
                        "DOWNGRADE 2013 XAC WL-LIMIT [DATA_ERROR]",
                        "DOWNGRADE 2013 XAD WL-LIMIT [DATA_GAP]");
        assertThat(report.computedDowngrades()).extracting(d -> d.iso3()).containsExactly("XAC", "XAE");
    }

    @Test
    void namesTheReturnRuleWhereItForcedTheMove() {
        var history = Histories.of("DZA", "2017-2019:2WL w2019 2020-2021:3 2022:2WL 2023:3");
        var limit = new Docket.Downgrade("DZA", ReportYear.of(2020), false, List.of("derived-limit"), Basis.DERIVED);
        var findings = of(List.of(), List.of(limit), List.of(), history).findings().stream()
                .filter(f -> f.kind() == Finding.Kind.DOWNGRADE)
                .toList();
        assertThat(findings).extracting(f -> f.year() + " " + f.rule()).containsExactly("2023 WL-REINSTATE");
        assertThat(findings.getFirst().what()).contains("the limit only");
        assertThat(findings.getFirst().facts())
                .extracting(f -> f.key())
                .contains("placement 2017", "placement 2020", "placement 2022");
    }

    @Test
    void aRunIsNotEndedByAReportThatIsNotKnown() {
        var longer = Histories.of("XAB", "2014-2017:2");
        var report = of(Histories.of("XAA", "2013-2016:2WL w2015 w2016 ?2017"), longer);
        assertThat(report.runs().getFirst().result()).isEqualTo(Result.RUNNING);
        assertThat(report.runs().getFirst().next()).isEmpty();
    }

    private static Docket.Determination determination(
            String iso3, int year, int fiscalYear, String outcome, @org.jspecify.annotations.Nullable String date) {
        return new Docket.Determination(
                iso3,
                ReportYear.of(year),
                fiscalYear,
                outcome,
                Optional.ofNullable(date).map(LocalDate::parse),
                List.of("s"),
                Basis.SOURCED);
    }

    @Test
    void comparesDeterminationsWithPlacements() {
        var report = of(
                List.of(
                        determination("XAA", 2018, 2019, "full", "2018-11-29"),
                        determination("XAB", 2018, 2019, "full", "2018-11-29"),
                        determination("XAC", 2018, 2018, "full", "2018-09-26"),
                        determination("XAD", 2018, 2019, "full", "2018-06-27"),
                        determination("XAE", 2002, 2003, "full", null),
                        determination("XZZ", 2018, 2019, "full", "2018-06-28")),
                List.of(),
                List.of(),
                Histories.of("XAA", "2018:3"),
                Histories.of("XAB", "2018:2"),
                Histories.of("XAC", "2018:3"),
                Histories.of("XAD", "2018:3"),
                Histories.of("XAE", "2002:3"),
                Histories.of("XAF", "2018:3"));
        assertThat(lines(report))
                .containsExactly(
                        "DETERMINATION 2002 XAE NO-1 [DATA_ERROR]",
                        "DETERMINATION 2018 XAB NO-1 [DATA_ERROR, DEPARTURE]",
                        "DETERMINATION 2018 XAC CA-6 [DATA_ERROR]",
                        "DETERMINATION 2018 XAD NO-1 [DATA_ERROR]",
                        "DETERMINATION 2018 XAF NO-1 [DATA_GAP, DATA_ERROR, DEPARTURE]",
                        "DETERMINATION 2018 XZZ NO-1 [DATA_ERROR, DEPARTURE]");
        assertThat(report.late()).containsExactly(new AuditReport.LateDetermination(ReportYear.of(2018), 154, 2));
        assertThat(report.determinations()).isEqualTo(6);
    }

    @Test
    void dayNinetyIsNotLate() {
        var report = of(
                List.of(determination("XAA", 2018, 2019, "full", "2018-09-26")),
                List.of(),
                List.of(),
                Histories.of("XAA", "2018:3"));
        assertThat(report.late()).isEmpty();
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2009 | none    | LISTING 2009 XAA CS-1 [DATA_ERROR]
            2018 | full    |
            2019 | full    | LISTING 2019 XAA CS-4 [DATA_GAP]
            2019 | partial | LISTING 2019 XAA CS-4 [DATA_GAP]
            2019 | none    |
            2019 | unknown |
            """)
    void comparesTheChildSoldiersLists(int year, String waiver, String expected) {
        var report = of(
                List.of(),
                List.of(),
                List.of(new Docket.Listing("XAA", ReportYear.of(year), waiver, List.of("s"), Basis.SOURCED)));
        assertThat(lines(report)).containsExactly(expected == null ? new String[0] : new String[] {expected});
    }

    @Test
    void theRecordItself() {
        var report = AUDIT.of(RecordedData.docket());
        assertThat(report.findings()).noneMatch(f -> f.kind() == Finding.Kind.WAIVER);
        assertThat(report.runs()).noneMatch(r -> r.result() == Result.BROKEN);
        assertThat(report.findings())
                .filteredOn(f -> f.rule().equals("WL-WAIVER") && f.mayBe().size() > 1)
                .extracting(f -> f.iso3() + " " + f.year())
                .containsExactly("LKA 2021", "TZA 2021", "VNM 2021");
        assertThat(report.score().kept()).isEqualTo(report.score().tested()).isPositive();
        assertThat(report.score().leftOut()).isPositive();
    }
}
