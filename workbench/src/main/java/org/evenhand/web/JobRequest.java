package org.evenhand.web;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenhand.core.BadRequest;

/// What a run is asked to do. Its id says all of it, so that the same request has the same address, and an
/// address can be asked again after the server has forgotten the run.
///
/// @param universe what is declared
/// @param kept for every choice the options that are kept, in the order of the declaration
/// @param permutations from 0 to [#MOST_PERMUTATIONS]
/// @param seed of the permutations
record JobRequest(Runs.Declared universe, Map<String, List<String>> kept, int permutations, int seed) {
    /// Most permutations of a run from a browser; the command takes more.
    static final int MOST_PERMUTATIONS = 999;

    static final int USUAL_PERMUTATIONS = 99;
    static final int USUAL_SEED = 1;

    private static final int CHECKSUM = 16;
    static final Pattern ID =
            Pattern.compile("([a-z_]{1,40})-([0-9a-f]{" + CHECKSUM + "})-([0-9a-f]{1,40})-(\\d{1,3})-(\\d{1,10})");

    /// @throws BadRequest if a choice keeps no option, or a number is out of its bounds
    JobRequest {
        var all = new LinkedHashMap<String, List<String>>();
        for (var choice : universe.choices()) {
            var options = kept.getOrDefault(choice.key(), List.of());
            var inOrder = choice.options().stream().filter(options::contains).toList();
            if (inOrder.isEmpty()) {
                throw new BadRequest(
                        "%s: no option is kept.".formatted(choice.key()),
                        "Keep at least one of %s.".formatted(String.join(", ", choice.options())));
            }
            all.put(choice.key(), inOrder);
        }
        kept = java.util.Collections.unmodifiableMap(all);
        if (permutations < 0 || permutations > MOST_PERMUTATIONS) {
            throw new BadRequest(
                    "permutations: %d is not possible here.".formatted(permutations),
                    "Give 0 to %d, or use the command line.".formatted(MOST_PERMUTATIONS));
        }
        if (seed < 0) {
            throw new BadRequest(
                    "seed: %d is not possible.".formatted(seed), "Give 0 to %d.".formatted(Integer.MAX_VALUE));
        }
    }

    /// The universe as declared.
    static JobRequest whole(Runs.Declared universe) {
        return new JobRequest(universe, everything(universe), USUAL_PERMUTATIONS, USUAL_SEED);
    }

    private static Map<String, List<String>> everything(Runs.Declared universe) {
        var all = new LinkedHashMap<String, List<String>>();
        universe.choices().forEach(c -> all.put(c.key(), c.options()));
        return all;
    }

    /// Reads what a form, an address or a program says: options by choice, `permutations`, `seed`. A choice
    /// that is not named keeps all its options.
    ///
    /// @throws BadRequest if a name, an option or a number is not possible
    static JobRequest read(Runs.Declared universe, Map<String, List<String>> said) {
        var kept = new LinkedHashMap<>(everything(universe));
        int permutations = USUAL_PERMUTATIONS;
        int seed = USUAL_SEED;
        for (var entry : said.entrySet()) {
            var name = entry.getKey();
            switch (name) {
                case "permutations" -> permutations = number(name, entry.getValue(), MOST_PERMUTATIONS);
                case "seed" -> seed = number(name, entry.getValue(), Integer.MAX_VALUE);
                default -> {
                    var choice = universe.choices().stream()
                            .filter(c -> c.key().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new BadRequest(
                                    "There is no choice '%s' in universe %s."
                                            .formatted(shortened(name), universe.name()),
                                    "Use %s, permutations or seed.".formatted(String.join(", ", kept.keySet()))));
                    for (var option : entry.getValue()) {
                        if (!choice.options().contains(option)) {
                            throw new BadRequest(
                                    "%s: '%s' is not declared.".formatted(name, shortened(option)),
                                    "Use %s.".formatted(String.join(", ", choice.options())));
                        }
                    }
                    kept.put(name, entry.getValue());
                }
            }
        }
        return new JobRequest(universe, kept, permutations, seed);
    }

