package org.evenhand.influence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Checksum;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads universe files strictly: an unknown key, a key or option that stands twice, a missing one, and an option that
/// is unknown or does not fit the universe's rows are named with file and line.
public final class UniverseReader {
    /// The universes that come with the program, in the order of their reports.
    public static final List<String> SHIPPED = List.of(
            "democracy",
            "trade",
            "narcotics",
            "migration",
            "border_security",
            "counter_terrorism",
            "aid",
            "un_alignment",
            "instability",
            "waivers");

    /// Shipped universes that were read already; they cannot change while the program runs.
    private static final Map<String, Universe> READ = new ConcurrentHashMap<>();

    private static final Set<String> KEYS =
            Set.of("universe", "title", "question", "more_means", "rows", "choices", "excluded");

    /// More than any universe that people declare, and what a machine still runs.
    private static final long MOST = 200_000;

    private final UniverseFile file;
    private final Options options;

    private UniverseReader(String file, Options options) {
        this.file = new UniverseFile(file);
        this.options = options;
    }

    /// A shipped universe by name, or a file of the user's.
    ///
    /// @throws BadRequest if there is neither
    /// @throws BadData if the file is not a universe
    public static Universe find(String asked) {
        return SHIPPED.contains(asked)
                ? READ.computeIfAbsent(asked, name -> find(name, Options.FORM))
                : find(asked, Options.FORM);
    }

    /// The same; measures, evidence sets and regions must also be those of the catalogue.
    ///
    /// @throws BadRequest if there is neither
    /// @throws BadData if the file is not a universe, or not one that this catalogue can answer
    public static Universe find(String asked, Catalogue catalogue) {
        return find(asked, Options.of(catalogue, Panel.of(catalogue, Lags.DEFAULT)));
    }

