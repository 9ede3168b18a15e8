package org.evenhand.law.rules;

import java.util.Map;
import java.util.TreeMap;
import org.evenhand.law.LawBook;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.hearing.Hearing;
import org.evenhand.law.hearing.RuleFunction;

/// The law book with its logic: opens hearings on cases.
public final class Statute {
    private static final Map<String, RuleFunction> FUNCTIONS = functions();

    private final LawBook book;

    public Statute(LawBook book) {
        this.book = book;
    }

    /// The statute as shipped.
    public static Statute load() {
        return new Statute(LawBook.load());
    }

    public LawBook book() {
        return book;
    }

    public Hearing hear(Case matter) {
        return new Hearing(book, FUNCTIONS, matter);
    }

    private static Map<String, RuleFunction> functions() {
        var all = new TreeMap<String, RuleFunction>();
        all.put("WL-LIMIT", WatchListClock::limit);
        all.put("WL-WAIVER", WatchListClock::waiver);
        all.put("WL-REINSTATE", WatchListClock::reinstate);
        all.put("WL-MAX", WatchListClock::ceiling);
        return Map.copyOf(all);
    }
}
