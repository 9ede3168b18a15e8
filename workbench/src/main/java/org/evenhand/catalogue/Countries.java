package org.evenhand.catalogue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Bureau;
import org.evenhand.core.Country;

/// The jurisdictions, and how their names resolve: ISO alpha-3 and alpha-2, English short and official
/// names, former and common names, Spanish names; accents, case and punctuation do not matter.
public final class Countries {
    private final TreeMap<String, Country> byCode;
    private final Optional<Table> names;
    private final Map<String, Set<String>> byName = new HashMap<>();

    private Countries(TreeMap<String, Country> byCode, Optional<Table> names) {
        this.byCode = byCode;
        this.names = names;
    }

    static Countries load(Catalogue catalogue) {
        var table = catalogue
                .table("countries")
                .orElseThrow(() -> new BadData("The table countries is missing.", "Put data/countries back."));
        var byCode = new TreeMap<String, Country>();
        for (var row : table.rows()) {
            byCode.put(
                    row.text("iso3"),
                    new Country(
                            row.text("iso3"),
                            row.text("name"),
                            row.optionalText("official_state_department_name").orElse(row.text("name")),
                            row.optionalText("region").map(Bureau::valueOf),
                            row.text("subregion"),
                            row.flag("latin_america").orElse(false),
                            row.optionalText("valid_from").map(LocalDate::parse),
                            row.optionalText("valid_to").map(LocalDate::parse),
                            row.flag("assessed").orElse(false)));
        }
        return new Countries(byCode, catalogue.table("country_names"));
    }

    /// The bureau that a country belongs to, in words, or that none is recorded.
    public String bureau(String iso3) {
        return of(iso3).flatMap(Country::bureau).map(Bureau::label).orElse("no bureau recorded");
    }

    public Collection<Country> all() {
        return byCode.values();
    }

    /// The country with this alpha-3 code.
    public Optional<Country> of(String iso3) {
        return Optional.ofNullable(byCode.get(iso3));
    }

    /// The name of a country for people, or the code where it has none.
    public String name(String iso3) {
        return of(iso3).map(Country::name).orElse(iso3);
    }

    /// The country that `asked` names.
    ///
    /// @throws BadRequest if none or several bear the name, with suggestions
    public Country resolve(String asked) {
        var code = byCode.get(asked.strip().toUpperCase(Locale.ROOT));
        if (code != null) {
            return code;
        }
        fillNames();
        var found = byName.getOrDefault(folded(asked), Set.of());
        if (found.size() == 1) {
            return of(found.iterator().next()).orElseThrow();
        }
        if (found.size() > 1) {
            var choices =
                    found.stream().map(c -> "%s (%s)".formatted(c, name(c))).toList();
            throw new BadRequest(
                    "'%s' may mean %s.".formatted(asked, String.join(" or ", choices)), "Use the three-letter code.");
        }
        throw new BadRequest("No country is called '%s'.".formatted(asked), suggestion(asked));
    }

    private String suggestion(String asked) {
        String wanted = folded(asked);
        record Near(String iso3, int distance) {}
        var near = byName.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(c -> new Near(c, distance(wanted, e.getKey()))))
                .filter(n -> n.distance() <= Math.max(wanted.length() < 4 ? 1 : 2, wanted.length() / 3))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::iso3))
                .map(Near::iso3)
                .distinct()
                .limit(3)
                .map(c -> "%s (%s)".formatted(name(c), c))
                .toList();
        return near.isEmpty()
                ? "Use an English, Spanish or ISO name or code; `evenhand countries` lists them."
                : "Did you mean " + String.join(", ", near) + "?";
    }

    private synchronized void fillNames() {
        if (!byName.isEmpty()) {
            return;
        }
        for (var country : byCode.values()) {
            for (var name : List.of(country.iso3(), country.name(), country.officialName())) {
                byName.computeIfAbsent(folded(name), _ -> new TreeSet<>()).add(country.iso3());
            }
        }
        names.ifPresent(table -> table.rows()
                .forEach(row -> byName.computeIfAbsent(folded(row.text("name")), _ -> new TreeSet<>())
                        .add(row.text("iso3"))));
    }

    /// A name without case, accents, punctuation and a leading article.
    static String folded(String name) {
        var plain = new StringBuilder();
        for (char c : Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            } else if (c == '&') {
                plain.append("and");
            } else if (Character.isWhitespace(c) || c == '-') {
                plain.append(' ');
            }
        }
        String text = plain.toString().strip().replaceAll(" +", " ");
        return text.startsWith("the ") ? text.substring(4) : text;
    }

    /// Levenshtein distance.
    static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        var current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            var swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }

    /// The region that `asked` names: a bureau code, `LAC`, `WORLD`, or countries separated by commas.
    ///
    /// @throws BadRequest if it names none
    public Region region(String asked) {
        String key = asked.strip().toUpperCase(Locale.ROOT);
        if (key.equals("WORLD")) {
            return new Region("WORLD", "the world", new TreeSet<>(byCode.keySet()));
        }
        if (key.equals("LAC")) {
            return new Region("LAC", "Latin America and the Caribbean", codes(Country::latinAmericaAndCaribbean));
        }
        for (var bureau : Bureau.values()) {
            if (bureau.name().equals(key)) {
                return new Region(
                        key,
                        bureau.label(),
                        codes(c -> c.bureau().filter(b -> b == bureau).isPresent()));
            }
        }
        var chosen = new LinkedHashSet<String>();
        var labels = new ArrayList<String>();
        for (var part : asked.split(",", -1)) {
            try {
                var country = resolve(part);
                if (chosen.add(country.iso3())) {
                    labels.add(country.name());
                }
            } catch (BadRequest e) {
                throw new BadRequest(
                        "No region or country is called '%s'.".formatted(part.strip()),
                        "Use AF, EAP, EUR, NEA, SCA, WHA, LAC, WORLD, or countries separated by commas. " + e.remedy());
            }
        }
        return new Region(String.join(",", chosen), String.join(", ", labels), new TreeSet<>(chosen));
    }

    private TreeSet<String> codes(java.util.function.Predicate<Country> wanted) {
        var codes = new TreeSet<String>();
        byCode.values().stream().filter(wanted).forEach(c -> codes.add(c.iso3()));
        return codes;
    }
}
