package org.evenhand.law.audit;

import java.util.Comparator;
import java.util.List;
import org.evenhand.core.ReportYear;
import org.evenhand.law.Fact;

/// Something on record that the mechanical rules cannot explain.
///
/// @param iso3 the jurisdiction
/// @param year the report year
/// @param kind what kind of record
/// @param rule the rule that does not fit
/// @param what what is found, and what the rule would have
/// @param facts the facts that it rests on
/// @param mayBe what it may be, the likelier first
public record Finding(
        String iso3, ReportYear year, Kind kind, String rule, String what, List<Fact> facts, List<MayBe> mayBe)
        implements Comparable<Finding> {
    /// Kinds of records.
    public enum Kind {
        PLACEMENT,
        WAIVER,
        DOWNGRADE,
        DETERMINATION,
        LISTING
    }

    /// What an unexplained record may be.
    public enum MayBe {
        DATA_GAP("data gap"),
        DATA_ERROR("data error"),
        DEPARTURE("departure from the rule");

        private final String words;

        MayBe(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Finding {
        facts = List.copyOf(facts);
        mayBe = List.copyOf(mayBe);
    }

    @Override
    public int compareTo(Finding other) {
        return Comparator.comparing(Finding::kind)
                .thenComparing(Finding::year)
                .thenComparing(Finding::iso3)
                .thenComparing(Finding::rule)
                .thenComparing(Finding::what)
                .compare(this, other);
    }
}
