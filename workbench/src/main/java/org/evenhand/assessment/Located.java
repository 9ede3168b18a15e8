package org.evenhand.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.core.BadData;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A value of a YAML or JSON file that knows its key and line. JSON is read as the YAML that it is.
sealed interface Located {
    /// Where it stands: file, line and key, for messages.
    Place place();

    /// A place in a file.
    ///
    /// @param file the file's name
    /// @param line from 1
    /// @param key dotted path, for example `answers.MS-1`; empty at the top
    record Place(String file, int line, String key) {
        BadData bad(String found, String expected) {
            return new BadData(
                    "%s line %d%s: %s, expected %s."
                            .formatted(file, line, key.isEmpty() ? "" : ", " + key, found, expected),
                    "Correct this entry; evenhand law assess --template ISO3 YEAR shows the form.");
        }
    }

    /// A value without parts, as written.
    record Scalar(Place place, String text) implements Located {}

    /// Named values, in order.
    record Mapping(Place place, Map<String, Located> entries) implements Located {}

    /// Values in order.
    record Sequence(Place place, List<Located> items) implements Located {}

    /// Reads a file's text.
    ///
    /// @throws BadData if it is not YAML or JSON, is empty, or names a key twice
    static Located read(String file, String text) {
        try {
            var settings = LoadSettings.builder()
                    .setLabel(file)
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(2_000_000)
                    .build();
            var node = new Compose(settings).composeString(text);
            return of(file, node.orElseThrow(() -> new Place(file, 1, "").bad("it is empty", "an assessment")), "", 0);
        } catch (StackOverflowError _) {
            // The parser descends without a limit of its own; a file nested thousands deep is no assessment.
            throw new Place(file, 1, "").bad("it is nested too deeply", "the form of an assessment");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            throw new Place(file, line, "").bad("it is not YAML or JSON: " + e.getProblem(), "an assessment");
        } catch (YamlEngineException e) {
            throw new Place(file, 1, "")
                    .bad(
                            "it is not YAML or JSON: "
                                    + String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse(""),
                            "an assessment");
        }
    }

    private static Located of(String file, Node node, String key, int depth) {
        var place =
                new Place(file, node.getStartMark().map(m -> m.getLine() + 1).orElse(1), key);
        if (depth > 8) {
            throw place.bad("it is nested too deeply", "the form of an assessment");
        }
        return switch (node) {
            case ScalarNode scalar -> new Scalar(place, scalar.getValue().strip());
            case SequenceNode sequence -> {
                var items = new ArrayList<Located>();
                for (var item : sequence.getValue()) {
                    items.add(of(file, item, "%s[%d]".formatted(key, items.size()), depth + 1));
                }
                yield new Sequence(place, List.copyOf(items));
            }
            case MappingNode mapping -> {
                var entries = new LinkedHashMap<String, Located>();
                for (var pair : mapping.getValue()) {
                    if (!(pair.getKeyNode() instanceof ScalarNode name)) {
                        throw place.bad("a key is not a word", "a word");
                    }
                    var path = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
                    var value = of(file, pair.getValueNode(), path, depth + 1);
                    int line = name.getStartMark().map(m -> m.getLine() + 1).orElse(place.line());
                    if (entries.put(name.getValue(), value) != null) {
                        throw new Place(file, line, path).bad("the key stands there twice", "each key once");
                    }
                }
                yield new Mapping(place, entries);
            }
            default -> throw place.bad("it is of an unknown kind", "the form of an assessment");
        };
    }
}
