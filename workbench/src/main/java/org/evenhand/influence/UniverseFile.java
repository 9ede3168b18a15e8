package org.evenhand.influence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.core.BadData;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The YAML of one universe file: its nodes, and messages that name file, line and key.
///
/// @param name the file's name
record UniverseFile(String name) {
    /// The whole file.
    ///
    /// @throws BadData if it is not YAML
    Node parse(byte[] content) {
        String text = text(content);
        try {
            var settings = LoadSettings.builder()
                    .setLabel(name)
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(2_000_000)
                    .build();
            return new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> bad(1, "the file is empty", "Copy a shipped universe and edit it."));
        } catch (StackOverflowError _) {
            // The parser descends without a limit of its own.
            throw bad(1, "the file is nested too deeply", "Copy a shipped universe and edit it.");
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark().or(e::getContextMark);
            int line = mark.map(m -> m.getLine() + 1).orElse(1);
            String problem = Optional.ofNullable(e.getProblem()).orElse("no reason given");
            throw bad(line, "not YAML (%s)".formatted(problem), "Correct that line.");
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            throw bad(
                    line,
                    "character U+%04X may not stand in YAML".formatted(e.getCodePoint()),
                    "Delete it, or write it as an escape in double quotes.");
        } catch (YamlEngineException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
            throw bad(1, "not YAML (%s)".formatted(reason), "Copy a shipped universe and edit it.");
        }
    }

    private String text(byte[] content) {
        var bytes = ByteBuffer.wrap(content);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        try {
            return decoder.decode(bytes).toString();
        } catch (CharacterCodingException _) {
            // The buffer stands at the first byte that could not be read.
            int line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += content[i] == '\n' ? 1 : 0;
            }
            throw bad(line, "the text is not UTF-8", "Save the file as UTF-8.");
        }
    }

    /// A set of keys, each of them once.
    MappingNode mapping(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw bad(node, what + " is not a set of keys", "Write 'key: value' lines below it.");
        }
        var seen = new HashSet<String>();
        for (var tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode(), "a key of " + what);
            if (!seen.add(key)) {
                throw bad(tuple.getKeyNode(), "%s: key '%s' stands twice".formatted(what, key), "Keep one of them.");
            }
        }
        return mapping;
    }

    /// A set of keys, none but these.
    MappingNode mapping(Node node, String what, Set<String> known) {
        var mapping = mapping(node, what);
        for (var tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode(), "a key of " + what);
            if (!known.contains(key)) {
                throw bad(
                        tuple.getKeyNode(),
                        "%s: key '%s' is not known".formatted(what, key),
                        "Use " + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
        return mapping;
    }

    /// One value, not empty.
    String text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw bad(node, what + " is not a text", "Write one value.");
    }

    /// A list, or the one value that stands in place of it.
    List<Node> list(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    Optional<Node> find(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().strip().equals(key))
                .map(tuple -> tuple.getValueNode())
                .findFirst();
    }

    Node need(MappingNode map, String what, String key) {
        return find(map, key).orElseThrow(() -> bad(map, "%s: key '%s' is missing".formatted(what, key), "Add it."));
    }

    BadData bad(Node node, String what, String remedy) {
        return bad(node.getStartMark().map(m -> m.getLine() + 1).orElse(1), what, remedy);
    }

    private BadData bad(int line, String what, String remedy) {
        return new BadData("%s line %d: %s.".formatted(name, line, what), remedy);
    }
}
