package org.evenhand.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.evenhand.catalogue.Field;
import org.evenhand.catalogue.FieldType;
import tools.jackson.databind.JsonNode;

/// Reads the fields of a schema. A limit that is not known here would be a limit that nobody keeps, so it is refused.
final class FieldReader {
    private static final Set<String> KNOWN = Set.of("required", "unique", "minimum", "maximum", "pattern", "enum");
    private static final int MOST_DIGITS = 40;

    private final PackageFile file;

    FieldReader(PackageFile file) {
        this.file = file;
    }

    List<FieldRule> rules(JsonNode fields) {
        var rules = new ArrayList<FieldRule>();
        var names = new LinkedHashSet<String>();
        for (JsonNode field : file.list(fields, "resources[0].schema.fields")) {
            String at = "resources[0].schema.fields[%d]".formatted(rules.size());
            String name = file.text(field, at + ".name", "name");
            if (!names.add(name)) {
                throw file.bad(at + ".name", "a name used once", "Rename one of the fields '%s'.".formatted(name));
            }
            rules.add(rule(field, name, at));
        }
        if (rules.isEmpty()) {
            throw file.bad("resources[0].schema.fields", "at least one field", "Describe the columns of the table.");
        }
        return rules;
    }

    private FieldRule rule(JsonNode field, String name, String at) {
        var type = type(field, at);
        JsonNode limits = field.path("constraints");
        String there = at + ".constraints";
        if (!limits.isMissingNode() && !limits.isObject()) {
            throw file.bad(there, "limits by name", "Write them in braces.");
        }
        for (var limit : limits.propertyNames()) {
            if (!KNOWN.contains(limit)) {
                throw file.bad(
                        there + "." + CsvTableReader.shown(limit),
                        "required, unique, minimum, maximum, pattern or enum",
                        "Leave the limit out: it would not be kept.");
            }
        }
        return new FieldRule(
                new Field(
                        name,
                        type,
                        file.textOr(field, at + ".title", "title", name),
                        file.textOr(field, at + ".unit", "unit", ""),
                        file.textOr(field, at + ".description", "description", "")),
                file.flag(limits.path("required"), there + ".required"),
                file.flag(limits.path("unique"), there + ".unique"),
                limits(limits, type, there),
                Collections.unmodifiableSet(new LinkedHashSet<>(
                        file.texts(file.list(limits.path("enum"), there + ".enum"), there + ".enum"))),
                pattern(limits, there));
    }

    private FieldType type(JsonNode field, String at) {
        String type = file.text(field, at + ".type", "type").toUpperCase(Locale.ROOT);
        for (var known : FieldType.values()) {
            if (known.name().equals(type)) {
                return known;
            }
        }
        throw file.bad(at + ".type", "string, integer, number, boolean, date or year", "Choose one of these types.");
    }

    private FieldRule.Limits limits(JsonNode limits, FieldType type, String at) {
        return switch (type) {
            case INTEGER, NUMBER, YEAR ->
                new FieldRule.Limits(
                        number(limits.path("minimum"), at + ".minimum"),
                        number(limits.path("maximum"), at + ".maximum"),
                        Optional.empty(),
                        Optional.empty());
            case DATE ->
                new FieldRule.Limits(
                        Optional.empty(),
                        Optional.empty(),
                        day(limits, at + ".minimum", "minimum"),
                        day(limits, at + ".maximum", "maximum"));
            case STRING, BOOLEAN -> {
                if (limits.has("minimum") || limits.has("maximum")) {
                    throw file.bad(
                            at, "no least and greatest value of a text", "Use pattern or enum, or another type.");
                }
                yield FieldRule.Limits.NONE;
            }
        };
    }

    private Optional<BigDecimal> number(JsonNode node, String at) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isNumber()
                || Math.abs((long) node.decimalValue().scale()) > MOST_DIGITS
                || node.decimalValue().precision() > MOST_DIGITS) {
            throw file.bad(at, "a number", "Write it in plain digits.");
        }
        return Optional.of(node.decimalValue());
    }

    private Optional<LocalDate> day(JsonNode limits, String at, String key) {
        if (!limits.has(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(file.text(limits, at, key)));
        } catch (DateTimeParseException e) {
            throw file.bad(at, "a date as YYYY-MM-DD", "Write the date in full, for example 2014-06-20.");
        }
    }

    private Optional<Pattern> pattern(JsonNode limits, String at) {
        if (!limits.has("pattern")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(file.text(limits, at + ".pattern", "pattern")));
        } catch (PatternSyntaxException e) {
            throw file.bad(at + ".pattern", "a regular expression", "Correct it: " + e.getDescription() + ".");
        }
    }
}
