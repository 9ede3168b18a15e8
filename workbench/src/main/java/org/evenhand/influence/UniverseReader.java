package org.evenhand.influence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads universe files strictly: an unknown key, a missing one or an unknown option is named with its line.
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

    private static final Set<String> KEYS =
            Set.of("universe", "title", "question", "more_means", "rows", "choices", "excluded");

    private final String file;

    private UniverseReader(String file) {
        this.file = file;
    }

    /// A shipped universe by name, or a file of the user's.
    ///
    /// @throws BadRequest if there is neither
    public static Universe find(String asked) {
        if (SHIPPED.contains(asked)) {
            var stream = UniverseReader.class.getResourceAsStream("universes/" + asked + ".yaml");
            try (stream) {
                if (stream == null) {
                    throw new IllegalStateException("universe " + asked + " is not in the program");
                }
                return read(asked + ".yaml", stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try {
            return read(asked, Files.readAllBytes(Path.of(asked)));
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new BadRequest(
                    "There is no universe '%s'.".formatted(asked),
                    "Use %s, or the name of a YAML file.".formatted(String.join(", ", SHIPPED)));
        }
    }

    /// @throws BadData if the file is not a universe
    public static Universe read(String file, byte[] content) {
        var reader = new UniverseReader(file);
        Node root;
        try {
            var compose = new Compose(LoadSettings.builder().setLabel(file).build());
            root = compose.composeString(new String(content, StandardCharsets.UTF_8))
                    .orElseThrow(() -> new BadData(file + " is empty.", "Copy a shipped universe and edit it."));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            throw new BadData("%s line %d: not YAML (%s).".formatted(file, line, e.getProblem()), "Correct that line.");
        }
        return reader.universe(root, checksum(content));
    }

    private static String checksum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Universe universe(Node root, String checksum) {
        var map = mapping(root, "the file");
        for (var tuple : map.getValue()) {
            String key = text(tuple.getKeyNode(), "a key");
            if (!KEYS.contains(key)) {
                throw bad(
                        tuple.getKeyNode(),
                        "key '%s' is not known".formatted(key),
                        "Use universe, title, question, more_means, rows, choices and excluded.");
            }
        }
        String rows = text(need(map, "rows"), "rows");
        if (!rows.equals("placements") && !rows.equals("determinations")) {
            throw bad(need(map, "rows"), "rows: '%s'".formatted(rows), "Use placements or determinations.");
        }
        var choices = choices(need(map, "choices"));
        var interest = mapping(need(mapping(need(map, "choices"), "choices"), "interest"), "interest");
        return new Universe(
                text(need(map, "universe"), "universe"),
                text(need(map, "title"), "title"),
                text(need(map, "question"), "question"),
                text(need(map, "more_means"), "more_means"),
                rows.equals("determinations"),
                choices,
                orientations(interest, Objects.requireNonNull(choices.get(Dimension.INTEREST)).options()),
                find(map, "excluded") == null ? List.of() : exclusions(need(map, "excluded")),
                checksum);
    }

    private Map<Dimension, Universe.Choice> choices(Node node) {
        var choices = new EnumMap<Dimension, Universe.Choice>(Dimension.class);
        for (var tuple : mapping(node, "choices").getValue()) {
            var dimension = dimension(tuple.getKeyNode());
            var body = mapping(tuple.getValueNode(), dimension.key());
            for (var inner : body.getValue()) {
                String key = text(inner.getKeyNode(), "a key");
                boolean known = key.equals("options")
                        || key.equals("why")
                        || (dimension == Dimension.INTEREST && key.equals("orientation"));
                if (!known) {
                    throw bad(
                            inner.getKeyNode(),
                            "choices.%s: key '%s' is not known".formatted(dimension.key(), key),
                            "Use options and why (and orientation for the interest).");
                }
            }
            String why = text(need(body, "why"), "why");
            choices.put(dimension, new Universe.Choice(options(need(body, "options"), dimension), why));
        }
        for (var dimension : Dimension.values()) {
            if (!choices.containsKey(dimension)) {
                throw bad(
                        node,
                        "choices: '%s' is missing".formatted(dimension.key()),
                        "Add it, with one option where nothing is to be varied.");
            }
        }
        return choices;
    }

    /// Every measure says which way it points, and no other name stands there.
    private Map<String, Universe.Orientation> orientations(
            MappingNode interest, List<String> measures) {
        var found = new TreeMap<String, Universe.Orientation>();
        var node = mapping(need(interest, "orientation"), "orientation");
        for (var tuple : node.getValue()) {
            String measure = text(tuple.getKeyNode(), "a measure");
            if (!measures.contains(measure)) {
                throw bad(
                        tuple.getKeyNode(),
                        "orientation: '%s' is not an option of the interest".formatted(measure),
                        "Use one of " + String.join(", ", measures) + ".");
            }
            var body = mapping(tuple.getValueNode(), measure);
            var sign = need(body, "sign");
            String written = text(sign, "sign");
            if (!written.matches("[+-]1")) {
                throw bad(
                        sign,
                        "orientation.%s: sign '%s'".formatted(measure, written),
                        "Write +1 where a larger number is more of the interest, -1 where it is less.");
            }
            found.put(measure, new Universe.Orientation(Integer.parseInt(written), text(need(body, "why"), "why")));
        }
        for (var measure : measures) {
            if (!found.containsKey(measure)) {
                throw bad(
                        node,
                        "orientation: '%s' is missing".formatted(measure),
                        "Say with sign and why which way it points.");
            }
        }
        return found;
    }

    private List<String> options(Node node, Dimension dimension) {
        var options = new ArrayList<String>();
        var nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        for (var item : nodes) {
            String option = text(item, dimension.key());
            if (!dimension.options().isEmpty() && !dimension.options().contains(option)) {
                throw bad(
                        item,
                        "%s: '%s' is not an option".formatted(dimension.key(), option),
                        "Use one of " + String.join(", ", dimension.options()) + ".");
            }
            if (options.contains(option)) {
                throw bad(item, "%s: '%s' stands twice".formatted(dimension.key(), option), "Keep one of them.");
            }
            options.add(option);
        }
        if (options.isEmpty()) {
            throw bad(node, "%s has no option".formatted(dimension.key()), "Give at least one.");
        }
        return options;
    }

    private List<Universe.Exclusion> exclusions(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            throw bad(node, "excluded is not a list", "Begin each entry with '- when:'.");
        }
        var exclusions = new ArrayList<Universe.Exclusion>();
        for (var item : sequence.getValue()) {
            var body = mapping(item, "an exclusion");
            var when = new EnumMap<Dimension, List<String>>(Dimension.class);
            for (var tuple : mapping(need(body, "when"), "when").getValue()) {
                var dimension = dimension(tuple.getKeyNode());
                when.put(dimension, options(tuple.getValueNode(), dimension));
            }
            exclusions.add(new Universe.Exclusion(when, text(need(body, "why"), "why")));
        }
        return exclusions;
    }

    private Dimension dimension(Node key) {
        String name = text(key, "a key");
        return Dimension.ofKey(name)
                .orElseThrow(() -> bad(
                        key,
                        "'%s' is not a choice".formatted(name),
                        "Use "
                                + String.join(
                                        ", ",
                                        java.util.Arrays.stream(Dimension.values())
                                                .map(Dimension::key)
                                                .toList())
                                + "."));
    }

    private MappingNode mapping(Node node, String what) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw bad(node, what + " is not a set of keys", "Write 'key: value' lines below it.");
    }

    private String text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw bad(node, what + " is not a text", "Write one value.");
    }

    private Node need(MappingNode map, String key) {
        var node = find(map, key);
        if (node == null) {
            throw bad(map, "key '%s' is missing".formatted(key), "Add it.");
        }
        return node;
    }

    private static @org.jspecify.annotations.Nullable Node find(MappingNode map, String key) {
        for (var tuple : map.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode scalar
                    && scalar.getValue().equals(key)) {
                return tuple.getValueNode();
            }
        }
        return null;
    }

    private BadData bad(Node node, String what, String remedy) {
        int line = node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
        return new BadData("%s line %d: %s.".formatted(file, line, what), remedy);
    }
}
