package org.evenhand.law.rules;

/// How a jurisdiction came to its tier.
public enum Route {
    /// On the merits.
    MERITS,
    /// Tier 3 by the two-year limit.
    LIMIT,
    /// Watch List by waiver of the limit.
    WAIVED,
    /// Tier 3 by the return rule.
    REINSTATE,
    /// Tier 3 because a government policy or pattern stands as proof.
    PATTERN,
    /// A special case: no tier.
    SPECIAL
}
