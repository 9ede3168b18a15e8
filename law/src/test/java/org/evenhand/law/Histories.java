package org.evenhand.law;

import java.util.List;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.history.Placement;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.history.RecordedWaiver;

/// Short notation for records: `2009:2WL 2010:2WL 2011-2013:3 w2012 ?2014`.
public final class Histories {
    private Histories() {}

    public static PlacementHistory of(String iso3, String notation) {
        var placements = new TreeMap<ReportYear, Placement>();
        var waivers = new TreeMap<ReportYear, RecordedWaiver>();
        var unknown = new java.util.TreeSet<ReportYear>();
        for (var word : notation.strip().split("\\s+")) {
            if (word.isEmpty()) {
                continue;
            }
            if (word.startsWith("w")) {
                waivers.put(year(word.substring(1)), new RecordedWaiver(List.of("test"), Basis.SOURCED));
            } else if (word.startsWith("?")) {
                unknown.add(year(word.substring(1)));
            } else {
                var parts = word.split(":");
                var years = parts[0].split("-");
                int last = Integer.parseInt(years[years.length - 1]);
                for (int y = Integer.parseInt(years[0]); y <= last; y++) {
                    placements.put(
                            ReportYear.of(y),
                            new Placement(Standing.ofCode(parts[1]).orElseThrow(), List.of("test"), Basis.SOURCED));
                }
            }
        }
        return new PlacementHistory(iso3, placements, waivers, unknown);
    }

    private static ReportYear year(String text) {
        return ReportYear.of(Integer.parseInt(text));
    }
}
