package org.evenhand.law.rules;

import static org.evenhand.law.rules.Logic.is;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.core.Unranked;
import org.evenhand.law.Answer;
import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.Ruling.NotMet;
import org.evenhand.law.hearing.Inquiry;

/// Coverage (CV) and definitions (DF), 22 U.S.C. 7102.
final class Definitions {
    private static final Set<String> CONCRETE = Set.of(
            "enforcement",
            "investigations",
            "prosecutions",
            "convictions",
            "training",
            "programmes",
            "prevention",
            "victim_services",
            "money");
    private static final Set<String> ADMITTED = Set.of(
            "state_reports",
            "federal_reports",
            "government_documents",
            "civil_society",
            "survivors",
            "media_or_academic",
            "multilateral",
            "prevalence_assessment");
    private static final Set<String> BANKS =
            Set.of("IBRD", "IDA", "IFC", "IDB", "AsDB", "IIC", "AfDB", "AfDF", "EBRD", "MIGA");
    private static final Set<String> NOT_CAUGHT = Set.of(
            "ngo_development",
            "narcotics_control",
            "disaster_relief",
            "antiterrorism",
            "refugees",
            "ngo_humanitarian",
            "trade_or_humanitarian");

    private Definitions() {}

    /// CV-1: a place of origin, transit or destination; until 2008 of a significant number.
    static Ruling assessable(Inquiry q) {
        if (q.isRecorded(q.year())) {
            return q.placement(q.year())
                            .filter(s -> s != Unranked.NOT_IN_REPORT)
                            .isPresent()
                    ? new Met("the report holds it")
                    : new NotMet("the report does not hold it");
        }
        if (q.look("victim_flow_evidence").isEmpty() && q.look("merits").isPresent()) {
            return new Met("found on the merits");
        }
        var flow = Logic.yes(q, "victim_flow_evidence");
        var threshold = q.parameter("CV-1.threshold");
        if (threshold.isEmpty() || flow.notMet()) {
            return flow;
        }
        var victims = Logic.number(q.ask("victim_estimate"));
        if (victims.isEmpty()) {
            return q.unknown();
        }
        if (victims.get() < Integer.parseInt(threshold.get())) {
            return new NotMet("fewer victims than the floor");
        }
        return flow;
    }

    /// CV-2: met if the Department declines to rank.
    static Ruling special(Inquiry q) {
        if (q.isRecorded(q.year())) {
            return q.placement(q.year()).filter(s -> s == Unranked.SPECIAL_CASE).isPresent()
                    ? new Met("recorded as a special case")
                    : new NotMet("ranked or not in the report");
        }
        return q.look("special_case").isEmpty() && q.look("merits").isPresent()
                ? new NotMet("ranked on the merits")
                : Logic.yes(q, "special_case");
    }

    /// DF-1: a severe form of trafficking in persons.
    static Ruling severeForm(Inquiry q) {
        var type = q.ask("act_type");
        if (type.isEmpty()) {
            return q.unknown();
        }
        if (is(type, "sex")) {
            var mode = q.ask("act_mode");
            if (mode.isEmpty()) {
                return q.unknown();
            }
            boolean demandSide = is(mode, "patronizing") || is(mode, "soliciting");
            if (demandSide && !q.flag("DF-1.demand_side")) {
                return new NotMet("patronizing and soliciting were not yet covered");
            }
            var minor = q.ask("victim_under_18");
            if (is(minor, "yes")) {
                return new Met("sex trafficking of a person under 18");
            }
        }
        var means = q.ask("act_means");
        if (is(means, "force_fraud_coercion")) {
            return new Met("by force, fraud or coercion");
        }
        return q.incomplete() ? q.unknown() : new NotMet("no force, fraud or coercion");
    }

    /// DF-2: met if at least one action listed is concrete: of an admitted kind, done or under way,
    /// money committed.
    static Ruling concreteAction(Inquiry q) {
        var actions = numbered(q, "action ");
        if (actions.isEmpty()) {
            return Logic.missing("action");
        }
        for (var action : actions) {
            if (concrete(action)) {
                return new Met("at least one concrete action is listed");
            }
        }
        return new NotMet("promises only, or kinds that do not count");
    }

    static boolean concrete(java.util.Map<String, Answer> action) {
        var kind = action.get("kind");
        var status = action.get("status");
        return kind != null
                && status != null
                && CONCRETE.contains(kind.text())
                && (is(status, "done") || is(status, "under_way"));
    }

    /// Facts such as `action 3.kind`, gathered by item.
    static List<java.util.Map<String, Answer>> numbered(Inquiry q, String prefix) {
        var items = new TreeMap<String, java.util.Map<String, Answer>>();
        q.lookUnder(prefix).forEach((key, answer) -> {
            int dot = key.lastIndexOf('.');
            items.computeIfAbsent(key.substring(prefix.length(), dot), _ -> new TreeMap<>())
                    .put(key.substring(dot + 1), answer);
        });
        return List.copyOf(items.values());
    }

    /// DF-3: met if every source listed is of an admitted kind, and believable where it is media or
    /// academic work.
    static Ruling credible(Inquiry q) {
        var sources = numbered(q, "source ");
        if (sources.isEmpty()) {
            return Logic.missing("source");
        }
        var rulings = new ArrayList<Ruling>();
        for (var source : sources) {
            var kind = source.get("kind");
            if (kind == null) {
                rulings.add(Logic.missing("source kind"));
            } else if (!ADMITTED.contains(kind.text())) {
                rulings.add(new NotMet("a source of kind " + kind.text() + " is not admitted"));
            } else if (is(kind, "media_or_academic")) {
                var believable = source.get("believable");
                rulings.add(
                        believable == null
                                ? Logic.missing("source believable")
                                : is(believable, "yes") ? new Met("") : new NotMet("a source is not believable"));
            }
        }
        return Logic.all("every source is of an admitted kind", rulings);
    }

    /// DF-4: met if the assistance is nonhumanitarian and nontrade-related.
    static Ruling caughtAssistance(Inquiry q) {
        var authority = q.ask("assistance_authority");
        if (authority.isEmpty()) {
            return q.unknown();
        }
        if (is(authority, "other")) {
            return new NotMet("given under another act");
        }
        var purpose = q.ask("assistance_purpose");
        if (purpose.isEmpty()) {
            return q.unknown();
        }
        if (is(authority, "AECA")) {
            return is(purpose, "other_narcotics") || is(purpose, "narcotics_control")
                    ? notified(q)
                    : new Met("sales or financing under the Arms Export Control Act");
        }
        if (is(purpose, "other_narcotics")) {
            return notified(q);
        }
        if (NOT_CAUGHT.contains(purpose.get().text())
                || is(purpose, q.parameter("DF-4.development_finance").orElse(""))) {
            return new NotMet("excepted: " + purpose.get().text());
        }
        return new Met("assistance under the Foreign Assistance Act");
    }

    private static Ruling notified(Inquiry q) {
        var notified = Logic.yes(q, "narcotics_notified");
        return switch (notified) {
            case Met _ -> new NotMet("excepted: narcotics purpose, Congress told");
            case NotMet _ -> new Met("narcotics purpose without notice to Congress");
            case Ruling.Unknown u -> u;
            case Ruling.JudgementNeeded j -> j;
        };
    }

    /// DF-5: met if the lender is one of the ten banks named.
    static Ruling bank(Inquiry q) {
        var institution = q.ask("institution");
        if (institution.isEmpty()) {
            return q.unknown();
        }
        return BANKS.contains(institution.get().text())
                ? new Met("one of the ten banks named")
                : new NotMet("not on the closed list");
    }
}
