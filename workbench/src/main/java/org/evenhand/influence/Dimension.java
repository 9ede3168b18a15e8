package org.evenhand.influence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A choice that a universe must make, and its options.
public enum Dimension {
    /// `tiers` (1 < 2 < 2WL < 3), `merged` (2 and 2WL as one), `tier3` (Tier 3 or not); for waivers
    /// `full_waiver` or `any_waiver` against restrictions.
    OUTCOME(List.of("tiers", "merged", "tier3", "full_waiver", "any_waiver")),
    /// `published`, or `as_watch_list`: automatic downgrades as the Watch List that the law closed.
    DOWNGRADES(List.of("published", "as_watch_list")),
    /// Evidence sets joined by `+`, or `none`.
    EVIDENCE(List.of()),
    /// A variable of the panel.
    INTEREST(List.of()),
    /// Years that the interest is taken before the report.
    LAG(List.of("0", "1", "2", "3")),
    /// `none`, `economy`, `region`, joined by `+`.
    CONTROLS(List.of("none", "economy", "region", "economy+region")),
    /// `all`, or a region as on the command line.
    SAMPLE(List.of()),
    /// Report years, for example `2004-2025`.
    PERIOD(List.of()),
    /// `drop` incomplete rows, or `indicator`: the mean and a column that says so, for evidence and controls only.
    MISSING(List.of("drop", "indicator")),
    /// `none`, `trend`, `dummies` by report year, or `moving_thresholds` by administration.
    YEAR(List.of("none", "trend", "dummies", "moving_thresholds")),
    /// `total`, `within` (deviations from the country's mean, the mean held) or `between` (the mean).
    VARIATION(List.of("total", "within", "between")),
    LINK(List.of("logit", "probit", "cloglog")),
    /// `likelihood`, or `firth` for two outcomes.
    ESTIMATOR(List.of("likelihood", "firth"));

    private final List<String> options;

    Dimension(List<String> options) {
        this.options = options;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The possible options; empty where any text may be one. Outcomes are those of placements or of determinations,
    /// and no automatic downgrade changes a determination.
    ///
    /// @param waivers whether rows are determinations
    List<String> options(boolean waivers) {
        return switch (this) {
            case OUTCOME -> waivers ? List.of("full_waiver", "any_waiver") : List.of("tiers", "merged", "tier3");
            case DOWNGRADES -> waivers ? List.of("published") : options;
            default -> options;
        };
    }

    static Optional<Dimension> ofKey(String key) {
        return Arrays.stream(values()).filter(d -> d.key().equals(key)).findFirst();
    }
}
