package org.evenhand.clock;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.Basis;
import org.evenhand.document.Tree;
import org.evenhand.law.Fact;
import org.evenhand.law.Trace;

/// A law's trace as a tree for people: rule, answer, provision and act, readings taken and what is unverified.
public final class TraceTree {
    private TraceTree() {}

    public static Tree of(Trace trace) {
        var children = new ArrayList<Tree>();
        for (var fact : trace.facts()) {
            children.add(of(fact));
        }
        for (var child : trace.children()) {
            children.add(of(child));
        }
        var remarks = new ArrayList<String>();
        if (!trace.ruling().reason().isEmpty()) {
            remarks.add(trace.ruling().reason());
        }
        if (!trace.values().isEmpty()) {
            remarks.add(String.join(
                    ", ",
                    trace.values().entrySet().stream()
                            .map(e -> e.getKey() + " = " + e.getValue())
                            .toList()));
        }
        if (!trace.options().isEmpty()) {
            remarks.add("reading taken: " + String.join(", ", trace.options()));
        }
        if (trace.unverifiedHere()) {
            remarks.add("rests on something unverified");
        }
        return new Tree(
                trace.rule().id() + " " + trace.rule().title(),
                trace.ruling().word(),
                trace.version()
                        .map(v -> trace.rule().citation() + ", " + v.source() + ", reports " + v.years())
                        .orElse(trace.rule().citation() + ", not in force in this report"),
                String.join("; ", remarks),
                children);
    }

    private static Tree of(Fact fact) {
        String basis = fact.basis() == Basis.SOURCED ? "" : fact.basis() == Basis.DERIVED ? "derived" : "unverified";
        return new Tree(
                fact.key(),
                fact.answer().text(),
                fact.sources().isEmpty() ? "" : String.join(", ", fact.sources()),
                basis,
                List.of());
    }
}
