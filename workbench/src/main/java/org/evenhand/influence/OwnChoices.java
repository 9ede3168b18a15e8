package org.evenhand.influence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.core.BadRequest;

/// A part of a declared universe: for some of its choices fewer options than were declared, picked by whoever
/// asks.
///
/// @param options by choice, those that are kept, in the order of the declaration; a choice that keeps all
/// its options is not named
public record OwnChoices(Map<Dimension, List<String>> options) {
    /// The universe as declared.
    public static final OwnChoices NONE = new OwnChoices(Map.of());

    public OwnChoices {
        var copy = new EnumMap<Dimension, List<String>>(Dimension.class);
        options.forEach((dimension, kept) -> copy.put(dimension, List.copyOf(kept)));
        options = Collections.unmodifiableMap(copy);
    }

    /// Reads `CHOICE=OPTION`, several for one choice where several options are kept.
    ///
    /// @throws BadRequest if a universe does not declare one of them, or if nothing is left that is not ruled
    /// out
    public static OwnChoices of(Universe universe, List<String> asked) {
        var wanted = new EnumMap<Dimension, List<String>>(Dimension.class);
        for (var text : asked) {
            int equals = text.indexOf('=');
            var dimension = Dimension.ofKey(equals < 0 ? text : text.substring(0, equals))
                    .filter(d -> equals > 0)
                    .orElseThrow(() -> new BadRequest(
                            "'%s' is not a choice with its option.".formatted(text),
                            "Write CHOICE=OPTION with one of "
                                    + universe.choices().keySet().stream()
                                            .map(Dimension::key)
                                            .collect(Collectors.joining(", "))
                                    + "."));
            wanted.computeIfAbsent(dimension, _ -> new ArrayList<>()).add(text.substring(equals + 1));
        }
        var kept = new EnumMap<Dimension, List<String>>(Dimension.class);
        wanted.forEach((dimension, options) -> {
            var declared = universe.options(dimension);
            for (var option : options) {
                if (!declared.contains(option)) {
                    throw new BadRequest(
                            "%s: universe %s does not declare '%s'."
                                    .formatted(dimension.key(), universe.name(), option),
                            "Use " + String.join(", ", declared) + ".");
                }
            }
            var inOrder = declared.stream().filter(options::contains).toList();
            if (inOrder.size() < declared.size()) {
                kept.put(dimension, inOrder);
            }
        });
        var own = new OwnChoices(kept);
        if (own.within(universe).points().isEmpty()) {
            throw new BadRequest(
                    "All combinations of these choices are ruled out in universe %s.".formatted(universe.name()),
                    "Keep more options; `evenhand universes %s` says what is ruled out.".formatted(universe.name()));
        }
        return own;
    }

    /// Whether anything was left out.
    public boolean isEmpty() {
        return options.isEmpty();
    }

    /// The universe with these options only; what is ruled out stays ruled out.
    public Universe within(Universe universe) {
        return options.isEmpty() ? universe : universe.with(options);
    }

    /// As options of the command, each with a space before it; empty where nothing was left out.
    public String flags() {
        return options.entrySet().stream()
                .flatMap(e ->
                        e.getValue().stream().map(o -> " --choose " + e.getKey().key() + "=" + o))
                .collect(Collectors.joining());
    }

    /// What a reader must know of a result from a part: how much of the declaration it is, and what its joint
    /// p-value is not.
    public String caution(Universe declared) {
        return ("These are %d of the %d declared specifications of universe %s, kept by whoever asked: %s. Options picked after"
                        + " a result was seen make a joint p-value too small; the one to report is that of the whole declared"
                        + " universe.")
                .formatted(
                        within(declared).points().size(),
                        declared.points().size(),
                        declared.name(),
                        options.entrySet().stream()
                                .map(e -> e.getKey().key() + " " + String.join(" or ", e.getValue()))
                                .collect(Collectors.joining(", ")));
    }
}
