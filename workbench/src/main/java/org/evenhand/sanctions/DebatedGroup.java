package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.group.Group;
import org.evenhand.group.Membership;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;

/// A group of countries that the debate names ([Group]), by membership in the year before the report, which
/// is what a report could have known of.
///
/// @param key short name
/// @param title for people
/// @param definition who belongs, as written
/// @param members the entries of its countries in the years in which they belong to it
/// @param unknown entries whose membership is not on record; they are in no row
/// @param sources keys of the sources of the membership
record DebatedGroup(
        String key,
        String title,
        String definition,
        List<LedgerEntry> members,
        List<LedgerEntry> unknown,
        List<String> sources) {
    DebatedGroup {
        members = List.copyOf(members);
        unknown = List.copyOf(unknown);
        sources = List.copyOf(sources);
    }

    /// Each group, and at last the entries that are for certain in none, if there are any; a country-year can
    /// be in several.
    ///
    /// @param asked names or definitions; empty for all that have a name and an entry that is in them, or may
    /// be
    /// @throws org.evenhand.core.BadRequest if one is neither
    static List<DebatedGroup> of(Catalogue catalogue, List<LedgerEntry> entries, List<String> asked) {
        var panel = Panel.of(catalogue, Lags.DEFAULT);
        var chosen = asked.isEmpty()
                ? Group.named(panel)
                : asked.stream().map(text -> Group.find(text, panel)).toList();
        var groups = new ArrayList<DebatedGroup>();
        var inside = new HashSet<LedgerEntry>();
        for (var group : chosen) {
            var made = of(group, Membership.of(catalogue, panel, group.definition()), entries);
            groups.add(made);
            inside.addAll(made.members());
            inside.addAll(made.unknown());
        }
        var sources = groups.stream()
                .flatMap(group -> group.sources().stream())
                .distinct()
                .sorted()
                .toList();
        if (asked.isEmpty()) {
            groups.removeIf(
                    group -> group.members().isEmpty() && group.unknown().isEmpty());
        }
        var rest = entries.stream().filter(e -> !inside.contains(e)).toList();
        if (!rest.isEmpty()) {
            groups.add(new DebatedGroup("none", "in none of these groups", "", rest, List.of(), sources));
        }
        return groups;
    }

    private static DebatedGroup of(Group group, Membership membership, List<LedgerEntry> entries) {
        var members = new ArrayList<LedgerEntry>();
        var unknown = new ArrayList<LedgerEntry>();
        for (var e : entries) {
            switch (membership.of(e.iso3(), e.report())) {
                case MEMBER -> members.add(e);
                case UNKNOWN -> unknown.add(e);
                case OTHER -> {}
            }
        }
        return new DebatedGroup(
                group.key(), group.title(), group.definition().text(), members, unknown, membership.sources());
    }
}
