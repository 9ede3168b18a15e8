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
import org.evenhand.statistics.decision.Measurement;
import org.evenhand.statistics.decision.Smaa2;
import org.evenhand.statistics.decision.WeightSpace;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.weighing.AcceptabilityTables;
import org.evenhand.weighing.NecessarySentences;
import org.evenhand.weighing.Preferences;

/// `evenhand sanctions weigh`: which values make which option the best.
public final class WeighDocument {
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
        var tables = new AcceptabilityTables(result, grounds, sample());
        return List.of(
                new Section("selection", "What this can and cannot say", List.of(Selection.note(), limits())),
                new Section(
                        "answer",
                        "The answer",
                        List.of(new Block.Bullets(
                                NecessarySentences.of(problem, space, wording(), grounds, sample())))),
                new Section("criteria", "Criteria", criteria),
                new Section("preferences", "Preferences stated", tables.preferences(preferences)),
                new Section("acceptability", "How often each option comes where", tables.all()));
    }

    private static Block limits() {
        return new Block.Note(Text.of("Criteria measure what would be withheld, not what it would achieve: no data say"
                + " what restrictions do. No weights are built in. A criterion without data is left open over its whole"
                + " scale for every option, not filled. The last two options differ in nothing that is measured. Which"
                + " programmes a partial waiver spares is not recorded: it withholds any part of each criterion."));
    }

    private NecessarySentences.Wording wording() {
        return new NecessarySentences.Wording(
                Weighing.WITH_ARTICLE,
                problem.criteria().stream()
                        .map(c -> Weighing.criterion(c.name()).label())
                        .toList(),
                "with every unknown share at its middle",
                "whatever the unknown shares are",
                "where the unknown shares are in its favour");
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
}
