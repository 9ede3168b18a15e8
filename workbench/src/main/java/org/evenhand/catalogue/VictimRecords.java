package org.evenhand.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// What is on record about victims: published estimates, the U.S. series, and the countries' roles.
public final class VictimRecords {
    private final List<Estimate> estimates;
    private final List<Certification> certifications;
    private final List<Role> roles;

    private VictimRecords(List<Estimate> estimates, List<Certification> certifications, List<Role> roles) {
        this.estimates = estimates;
        this.certifications = certifications;
        this.roles = roles;
    }

    public static VictimRecords of(Catalogue catalogue) {
        return catalogue.facts(VictimRecords.class, VictimRecords::load);
    }

    private static VictimRecords load(Catalogue catalogue) {
        var estimates = new ArrayList<Estimate>();
        catalogue.table("prevalence_estimates").ifPresent(table -> {
            for (var row : table.rows()) {
                estimates.add(new Estimate(
                        row.text("estimate_id"),
                        row.integer("reference_year"),
                        row.text("scope"),
                        row.text("measure"),
                        row.number("low"),
                        row.number("central"),
                        row.number("high"),
                        row.text("publisher"),
                        row.basis(),
                        row.sources()));
            }
        });
        estimates.sort(Comparator.comparingInt(Estimate::edition).thenComparing(Estimate::key));
        var certifications = new ArrayList<Certification>();
        catalogue.table("certified_victims").ifPresent(table -> {
            for (var row : table.rows()) {
                certifications.add(new Certification(
                        row.integer("fiscal_year"),
                        row.text("origin_iso3_or_name"),
                        row.optionalInteger("count"),
                        row.optionalInteger("adults"),
                        row.optionalInteger("minors"),
                        row.optionalInteger("rank"),
                        row.flag("suppressed_below_5").orElse(false),
                        row.text("measure"),
                        row.basis(),
                        row.sources()));
            }
        });
        var roles = new ArrayList<Role>();
        catalogue.table("roles").ifPresent(table -> {
            for (var row : table.rows()) {
                roles.add(new Role(
                        row.text("iso3"),
                        row.text("year"),
                        row.flag("is_source"),
                        row.flag("is_transit"),
                        row.flag("is_destination"),
                        row.flag("is_internal"),
                        row.basis(),
                        row.sources()));
            }
        });
        return new VictimRecords(estimates, certifications, roles);
    }

    /// All published estimates, by edition.
    public List<Estimate> estimates() {
        return Collections.unmodifiableList(estimates);
    }

    /// All rows of the U.S. series.
    public List<Certification> certifications() {
        return Collections.unmodifiableList(certifications);
    }

    /// One series of the U.S. rows, in the order of fiscal years.
    public List<Certification> certifications(String measure) {
        return certifications.stream()
                .filter(c -> c.measure().equals(measure))
                .sorted(Comparator.comparingInt(Certification::fiscalYear)
                        .thenComparing(c -> c.order().orElse(Integer.MAX_VALUE))
                        .thenComparing(Certification::origin))
                .toList();
    }

    /// All roles.
    public List<Role> roles() {
        return Collections.unmodifiableList(roles);
    }

    /// What each source says of a country in a year, the static ones included.
    public List<Role> roles(String iso3, int year) {
        String wanted = Integer.toString(year);
        return roles.stream()
                .filter(r -> r.iso3().equals(iso3)
                        && (r.year().equals(wanted) || r.year().equals("static")))
                .toList();
    }
}
