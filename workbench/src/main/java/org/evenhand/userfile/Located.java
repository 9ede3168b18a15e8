package org.evenhand.userfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public sealed interface Located {
    /// Where it stands: file, line and key, for messages.
    Place place();

    /// What a file is, for messages.
    ///
    /// @param what with its article, for example `an assessment`
    /// @param remedy what to do about a mistake, for example which command shows the form
    record Form(String what, String remedy) {}

    /// A place in a file.
    ///
    /// @param form what the file is
    /// @param file the file's name
    /// @param line from 1
    /// @param key dotted path, for example `answers.MS-1`; empty at the top
    record Place(Form form, String file, int line, String key) {
        /// A mistake here, in one sentence.
        public BadData bad(String found, String expected) {
            return new BadData(
                    "%s line %d%s: %s, expected %s."
                            .formatted(file, line, key.isEmpty() ? "" : ", " + key, found, expected),
                    form.remedy());
        }
    }

    /// A value without parts, as written.
    record Scalar(Place place, String text) implements Located {}

    /// Named values, in order.
    record Mapping(Place place, Map<String, Located> entries) implements Located {
        /// The value of a key.
        ///
        /// @throws BadData if the key is missing
        public Located required(String key) {
            var value = entries.get(key);
            if (value == null) {
                throw place.bad("the key %s is missing".formatted(key), "it");
            }
            return value;
        }

        public Optional<Located> optional(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /// Holds the keys to those that are known.
        ///
        /// @throws BadData at the first that is not
        public void known(String... keys) {
            var all = List.of(keys);
            entries.forEach((key, value) -> {
                if (!all.contains(key)) {
                    throw value.place()
                            .bad("the key %s is not known here".formatted(key), "one of " + String.join(", ", keys));
                }
            });
        }
    }

    /// Values in order.
    record Sequence(Place place, List<Located> items) implements Located {}

    /// The named values that this is.
    ///
    /// @throws BadData if it is something else
    default Mapping mapping() {
        if (this instanceof Mapping mapping) {
            return mapping;
        }
        throw place().bad("a single value or a list", "named values");
    }

    /// The list that this is.
    ///
    /// @throws BadData if it is something else
    default Sequence sequence() {
        if (this instanceof Sequence sequence) {
            return sequence;
        }
        throw place().bad("no list", "a list");
    }

    /// The single value that this is, as written.
    ///
    /// @throws BadData if it is something else
    default String word() {
        if (this instanceof Scalar(var _, var text)) {
            return text;
        }
        throw place().bad("several values", "a single one");
    }

    /// Reads a file's text; a byte order mark at its head is passed over.
    ///
    /// @throws BadData if it is not YAML or JSON, is empty, or names a key twice
    static Located read(String file, String text, Form form) {
        try {
            var settings = LoadSettings.builder()
                    .setLabel(file)
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(2_000_000)
                    .build();
            var node = new Compose(settings).composeString(text);
            var root = node.orElseThrow(() -> new Place(form, file, 1, "").bad("it is empty", form.what()));
            return of(new Place(form, file, line(root), ""), root, 0);
        } catch (StackOverflowError _) {
            // The parser descends without a limit of its own; no form nests thousands deep.
            throw new Place(form, file, 1, "").bad("it is nested too deeply", form.what());
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            throw new Place(form, file, line, "").bad("it is not YAML or JSON: " + e.getProblem(), form.what());
        } catch (YamlEngineException e) {
            var first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new Place(form, file, 1, "").bad("it is not YAML or JSON: " + first, form.what());
        }
    }

    /// @param place where it stands: the line of its key, or its own in a list
    private static Located of(Place place, Node node, int depth) {
        String key = place.key();
        if (depth > 8) {
            throw place.bad(
                    "it is nested too deeply", "the form of " + place.form().what());
        }
        return switch (node) {
            case ScalarNode scalar -> new Scalar(place, scalar.getValue().strip());
            case SequenceNode sequence -> {
                var items = new ArrayList<Located>();
                for (var item : sequence.getValue()) {
                    var at = new Place(place.form(), place.file(), line(item), "%s[%d]".formatted(key, items.size()));
                    items.add(of(at, item, depth + 1));
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
                    var at = new Place(place.form(), place.file(), line(name), path);
                    if (entries.put(name.getValue(), of(at, pair.getValueNode(), depth + 1)) != null) {
                        throw at.bad("the key stands there twice", "each key once");
                    }
                }
                yield new Mapping(place, entries);
            }
            default ->
                throw place.bad(
                        "it is of an unknown kind",
                        "the form of " + place.form().what());
        };
    }

    private static int line(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }
}
