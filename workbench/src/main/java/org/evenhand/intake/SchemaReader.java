package org.evenhand.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.evenhand.catalogue.Field;
import org.evenhand.catalogue.FieldType;
import org.evenhand.catalogue.TableInfo;
import org.evenhand.core.BadData;
import org.evenhand.core.Basis;
import org.evenhand.core.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads `datapackage.json` (Frictionless Data Package, one tabular resource) strictly: what it does not know of the
/// parts it
/// needs, it refuses with the key.
final class SchemaReader {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final long LARGEST = 2_000_000;

    private final Path folder;
    private final Path file;

    private SchemaReader(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("datapackage.json");
    }

    /// Reads the package in `folder`.
    ///
    /// @throws BadData naming the file and the key
    static TableSchema read(Path folder) {
        return new SchemaReader(folder.toAbsolutePath().normalize()).read();
    }

    private TableSchema read() {
        JsonNode root = parse();
        JsonNode resources = root.path("resources");
        if (!resources.isArray() || resources.size() != 1) {
            throw bad("resources", "a list with exactly one resource", "Describe one table a folder.");
        }
        JsonNode resource = resources.get(0);
        String name = text(resource, "resources[0].name", "name");
        String expected = String.valueOf(folder.getFileName());
        if (!name.equals(expected)) {
            throw bad(
                    "resources[0].name",
                    "'%s', the folder's name".formatted(expected),
                    "Rename the resource or the folder.");
        }
        String path = text(resource, "resources[0].path", "path");
        if (!path.equals(name + ".csv")) {
            throw bad(
                    "resources[0].path",
                    "'%s.csv', a file in the same folder".formatted(name),
                    "Put the table beside its datapackage.json under that name.");
        }
        JsonNode schema = resource.path("schema");
        var rules = rules(schema.path("fields"));
        var key = texts(schema.path("primaryKey"), "resources[0].schema.primaryKey");
        for (var column : key) {
            if (rules.stream().noneMatch(r -> r.field().name().equals(column))) {
                throw bad("resources[0].schema.primaryKey", "names of fields", "Correct '%s'.".formatted(column));
            }
        }
        var info = new TableInfo(
                name,
                text(root, "title", "title"),
                text(root, "description", "description"),
                licences(root.path("licenses")),
                texts(root.path("notes"), "notes"),
                rules.stream().map(FieldRule::field).toList(),
                key,
                sources(root.path("sources")),
                "");
        JsonNode count = resource.path("rows");
        return new TableSchema(
                info,
                folder,
                rules,
                references(schema.path("foreignKeys")),
                count.path("minimum").asLong(1),
                count.has("maximum") ? Optional.of(count.path("maximum").asLong()) : Optional.empty());
    }

    private JsonNode parse() {
        try {
            if (Files.size(file) > LARGEST) {
                throw new BadData(
                        "%s is larger than 2 MB.".formatted(file), "Check that it is a description and not data.");
            }
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new BadData(
                    "%s line %d, column %d: not valid JSON (%s)."
                            .formatted(file, at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()),
                    "Correct the JSON there.");
        } catch (IOException e) {
            throw new BadData("%s cannot be read.".formatted(file), "Put a datapackage.json beside each table.");
        }
    }

    private List<FieldRule> rules(JsonNode fields) {
        var rules = new ArrayList<FieldRule>();
        var names = new LinkedHashSet<String>();
        for (JsonNode field : fields) {
            String at = "resources[0].schema.fields[%d]".formatted(rules.size());
            String name = text(field, at + ".name", "name");
            if (!names.add(name)) {
                throw bad(at + ".name", "a name used once", "Rename one of the fields '%s'.".formatted(name));
            }
            JsonNode limits = field.path("constraints");
            var allowed = new LinkedHashSet<String>();
            limits.path("enum").forEach(value -> allowed.add(value.asString()));
            rules.add(new FieldRule(
                    new Field(
                            name,
                            type(field, at),
                            field.path("title").asString(name),
                            field.path("unit").asString(""),
                            field.path("description").asString("")),
                    limits.path("required").asBoolean(false),
                    bound(limits.path("minimum")),
                    bound(limits.path("maximum")),
                    Set.copyOf(allowed).isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(allowed),
                    pattern(limits.path("pattern"), at)));
        }
        if (rules.isEmpty()) {
            throw bad("resources[0].schema.fields", "at least one field", "Describe the columns of the table.");
        }
        return rules;
    }

