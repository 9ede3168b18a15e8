package org.evenhand.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.clock.RecordedHistories;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Sample;
import org.evenhand.core.Standing;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.law.audit.AuditReport;
import org.evenhand.law.audit.Docket;
import org.evenhand.law.audit.Finding.MayBe;
import org.evenhand.law.audit.Run;

/// The audit of the recorded history as a document.
public final class AuditSheet {
    private static final String SOURCE = "tiers";

    private AuditSheet() {}

    /// Everything in the catalogue that an audit replays.
    public static Docket docket(Catalogue catalogue) {
        var histories = new TreeMap<String, org.evenhand.law.history.PlacementHistory>();
        var recorded = RecordedHistories.of(catalogue);
        catalogue.placements().countries().forEach(c -> histories.put(c, recorded.history(c)));
        var determinations = new ArrayList<Docket.Determination>();
        catalogue
                .table("determinations")
                .ifPresent(t -> t.rows()
                        .forEach(r -> determinations.add(new Docket.Determination(
                                r.text("iso3"),
                                ReportYear.of(r.integer("report_year")),
                                r.integer("fiscal_year"),
                                r.text("restrictions"),
                                r.optionalText("date").map(LocalDate::parse),
                                r.sources(),
                                r.basis()))));
        var downgrades = new ArrayList<Docket.Downgrade>();
        catalogue
                .table("automatic_downgrades")
                .ifPresent(t -> t.rows()
                        .forEach(r -> downgrades.add(new Docket.Downgrade(
                                r.text("iso3"),
                                ReportYear.of(r.integer("report_year")),
                                r.text("basis").equals("named"),
                                r.sources(),
                                r.basis()))));
        var listings = new ArrayList<Docket.Listing>();
        catalogue
                .table("child_soldiers")
                .ifPresent(t -> t.rows()
                        .forEach(r -> listings.add(new Docket.Listing(
                                r.text("iso3"),
                                ReportYear.of(r.integer("report_year")),
                                r.text("waiver"),
                                r.sources(),
                                r.basis()))));
        var released = new TreeMap<ReportYear, LocalDate>();
        catalogue
                .table("reports")
                .ifPresent(t -> t.rows()
                        .forEach(r -> r.optionalText("released")
                                .ifPresent(d ->
                                        released.put(ReportYear.of(r.integer("report_year")), LocalDate.parse(d)))));
        return new Docket(histories, determinations, downgrades, listings, released);
    }

    public static List<Section> of(Catalogue catalogue, AuditReport report, String command) {
        var sources = new TreeSet<String>();
        catalogue
                .placements()
                .countries()
                .forEach(c -> catalogue.placements().history(c).values().forEach(p -> sources.addAll(p.sources())));
        var passport = new Passport(List.copyOf(sources), command);
        return List.of(
                new Section("score", "How well the clock predicts", score(report, passport)),
                new Section(
                        "findings",
                        "What the mechanical rules cannot explain",
                        List.of(
                                new Block.Paragraph(
                                        Text.of("Each is a gap in the data, an error in them, or a departure from the"
                                                + " rule; where several are named the likelier stands first.")),
                                new Block.Tabular(findings(catalogue, report)))),
                new Section(
                        "runs", "Every run of watch-list years", List.of(new Block.Tabular(runs(catalogue, report)))),
                new Section("downgrades", "Automatic downgrades that were computed", computed(catalogue, report)),
                new Section("late", "Determinations after day 90", List.of(new Block.Tabular(late(report, passport)))));
    }

    private record Passport(List<String> sources, String command) {
        Figure count(long value, String what) {
            return Figure.observed(
                    value,
                    Unit.COUNT,
                    Sample.of(what, value),
                    Basis.DERIVED,
                    sources.isEmpty() ? List.of(SOURCE) : sources,
                    command);
        }
    }

    private static List<Block> score(AuditReport report, Passport passport) {
        var s = report.score();
        var rows = List.of(
                line(passport, s.tested(), "Runs that reached the report in which the clock closed the list"),
                line(passport, s.kept(), "of them ended there, as the clock said"),
                line(passport, s.leftOut(), "Runs left out: a placement or waiver in them was inferred from the limit"),
                line(passport, s.needed(), "Placements that needed a waiver, in reports whose waiver list is known"),
                line(passport, s.recorded(), "of them with a recorded waiver"),
                line(passport, s.unneeded(), "Waivers recorded although the clock asked for none"),
                line(passport, s.waiversLeftOut(), "Placements that needed a waiver, left out for either reason"),
                line(passport, report.findings().size(), "Records that the mechanical rules cannot explain"));
        return List.of(
                new Block.Tabular(new DataTable(
                        "law-score",
                        "The clock against the record",
                        List.of(Column.of("what", "What"), Column.of("count", "Count")),
                        rows,
                        "")),
                new Block.Note(
                        Text.of("The clock only says when the list is closed. A run that ends while the list is open"
                                + " tests nothing.")));
    }

