package org.evenhand.likeness;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.clock.RecordedHistories;
import org.evenhand.core.Tier;
import org.evenhand.law.Interpretations;
import org.evenhand.law.LawBook;
import org.evenhand.law.clock.QuickClock;

/// Where a country stood before a report, as far as the law looks at it: the tier of the report before, whether the
/// Watch List was open to it, and the law's era. Nothing of it depends on the report itself.
public final class Starts {
    private final Catalogue catalogue;
    private final QuickClock clock;
    private final Map<String, QuickClock.Compiled> compiled = new HashMap<>();

    public Starts(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.clock = new QuickClock(LawBook.load(), Interpretations.DEFAULT);
    }

    /// Whether the Watch List was open.
    public enum WatchList {
        OPEN("the Watch List open"),
        BY_WAIVER("the Watch List open by waiver only"),
        CLOSED("the Watch List closed");

        private final String label;

        WatchList(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// Reports under like law.
    public enum Era {
        /// Before there was a Watch List.
        BEFORE_THE_LIST("2001-2003"),
        /// Before the limit on years on the Watch List.
        BEFORE_THE_LIMIT("2004-2008"),
        /// The limit, with two waiver years.
        LIMIT("2009-2018"),
        /// The limit with one waiver year, and the return rule.
        RETURN_RULE("2019 on");

        private final String label;

        Era(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Era of(int report) {
            return report <= 2003
                    ? BEFORE_THE_LIST
                    : report <= 2008 ? BEFORE_THE_LIMIT : report <= 2018 ? LIMIT : RETURN_RULE;
        }
    }

    /// @param before tier of the report before
    /// @param watchList whether the Watch List was open
    /// @param era of the report
    public record Start(Tier before, WatchList watchList, Era era) {
        public String words() {
            return "%s before, %s, reports %s".formatted(before.label(), watchList.label(), era.label());
        }
    }

    /// The tier of the report before; empty where it gave none.
    public Optional<Tier> before(String iso3, int report) {
        return catalogue.placements().tier(iso3, report - 1);
    }

    /// Empty where the report before gave no tier.
    public Optional<Start> of(String iso3, int report) {
        return before(iso3, report).map(before -> new Start(before, watchList(iso3, report), Era.of(report)));
    }

    private WatchList watchList(String iso3, int report) {
        var record = compiled.computeIfAbsent(
                iso3, code -> clock.compile(RecordedHistories.of(catalogue).history(code)));
        return switch (clock.ask(record, report)) {
            case OPEN -> WatchList.OPEN;
            case WAIVED, WAIVER_NEEDED -> WatchList.BY_WAIVER;
            case CLOSED_BY_LIMIT, CLOSED_BY_RETURN -> WatchList.CLOSED;
        };
    }
}