    private static Universe find(String asked, Options options) {
        if (SHIPPED.contains(asked)) {
            var stream = UniverseReader.class.getResourceAsStream("universes/" + asked + ".yaml");
            try (stream) {
                if (stream == null) {
                    throw new IllegalStateException("universe " + asked + " is not in the program");
                }
                return read(asked + ".yaml", stream.readAllBytes(), options);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try {
            return read(asked, Files.readAllBytes(Path.of(asked)), options);
        } catch (IOException | InvalidPathException e) {
            throw new BadRequest(
                    "There is no universe '%s', or its file cannot be read.".formatted(asked),
                    "Use %s, or the name of a YAML file.".formatted(String.join(", ", SHIPPED)));
        }
    }

    /// @throws BadData if the file is not a universe
    public static Universe read(String file, byte[] content) {
        return read(file, content, Options.FORM);
    }

    private static Universe read(String file, byte[] content, Options options) {
        var reader = new UniverseReader(file, options);
        return reader.universe(reader.file.parse(content), Checksum.of(content));
    }

    private Universe universe(Node root, String checksum) {
        var map = file.mapping(root, "the file", KEYS);
        String rows = text(map, "rows");
        if (!rows.equals("placements") && !rows.equals("determinations")) {
            throw file.bad(need(map, "rows"), "rows: '%s'".formatted(rows), "Use placements or determinations.");
        }
        boolean waivers = rows.equals("determinations");
        var body = file.mapping(need(map, "choices"), "choices");
        var choices = choices(body, waivers);
        var interest = file.mapping(file.need(body, "choices", Dimension.INTEREST.key()), "choices.interest");
        var measures = Objects.requireNonNull(choices.get(Dimension.INTEREST)).options();
        var universe = new Universe(
                name(map),
                text(map, "title"),
                text(map, "question"),
                text(map, "more_means"),
                waivers,
                choices,
                orientations(interest, measures),
                file.find(map, "excluded")
                        .map(node -> exclusions(node, choices))
                        .orElse(List.of()),
                checksum);
        long all = choices.values().stream()
                .mapToLong(c -> c.options().size())
                .reduce(1, (a, b) -> Math.min(MOST + 1, a * b));
        if (all > MOST) {
            throw file.bad(
                    need(map, "choices"), "choices: more than %,d combinations".formatted(MOST), "Give fewer options.");
        }
        if (universe.points().isEmpty()) {
            throw file.bad(need(map, "excluded"), "excluded: every combination is ruled out", "Leave some.");
        }
        return universe;
    }

    /// The name stands in file names and in links.
    private String name(MappingNode map) {
        String name = text(map, "universe");
        if (!name.matches("[a-z0-9][a-z0-9_]{0,39}")) {
            throw file.bad(
                    need(map, "universe"),
                    "universe: '%s' is not a name".formatted(name),
                    "Use up to 40 small letters, digits and _, beginning with a letter or digit.");
        }
        return name;
    }

    private Node need(MappingNode map, String key) {
        return file.need(map, "the file", key);
    }

    private String text(MappingNode map, String key) {
        return file.text(need(map, key), key);
    }

    private Map<Dimension, Universe.Choice> choices(MappingNode node, boolean waivers) {
        var choices = new EnumMap<Dimension, Universe.Choice>(Dimension.class);
        for (var tuple : node.getValue()) {
            var dimension = dimension(tuple.getKeyNode(), "choices");
            String what = "choices." + dimension.key();
            var keys = dimension == Dimension.INTEREST
                    ? Set.of("options", "why", "orientation")
                    : Set.of("options", "why");
            var body = file.mapping(tuple.getValueNode(), what, keys);
            String why = file.text(file.need(body, what, "why"), what + ".why");
            var given = options(file.need(body, what, "options"), what, (option, item) -> {
                var remedy = options.objection(dimension, option, waivers);
                if (remedy.isPresent()) {
                    throw file.bad(item, "%s: '%s' is not an option".formatted(what, option), remedy.get());
                }
            });
            choices.put(dimension, new Universe.Choice(given, why));
        }
        for (var dimension : Dimension.values()) {
            if (!choices.containsKey(dimension)) {
                throw file.bad(
                        node,
                        "choices: '%s' is missing".formatted(dimension.key()),
                        "Add it, with one option where nothing is to be varied.");
            }
        }
        return choices;
    }

    private interface Check {
        void accept(String option, Node item);
    }

    /// One option or more, each once.
    private List<String> options(Node node, String what, Check check) {
        var found = new ArrayList<String>();
        for (var item : file.list(node)) {
            String option = file.text(item, what);
            check.accept(option, item);
            if (found.contains(option)) {
                throw file.bad(item, "%s: '%s' stands twice".formatted(what, option), "Keep one of them.");
            }
            found.add(option);
        }
        if (found.isEmpty()) {
            throw file.bad(node, what + " has no option", "Give at least one.");
        }
        return found;
    }

    /// Every measure says which way it points, and no other name stands there.
    private Map<String, Universe.Orientation> orientations(MappingNode interest, List<String> measures) {
        String what = "choices.interest.orientation";
        var found = new TreeMap<String, Universe.Orientation>();
        var node = file.mapping(file.need(interest, "choices.interest", "orientation"), what);
        for (var tuple : node.getValue()) {
            String measure = file.text(tuple.getKeyNode(), "a measure");
            if (!measures.contains(measure)) {
                throw file.bad(
                        tuple.getKeyNode(),
                        "%s: '%s' is not an option of the interest".formatted(what, measure),
                        "Use one of " + String.join(", ", measures) + ".");
            }
            String own = what + "." + measure;
            var body = file.mapping(tuple.getValueNode(), own, Set.of("sign", "why"));
            var sign = file.need(body, own, "sign");
            String written = file.text(sign, own + ".sign");
            if (!written.matches("[+-]1")) {
                throw file.bad(
                        sign,
                        "%s: sign '%s'".formatted(own, written),
                        "Write +1 where a larger number is more of the interest, -1 where it is less.");
            }
            String why = file.text(file.need(body, own, "why"), own + ".why");
            found.put(measure, new Universe.Orientation(Integer.parseInt(written), why));
        }
        for (var measure : measures) {
            if (!found.containsKey(measure)) {
                throw file.bad(
                        node,
                        "%s: '%s' is missing".formatted(what, measure),
                        "Say with sign and why which way it points.");
            }
        }
        return found;
    }

    /// What is ruled out must be declared: an option that no choice has would rule out nothing, unseen.
    private List<Universe.Exclusion> exclusions(Node node, Map<Dimension, Universe.Choice> choices) {
        if (!(node instanceof SequenceNode sequence)) {
            throw file.bad(node, "excluded is not a list", "Begin each entry with '- when:'.");
        }
        var exclusions = new ArrayList<Universe.Exclusion>();
        for (var item : sequence.getValue()) {
            String what = "excluded[%d]".formatted(exclusions.size() + 1);
            var body = file.mapping(item, what, Set.of("when", "why"));
            var when = new EnumMap<Dimension, List<String>>(Dimension.class);
            for (var tuple :
                    file.mapping(file.need(body, what, "when"), what + ".when").getValue()) {
                var dimension = dimension(tuple.getKeyNode(), what + ".when");
                String own = "%s.when.%s".formatted(what, dimension.key());
                var declared = Objects.requireNonNull(choices.get(dimension)).options();
                when.put(dimension, options(tuple.getValueNode(), own, (option, at) -> {
                    if (!declared.contains(option)) {
                        throw file.bad(
                                at,
                                "%s: '%s' is not declared under choices".formatted(own, option),
                                "Use one of " + String.join(", ", declared) + ".");
                    }
                }));
            }
            if (when.isEmpty()) {
                throw file.bad(item, what + ".when names no choice", "Name at least one.");
            }
            exclusions.add(new Universe.Exclusion(when, file.text(file.need(body, what, "why"), what + ".why")));
        }
        return exclusions;
    }

    private Dimension dimension(Node key, String what) {
        String name = file.text(key, "a key of " + what);
        return Dimension.ofKey(name)
                .orElseThrow(() -> file.bad(
                        key,
                        "%s: '%s' is not a choice".formatted(what, name),
                        "Use "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Dimension.values())
                                                .map(Dimension::key)
                                                .toList())
                                + "."));
    }

