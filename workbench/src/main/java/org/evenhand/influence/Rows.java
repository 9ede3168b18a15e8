package org.evenhand.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Determination;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Tier;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelRow;
import org.evenhand.panel.Role;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.multiverse.Blocks;
import org.jspecify.annotations.Nullable;

/// The rows that specifications choose from, with their columns: placements with a tier, or Tier 3 placements
/// with the determination that followed.
final class Rows {
    /// The Watch List exists from this report on.
    static final int FIRST_YEAR = 2004;

    final Panel panel;
    final Catalogue catalogue;
    /// Positions in the panel.
    final int[] at;
    /// Outcome as the universe's rows have it: severity 0 to 3, or 0 full, 1 partial, 2 full waiver.
    final double[] outcome;
    final int[] block;
    final Blocks blocks;
    private final Map<String, double[]> columns = new ConcurrentHashMap<>();
    private final Map<String, Double> steps;
    private @Nullable UnaryOperator<String> donor;

    private Rows(Rows other, double[] outcome) {
        this.panel = other.panel;
        this.catalogue = other.catalogue;
        this.at = other.at;
        this.outcome = outcome;
        this.block = other.block;
        this.blocks = other.blocks;
        this.columns.putAll(other.columns);
        this.steps = other.steps;
    }

    private Rows(Panel panel, Catalogue catalogue, List<Integer> positions, List<Double> outcomes) {
        this.panel = panel;
        this.catalogue = catalogue;
        this.steps = new ConcurrentHashMap<>();
        this.at = positions.stream().mapToInt(i -> i).toArray();
        this.outcome = outcomes.stream().mapToDouble(v -> v).toArray();
        var number = new TreeMap<String, Integer>();
        var strata = new ArrayList<String>();
        for (int i : at) {
            var row = panel.rows().get(i);
            if (number.putIfAbsent(row.iso3(), number.size()) == null) {
                strata.add(row.region());
            }
        }
        // Rows come by country code, so numbers follow the order of codes.
        this.blocks = new Blocks(List.copyOf(number.keySet()), strata);
        this.block = new int[at.length];
        for (int i = 0; i < at.length; i++) {
            block[i] = number.getOrDefault(panel.rows().get(at[i]).iso3(), -1);
        }
    }

    /// Placements with a tier from the report of 2004 on, among those wanted.
    static Rows placements(Catalogue catalogue, Panel panel, Predicate<PanelRow> wanted) {
        var positions = new ArrayList<Integer>();
        var outcomes = new ArrayList<Double>();
        for (int i = 0; i < panel.rows().size(); i++) {
            var row = panel.rows().get(i);
            if (row.standing() instanceof Tier tier && row.year() >= FIRST_YEAR && wanted.test(row)) {
                positions.add(i);
                outcomes.add((double) tier.severity());
            }
        }
        return new Rows(panel, catalogue, positions, outcomes);
    }

    /// Tier 3 placements with one determination of restrictions or waiver.
    static Rows determinations(Catalogue catalogue, Panel panel, Predicate<PanelRow> wanted) {
        var found = new TreeMap<String, Double>();
        for (var d : catalogue.determinations().all()) {
            double outcome = switch (d.outcome()) {
                case FULL, RESTRICTED_SCOPE_UNSEEN -> 0;
                case PARTIAL_WAIVER -> 1;
                case FULL_WAIVER -> 2;
                case COMPLIANCE_CHANGE -> Double.NaN;
            };
            found.put(key(d), outcome);
        }
        var positions = new ArrayList<Integer>();
        var outcomes = new ArrayList<Double>();
        for (int i = 0; i < panel.rows().size(); i++) {
            var row = panel.rows().get(i);
            double outcome = found.getOrDefault(row.iso3() + row.year(), Double.NaN);
            if (row.standing() == Tier.TIER_3 && !Double.isNaN(outcome) && wanted.test(row)) {
                positions.add(i);
                outcomes.add(outcome);
            }
        }
        return new Rows(panel, catalogue, positions, outcomes);
    }

