package org.evenhand.core;

import java.util.Optional;

/// Where a report leaves a jurisdiction: on a [Tier], or [Unranked]. Every form has the code used in the data.
public sealed interface Standing permits Tier, Unranked {
    /// The code in data files and JSON: `1`, `2`, `2WL`, `3`, `SC`, `NR`.
    String code();

    /// The name in prose, for example "Tier 2 Watch List".
    String label();

    /// The standing with this code, if there is one.
    static Optional<Standing> ofCode(String code) {
        for (var tier : Tier.values()) {
            if (tier.code().equals(code)) {
                return Optional.of(tier);
            }
        }
        for (var unranked : Unranked.values()) {
            if (unranked.code().equals(code)) {
                return Optional.of(unranked);
            }
        }
        return Optional.empty();
    }
}
