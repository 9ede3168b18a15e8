package org.evenhand.law.hearing;

import java.util.Map;
import java.util.Optional;
import org.evenhand.core.BadRequest;
import org.evenhand.law.LawBook;
import org.evenhand.law.Ruling;
import org.evenhand.law.Trace;
import org.jspecify.annotations.Nullable;

/// Rules on one case. Each rule is heard once; what it noted is then used wherever another rule rests on
/// it, and put into words when a trace is asked for.
///
/// Not for use by several threads; make one for each case.
public final class Hearing {
    private final LawBook book;
    private final Map<String, RuleFunction> functions;
    private final Case matter;
    private final @Nullable Inquiry[] heard;

    /// @param book the law
    /// @param functions the logic of each rule, by id
    /// @param matter the case
    public Hearing(LawBook book, Map<String, RuleFunction> functions, Case matter) {
        this.book = book;
        this.functions = functions;
        this.matter = matter;
        this.heard = new Inquiry[book.rules().size()];
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

    /// The ruling of one rule. [BadRequest] if the rule is not in force in that year.
    public Ruling ruling(String id) {
        return inquiry(id).decided();
    }

    /// Something that a rule worked out, in words; empty where it did not.
    public Optional<String> value(String id, String name) {
        return inquiry(id).workedOut(name).map(Object::toString);
    }

    /// The ruling of one rule with all that it rests on. [BadRequest] if the rule is not in force in
    /// that year.
    public Trace on(String id) {
        return inquiry(id).trace();
    }

    Inquiry inquiry(String id) {
        int place = book.place(id);
        var done = heard[place];
        return done == null ? hear(place) : done;
    }

    private Inquiry hear(int place) {
        var rule = book.rules().get(place);
        var version = book.version(rule.id(), matter.year().value());
        if (version.isEmpty()) {
            throw new BadRequest(
                    "%s is not in force for report year %s".formatted(rule.id(), matter.year()),
                    "Ask about a year in which it is; `evenhand law show %s` lists them.".formatted(rule.id()));
        }
        var function = functions.get(rule.id());
        if (function == null) {
            throw new IllegalStateException("no logic for rule " + rule.id());
        }
        var inquiry = new Inquiry(this, rule, version);
        heard[place] = inquiry;
        inquiry.decide(function);
        return inquiry;
    }
}
