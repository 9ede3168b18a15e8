package org.evenhand.account;

import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Placement;
import org.evenhand.catalogue.Region;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.law.clock.Clock;
import org.evenhand.statistics.exact.ClopperPearson;

/// What every section is written for.
///
/// @param catalogue the facts
/// @param clock the law's clock
/// @param region the countries
/// @param year the report
/// @param explain whether reasoning trees are part of the answer
/// @param command the command that asked, for the passports
record Setting(Catalogue catalogue, Clock clock, Region region, ReportYear year, boolean explain, String command) {
    private static final double LEVEL = 0.95;

    String name(String iso3) {
        return catalogue.countries().name(iso3);
    }

    Optional<Placement> placement(String iso3, int report) {
        return catalogue.placements().of(iso3, report);
    }

    Cell placed(String iso3, int report) {
        return placement(iso3, report)
                .<Cell>map(p -> new Cell.Placed(p.standing(), p.basis(), p.sources()))
                .orElse(Cell.absent(Absence.NOT_RECORDED));
    }

    /// A count over rows of the record.
    Figure count(long value, Unit unit, String sample, long size, Evidence evidence) {
        return Figure.observed(value, unit, Sample.of(sample, size), evidence.basis(), evidence.sources(), command);
    }

    /// A share with its exact interval (Clopper and Pearson 1934).
    Figure share(long successes, long trials, String sample, Evidence evidence) {
        var exact = ClopperPearson.interval(successes, trials, LEVEL);
        return new Figure(
                (double) successes / trials,
                Unit.SHARE,
                new Interval.Between(exact.low(), exact.high(), LEVEL, "Clopper–Pearson"),
                Sample.of(sample, trials),
                evidence.basis(),
                evidence.sources(),
                command);
    }

    /// A published or recorded value.
    Figure recorded(double value, Unit unit, String what, Basis basis, List<String> sources) {
        return Figure.observed(value, unit, Sample.one(what), basis, sources, command);
    }
}