    private FieldType type(JsonNode field, String at) {
        String type = text(field, at + ".type", "type").toUpperCase(Locale.ROOT);
        for (var known : FieldType.values()) {
            if (known.name().equals(type)) {
                return known;
            }
        }
        throw bad(at + ".type", "string, integer, number, boolean, date or year", "Choose one of these types.");
    }

    private static Optional<BigDecimal> bound(JsonNode node) {
        return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
    }

    private Optional<Pattern> pattern(JsonNode node, String at) {
        if (!node.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(node.asString()));
        } catch (PatternSyntaxException e) {
            throw bad(at + ".constraints.pattern", "a regular expression", "Correct it: " + e.getDescription() + ".");
        }
    }

    private List<TableSchema.Reference> references(JsonNode keys) {
        var references = new ArrayList<TableSchema.Reference>();
        for (JsonNode key : keys) {
            JsonNode to = key.path("reference");
            references.add(new TableSchema.Reference(
                    one(key.path("fields")), to.path("resource").asString(""), one(to.path("fields"))));
        }
        return references;
    }

    private static String one(JsonNode node) {
        return node.isArray() && node.size() == 1 ? node.get(0).asString("") : node.asString("");
    }

    private static List<String> licences(JsonNode licences) {
        var names = new ArrayList<String>();
        licences.forEach(licence -> names.add(licence.path("name").asString("")));
        return names;
    }

    private TreeMap<String, Source> sources(JsonNode nodes) {
        var sources = new TreeMap<String, Source>();
        int i = 0;
        for (JsonNode node : nodes) {
            String at = "sources[%d]".formatted(i++);
            String key = text(node, at + ".key", "key");
            var source = new Source(
                    key,
                    text(node, at + ".title", "title"),
                    node.path("publisher").asString(""),
                    node.path("date").asString(""),
                    node.path("path").asString(""),
                    node.path("licence").asString(""),
                    node.path("redistribution").asString("unstated"),
                    basis(node, at));
            if (sources.put(key, source) != null) {
                throw bad(at + ".key", "a key used once", "Remove one of the sources '%s'.".formatted(key));
            }
        }
        if (sources.isEmpty()) {
            throw bad("sources", "at least one source", "Name where the numbers come from.");
        }
        return sources;
    }

    private Basis basis(JsonNode node, String at) {
        String basis = text(node, at + ".basis", "basis");
        return switch (basis) {
            case "sourced" -> Basis.SOURCED;
            case "derived" -> Basis.DERIVED;
            case "unverified" -> Basis.UNVERIFIED;
            default -> throw bad(at + ".basis", "sourced, derived or unverified", "Choose one of these.");
        };
    }

    private List<String> texts(JsonNode node, String at) {
        var texts = new ArrayList<String>();
        if (node.isString()) {
            texts.add(node.asString());
        }
        for (JsonNode item : node) {
            if (!item.isString()) {
                throw bad(at, "a list of texts", "Correct the list.");
            }
            texts.add(item.asString());
        }
        return texts;
    }

    private String text(JsonNode node, String at, String key) {
        JsonNode value = node.path(key);
        if (!value.isString() || value.asString().isBlank()) {
            throw bad(at, "a text", "Add the key.");
        }
        if (value.asString().length() > 10_000) {
            throw bad(at, "at most 10,000 characters", "Shorten the text.");
        }
        return value.asString();
    }

    private BadData bad(String key, String expected, String remedy) {
        return new BadData("%s, key %s: expected %s.".formatted(file, key, expected), remedy);
    }
}
