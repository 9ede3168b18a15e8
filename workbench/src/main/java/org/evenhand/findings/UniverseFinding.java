package org.evenhand.findings;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.influence.Finding;
import org.evenhand.influence.MeasureResult;
import org.evenhand.influence.MultiverseDocument;
import org.evenhand.influence.Universe;
import org.evenhand.influence.UniverseResult;

/// What the kept run of one whole universe says, to stand beside what the universe declares.
public final class UniverseFinding {
    private final Catalogue catalogue;
    private final Universe universe;
    private final String asked;
    private final KeptRun run;

    /// @param asked the universe as it was asked for: its name, or its file
    public UniverseFinding(Catalogue catalogue, Universe universe, String asked) {
        this.catalogue = catalogue;
        this.universe = universe;
        this.asked = asked;
        this.run = KeptRun.of(catalogue, universe);
    }

    /// The section. Where the run was one of another declaration or on other rows, it says so and shows no curve.
    public Section section() {
        var blocks = new ArrayList<Block>();
        switch (run) {
            case KeptRun.None _, KeptRun.OtherDeclaration _ -> blocks.add(note(why()));
            case KeptRun.OtherRows(var result) -> {
                blocks.add(note(why()));
                blocks.add(verdict(result));
                blocks.addAll(tables(result));
            }
            case KeptRun.WithoutCurve(var result, var _) -> {
                blocks.add(verdict(result));
                blocks.add(note(why()));
                blocks.addAll(tables(result));
            }
            case KeptRun.Whole(var kept, var finding) -> {
                blocks.add(new Block.Paragraph(
                        Text.of("Kept from a run of all that is declared; where it comes from stands at the end of this"
                                + " section.")));
                blocks.add(verdict(kept.result()));
                blocks.addAll(MultiverseDocument.curve(finding, kept.result().given()));
                blocks.addAll(tables(kept.result()));
                var failed = MultiverseDocument.withoutEstimate(finding);
                if (!failed.rows().isEmpty()) {
                    blocks.add(new Block.Tabular(failed));
                }
                blocks.add(new Block.Note(Text.of(from(finding, kept.result()))));
            }
        }
        return new Section("result", "What the whole universe says", blocks);
    }

    /// Every specification of the kept run.
    ///
    /// @throws NoAnswer if none is kept of this declaration and these rows
    public DataTable specifications() {
        if (run instanceof KeptRun.Whole(var _, var finding)) {
            return MultiverseDocument.specifications(finding);
        }
        throw new NoAnswer(why(), "Run `%s --specifications`.".formatted(again()));
    }

    /// Why there is no curve.
    private String why() {
        return switch (run) {
            case KeptRun.None(var why) -> why;
            case KeptRun.OtherDeclaration(var result) ->
                "What is kept under this name is the run of another declaration (SHA-256 %s), which says nothing of this one."
                        .formatted(result.checksum());
            case KeptRun.OtherRows _ ->
                "The tables that the kept run rests on are others now, for example because of your own. What it said of the"
                        + " former ones stands here without its curve and specifications.";
            case KeptRun.WithoutCurve(var _, var why) ->
                why + " So neither the curve nor its specifications are shown.";
            case KeptRun.Whole _ -> "";
        };
    }

    private Block note(String why) {
        return new Block.Note(Text.of("%s `%s` runs it.".formatted(why, again())));
    }

    private String again() {
        return "evenhand multiverse " + asked;
    }

    private static Block verdict(UniverseResult result) {
        return new Block.Paragraph(UniverseStatements.verdict(result));
    }

    private List<Block> tables(UniverseResult result) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Tabular(UniverseStatements.table(List.of(result))));
        var measures = measures(Kept.of(catalogue).measures(), result);
        if (!measures.rows().isEmpty()) {
            blocks.add(new Block.Tabular(measures));
        }
        return blocks;
    }

    private static String from(Finding finding, UniverseResult result) {
        return ("Kept, and not computed for this answer: `%s`. %s. It rests on the tables %s, whose rows had the SHA-256 %s; those in"
                        + " use have the same.")
                .formatted(
                        finding.command(),
                        MultiverseDocument.made(finding),
                        String.join(", ", result.tables()),
                        result.dataChecksum());
    }

    private static DataTable measures(List<MeasureResult> all, UniverseResult result) {
        var rows = new ArrayList<List<Cell>>();
        for (var m : all) {
            if (m.universe().equals(result.universe()) && m.region().equals(result.region())) {
                rows.add(List.of(
                        Cell.words(m.measure()),
                        Cell.words(m.title() + (m.turned() ? " (less of it)" : "")),
                        Cell.number(UniverseStatements.figure(m, m.estimated(), Unit.COUNT)),
                        Cell.number(UniverseStatements.figure(m, 100 * m.medianEffect(), Unit.PERCENTAGE_POINTS)),
                        Cell.number(UniverseStatements.figure(m, m.shareBetter(), Unit.SHARE)),
                        Cell.number(UniverseStatements.figure(m, m.shareWorse(), Unit.SHARE))));
            }
        }
        return new DataTable(
                "measures-tested",
                "By measure of the interest",
                List.of(
                        Column.machine("measure"),
                        Column.of("title", "Measure"),
                        Column.of("specifications", "Specifications"),
                        Column.of("median_effect", "Median effect"),
                        Column.of("share_better", "Interval above 0"),
                        Column.of("share_worse", "Interval below 0")),
                rows,
                "A description: a measure has no test of its own.");
    }
}
