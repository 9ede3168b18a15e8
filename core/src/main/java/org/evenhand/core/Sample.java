package org.evenhand.core;

/// What a figure was computed from.
///
/// @param description for example "country-years on Tier 3, Latin America and the Caribbean, reports 2003-2025"
/// @param size how many units were used
/// @param leftOut how many were left out
/// @param reason why they were left out; empty when none were
public record Sample(String description, long size, long leftOut, String reason) {
    public Sample {
        if (size < 0 || leftOut < 0) {
            throw new IllegalArgumentException("a sample cannot be negative");
        }
        if (leftOut > 0 && reason.isBlank()) {
            throw new IllegalArgumentException(
                    "%d units left out of '%s' without a reason".formatted(leftOut, description));
        }
    }

    /// A single published record.
    public static Sample one(String description) {
        return new Sample(description, 1, 0, "");
    }

    public static Sample of(String description, long size) {
        return new Sample(description, size, 0, "");
    }
}
