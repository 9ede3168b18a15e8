package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Region;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Grounds;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.statistics.decision.Acceptability;
import org.evenhand.statistics.decision.DecisionProblem;
import org.evenhand.statistics.decision.Estimate;
import org.evenhand.statistics.decision.Measurement;
import org.evenhand.statistics.decision.NecessaryWeight;
import org.evenhand.statistics.decision.Smaa2;
import org.evenhand.statistics.decision.WeightSpace;
import org.evenhand.statistics.tasks.Executor;

/// `evenhand sanctions weigh`: which values make which option the best.
public final class WeighDocument {
    /// A least weight below this rounds to none in print.
    private static final double LEAST_WORTH_SAYING = 0.0005;

    private final Region region;
    private final int year;
    private final Grounds grounds;
    private final List<AidSplit> aid;
    private final DecisionProblem problem;
    private final WeightSpace space;
    private final Preferences preferences;
    private final Acceptability result;

    private WeighDocument(
            Region region,
            int year,
            Grounds grounds,
            List<AidSplit> aid,
            Preferences preferences,
            Smaa2 smaa,
            Executor executor) {
        this.region = region;
        this.year = year;
        this.grounds = grounds;
        this.aid = aid;
        this.preferences = preferences;
        this.problem = Weighing.of(aid);
        this.space = preferences.over(problem.criterionNames());
        this.result = smaa.analyse(problem, space, executor);
    }

    /// Weighs the options for the countries of `region` on Tier 3 in the report of `year`.
    ///
    /// @throws NoAnswer if none was, or no aid is recorded for any of them
    public static Document of(
            Catalogue catalogue,
            Region region,
            int year,
            Preferences preferences,
            Smaa2 smaa,
            Executor executor,
            Provenance provenance) {
        var cases = WhatIf.of(catalogue, region, year, new Policy.AsWaived()).cases();
        if (cases.isEmpty()) {
            throw new NoAnswer(
                    "%s had nobody on Tier 3 in the report of %d in the data, or that report is before %d."
                            .formatted(region.label(), year, Ledger.FIRST_REPORT),
                    "Ask for a country and report with a Tier 3 placement; `evenhand tiers` lists them.");
        }
        var aid = cases.stream().flatMap(c -> c.aid().stream()).toList();
        if (aid.isEmpty()) {
            throw new NoAnswer(
                    "No aid is recorded for %s in fiscal year %d, and every criterion with data rests on it."
                            .formatted(region.label(), year),
                    "Ask for another year; aid is recorded from 2000 to 2024.");
        }
        var grounds = new Grounds(provenance.command());
        for (var c : cases) {
            grounds.add(c.entry().placement().basis(), c.entry().placement().sources());
            c.aid().ifPresent(a -> grounds.add(a.basis(), a.sources()));
        }
        var weigh = new WeighDocument(region, year, grounds, aid, preferences, smaa, executor);
        return Documents.of(
                catalogue,
                "sanctions-weigh",
                "Weighing the options: %s, report %d".formatted(region.label(), year),
                "%d on Tier 3; which values make which option the best".formatted(cases.size()),
                weigh.sections(cases.size() - aid.size()),
                provenance);
    }

    private List<Section> sections(int withoutAid) {
        var criteria = new ArrayList<Block>(List.of(new Block.Tabular(criteria())));
        if (withoutAid > 0) {
            criteria.add(new Block.Note(Text.of("Countries without aid on record are not in the amounts.")));
        }
        return List.of(
                new Section("selection", "What this can and cannot say", List.of(Selection.note(), limits())),
                new Section("answer", "The answer", List.of(new Block.Bullets(necessary()))),
                new Section("criteria", "Criteria", criteria),
                new Section("preferences", "Preferences stated", stated()),
                new Section(
                        "acceptability",
                        "How often each option comes where",
                        List.of(
                                new Block.Tabular(ranks()),
                                new Block.Tabular(centralWeights()),
                                new Block.Tabular(pairs()))));
    }

    private static Block limits() {
        return new Block.Note(Text.of("Criteria measure what would be withheld, not what it would achieve: no data say"
                + " what restrictions do. No weights are built in. A criterion without data is left open over its whole"
                + " scale for every option, not filled. The last two options differ in nothing that is measured. Which"
                + " programmes a partial waiver spares is not recorded: it withholds any part of each criterion."));
    }

