package org.evenhand.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.evenhand.clock.TraceTree;
import org.evenhand.core.Standing;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.law.Answer;
import org.evenhand.law.Question;
import org.evenhand.law.Ruling;
import org.evenhand.law.Trace;
import org.evenhand.law.assessment.Assessment;
import org.evenhand.law.assessment.Verdict;
import org.evenhand.law.deadlines.Deadline;
import org.evenhand.law.deadlines.LawCalendar;
import org.evenhand.law.rules.Statute;
import org.evenhand.legal.CalendarListing;
import org.evenhand.legal.Explanation;

/// A verdict as a document.
public final class VerdictSheet {
    private VerdictSheet() {}

    /// The title of the document.
    ///
    /// @param country name of the country
    public static String title(String country, Verdict verdict) {
        return "%s, %s report: what the law makes of the assessment".formatted(country, verdict.year());
    }

    /// The sections of the document; deadlines run from the days that the assessment states.
    ///
    /// @param explain whether the traces are printed as trees
    public static List<Section> of(Statute statute, Assessment assessment, Verdict verdict, boolean explain) {
        var deadlines = new LawCalendar(statute).of(verdict.year(), days(assessment));
        var sections = new ArrayList<Section>();
        sections.add(new Section("result", "Result", result(verdict)));
        sections.add(new Section(
                "standards",
                "Standards, indicia and grounds",
                List.of(
                        new Block.Tabular(Explanation.rulings(family(verdict, "MS", "SC", "PR", "SE", "TP", "WL"))),
                        new Block.Tabular(answers(assessment)))));
        sections.add(new Section("clock", "The watch-list clock", clock(verdict)));
        sections.add(new Section("follows", "What follows", follows(assessment, verdict, deadlines)));
        sections.add(new Section("changes", "What would change the answer", changes(verdict)));
        sections.add(new Section("open", "What is missing", open(verdict)));
        if (explain) {
            sections.add(new Section(
                    "trace",
                    "Why",
                    List.of(new Block.Explanation("The placement", TraceTree.of(verdict.placement())))));
        }
        return sections;
    }

    /// The days that the assessment states and from which deadlines run.
    private static TreeMap<String, LocalDate> days(Assessment assessment) {
        var days = new TreeMap<String, LocalDate>();
        for (var key : List.of("report_date", "waiver_notice_date", "cspa_waiver_date")) {
            var finding = assessment.findings().get(key);
            if (finding != null && finding.answer() instanceof Answer.Day(var date)) {
                days.put(key, date);
            }
        }
        return days;
    }

    private static List<Block> result(Verdict verdict) {
        var blocks = new ArrayList<Block>();
        var placed = verdict.standing()
                .map(s -> "%s, route %s."
                        .formatted(s.label(), verdict.route().map(Enum::name).orElse("")))
                .orElse("The law does not decide this yet: %s. See what is missing below."
                        .formatted(
                                verdict.placement().ruling() instanceof Ruling.JudgementNeeded(var questions)
                                        ? "judgement needed on "
                                                + String.join(
                                                        ", ",
                                                        questions.stream()
                                                                .map(Question::key)
                                                                .toList())
                                        : "unknown, for want of " + String.join(", ", verdict.missing())));
        blocks.add(new Block.Paragraph(Text.of(placed)));
        if (verdict.placement().restsOnUnverified()) {
            blocks.add(new Block.Note(Text.of("Something that this rests on is unverified; the trace says what.")));
        }
        blocks.add(new Block.Note(
                Text.of("Paraphrase of the statute, not legal advice. The answers are the assessor's.")));
        return blocks;
    }

    private static List<Trace> family(Verdict verdict, String... families) {
        var wanted = List.of(families);
        return verdict.traces().values().stream()
                .filter(t -> wanted.contains(t.rule().family()))
                .toList();
    }

