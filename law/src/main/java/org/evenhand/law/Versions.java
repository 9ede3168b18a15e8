package org.evenhand.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.evenhand.core.BadData;
import org.evenhand.core.ReportYear;

/// Composes amendments into versions and checks that on every report year exactly one applies.
final class Versions {
    private Versions() {}

    /// Amendments with the same first year become one version; they must end together.
    static List<Version> compose(String rule, List<Amendment> amendments) {
        var byStart = new TreeMap<Integer, List<Amendment>>();
        amendments.stream()
                .sorted(Comparator.comparingInt(Amendment::number))
                .forEach(a -> byStart.computeIfAbsent(a.from(), _ -> new ArrayList<>())
                        .add(a));
        var versions = new ArrayList<Version>();
        byStart.forEach((from, together) -> {
            var first = together.getFirst();
            for (var other : together) {
                if (!other.to().equals(first.to())) {
                    throw new BadData(
                            "versions.csv: %s and %s start together and end apart".formatted(first, other),
                            "Give both the same last year, or a different first one.");
                }
            }
            versions.add(new Version(rule, from, first.to(), together));
        });
        return versions;
    }

    /// The report years in which a rule says that it is in force: spans such as `2010-2013;2019-`.
    static IntPredicate years(CsvTable.Row row) {
        IntPredicate years = _ -> false;
        for (var span : row.required("years").split(";")) {
            if (!span.matches("\\d{4}-(\\d{4})?")) {
                throw row.bad("years", row.get("years"), "spans such as 2010-2013;2019-");
            }
            int from = Integer.parseInt(span.substring(0, 4));
            int to = span.length() > 5 ? Integer.parseInt(span.substring(5)) : LawBook.HORIZON;
            years = years.or(y -> y >= from && y <= to);
        }
        return years;
    }

    static void check(String rule, IntPredicate inForce, List<Version> versions) {
        for (int year = ReportYear.FIRST; year <= LawBook.HORIZON; year++) {
            Version hit = null;
            for (var version : versions) {
                if (version.covers(year)) {
                    if (hit != null) {
                        throw several(versions, year);
                    }
                    hit = version;
                }
            }
            if (hit == null && inForce.test(year)) {
                throw new BadData(
                        "versions.csv: no version of %s on report year %d, in which rules.csv has it in force; there is %s"
                                .formatted(rule, year, versions.isEmpty() ? "none at all" : describe(versions)),
                        "Add the version, or correct the years.");
            }
            if (hit != null && !inForce.test(year)) {
                throw new BadData(
                        "versions.csv: %s applies on report year %d, in which rules.csv has %s not in force"
                                .formatted(hit.amendments().getFirst(), year, rule),
                        "End the version, or correct the years.");
            }
        }
    }

    private static BadData several(List<Version> versions, int year) {
        return new BadData(
                "versions.csv: on report year %d %s all apply"
                        .formatted(
                                year,
                                String.join(
                                        " and ",
                                        versions.stream()
                                                .filter(v -> v.covers(year))
                                                .flatMap(v -> v.amendments().stream())
                                                .map(Amendment::toString)
                                                .toList())),
                "Correct the years of one of them.");
    }

    private static String describe(List<Version> versions) {
        return String.join(
                ", ",
                versions.stream().map(v -> Version.years(v.from(), v.to())).toList());
    }
}