    private static List<Cell> line(Passport passport, long count, String what) {
        return List.of(Cell.words(what), Cell.number(passport.count(count, what)));
    }

    private static DataTable findings(Catalogue catalogue, AuditReport report) {
        var rows = new ArrayList<List<Cell>>();
        for (var finding : report.findings()) {
            var sources = new TreeSet<String>();
            finding.facts().forEach(f -> sources.addAll(f.sources()));
            rows.add(List.of(
                    Cell.words(finding.kind().name().toLowerCase(java.util.Locale.ROOT)),
                    Cell.year(finding.year().value()),
                    Cell.words(finding.iso3()),
                    Cell.words(catalogue.countries().name(finding.iso3())),
                    Cell.words(finding.rule()),
                    Cell.words(finding.what()),
                    Cell.items(finding.mayBe().stream().map(MayBe::words).toList()),
                    Cell.items(finding.facts().stream()
                            .map(f -> f.key() + "=" + f.answer().text())
                            .toList()),
                    Cell.items(List.copyOf(sources))));
        }
        return new DataTable(
                "law-audit",
                "Records that the mechanical rules cannot explain",
                List.of(
                        Column.of("kind", "Kind"),
                        Column.of("year", "Report"),
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("rule", "Rule"),
                        Column.of("what", "What"),
                        Column.of("may_be", "May be"),
                        Column.machine("facts"),
                        Column.machine("sources")),
                rows,
                "");
    }

    private static DataTable runs(Catalogue catalogue, AuditReport report) {
        var rows = new ArrayList<List<Cell>>();
        for (var run : report.runs()) {
            rows.add(List.of(
                    Cell.words(run.iso3()),
                    Cell.words(catalogue.countries().name(run.iso3())),
                    Cell.year(run.first().value()),
                    Cell.year(run.last().value()),
                    year(run),
                    run.next().map(Standing::code).map(Cell::words).orElse(Cell.absent(Absence.NOT_RECORDED)),
                    Cell.words(run.result().words()),
                    Cell.items(
                            run.waiverYears().stream().map(ReportYear::toString).toList()),
                    Cell.items(
                            run.unrecorded().stream().map(ReportYear::toString).toList()),
                    Cell.flag(run.inferred())));
        }
        return new DataTable(
                "law-runs",
                "Runs of Tier 2 Watch List years: the clock's word and what happened",
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("first", "First"),
                        Column.of("last", "Last"),
                        Column.of("closed", "List closed in"),
                        Column.of("next", "Next tier"),
                        Column.of("result", "Result"),
                        Column.of("waiver_years", "Waiver needed"),
                        Column.of("unrecorded", "Not recorded"),
                        Column.of("inferred", "Inferred from the limit")),
                rows,
                "Inferred: a placement or waiver in the run was itself inferred from the limit; left out of the count above.");
    }

    private static Cell year(Run run) {
        return run.closed().<Cell>map(y -> Cell.year(y.value())).orElse(Cell.absent(Absence.NOT_APPLICABLE));
    }

    private static List<Block> computed(Catalogue catalogue, AuditReport report) {
        var rows = new ArrayList<List<Cell>>();
        for (var downgrade : report.computedDowngrades()) {
            rows.add(List.of(
                    Cell.words(downgrade.iso3()),
                    Cell.words(catalogue.countries().name(downgrade.iso3())),
                    Cell.year(downgrade.year().value()),
                    Cell.items(downgrade.sources())));
        }
        return List.of(
                new Block.Note(
                        Text.of("Computed from placements: two or more watch-list years just before Tier 3. That is a"
                                + " necessary condition only; the merits may have led there.")),
                new Block.Tabular(new DataTable(
                        "law-computed-downgrades",
                        "Computed rows of the table of automatic downgrades",
                        List.of(
                                Column.of("iso3", "ISO"),
                                Column.of("country", "Country"),
                                Column.of("year", "Report"),
                                Column.of("sources", "Sources")),
                        rows,
                        "")));
    }

    private static DataTable late(AuditReport report, Passport passport) {
        var rows = new ArrayList<List<Cell>>();
        for (var late : report.late()) {
            rows.add(List.of(
                    Cell.year(late.year().value()),
                    Cell.number(
                            passport.count(late.days(), "days from the release of the report to the determination")),
                    Cell.number(passport.count(late.countries(), "countries determined on that day"))));
        }
        return new DataTable(
                "law-late",
                "Determinations later than 90 days after the report",
                List.of(
                        Column.of("year", "Report"),
                        Column.of("days", "Days after"),
                        Column.of("countries", "Countries")),
                rows,
                "The law leaves lateness without a consequence (NO-1): a flag, never invalidity.");
    }
}