    private static String key(Determination d) {
        return d.iso3() + d.year().value();
    }

    PanelRow row(int i) {
        return panel.rows().get(at[i]);
    }

    /// A variable's values at the rows.
    double[] column(Variable variable, int lag) {
        return columns.computeIfAbsent(variable.key() + "@" + lag, _ -> {
            var from = donor;
            if (from != null && variable.role() == Role.INTEREST) {
                return IntStream.range(0, at.length)
                        .mapToDouble(i -> panel.value(variable, from.apply(row(i).iso3()), row(i).year(), lag))
                        .toArray();
            }
            var whole = panel.column(variable, lag);
            var own = new double[at.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = whole[at[i]];
            }
            return own;
        });
    }

    /// The same rows with the interests of other countries: country `iso3` has the whole series of
    /// `donor.apply(iso3)`, year by year. Evidence, controls and outcome stay.
    Rows withInterestsOf(UnaryOperator<String> donor) {
        var swapped = new Rows(this, outcome);
        for (var variable : panel.variables()) {
            if (variable.role() == Role.INTEREST) {
                for (int lag = 0; lag <= 3; lag++) {
                    swapped.columns.remove(variable.key() + "@" + lag);
                }
            }
        }
        swapped.donor = donor;
        return swapped;
    }

    /// The same rows with another outcome.
    Rows withOutcome(double[] other) {
        var changed = new Rows(this, other.clone());
        changed.donor = donor;
        return changed;
    }

    /// One unit of the common scale: the standard deviation over all recorded rows of the whole panel with a tier.
    double step(Variable variable, int lag) {
        return steps.computeIfAbsent(variable.key() + "@" + lag, _ -> {
            var whole = panel.column(variable, lag);
            var severity = panel.severity();
            double n = 0;
            double mean = 0;
            double squares = 0;
            for (int i = 0; i < whole.length; i++) {
                if (!Double.isNaN(whole[i]) && !Double.isNaN(severity[i])) {
                    n++;
                    double delta = whole[i] - mean;
                    mean += delta / n;
                    squares += delta * (whole[i] - mean);
                }
            }
            return Math.sqrt(squares / (n - 1));
        });
    }

    /// The variables of an option of evidence: sets joined by `+`, or `none`.
    ///
    /// @throws BadRequest if a set does not exist
    List<Variable> evidenceOf(String option) {
        return evidence(panel, option);
    }

    /// The same of any panel.
    static List<Variable> evidence(Panel panel, String option) {
        var found = new ArrayList<Variable>();
        for (var set : option.equals("none") ? new String[0] : option.split("\\+")) {
            var variables = panel.variables().stream()
                    .filter(v -> v.role() == Role.EVIDENCE && v.set().equals(set))
                    .toList();
            if (variables.isEmpty()) {
                throw new BadRequest(
                        "There is no evidence set '%s'.".formatted(set),
                        "Use one that `evenhand panel --codebook` lists under role evidence.");
            }
            variables.stream().filter(v -> usable(v, variables)).forEach(found::add);
        }
        return found;
    }

    /// A sum beside its parts says nothing new: the 3P index enters by its parts, the treaties by their count.
    private static boolean usable(Variable variable, List<Variable> set) {
        return switch (variable.set()) {
            case "policy_index" -> !variable.key().equals("policy_overall");
            case "treaties" ->
                variable.key().equals("ratified_count")
                        || variable.key().equals("ratified_trafficking_protocol")
                        || set.size() == 1;
            default -> true;
        };
    }

    /// The variables of an option of controls; regions are made from the rows.
    List<Variable> controlsOf(String option) {
        return option.contains("economy")
                ? List.of(panel.need("ln_gdp_per_capita"), panel.need("ln_population"))
                : List.of();
    }
}
