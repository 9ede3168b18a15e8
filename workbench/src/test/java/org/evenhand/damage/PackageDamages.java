package org.evenhand.damage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Damage to `datapackage.json`: as JSON, as a description, as a way out of its folder.
final class PackageDamages {
    private final List<TableText> tables;
    private final Random random;
    private final List<Damage> damages = new ArrayList<>();

    private PackageDamages(List<TableText> tables, Random random) {
        this.tables = tables;
        this.random = random;
    }

    static List<Damage> of(List<TableText> tables, Random random) {
        var packages = new PackageDamages(tables, random);
        packages.waysOut();
        packages.notJson();
        packages.descriptions();
        packages.schemas();
        packages.counts();
        packages.places();
        packages.harmless();
        return packages.damages;
    }

    private TableText any() {
        return tables.get(random.nextInt(tables.size()));
    }

    private void changed(String kind, String words, Consumer<ObjectNode> change) {
        var table = any();
        damages.add(Damage.inPackage(kind, table.name(), words, data -> table.describe(data, change)));
    }

    private void text(String kind, String words, java.util.function.UnaryOperator<String> change) {
        var table = any();
        damages.add(Damage.inPackage(
                kind, table.name(), words, data -> table.describe(data, change.apply(table.described(_ -> {})))));
    }

    private static ObjectNode resource(ObjectNode root) {
        return (ObjectNode) root.get("resources").get(0);
    }

    private static ObjectNode schema(ObjectNode root) {
        return (ObjectNode) resource(root).get("schema");
    }

    private static ObjectNode field(ObjectNode root) {
        return (ObjectNode) schema(root).get("fields").get(0);
    }

    private static ObjectNode limits(ObjectNode root) {
        return (ObjectNode) field(root).get("constraints");
    }

    private static ObjectNode source(ObjectNode root) {
        return (ObjectNode) root.get("sources").get(0);
    }

    private void waysOut() {
        for (var path : List.of(
                "../tiers/tiers.csv",
                "/etc/hostname",
                "..\\tiers\\tiers.csv",
                "https://example.org/tiers.csv",
                "./x/../t.csv")) {
            changed(
                    "a path out of the folder",
                    "resources\\[0\\]\\.path",
                    root -> resource(root).put("path", path));
        }
        changed(
                "a name out of the folder",
                "resources\\[0\\]\\.name",
                root -> resource(root).put("name", "../tiers"));
    }

    private void notJson() {
        String place = "line \\d+, column \\d+";
        text("JSON cut short", place, json -> json.substring(0, json.length() / 2));
        text("a comma too many", place, json -> json.replaceFirst("\\{", "{,"));
        text("a comment", place, json -> "// the table\n" + json);
        text("text after the end", place, json -> json + " {}");
        text("single quotes", place, json -> json.replace('"', '\''));
        text("a key given twice", place, json -> json.replaceFirst("\\{", "{\"title\": \"Other\", "));
        text("a hundred thousand brackets", "nesting depth", json -> "[".repeat(100_000));
        text(
                "a number of two thousand digits",
                "length",
                json -> json.replaceFirst("\\{", "{\"x\": " + "9".repeat(2_000) + ", "));
        text("three million characters", "larger than", json -> json + " ".repeat(3_000_000));
        text("a list", "resources", json -> "[]");
        text("nothing", "resources|line \\d+", json -> "");
        text("null", "resources", json -> "null");
        var table = any();
        damages.add(
                Damage.inPackage("a byte of another encoding", table.name(), place, data -> writeLatin(data, table)));
    }

