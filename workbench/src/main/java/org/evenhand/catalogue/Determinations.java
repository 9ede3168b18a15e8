package org.evenhand.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.evenhand.core.ReportYear;

/// All determinations, by report year and country. Several for one country and year stand side by side.
public final class Determinations {
    private final List<Determination> all;

    private Determinations(List<Determination> all) {
        this.all = all;
    }

    static Determinations load(Catalogue catalogue) {
        var all = new ArrayList<Determination>();
        catalogue.table("determinations").ifPresent(table -> {
            for (var row : table.rows()) {
                all.add(new Determination(
                        row.text("iso3"),
                        ReportYear.of(row.integer("report_year")),
                        row.integer("fiscal_year"),
                        Determination.Outcome.ofCode(row.text("restrictions")),
                        row.text("presidential_determination"),
                        row.optionalText("date").filter(d -> d.length() == 10).map(LocalDate::parse),
                        row.text("reason_or_scope"),
                        row.basis(),
                        row.sources()));
            }
        });
        all.sort(Comparator.comparing(Determination::year).thenComparing(Determination::iso3));
        return new Determinations(all);
    }

    public List<Determination> all() {
        return Collections.unmodifiableList(all);
    }

    /// Those that follow one report, in a region.
    public List<Determination> in(int year, Region region) {
        return all.stream()
                .filter(d -> d.year().value() == year && region.contains(d.iso3()))
                .toList();
    }

    /// Those of all years, in a region.
    public List<Determination> in(Region region) {
        return all.stream().filter(d -> region.contains(d.iso3())).toList();
    }

    public List<Determination> of(String iso3, int year) {
        return all.stream()
                .filter(d -> d.iso3().equals(iso3) && d.year().value() == year)
                .toList();
    }
}
