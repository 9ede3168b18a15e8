package org.evenhand.panel;

import java.util.Locale;

/// What a variable stands for in a model.
public enum Role {
    /// What the statute asks of the government.
    EVIDENCE,
    /// What the debate says may sway the report.
    INTEREST,
    /// What both may depend on.
    CONTROL;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