    private static void writeLatin(Path data, TableText table) {
        try {
            Files.write(
                    TableText.description(data, table.name()),
                    table.described(root -> root.put("title", "Pa\u00EDses")).getBytes(StandardCharsets.ISO_8859_1));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void descriptions() {
        changed("no title", "title", root -> root.remove("title"));
        changed("a title that is a number", "title", root -> root.put("title", 7));
        changed(
                "a note of a hundred thousand characters",
                "notes",
                root -> ((ArrayNode) root.get("notes")).add("x".repeat(100_000)));
        changed(
                "a publisher of a hundred thousand characters",
                "publisher",
                root -> source(root).put("publisher", "x".repeat(100_000)));
        changed("a publisher that is a list", "publisher", root -> source(root).putArray("publisher"));
        changed("an unknown basis", "basis", root -> source(root).put("basis", "certain"));
        changed("no sources", "sources", root -> root.putArray("sources"));
        changed(
                "a source twice",
                "sources\\[\\d+\\]\\.key",
                root -> ((ArrayNode) root.get("sources")).add(source(root).deepCopy()));
        changed(
                "two resources",
                "resources",
                root -> ((ArrayNode) root.get("resources")).add(resource(root).deepCopy()));
        changed("no resource", "resources", root -> root.putArray("resources"));
        var tiers = tables.stream()
                .filter(t -> t.name().equals("tiers"))
                .findFirst()
                .orElseThrow();
        damages.add(Damage.inPackage(
                        "a source that another table describes otherwise",
                        "tiers",
                        "usinfo-2003.*determinations",
                        data -> tiers.describe(data, root -> shared(root).put("title", "Another statement")))
                .withAll());
    }

    /// The White House's statement of 2003, which placements and determinations rest on.
    private static ObjectNode shared(ObjectNode root) {
        for (var source : root.get("sources")) {
            if (source.get("key").asString().equals("usinfo-2003")) {
                return (ObjectNode) source;
            }
        }
        throw new IllegalStateException("tiers no longer cites usinfo-2003");
    }

    private void schemas() {
        String at = "fields\\[\\d+\\]";
        changed("a type that does not exist", at, root -> field(root).put("type", "money"));
        changed("a field without a name", at, root -> field(root).remove("name"));
        changed(
                "a field twice",
                at,
                root -> ((ArrayNode) schema(root).get("fields")).add(field(root).deepCopy()));
        changed("no fields", "fields", root -> schema(root).putArray("fields"));
        changed(
                "a field title of a hundred thousand characters",
                at,
                root -> field(root).put("title", "x".repeat(100_000)));
        changed("a limit that does not exist", at, root -> limits(root).put("minLength", 3));
        changed("a pattern that is none", at, root -> limits(root).put("pattern", "[A-Z"));
        changed("a pattern that is a number", at, root -> limits(root).put("pattern", 3));
        changed("a least value in words", at, root -> limits(root).put("minimum", "two"));
        changed(
                "a list of allowed values that is a word",
                at,
                root -> limits(root).put("enum", "AF"));
        changed(
                "an allowed value that is an object",
                at,
                root -> limits(root).putArray("enum").addObject());
        changed("required perhaps", at, root -> limits(root).put("required", "perhaps"));
        changed(
                "a key of columns that are not there",
                "primaryKey",
                root -> schema(root).put("primaryKey", "country"));
        changed("a reference from a column that is not there", "foreignKeys", root -> refer(root, "country", "iso3"));
        changed(
                "a reference that is a word",
                "foreignKeys",
                root -> schema(root).put("foreignKeys", "iso3"));
        damages.add(Damage.inPackage(
                "a reference to a column that is not there",
                "lists",
                "foreignKeys|no column|has no",
                data -> table("lists").describe(data, root -> refer(root, "table", "code"))));
    }

    private TableText table(String name) {
        return tables.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no table " + name));
    }

    private static void refer(ObjectNode root, String from, String to) {
        var reference = schema(root).putArray("foreignKeys").addObject();
        reference.put("fields", from);
        reference.putObject("reference").put("resource", "countries").put("fields", to);
    }

    private void counts() {
        var table = any();
        damages.add(Damage.inFile(
                "more rows expected",
                table.name(),
                data -> table.describe(data, root -> rows(root).put("minimum", table.rows() + 1))));
        var other = any();
        damages.add(Damage.inFile(
                "fewer rows expected",
                other.name(),
                data -> other.describe(
                        data, root -> rows(root).put("minimum", 0).put("maximum", other.rows() - 1))));
        changed(
                "an endless number of rows",
                "rows",
                root -> rows(root).put("minimum", new java.math.BigDecimal("1e999999")));
        changed("several rows at least", "rows", root -> rows(root).put("minimum", "several"));
        changed("many rows at most", "rows", root -> rows(root).put("maximum", "many"));
    }

    private static ObjectNode rows(ObjectNode root) {
        return (ObjectNode) resource(root).get("rows");
    }

    private void places() {
        var missing = any();
        damages.add(Damage.inPackage(
                "no description",
                missing.name(),
                "datapackage",
                data -> FileDamages.delete(TableText.description(data, missing.name()))));
        var folder = any();
        damages.add(Damage.inPackage("a folder in its place", folder.name(), "not a file", data -> {
            FileDamages.delete(TableText.description(data, folder.name()));
            FileDamages.makeFolder(TableText.description(data, folder.name()));
        }));
        var linked = any();
        damages.add(Damage.inPackage("a link in its place", linked.name(), "not a file", data -> {
            var file = TableText.description(data, linked.name());
            FileDamages.move(file, data.resolve("elsewhere.json"));
            FileDamages.link(file, data.resolve("elsewhere.json"));
        }));
        damages.add(Damage.inPackage(
                "a folder without a description",
                "notes",
                "datapackage",
                data -> FileDamages.makeFolder(data.resolve("notes"))));
    }

    private void harmless() {
        var table = any();
        damages.add(Damage.harmless("JSON on one line", table.name(), data -> table.describe(data, _ -> {})));
        var marked = any();
        damages.add(Damage.harmless(
                "JSON after a byte-order mark",
                marked.name(),
                data -> marked.describe(data, "\uFEFF" + marked.described(_ -> {}))));
        var more = any();
        damages.add(Damage.harmless(
                "a key for other programs",
                more.name(),
                data -> more.describe(data, root -> root.put("homepage", "https://example.org"))));
    }
}