    private static int number(String name, List<String> values, int most) {
        var value = values.size() == 1 ? values.getFirst().strip() : "";
        if (value.matches("\\d{1,10}") && Long.parseLong(value) <= most) {
            return Integer.parseInt(value);
        }
        throw new BadRequest(
                "%s: '%s' is not possible.".formatted(name, shortened(String.join(" ", values))),
                "Give one whole number from 0 to %d.".formatted(most));
    }

    /// Words of the user as a message repeats them.
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /// Universe, beginning of its checksum, a bit for each option in the order of the declaration,
    /// permutations, seed.
    String id() {
        var bits = BigInteger.ZERO;
        int at = 0;
        for (var choice : universe.choices()) {
            for (var option : choice.options()) {
                if (kept(choice).contains(option)) {
                    bits = bits.setBit(at);
                }
                at++;
            }
        }
        return "%s-%s-%s-%d-%d"
                .formatted(
                        universe.name(),
                        universe.checksum().substring(0, CHECKSUM),
                        bits.toString(16),
                        permutations,
                        seed);
    }

    /// Where its page is.
    String path() {
        return JobPages.JOBS + "/" + id();
    }

    /// The request of an id; empty where no request has it.
    static Optional<JobRequest> of(String id, Runs runs) {
        var match = ID.matcher(id);
        if (!match.matches()
                || !Routes.UNIVERSES.contains(match.group(1))
                || Long.parseLong(match.group(5)) > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var universe = runs.declared(match.group(1));
        var bits = new BigInteger(match.group(3), 16);
        var kept = new LinkedHashMap<String, List<String>>();
        int at = 0;
        for (var choice : universe.choices()) {
            var options = new ArrayList<String>();
            for (var option : choice.options()) {
                if (bits.testBit(at++)) {
                    options.add(option);
                }
            }
            kept.put(choice.key(), options);
        }
        if (kept.values().stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        var request =
                new JobRequest(universe, kept, Integer.parseInt(match.group(4)), Integer.parseInt(match.group(5)));
        // Another version of the universe, bits beyond its options, or numbers with zeros before them.
        return request.id().equals(id) ? Optional.of(request) : Optional.empty();
    }

    /// The options that a choice keeps.
    List<String> kept(Runs.Choice choice) {
        return kept.getOrDefault(choice.key(), List.of());
    }

    /// Choices that keep fewer options than were declared.
    List<Runs.Choice> restricted() {
        return universe.choices().stream()
                .filter(c -> kept(c).size() < c.options().size())
                .toList();
    }

    /// Options of those choices, each as `choice=option`.
    List<String> chosen() {
        var chosen = new ArrayList<String>();
        restricted().forEach(c -> kept(c).forEach(o -> chosen.add(c.key() + "=" + o)));
        return chosen;
    }

    /// The command, as a person would type it.
    String command() {
        var command = new StringBuilder("evenhand multiverse ").append(universe.name());
        chosen().forEach(c -> command.append(" --choose ").append(c));
        return command.append(" --permutations ")
                .append(permutations)
                .append(" --seed ")
                .append(seed)
                .toString();
    }

    /// The words of the command; a run that was stopped is resumed.
    List<String> words() {
        var words = new ArrayList<>(List.of("multiverse"));
        chosen().forEach(c -> words.add("--choose=" + c));
        words.addAll(List.of("--permutations=" + permutations, "--seed=" + seed, "--resume", "--", universe.name()));
        return words;
    }

    /// The request as the query of the form's address.
    String query() {
        var query = new StringBuilder("?");
        restricted()
                .forEach(c -> kept(c).forEach(o -> query.append(c.key())
                        .append('=')
                        .append(Asked.encoded(o))
                        .append('&')));
        return query.append("permutations=")
                .append(permutations)
                .append("&seed=")
                .append(seed)
                .toString();
    }
}
