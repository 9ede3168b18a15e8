package org.evenhand.law;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A rule as it stood over a span of report years: the amendments that started together, composed into
/// one.
///
/// @param rule the rule
/// @param from first report year governed
/// @param to last report year governed; empty while in force
/// @param amendments what made this version, in order of their numbers, at least one
public record Version(String rule, int from, OptionalInt to, List<Amendment> amendments) {
    public Version {
        amendments = List.copyOf(amendments);
        if (amendments.isEmpty()) {
            throw new IllegalArgumentException("a version of %s without an amendment".formatted(rule));
        }
    }

    public boolean covers(int year) {
        return year >= from && (to.isEmpty() || year <= to.getAsInt());
    }

    /// Whether any part of it was not verified.
    public boolean unverified() {
        return amendments.stream().anyMatch(Amendment::unverified);
    }

    /// Acts and sections, for example `P.L. 115-254 (section unverified) and P.L. 115-427 §2(1)`.
    public String source() {
        return amendments.stream().map(Amendment::source).collect(Collectors.joining(" and "));
    }

    /// For example `2009-2018` or `2019-`.
    public String years() {
        return years(from, to);
    }

    static String years(int from, OptionalInt to) {
        return to.isPresent() ? from + "-" + to.getAsInt() : from + "-";
    }
}
