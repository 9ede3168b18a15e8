package org.evenhand.assessment;

import java.util.List;
import org.evenhand.law.LawBook;
import org.evenhand.law.Scale;
import org.evenhand.law.assessment.ConcreteAction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The published JSON Schema of an assessment file, made from the law's own questions and facts so that
/// the two cannot differ.
public final class AssessmentSchema {
    private static final JsonMapper JSON = JsonMapper.shared();

    private AssessmentSchema() {}

    /// The schema (JSON Schema 2020-12), ending with a newline.
    public static String text(LawBook book) {
        var schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Evenhand assessment");
        schema.put(
                "description",
                "An assessor's answers for one jurisdiction and report year. Which questions are asked depends on the year;"
                        + " the program says so with key and line. YAML is accepted in the same form.");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        words(schema.putArray("required"), List.of("format", "country", "report_year"));
        var properties = schema.putObject("properties");
        properties.putObject("format").put("const", AssessmentFile.FORMAT);
        properties
                .putObject("country")
                .put("type", "string")
                .put("description", "ISO 3166 alpha-3 code, or a name that the program knows");
        properties
                .putObject("report_year")
                .put("type", "integer")
                .put("minimum", 2001)
                .put("maximum", 2099);
        placements(properties.putObject("placements"));
        var waivers = properties.putObject("waivers").put("type", "array");
        waivers.put("description", "report years for which a waiver of the two-year limit is recorded");
        waivers.putObject("items").put("type", "integer").put("minimum", 2001);
        answers(properties.putObject("answers"), book);
        facts(properties.putObject("facts"), book);
        actions(properties.putObject("actions"));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    private static void placements(ObjectNode placements) {
        placements.put("type", "object");
        placements.put("description", "earlier placements that the catalogue does not have, by report year");
        placements.put("additionalProperties", false);
        var form = placements.putObject("patternProperties").putObject("^20[0-9]{2}$");
        var codes = form.putArray("enum");
        words(codes, List.of("1", "2", "2WL", "3", "SC", "NR"));
        codes.add(1).add(2).add(3);
    }

    private static void answers(ObjectNode answers, LawBook book) {
        answers.put("type", "object").put("additionalProperties", false);
        var all = answers.putObject("properties");
        book.criteria()
                .forEach(c -> either(
                        all.putObject(c.key()),
                        Scale.of(c.question().scale()),
                        c.question().text()));
    }

    private static void facts(ObjectNode facts, LawBook book) {
        facts.put("type", "object").put("additionalProperties", false);
        var all = facts.putObject("properties");
        book.factKeys().forEach(k -> either(all.putObject(k.key()), Scale.of(k.scale()), k.what()));
    }

    /// A bare answer, or an answer with confidence, sources and note.
    private static void either(ObjectNode property, Scale scale, String description) {
        property.put("description", description);
        var forms = property.putArray("anyOf");
        answer(forms.addObject(), scale);
        forms.addObject().put("const", "unknown");
        var full = forms.addObject().put("type", "object").put("additionalProperties", false);
        words(full.putArray("required"), List.of("answer"));
        var parts = full.putObject("properties");
        var answers = parts.putObject("answer").putArray("anyOf");
        answer(answers.addObject(), scale);
        answers.addObject().put("const", "unknown");
        words(parts.putObject("confidence").putArray("enum"), List.of("high", "medium", "low", "not_stated"));
        strings(parts.putObject("sources"));
        parts.putObject("note").put("type", "string");
    }

    private static void answer(ObjectNode form, Scale scale) {
        switch (scale.form()) {
            case WORD -> words(form.putArray("enum"), scale.words());
            case WHOLE_NUMBER ->
                form.put("type", "integer").put("minimum", (int) scale.low()).put("maximum", (int) scale.high());
            case NUMBER -> {
                form.put("type", "number").put("minimum", scale.low());
                if (scale.high() <= 1) {
                    form.put("maximum", scale.high());
                }
            }
            case DATE -> form.put("type", "string").put("format", "date");
            case TEXT -> form.put("type", "string");
        }
    }

    private static void actions(ObjectNode actions) {
        actions.put("type", "array");
        var item = actions.putObject("items").put("type", "object").put("additionalProperties", false);
        words(item.putArray("required"), List.of("id", "supports", "kind", "date", "status"));
        var parts = item.putObject("properties");
        parts.putObject("id").put("type", "string").put("pattern", "^[A-Za-z0-9_-]{1,40}$");
        parts.putObject("supports").put("type", "string").put("description", "the question that it stands behind");
        words(parts.putObject("kind").putArray("enum"), ConcreteAction.KINDS);
        parts.putObject("date").put("type", "string").put("format", "date");
        words(parts.putObject("status").putArray("enum"), ConcreteAction.STATUSES);
        words(parts.putObject("stale").putArray("enum"), List.of("yes", "no"));
        parts.putObject("what").put("type", "string");
        strings(parts.putObject("sources"));
    }

    private static void strings(ObjectNode form) {
        form.put("type", "array").putObject("items").put("type", "string");
    }

    private static void words(ArrayNode array, List<String> words) {
        words.forEach(array::add);
    }
}
