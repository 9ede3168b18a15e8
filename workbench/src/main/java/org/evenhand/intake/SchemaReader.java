package org.evenhand.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.catalogue.ProtectedCounts;
import org.evenhand.catalogue.TableInfo;
import org.evenhand.core.BadData;
import org.evenhand.core.Basis;
import org.evenhand.core.Source;
import org.evenhand.statistics.disclosure.Cube;
import tools.jackson.databind.JsonNode;

/// Reads `datapackage.json` (Frictionless Data Package, one tabular resource) strictly: what it does not know
/// of the parts it needs, it refuses with the key.
final class SchemaReader {
    private static final String FOREIGN_KEYS = "resources[0].schema.foreignKeys";
    private static final String MICRODATA = "resources[0].microdata";

    /// Columns that the counts have themselves, or that name no group of people.
    private static final List<String> RESERVED =
            List.of("sources", ProtectedCounts.PEOPLE, ProtectedCounts.WITHHELD, ProtectedCounts.THRESHOLD);

    private final Path folder;
    private final PackageFile file;

    private SchemaReader(Path folder) {
        this.folder = folder;
        this.file = new PackageFile(folder);
    }

    /// Reads the package in `folder`.
    ///
    /// @throws BadData naming the file and the key
    static TableSchema read(Path folder) {
        return new SchemaReader(folder.toAbsolutePath().normalize()).read();
    }

    private TableSchema read() {
        JsonNode root = file.parse();
        JsonNode resources = root.path("resources");
        if (!resources.isArray() || resources.size() != 1) {
            throw file.bad("resources", "a list with exactly one resource", "Describe one table a folder.");
        }
        JsonNode resource = resources.get(0);
        String name = name(resource);
        JsonNode schema = resource.path("schema");
        var rules = new FieldReader(file).rules(schema.path("fields"));
        var info = new TableInfo(
                name,
                file.text(root, "title", "title"),
                file.text(root, "description", "description"),
                licences(root.path("licenses")),
                file.texts(root.path("notes"), "notes"),
                rules.stream().map(FieldRule::field).toList(),
                primaryKey(schema, rules),
                sources(root.path("sources")),
                "");
        JsonNode rows = resource.path("rows");
        long most = file.count(rows.path("maximum"), "resources[0].rows.maximum", -1);
        return new TableSchema(
                info,
                folder,
                rules,
                references(schema.path("foreignKeys"), rules),
                file.count(rows.path("minimum"), "resources[0].rows.minimum", 1),
                most < 0 ? Optional.empty() : Optional.of(most),
                microdata(resource.path("microdata"), rules));
    }

