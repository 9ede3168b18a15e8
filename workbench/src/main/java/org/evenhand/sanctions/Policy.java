package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Determination;

/// A rule that decides for each country on Tier 3.
public sealed interface Policy {
    /// Its name, as printed.
    String name();

    /// What it decides, and why.
    ///
    /// @param recorded what was determined, where that is on record
    Verdict decide(Facts facts, String iso3, int report, Optional<Determination> recorded);

    /// A decision with its reason.
    ///
    /// @param decision what is decided
    /// @param reason which rule decided
    /// @param undecided conditions that could not be judged for want of data
    record Verdict(Decision decision, String reason, List<String> undecided) {
        public Verdict {
            undecided = List.copyOf(undecided);
        }

        static Verdict of(Decision decision, String reason) {
            return new Verdict(decision, reason, List.of());
        }
    }

    /// Everybody on Tier 3 is restricted, whatever came after the report.
    record AllTier3() implements Policy {
        @Override
        public String name() {
            return "all-tier-3";
        }

        @Override
        public Verdict decide(Facts facts, String iso3, int report, Optional<Determination> recorded) {
            return Verdict.of(Decision.RESTRICT, "on Tier 3");
        }
    }

    /// Nobody is waived; a government found to comply after the report is not restricted (22 U.S.C.
    /// 7107(d)(3)).
    record NoWaivers() implements Policy {
        @Override
        public String name() {
            return "no-waivers";
        }

        @Override
        public Verdict decide(Facts facts, String iso3, int report, Optional<Determination> recorded) {
            return recorded.filter(d -> d.outcome() == Determination.Outcome.COMPLIANCE_CHANGE)
                    .map(_ -> Verdict.of(Decision.COMPLIED, "found to comply after the report"))
                    .orElse(Verdict.of(Decision.RESTRICT, "on Tier 3, no waiver"));
        }
    }

    /// What was decided.
    record AsWaived() implements Policy {
        @Override
        public String name() {
            return "as-waived";
        }

        @Override
        public Verdict decide(Facts facts, String iso3, int report, Optional<Determination> recorded) {
            return recorded.map(d ->
                            Verdict.of(Decision.of(d.outcome()), d.outcome().label()))
                    .orElse(Verdict.of(Decision.NOT_RECORDED, "no determination in the data"));
        }
    }

    /// A user's own rules, the first that holds deciding.
    ///
    /// @param name its name
    /// @param rules in order
    /// @param otherwise what holds for a country that no rule applies to
    record Written(String name, List<Rule> rules, Decision otherwise) implements Policy {
        public Written {
            rules = List.copyOf(rules);
        }

        @Override
        public Verdict decide(Facts facts, String iso3, int report, Optional<Determination> recorded) {
            var undecided = new ArrayList<String>();
            for (var rule : rules) {
                switch (rule.holds(facts, iso3, report)) {
                    case YES -> {
                        return new Verdict(rule.decide(), rule.words(), undecided);
                    }
                    case NO -> {}
                    case UNKNOWN -> undecided.add(rule.words());
                }
            }
            return new Verdict(otherwise, "otherwise", undecided);
        }
    }

    /// One rule: all conditions must hold. A rule that cannot be judged does not apply, and is named.
    ///
    /// @param decide what it decides
    /// @param conditions at least one
    /// @param words the rule as written
    record Rule(Decision decide, List<Condition> conditions, String words) {
        public Rule {
            conditions = List.copyOf(conditions);
        }

        Condition.Truth holds(Facts facts, String iso3, int report) {
            var truth = Condition.Truth.YES;
            for (var condition : conditions) {
                switch (condition.holds(facts, iso3, report)) {
                    case NO -> {
                        return Condition.Truth.NO;
                    }
                    case UNKNOWN -> truth = Condition.Truth.UNKNOWN;
                    case YES -> {}
                }
            }
            return truth;
        }
    }
}