    /// Which options a dimension may have.
    private interface Options {
        /// By the form of a universe alone.
        Options FORM = Options::form;

        /// What to do about an option that may not stand there; empty where it may.
        Optional<String> objection(Dimension dimension, String option, boolean waivers);

        private static Optional<String> form(Dimension dimension, String option, boolean waivers) {
            var known = dimension.options(waivers);
            if (dimension == Dimension.PERIOD) {
                boolean years = option.matches("\\d{4}-\\d{4}")
                        && option.substring(0, 4).compareTo(option.substring(5)) <= 0;
                return years ? Optional.empty() : Optional.of("Write a range of report years, for example 2004-2025.");
            }
            return known.isEmpty() || known.contains(option)
                    ? Optional.empty()
                    : Optional.of("With rows: %s, use %s."
                            .formatted(waivers ? "determinations" : "placements", String.join(", ", known)));
        }

        /// By the data too.
        static Options of(Catalogue catalogue, Panel panel) {
            return (dimension, option, waivers) -> {
                var bad = form(dimension, option, waivers);
                if (bad.isPresent()) {
                    return bad;
                }
                try {
                    switch (dimension) {
                        case INTEREST -> panel.need(option);
                        case EVIDENCE -> Rows.evidence(panel, option);
                        case SAMPLE -> SpecificationBuilder.sample(catalogue, option);
                        default -> {}
                    }
                    return Optional.empty();
                } catch (BadRequest e) {
                    return Optional.of(e.what() + " " + e.remedy());
                }
            };
        }
    }
}
