package org.evenhand.move;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.evenhand.catalogue.Placements;
import org.evenhand.core.Tier;
import org.evenhand.likeness.Starts;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelRow;
import org.evenhand.panel.Variable;

/// The placements that moves are learned from: those with a tier in two reports in a row and every measure of the
/// evidence.
final class MoveRows {
    private static final int FIRST = 2005;

    /// A country's tier is on record from the 2001 report, so that every row can look back this far.
    private static final int LOOK_BACK = 4;

    /// A row.
    ///
    /// @param kept for how many reports up to the one before the tier has stood, at most [#LOOK_BACK]
    private record Case(PanelRow row, Starts.Start start, int kept, double[] evidence) {}

    private final List<Case> cases;
    private final List<Variable> variables;
    private final Map<String, Integer> fold = new HashMap<>();

    private MoveRows(List<Case> cases, List<Variable> variables) {
        this.cases = cases;
        this.variables = variables;
        for (var code : new TreeSet<>(cases.stream().map(c -> c.row().iso3()).toList())) {
            fold.put(code, fold.size() % MoveModel.FOLDS);
        }
    }

    static MoveRows of(Panel panel, Starts starts, List<Variable> variables) {
        var columns = variables.stream()
                .map(v -> panel.column(v, panel.lags().of(v.role())))
                .toList();
        var cases = new ArrayList<Case>();
        for (int i = 0; i < panel.rows().size(); i++) {
            var row = panel.rows().get(i);
            if (row.year() < FIRST
                    || !(row.standing() instanceof Tier)
                    || row.iso3().equals(Placements.JUDGE)) {
                continue;
            }
            var evidence = new double[columns.size()];
            boolean whole = true;
            for (int j = 0; j < evidence.length; j++) {
                evidence[j] = columns.get(j)[i];
                whole &= !Double.isNaN(evidence[j]);
            }
            if (whole) {
                starts.of(row.iso3(), row.year())
                        .ifPresent(s -> cases.add(new Case(row, s, kept(starts, row, s.before()), evidence)));
            }
        }
        return new MoveRows(List.copyOf(cases), List.copyOf(variables));
    }

    private static int kept(Starts starts, PanelRow row, Tier before) {
        int kept = 1;
        while (kept < LOOK_BACK
                && starts.before(row.iso3(), row.year() - kept)
                        .filter(before::equals)
                        .isPresent()) {
            kept++;
        }
        return kept;
    }

    List<Variable> variables() {
        return variables;
    }

    int size() {
        return cases.size();
    }

    PanelRow row(int i) {
        return cases.get(i).row();
    }

    Tier before(int i) {
        return cases.get(i).start().before();
    }

    Tier tier(int i) {
        return (Tier) row(i).standing();
    }

    /// 1 to a worse tier, -1 to a better one, 0 none.
    int way(int i) {
        return Integer.signum(tier(i).severity() - before(i).severity());
    }

    /// Which tenth of the countries it is in.
    int fold(int i) {
        return fold.getOrDefault(row(i).iso3(), 0);
    }

    /// On the Watch List when the limit or the return rule closed it (22 U.S.C. 7107(b)(2)(D)).
    boolean cannotStay(int i) {
        return before(i) == Tier.WATCH_LIST && cases.get(i).start().watchList() == Starts.WatchList.CLOSED;
    }

    /// The tiers before but one, the yardstick; for a move to a better tier also whether staying was impossible.
    List<double[]> startColumns(int way) {
        return way > 0
                ? List.of(before(Tier.TIER_2), before(Tier.WATCH_LIST))
                : List.of(before(Tier.WATCH_LIST), before(Tier.TIER_3), column(i -> cannotStay(i) ? 1 : 0));
    }

    /// Whether the Watch List was open by waiver only; for how long the tier had stood, for each tier; the evidence.
    List<double[]> shrunkColumns(int way, boolean history) {
        var columns = new ArrayList<double[]>();
        columns.add(column(i -> cases.get(i).start().watchList() == Starts.WatchList.BY_WAIVER ? 1 : 0));
        if (history) {
            for (var tier : Tier.values()) {
                if (tier != (way > 0 ? Tier.TIER_3 : Tier.TIER_1)) {
                    columns.add(column(
                            i -> before(i) == tier ? Math.log(cases.get(i).kept()) : 0));
                }
            }
        }
        for (int j = 0; j < variables.size(); j++) {
            int measure = j;
            columns.add(column(i -> cases.get(i).evidence()[measure]));
        }
        return columns;
    }

    private double[] before(Tier tier) {
        return column(i -> before(i) == tier ? 1 : 0);
    }

    private double[] column(IntToDoubleFunction value) {
        var column = new double[cases.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.applyAsDouble(i);
        }
        return column;
    }
}