    /// How people are to be counted, if a row is a person. A word misspelt here could print somebody, so
    /// nothing is passed over.
    private Optional<Microdata> microdata(JsonNode node, List<FieldRule> rules) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isObject() || node.size() != 2 || !node.has("threshold") || !node.has("dimensions")) {
            throw file.bad(
                    MICRODATA,
                    "an object with threshold and dimensions and nothing else",
                    "Write for example {\"threshold\": 10, \"dimensions\": [\"origin\", \"year\"]}.");
        }
        long threshold = file.count(node.path("threshold"), MICRODATA + ".threshold", 0);
        if (threshold < 2 || threshold > 1_000_000) {
            throw file.bad(
                    MICRODATA + ".threshold",
                    "a whole number from 2 to 1000000",
                    "Name the smallest number of people that the publisher lets be printed.");
        }
        var dimensions = file.texts(node.path("dimensions"), MICRODATA + ".dimensions");
        boolean known = dimensions.stream().allMatch(name -> has(rules, name) && !RESERVED.contains(name));
        if (dimensions.isEmpty()
                || dimensions.size() > Cube.MOST_DIMENSIONS
                || dimensions.stream().distinct().count() < dimensions.size()
                || !known) {
            throw file.bad(
                    MICRODATA + ".dimensions",
                    "one to four different names of fields, none of them " + String.join(", ", RESERVED),
                    "Name the columns that people may be counted by.");
        }
        return Optional.of(new Microdata(threshold, dimensions));
    }

    /// The name of the folder, of the resource and of the CSV file: all three the same, so none leads out of the
    /// folder.
    private String name(JsonNode resource) {
        String name = file.text(resource, "resources[0].name", "name");
        String expected = String.valueOf(folder.getFileName());
        if (!name.equals(expected)) {
            throw file.bad(
                    "resources[0].name",
                    "'%s', the folder's name".formatted(expected),
                    "Rename the resource or the folder.");
        }
        String path = file.text(resource, "resources[0].path", "path");
        if (!path.equals(name + ".csv")) {
            throw file.bad(
                    "resources[0].path",
                    "'%s.csv', a file in the same folder".formatted(name),
                    "Put the table beside its datapackage.json under that name.");
        }
        return name;
    }

    private List<String> primaryKey(JsonNode schema, List<FieldRule> rules) {
        var key = file.texts(schema.path("primaryKey"), "resources[0].schema.primaryKey");
        for (var column : key) {
            if (!has(rules, column)) {
                throw file.bad(
                        "resources[0].schema.primaryKey",
                        "names of fields",
                        "Correct '%s'.".formatted(CsvTableReader.shown(column)));
            }
        }
        return key;
    }

    private static boolean has(List<FieldRule> rules, String column) {
        return rules.stream().anyMatch(r -> r.field().name().equals(column));
    }

    private List<TableSchema.Reference> references(JsonNode keys, List<FieldRule> rules) {
        var references = new ArrayList<TableSchema.Reference>();
        for (JsonNode key : file.list(keys, FOREIGN_KEYS)) {
            JsonNode to = key.path("reference");
            String field = one(key, "fields");
            if (!has(rules, field)) {
                throw file.bad(FOREIGN_KEYS, "names of fields", "Correct '%s'.".formatted(CsvTableReader.shown(field)));
            }
            references.add(new TableSchema.Reference(
                    field, file.text(to, FOREIGN_KEYS + ".reference.resource", "resource"), one(to, "fields")));
        }
        return references;
    }

    private String one(JsonNode node, String key) {
        var names = file.texts(node.path(key), FOREIGN_KEYS);
        if (names.size() != 1) {
            throw file.bad(FOREIGN_KEYS, "keys of one column", "Name one field and the one it points to.");
        }
        return names.getFirst();
    }

    private List<String> licences(JsonNode licences) {
        var names = new ArrayList<String>();
        for (JsonNode licence : file.list(licences, "licenses")) {
            names.add(file.text(licence, "licenses[%d].name".formatted(names.size()), "name"));
        }
        return names;
    }

    private TreeMap<String, Source> sources(JsonNode nodes) {
        var sources = new TreeMap<String, Source>();
        int i = 0;
        for (JsonNode node : file.list(nodes, "sources")) {
            String at = "sources[%d]".formatted(i++);
            String key = file.text(node, at + ".key", "key");
            if (key.chars().anyMatch(c -> c == '+' || FieldRule.unseen((char) c))) {
                throw file.bad(at + ".key", "letters, digits, '-', '_' and '.'", "Rename the source.");
            }
            var source = new Source(
                    key,
                    file.text(node, at + ".title", "title"),
                    file.textOr(node, at + ".publisher", "publisher", ""),
                    file.textOr(node, at + ".date", "date", ""),
                    file.textOr(node, at + ".path", "path", ""),
                    file.textOr(node, at + ".licence", "licence", ""),
                    file.textOr(node, at + ".redistribution", "redistribution", "unstated"),
                    basis(node, at));
            if (sources.put(key, source) != null) {
                throw file.bad(at + ".key", "a key used once", "Remove one of the sources '%s'.".formatted(key));
            }
        }
        if (sources.isEmpty()) {
            throw file.bad("sources", "at least one source", "Name where the numbers come from.");
        }
        return sources;
    }

    private Basis basis(JsonNode node, String at) {
        String basis = file.text(node, at + ".basis", "basis");
        return switch (basis) {
            case "sourced" -> Basis.SOURCED;
            case "derived" -> Basis.DERIVED;
            case "unverified" -> Basis.UNVERIFIED;
            default -> throw file.bad(at + ".basis", "sourced, derived or unverified", "Choose one of these.");
        };
    }
}
