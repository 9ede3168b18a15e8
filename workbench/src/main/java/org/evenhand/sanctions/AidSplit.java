package org.evenhand.sanctions;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Interests;
import org.evenhand.core.Basis;

/// A country's aid of one fiscal year, split as far as the data go into what 22 U.S.C. 7102(10) catches and
/// what it exempts. All amounts in cents of current dollars.
///
/// `total = humanitarian + narcotics + caught + undetermined + difference` holds to the cent.
///
/// - Exempt: refugee, disaster and food lines; narcotics lines (the international narcotics control chapter
///   outright, other narcotics aid after notice to Congress).
/// - Caught: military lines less all narcotics lines, since it is not recorded how much of those is counted
///   as military. Military lines are read as assistance under the Foreign Assistance Act or the Arms Export
///   Control Act.
/// - Undetermined: the rest of the economic lines. What went through non-governmental organisations, was
///   trade-related or stood under another act is exempt, and is not recorded.
/// - Difference: between the publisher of the total and that of the lines; shown, not spread.
///
/// @param iso3 the country
/// @param fiscalYear U.S. fiscal year
/// @param kind how far the data split the total
/// @param total all obligations
/// @param humanitarian exempt as humanitarian
/// @param narcotics exempt as narcotics control
/// @param caught caught by the definition
/// @param undetermined either
/// @param difference total less the sum of the lines
/// @param military all military lines, of which `caught` is the least part that is not narcotics
/// @param constant the total in constant dollars, in cents; empty where not recorded
/// @param basis weakest basis
/// @param sources source keys
record AidSplit(
        String iso3,
        int fiscalYear,
        Kind kind,
        long total,
        long humanitarian,
        long narcotics,
        long caught,
        long undetermined,
        long difference,
        long military,
        OptionalLong constant,
        Basis basis,
        List<String> sources) {
    AidSplit {
        sources = List.copyOf(sources);
        if (total != humanitarian + narcotics + caught + undetermined + difference) {
            throw new IllegalArgumentException("%s FY%d: the parts do not add up".formatted(iso3, fiscalYear));
        }
    }

    enum Kind {
        /// The lines are recorded.
        SPLIT("split"),
        /// The lines are not recorded: all of it may be caught, or none.
        NOT_SPLIT("no lines recorded"),
        /// De-obligations make a line, or what is left of the total, negative: the lines cannot bound
        /// anything.
        DE_OBLIGATED("de-obligations");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// The split of a country's aid; empty where no total is recorded, which is not zero.
    static Optional<AidSplit> of(Catalogue catalogue, String iso3, int fiscalYear) {
        var interests = Interests.of(catalogue);
        var total = value(interests, "total_obligations_usd", iso3, fiscalYear);
        if (total.isEmpty()) {
            return Optional.empty();
        }
        var constant = value(interests, "total_obligations_constant_usd", iso3, fiscalYear);
        return Optional.of(split(
                iso3,
                fiscalYear,
                cents(total.get().value()),
                line(interests, "economic_usd", iso3, fiscalYear),
                line(interests, "military_usd", iso3, fiscalYear),
                line(interests, "humanitarian_usd", iso3, fiscalYear),
                line(interests, "narcotics_usd", iso3, fiscalYear),
                constant.map(c -> OptionalLong.of(cents(c.value()))).orElse(OptionalLong.empty()),
                total.get().basis(),
                total.get().sources()));
    }

    /// The split of a total by its lines, all in cents.
    static AidSplit split(
            String iso3,
            int fiscalYear,
            long total,
            OptionalLong economic,
            OptionalLong military,
            OptionalLong humanitarian,
            OptionalLong narcotics,
            OptionalLong constant,
            Basis basis,
            List<String> sources) {
        if (economic.isEmpty() || military.isEmpty() || humanitarian.isEmpty() || narcotics.isEmpty()) {
            return whole(iso3, fiscalYear, Kind.NOT_SPLIT, total, constant, basis, sources);
        }
        long h = humanitarian.getAsLong();
        long n = narcotics.getAsLong();
        long caught = Math.max(0, military.getAsLong() - n);
        long undetermined = economic.getAsLong() + military.getAsLong() - h - n - caught;
        if (Math.min(economic.getAsLong(), military.getAsLong()) < 0
                || Math.min(h, n) < 0
                || undetermined < 0
                || total < 0) {
            return whole(iso3, fiscalYear, Kind.DE_OBLIGATED, total, constant, basis, sources);
        }
        long difference = total - economic.getAsLong() - military.getAsLong();
        return new AidSplit(
                iso3,
                fiscalYear,
                Kind.SPLIT,
                total,
                h,
                n,
                caught,
                undetermined,
                difference,
                military.getAsLong(),
                constant,
                basis,
                sources);
    }

    private static AidSplit whole(
            String iso3,
            int fiscalYear,
            Kind kind,
            long total,
            OptionalLong constant,
            Basis basis,
            List<String> sources) {
        return new AidSplit(iso3, fiscalYear, kind, total, 0, 0, 0, total, 0, 0, constant, basis, sources);
    }

    /// The least that the definition can catch.
    long least() {
        return kind == Kind.SPLIT ? Math.max(0, caught + Math.min(0, difference)) : 0;
    }

    /// The most that the definition can catch.
    long most() {
        return Math.max(0, caught + undetermined + Math.max(0, difference));
    }

    /// An amount of this row in constant dollars, by the ratio of the row's two totals.
    OptionalLong constant(long cents) {
        return constant.isEmpty() || total == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round((double) cents * constant.getAsLong() / total));
    }

    private static OptionalLong line(Interests interests, String measure, String iso3, int fiscalYear) {
        var found = value(interests, measure, iso3, fiscalYear);
        return found.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(cents(found.get().value()));
    }

    private static Optional<Interests.Value> value(Interests interests, String measure, String iso3, int year) {
        return interests.measure(measure).flatMap(m -> interests.value(m, iso3, year));
    }

    static long cents(double dollars) {
        return Math.round(dollars * 100);
    }
}
