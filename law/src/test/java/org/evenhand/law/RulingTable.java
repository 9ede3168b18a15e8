package org.evenhand.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.hearing.Hearing;
import org.evenhand.law.rules.Statute;

/// Reads tables of cases that a lawyer can read: record, facts, expected rulings, and where each is
/// printed.
///
/// Expected: `RULE=met`, `RULE.value=text`, `RULE~part of the reason`, `RULE#option=word`, separated by
/// semicolons.
public final class RulingTable {
    private static final Statute STATUTE = Statute.load();

    private RulingTable() {}

    /// A case from the notation of the tables.
    public static Case matter(String iso3, String record, int year, String facts) {
        var all = new ArrayList<Fact>();
        var readings = Interpretations.DEFAULT;
        for (var part : split(facts)) {
            var key = part.substring(0, part.indexOf('=')).strip();
            var text = part.substring(part.indexOf('=') + 1).strip();
            if (key.startsWith("@")) {
                readings = readings.with(key.substring(1), text);
            } else {
                all.add(new Fact(key, answer(key, text), List.of("test"), Basis.SOURCED));
            }
        }
        return Case.of(Histories.of(iso3, record), ReportYear.of(year))
                .reading(readings)
                .with(all);
    }

    private static Answer answer(String key, String text) {
        if (key.startsWith("action ") || key.startsWith("source ")) {
            return key.endsWith(".date") ? Answer.day(text) : Answer.word(text);
        }
        return STATUTE.book()
                .scale(key)
                .orElseThrow(() -> new AssertionError("no such fact: " + key))
                .read(text)
                .orElseThrow(() -> new AssertionError("%s cannot be %s".formatted(key, text)));
    }

    private static List<String> split(String text) {
        return text.isBlank()
                ? List.of()
                : List.of(text.split(";")).stream().map(String::strip).toList();
    }

    /// What does not come out as expected; empty if all does.
    public static Optional<String> differences(Case matter, String expected) {
        var hearing = STATUTE.hear(matter);
        var wrong = new ArrayList<String>();
        for (var part : split(expected)) {
            var found = found(hearing, part);
            if (!found.equals(part)) {
                wrong.add("expected %s, found %s".formatted(part, found));
            }
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }

    private static String found(Hearing hearing, String part) {
        var name = part.split("[=~.#]")[0];
        if (!hearing.inForce(name)) {
            return name + "=not in force";
        }
        var trace = hearing.on(name);
        char sign = part.charAt(name.length());
        return switch (sign) {
            case '=' -> name + "=" + trace.ruling().word();
            case '~' -> {
                var reason = part.substring(name.length() + 1);
                yield trace.ruling().reason().contains(reason)
                        ? part
                        : name + "~" + trace.ruling().reason();
            }
            case '#' -> {
                var option = part.substring(name.length() + 1);
                yield trace.options().contains(option) ? part : name + "#" + trace.options();
            }
            default -> {
                var value = part.substring(name.length() + 1, part.indexOf('='));
                yield "%s.%s=%s".formatted(name, value, trace.values().getOrDefault(value, "-"));
            }
        };
    }
}
