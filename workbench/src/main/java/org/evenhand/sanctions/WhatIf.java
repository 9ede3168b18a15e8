package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Region;

/// What a policy would decide for each country on Tier 3 of one report, and what that touches.
///
/// The amounts are those of the fiscal year of the report's own number, the last one known when the decision
/// falls: the aid of the year that the decision governs already bears the decision that was taken.
final class WhatIf {
    private final List<Case> cases;

    private WhatIf(List<Case> cases) {
        this.cases = List.copyOf(cases);
    }

    /// One country.
    ///
    /// @param entry the placement and what is recorded
    /// @param verdict what the policy decides
    /// @param recorded what was decided
    /// @param aid aid of the fiscal year of the report's number
    record Case(LedgerEntry entry, Policy.Verdict verdict, Decision recorded, Optional<AidSplit> aid) {
        long least() {
            return aid.map(a -> verdict.decision().least(a.least())).orElse(0L);
        }

        long most() {
            return aid.map(a -> verdict.decision().most(a.most())).orElse(0L);
        }
    }

    /// Sums over cases, in cents; `total = humanitarian + narcotics + caught + undetermined + difference`.
    ///
    /// @param countries how many
    /// @param withoutAid how many have no aid on record
    /// @param least the least that is withheld
    /// @param most the most that is withheld
    record Sums(
            int countries,
            int withoutAid,
            long total,
            long humanitarian,
            long narcotics,
            long caught,
            long undetermined,
            long difference,
            long least,
            long most) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        static Sums of(Case c) {
            return c.aid()
                    .map(a -> new Sums(
                            1,
                            0,
                            a.total(),
                            a.humanitarian(),
                            a.narcotics(),
                            a.caught(),
                            a.undetermined(),
                            a.difference(),
                            c.least(),
                            c.most()))
                    .orElse(new Sums(1, 1, 0, 0, 0, 0, 0, 0, 0, 0));
        }

        Sums plus(Sums o) {
            return new Sums(
                    countries + o.countries,
                    withoutAid + o.withoutAid,
                    Math.addExact(total, o.total),
                    Math.addExact(humanitarian, o.humanitarian),
                    Math.addExact(narcotics, o.narcotics),
                    Math.addExact(caught, o.caught),
                    Math.addExact(undetermined, o.undetermined),
                    Math.addExact(difference, o.difference),
                    Math.addExact(least, o.least),
                    Math.addExact(most, o.most));
        }
    }

    /// Applies `policy` to the report of `year` in `region`.
    static WhatIf of(Catalogue catalogue, Region region, int year, Policy policy) {
        var facts = new Facts(catalogue);
        var cases = new ArrayList<Case>();
        String last = "";
        for (var entry : Ledger.of(catalogue).entries(region, year, year)) {
            // Determinations that contradict each other give several entries; the country is decided on once.
            if (!entry.iso3().equals(last)) {
                last = entry.iso3();
                var recorded =
                        entry.determination().map(d -> Decision.of(d.outcome())).orElse(Decision.NOT_RECORDED);
                cases.add(new Case(
                        entry,
                        policy.decide(facts, entry.iso3(), year, entry.determination()),
                        recorded,
                        AidSplit.of(catalogue, entry.iso3(), year)));
            }
        }
        return new WhatIf(cases);
    }

    List<Case> cases() {
        return cases;
    }

    /// Sums by what the policy decides; decisions that fall on nobody are left out.
    Map<Decision, Sums> byDecision() {
        var sums = new EnumMap<Decision, Sums>(Decision.class);
        for (var c : cases) {
            sums.merge(c.verdict().decision(), Sums.of(c), Sums::plus);
        }
        return sums;
    }

    /// Sums by whatever `view` says of a case, in order.
    SortedMap<String, Sums> by(Function<Case, String> view) {
        var sums = new TreeMap<String, Sums>();
        for (var c : cases) {
            sums.merge(view.apply(c), Sums.of(c), Sums::plus);
        }
        return sums;
    }

    Sums all() {
        return cases.stream().map(Sums::of).reduce(Sums.NONE, Sums::plus);
    }
}
