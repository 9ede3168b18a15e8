package org.evenhand.law.hearing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.evenhand.core.BadRequest;
import org.evenhand.law.LawBook;
import org.evenhand.law.Trace;

/// Rules on one case. Each rule is heard once; its trace is then used wherever another rule rests on
/// it.
///
/// Not for use by several threads; make one for each case.
public final class Hearing {
    private final LawBook book;
    private final Map<String, RuleFunction> functions;
    private final Case matter;
    private final Map<String, Trace> heard = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /// @param book the law
    /// @param functions the logic of each rule, by id
    /// @param matter the case
    public Hearing(LawBook book, Map<String, RuleFunction> functions, Case matter) {
        this.book = book;
        this.functions = functions;
        this.matter = matter;
    }

    public Case matter() {
        return matter;
    }

    public LawBook book() {
        return book;
    }

    /// Whether the rule is in force in the year of the case.
    public boolean inForce(String id) {
        return book.inForce(id, matter.year().value());
    }

    /// The ruling of one rule, with all that it rests on. [BadRequest] if the rule is not in force in
    /// that year.
    public Trace on(String id) {
        var done = heard.get(id);
        if (done != null) {
            return done;
        }
        var rule = book.rule(id);
        var version = rule.inForce(matter.year().value());
        if (version.isEmpty()) {
            throw new BadRequest(
                    "%s is not in force for report year %s".formatted(id, matter.year()),
                    "Ask about a year in which it is; `evenhand law show %s` lists them.".formatted(id));
        }
        var function = functions.get(rule.id());
        if (function == null) {
            throw new IllegalStateException("no logic for rule " + rule.id());
        }
        if (!open.add(id)) {
            throw new IllegalStateException("rule %s rests on itself".formatted(id));
        }
        var inquiry = new Inquiry(this);
        var ruling = function.decide(inquiry);
        open.remove(id);
        var trace = inquiry.trace(rule, version, ruling);
        heard.put(id, trace);
        return trace;
    }
}
