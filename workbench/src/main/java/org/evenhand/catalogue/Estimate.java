package org.evenhand.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.evenhand.core.Basis;

/// A published estimate of scale: a claim of its publisher, kept beside the others and never averaged with them.
///
/// @param key of the estimate
/// @param referenceYear the year it speaks of
/// @param scope `world`, an alpha-3 code, or `region:NAME` as the publisher names it
/// @param measure what is estimated; estimates of different measures cannot be compared
/// @param low lower end as printed
/// @param central central value as printed
/// @param high upper end as printed
/// @param publisher whose estimate it is
/// @param basis sourced, derived or unverified
/// @param sources source keys
public record Estimate(
        String key,
        int referenceYear,
        String scope,
        String measure,
        OptionalDouble low,
        OptionalDouble central,
        OptionalDouble high,
        String publisher,
        Basis basis,
        List<String> sources) {
    public Estimate {
        sources = List.copyOf(sources);
    }

    /// The series it belongs to: the letters before the edition, for example `GSI` of `GSI2018-MEX`.
    public String series() {
        int end = 0;
        while (end < key.length() && Character.isLetter(key.charAt(end))) {
            end++;
        }
        return key.substring(0, end);
    }

    /// The edition, for example 2018 of `GSI2018-MEX`; the reference year where the key has none.
    public int edition() {
        int start = series().length();
        int end = start;
        while (end < key.length() && Character.isDigit(key.charAt(end))) {
            end++;
        }
        return end - start == 4 ? Integer.parseInt(key.substring(start, end)) : referenceYear;
    }

    /// Whether one of the same publishers printed `later` as a later edition of the same concept and scope.
    /// An estimate that is superseded stays on record.
    public boolean supersededBy(Estimate later) {
        return measure.equals(later.measure)
                && scope.equals(later.scope)
                && later.edition() > edition()
                && (series().equals(later.series()) || !Collections.disjoint(publishers(), later.publishers()));
    }

    /// The publishers one by one, each under one name.
    private Set<String> publishers() {
        return Set.copyOf(
                List.of(publisher.replace("International Labour Office", "ILO").split(", | and ")));
    }
}
