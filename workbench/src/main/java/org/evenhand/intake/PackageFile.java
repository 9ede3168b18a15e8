package org.evenhand.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.BadData;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// A `datapackage.json` as JSON, and how its values are read: of the type asked for, or refused with the key.
final class PackageFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final long LARGEST = 2_000_000;
    private static final int LONGEST_TEXT = 10_000;

    private final Path file;

    PackageFile(Path folder) {
        this.file = folder.resolve("datapackage.json");
    }

    /// The root of the file.
    ///
    /// @throws BadData if it is not one whole JSON value, naming line and column
    JsonNode parse() {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new BadData("%s is missing.".formatted(file), "Put a datapackage.json beside each table.");
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new BadData(
                        "%s is not a file.".formatted(file), "Put the description there itself, not behind a link.");
            }
            if (Files.size(file) > LARGEST) {
                throw new BadData(
                        "%s is larger than 2 MB.".formatted(file), "Check that it is a description and not data.");
            }
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw notJson(e);
        } catch (IOException e) {
            throw new BadData("%s cannot be read.".formatted(file), "Check the file and its permissions.");
        }
    }

    private BadData notJson(JacksonException e) {
        var at = e.getLocation();
        String place = at == null ? "" : " line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        String why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return new BadData(
                "%s%s: not valid JSON (%s).".formatted(file, place, CsvTableReader.shown(why, 200)),
                "Correct the JSON there.");
    }

    /// A text that must be there.
    String text(JsonNode node, String at, String key) {
        JsonNode value = node.path(key);
        if (!value.isString() || value.asString().isBlank()) {
            throw bad(at, "a text", "Add the key, or correct its value.");
        }
        return shortEnough(value.asString(), at);
    }

    /// A text that may be left out.
    String textOr(JsonNode node, String at, String key, String otherwise) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isString()) {
            throw bad(at, "a text", "Correct the value, or leave the key out.");
        }
        return shortEnough(value.asString(), at);
    }

    /// A list of texts, a single text, or nothing.
    List<String> texts(JsonNode node, String at) {
        var texts = new ArrayList<String>();
        if (node.isString()) {
            texts.add(shortEnough(node.asString(), at));
            return texts;
        }
        for (JsonNode item : list(node, at)) {
            if (!item.isString()) {
                throw bad(at, "a list of texts", "Correct the list.");
            }
            texts.add(shortEnough(item.asString(), at));
        }
        return texts;
    }

    /// A list, or nothing.
    JsonNode list(JsonNode node, String at) {
        if (!node.isMissingNode() && !node.isArray()) {
            throw bad(at, "a list", "Put the value in brackets.");
        }
        return node;
    }

    /// A yes or no; no where nothing is said.
    boolean flag(JsonNode node, String at) {
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw bad(at, "true or false", "Correct the value, or leave the key out.");
        }
        return node.asBoolean(false);
    }

    /// A number of rows; `otherwise` where nothing is said.
    long count(JsonNode node, String at, long otherwise) {
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < 0) {
            throw bad(at, "a whole number of rows", "Write the number in plain digits.");
        }
        return node.asLong();
    }

    private String shortEnough(String text, String at) {
        if (text.length() > LONGEST_TEXT) {
            throw bad(at, "at most 10,000 characters", "Shorten the text.");
        }
        return text;
    }

    BadData bad(String key, String expected, String remedy) {
        return new BadData("%s, key %s: expected %s.".formatted(file, key, expected), remedy);
    }
}