    /// "For this option to be best one must give a criterion at least … of the weight."
    private List<Text> necessary() {
        var items = new ArrayList<Text>();
        for (int option = 0; option < problem.options().size(); option++) {
            var favourable = NecessaryWeight.of(
                    problem, space, option, NecessaryWeight.At.FAVOURABLE, NecessaryWeight.Open.SET_ASIDE);
            var stated = NecessaryWeight.of(
                    problem, space, option, NecessaryWeight.At.STATED, NecessaryWeight.Open.SET_ASIDE);
            int before = items.size();
            for (int k = 0; k < stated.size(); k++) {
                if (stated.get(k) instanceof NecessaryWeight.Between middle
                        && favourable.get(k) instanceof NecessaryWeight.Between wide
                        && middle.least() > LEAST_WORTH_SAYING) {
                    items.add(sentence(option, k, wide.least(), middle.least()));
                }
            }
            if (items.size() == before) {
                items.add(Text.of(withoutLeast(option, stated.getFirst(), favourable.getFirst())));
            }
        }
        items.add(Text.of(setAside()));
        return items;
    }

    private Text sentence(int option, int k, double least, double middle) {
        var text = Text.build()
                .words("For %s to be best one must give %s at least "
                        .formatted(
                                Weighing.WITH_ARTICLE.get(option),
                                Weighing.criterion(problem.criteria().get(k).name())
                                        .label()))
                .figure(grounds.figure(middle, Unit.SHARE, sample()))
                .words(" of the weight with every unknown share at its middle");
        if (least > LEAST_WORTH_SAYING) {
            text.words(", and at least ")
                    .figure(grounds.figure(least, Unit.SHARE, sample()))
                    .words(" whatever the unknown shares are.");
        } else {
            text.words("; none where the unknown shares are in its favour.");
        }
        return text.done();
    }

    private String withoutLeast(int option, NecessaryWeight stated, NecessaryWeight favourable) {
        String name = capital(Weighing.WITH_ARTICLE.get(option));
        return switch (stated) {
            case NecessaryWeight.Between _ ->
                "%s: best, or level with the best, with some weights; no single criterion must have any."
                        .formatted(name);
            case NecessaryWeight.Never _ ->
                favourable instanceof NecessaryWeight.Never
                        ? "%s: no weights make it best, whatever the unknown shares are.".formatted(name)
                        : "%s: no weights make it best with every unknown share at its middle; some do where the shares are in its favour."
                                .formatted(name);
        };
    }

