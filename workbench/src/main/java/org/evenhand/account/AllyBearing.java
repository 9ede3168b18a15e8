package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.evenhand.catalogue.Determination;
import org.evenhand.catalogue.Determination.Outcome;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Text;
import org.evenhand.group.Group;
import org.evenhand.group.Membership;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.statistics.exact.FisherTest;
import org.evenhand.statistics.exact.TwoByTwo;

/// Whether allies on Tier 3 were restricted less often. Allies are the group of that name ([Group]), on
/// December 31 of the year before the report.
final class AllyBearing {
    private static final double LEVEL = 0.95;

    private AllyBearing() {}

    static List<Text> of(Setting setting) {
        if (setting.catalogue().table("alliances").isEmpty()) {
            return List.of(Text.of("Not tested here: the table of alliances is not available."));
        }
        var panel = Panel.of(setting.catalogue(), Lags.DEFAULT);
        var group = Group.find("allies", panel);
        var membership = Membership.of(setting.catalogue(), panel, group.definition());
        var allies = new ArrayList<Determination>();
        var others = new ArrayList<Determination>();
        boolean unknown = false;
        for (var d : setting.catalogue().determinations().in(setting.region())) {
            switch (membership.of(d.iso3(), d.year().value())) {
                case MEMBER -> allies.add(d);
                case OTHER -> others.add(d);
                case UNKNOWN -> unknown = true;
            }
        }
        var statements = new ArrayList<Text>();
        statements.add(Text.build()
                .words("An ally here has a defence treaty with the United States (NATO, Rio Treaty or another pact)"
                        + " or is a major non-NATO ally at the end of the year before the report; cases are"
                        + " determinations after all reports.")
                .words(" ")
                .cite(membership.sources())
                .done());
        if (unknown) {
            statements.add(Text.of("A determination for which that is not on record is left out."));
        }
        statements.add(group(
                setting,
                membership,
                "allies of the region",
                allies,
                d -> d.outcome().restricted(),
                "were restricted, in full or" + " in part"));
        statements.add(group(
                setting,
                membership,
                "the region's other countries",
                others,
                d -> d.outcome().restricted(),
                "were restricted, in" + " full or in part"));
        statements.add(group(
                setting,
                membership,
                "allies of the region",
                allies,
                d -> d.outcome() == Outcome.COMPLIANCE_CHANGE,
                "ended in" + " later compliance, the exit that the statute offers"));
        compare(setting, membership, allies, others).ifPresent(statements::add);
        return statements;
    }

    /// Determinations, and what makes or unmakes an ally.
    private static Evidence evidence(List<Determination> cases, Membership membership) {
        return Evidence.ofDeterminations(cases).add(Basis.SOURCED, membership.sources());
    }

    private static Text group(
            Setting setting,
            Membership membership,
            String who,
            List<Determination> cases,
            Predicate<Determination> wanted,
            String what) {
        if (cases.isEmpty()) {
            return Text.of("There is no determination for " + who + " in the data.");
        }
        long count = cases.stream().filter(wanted).count();
        String sample = "determinations for %s, %s, all reports"
                .formatted(who, setting.region().label());
        var evidence = evidence(cases, membership);
        return Text.build()
                .words("Of ")
                .figure(setting.count(cases.size(), Unit.COUNT, sample, cases.size(), evidence))
                .words(" determinations for " + who + " ")
                .figure(setting.count(count, Unit.COUNT, sample, cases.size(), evidence))
                .words(" " + what + ": a share of ")
                .figure(setting.share(count, cases.size(), sample, evidence))
                .words(".")
                .done();
    }

    /// Fisher's exact test of the two shares, worded by a fixed rule.
    private static Optional<Text> compare(
            Setting setting, Membership membership, List<Determination> allies, List<Determination> others) {
        long a = allies.stream().filter(d -> d.outcome().restricted()).count();
        long b = others.stream().filter(d -> d.outcome().restricted()).count();
        var all = new ArrayList<>(allies);
        all.addAll(others);
        var evidence = evidence(all, membership);
        return switch (FisherTest.of(new TwoByTwo(a, allies.size() - a, b, others.size() - b), LEVEL)) {
            case FisherTest.Uninformative _ -> Optional.empty();
            case FisherTest.Tested tested ->
                Optional.of(Text.build()
                        .words("Fisher's exact test of the two shares gives p = ")
                        .figure(new Figure(
                                tested.p(),
                                Unit.PROBABILITY,
                                Interval.OBSERVED,
                                Sample.of(
                                        "determinations for allies and others, "
                                                + setting.region().label(),
                                        all.size()),
                                evidence.basis(),
                                evidence.sources(),
                                setting.command()))
                        .words(
                                tested.p() < 1 - LEVEL
                                        ? ": a difference that chance alone would rarely give."
                                        : ": chance alone often gives a difference as large.")
                        .words(" The test neither weighs the evidence on trafficking nor takes account of the same"
                                + " countries coming back year after year.")
                        .done());
        };
    }
}