    private static DataTable answers(Assessment assessment) {
        var rows = new ArrayList<List<Cell>>();
        assessment
                .findings()
                .values()
                .forEach(f -> rows.add(List.of(
                        Cell.words(f.key()),
                        Cell.words(f.answer().text()),
                        Cell.words(
                                f.confidence().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                        Cell.items(f.sources()),
                        Cell.words(f.note()))));
        return new DataTable(
                "assessment-answers",
                "The assessor's answers",
                List.of(
                        Column.of("key", "Question"),
                        Column.of("answer", "Answer"),
                        Column.of("confidence", "Confidence"),
                        Column.of("references", "References"),
                        Column.of("note", "Note")),
                rows,
                "");
    }

    private static List<Block> clock(Verdict verdict) {
        var state = verdict.clock();
        var lines = new ArrayList<Text>();
        lines.add(Text.of(state.explanation()));
        lines.add(Text.of(
                verdict.grounds().isEmpty()
                        ? "No ground of the Watch List is met."
                        : "Grounds of the Watch List that are met: " + String.join(", ", verdict.grounds()) + "."));
        lines.add(Text.of(
                verdict.waiverOpen() ? "A waiver of the limit is open by law." : "No waiver of the limit is open."));
        state.paths()
                .forEach(p -> lines.add(Text.of("If nothing changes (%s): the list is closed in %s."
                        .formatted(
                                p.assumption(),
                                p.forced().map(y -> "report " + y).orElse("no report ahead")))));
        return List.of(new Block.Bullets(lines));
    }

    private static List<Block> follows(Assessment assessment, Verdict verdict, List<Deadline> deadlines) {
        var rows = new ArrayList<List<Cell>>();
        verdict.measures()
                .forEach(m -> rows.add(List.of(
                        Cell.words(m.id()),
                        Cell.words(m.restricts()),
                        Cell.words(m.excludes()),
                        Cell.words(m.decidedBy()),
                        Cell.flag(m.waivable()),
                        Cell.words(m.citation().text()),
                        Cell.flag(m.unverified()))));
        var blocks = new ArrayList<Block>();
        if (rows.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.of("No sanction measure follows from this result.")));
        } else {
            blocks.add(new Block.Tabular(new DataTable(
                    "law-measures",
                    "Measures that this result opens",
                    List.of(
                            Column.of("measure", "Measure"),
                            Column.of("restricts", "Restricts"),
                            Column.of("excludes", "Does not reach"),
                            Column.of("decided_by", "Decided by"),
                            Column.of("waivable", "Waivable"),
                            Column.of("citation", "Provision"),
                            Column.of("unverified", "Unverified")),
                    rows,
                    "")));
        }
        blocks.add(new Block.Tabular(CalendarListing.of(assessment.year(), deadlines)));
        blocks.add(new Block.Tabular(Explanation.rulings(family(verdict, "SR", "NO", "SA", "CS"))));
        return blocks;
    }

    private static List<Block> changes(Verdict verdict) {
        var rows = new ArrayList<List<Cell>>();
        for (var change : verdict.changes()) {
            rows.add(List.of(
                    Cell.words(change.to().code()),
                    Cell.words(direction(verdict, change.to())),
                    Cell.items(change.answers().entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .toList()),
                    Cell.flag(change.smallest())));
        }
        return List.of(new Block.Tabular(new DataTable(
                "assessment-changes",
                "The smallest sets of answers that lead to another tier",
                List.of(
                        Column.of("to", "To tier"),
                        Column.of("direction", "Direction"),
                        Column.of("answers", "Answers"),
                        Column.of("smallest", "Smallest")),
                rows,
                "Smallest: no smaller set leads there. Otherwise no answer of the set can be spared. A tier that is not listed"
                        + " cannot be reached by other answers.")));
    }

    private static String direction(Verdict verdict, Standing to) {
        if (verdict.standing().orElse(null) instanceof org.evenhand.core.Tier now
                && to instanceof org.evenhand.core.Tier then) {
            return then.severity() < now.severity() ? "up" : "down";
        }
        return "decides";
    }

    private static List<Block> open(Verdict verdict) {
        var rows = new ArrayList<List<Cell>>();
        verdict.missing()
                .forEach(m -> rows.add(List.of(
                        Cell.words("fact"), Cell.words(m), Cell.words(""), Cell.absent(Absence.NOT_APPLICABLE))));
        verdict.questions()
                .forEach(q -> rows.add(List.of(
                        Cell.words("judgement"), Cell.words(q.key()), Cell.words(q.text()), Cell.words(q.scale()))));
        return List.of(new Block.Tabular(new DataTable(
                "assessment-open",
                "Facts and judgements that bear on the tier and are not there",
                List.of(
                        Column.of("kind", "Kind"),
                        Column.of("key", "Key"),
                        Column.of("question", "Question"),
                        Column.of("scale", "Scale")),
                rows,
                "")));
    }
}