    /// The criteria that the sentences leave out.
    private String setAside() {
        var names = new ArrayList<String>();
        for (int k = 0; k < problem.criteria().size(); k++) {
            if (problem.tellsNothing(k)) {
                names.add(Weighing.criterion(problem.criteria().get(k).name()).label()
                        + (problem.open(k) ? " (no data)" : " (nothing at stake)"));
            }
        }
        return names.isEmpty()
                ? "All criteria tell the options apart."
                : "Set aside in these sentences, because they tell no options apart: %s. Below they count."
                        .formatted(String.join(", ", names));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private DataTable criteria() {
        var rows = new ArrayList<List<Cell>>();
        for (int k = 0; k < problem.criteria().size(); k++) {
            var criterion = Weighing.criterion(problem.criteria().get(k).name());
            boolean open = problem.open(k);
            var stake = criterion.stake(aid);
            var cells = new ArrayList<Cell>(List.of(
                    Cell.words(criterion.key()),
                    Cell.words(criterion.label()),
                    Cell.words(
                            open && !criterion.words().startsWith("no data")
                                    ? "no data for this year: " + criterion.words()
                                    : criterion.words()),
                    stake.<Cell>map(s -> Cell.number(stake(s))).orElse(Cell.absent(Absence.NOT_MEASURED))));
            for (int option = 0; option < 3; option++) {
                Optional<Measurement> m = problem.measurements().get(option).get(k);
                cells.add(m.<Cell>map(x -> Cell.number(withheld(x))).orElse(Cell.absent(Absence.NOT_MEASURED)));
            }
            cells.add(open ? Cell.absent(Absence.NOT_APPLICABLE) : Cell.items(grounds.sources()));
            rows.add(cells);
        }
        return new DataTable(
                "criteria",
                "What each option withholds, as a share of what can be withheld",
                List.of(
                        Column.of("criterion", "Key"),
                        Column.of("label", "Criterion"),
                        Column.of("measures", "Measures"),
                        Column.of("at_stake_usd_current", "The whole, FY%d (current US$)".formatted(year)),
                        Column.of("full_restrictions", "Full restrictions"),
                        Column.of("partial_waiver", "Partial waiver"),
                        Column.of("full_waiver", "Full waiver, or engagement"),
                        Column.machine("sources")),
                rows,
                "A weight is worth the swing from nothing to the whole. Intervals are bounds; a value is the middle.");
    }

    private Figure stake(WeighedCriterion.Stake s) {
        return s.least() == s.most()
                ? grounds.dollars(s.most(), Unit.USD_CURRENT, sample())
                : grounds.between(
                        (s.least() + s.most()) / 200.0,
                        Unit.USD_CURRENT,
                        new Interval.Between(s.least() / 100.0, s.most() / 100.0, Double.NaN, "bounds of the split"),
                        sample());
    }

    private Figure withheld(Measurement x) {
        return x.low() == x.high()
                ? grounds.figure(x.mean(), Unit.SHARE, sample())
                : grounds.between(
                        x.mean(),
                        Unit.SHARE,
                        new Interval.Between(x.low(), x.high(), Double.NaN, "not recorded"),
                        sample());
    }

    private Sample sample() {
        return Sample.of(
                "aid of fiscal year %d, Tier 3 in %s, report %d".formatted(year, region.label(), year), aid.size());
    }

    private List<Block> stated() {
        if (preferences.statements().isEmpty()) {
            return List.of(new Block.Paragraph(Text.of(
                    "None: all weights that add to one count alike. State some with --prefer or --preferences.")));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var range : space.ranges()) {
            rows.add(List.of(
                    Cell.words(range.criterion()),
                    Cell.number(grounds.figure(range.low(), Unit.SHARE, sample())),
                    Cell.number(grounds.figure(range.high(), Unit.SHARE, sample()))));
        }
        return List.of(
                new Block.Bullets(preferences.statements().stream()
                        .map(s -> Text.of(s.words()))
                        .toList()),
                new Block.Tabular(new DataTable(
                        "weights-left",
                        "What that leaves to each weight",
                        List.of(
                                Column.of("criterion", "Criterion"),
                                Column.of("least", "Least"),
                                Column.of("most", "Most")),
                        rows,
                        "")));
    }

    private DataTable ranks() {
        var columns = new ArrayList<Column>(List.of(Column.of("option", "Option")));
        int m = problem.options().size();
        for (int r = 1; r <= m; r++) {
            columns.add(Column.of("rank_" + r, "Rank " + r));
        }
        columns.add(Column.of("confidence", "Confidence factor"));
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < m; i++) {
            var cells = new ArrayList<Cell>(List.of(Cell.words(problem.options().get(i))));
            for (int r = 0; r < m; r++) {
                cells.add(Cell.number(estimate(result.rank(i, r))));
            }
            cells.add(result.confidence(i)
                    .<Cell>map(c -> Cell.number(estimate(c)))
                    .orElse(Cell.absent(Absence.NOT_APPLICABLE)));
            rows.add(cells);
        }
        return new DataTable(
                "rank-acceptability",
                "Share of weights and amounts with which an option takes a rank",
                columns,
                rows,
                "SMAA-2 (Lahdelma and Salminen 2001), %,d draws; weights: %s. The interval is twice the Monte Carlo error. Options that tie share the better rank. Confidence factor: how often the option is best with its own central weights."
                        .formatted(result.draws(), result.sampling()));
    }

    private DataTable centralWeights() {
        var columns = new ArrayList<Column>(List.of(Column.of("option", "Option")));
        problem.criteria().forEach(c -> columns.add(Column.of(c.name(), c.name())));
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < problem.options().size(); i++) {
            var cells = new ArrayList<Cell>(List.of(Cell.words(problem.options().get(i))));
            var central = result.centralWeights(i);
            for (int k = 0; k < problem.criteria().size(); k++) {
                int at = k;
                cells.add(central.<Cell>map(w -> Cell.number(estimate(w.get(at))))
                        .orElse(Cell.absent(Absence.NOT_APPLICABLE)));
            }
            rows.add(cells);
        }
        return new DataTable(
                "central-weights",
                "Central weights: the mean weights with which an option is best",
                columns,
                rows,
                "Without data: %s.".formatted(String.join(", ", result.openCriteria())));
    }

    private DataTable pairs() {
        var columns = new ArrayList<Column>(List.of(Column.of("option", "Better than …")));
        for (int j = 0; j < problem.options().size(); j++) {
            columns.add(Column.of("over_" + (j + 1), problem.options().get(j)));
        }
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < problem.options().size(); i++) {
            var cells = new ArrayList<Cell>(List.of(Cell.words(problem.options().get(i))));
            for (int j = 0; j < problem.options().size(); j++) {
                cells.add(i == j ? Cell.absent(Absence.NOT_APPLICABLE) : Cell.number(estimate(result.beats(i, j))));
            }
            rows.add(cells);
        }
        return new DataTable("pairwise-winning", "Pairwise winning indices", columns, rows, "");
    }

    private Figure estimate(Estimate e) {
        return grounds.between(
                e.value(),
                Unit.PROBABILITY,
                new Interval.Between(
                        Math.max(0, e.value() - 2 * e.error()),
                        Math.min(1, e.value() + 2 * e.error()),
                        Double.NaN,
                        "twice the Monte Carlo error"),
                sample());
    }
}
