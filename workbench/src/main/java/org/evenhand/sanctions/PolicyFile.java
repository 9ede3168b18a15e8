package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.BadData;
import org.evenhand.userfile.Located;

/// Reads a policy file, YAML or JSON with its own schema (docs/schemas/sanctions-policy.schema.json):
///
/// ```yaml
/// name: Waive where there was armed conflict
/// otherwise: restrict
/// rules:
///   - decide: waive
///     if: armed_conflict >= 1 within 2 years
/// ```
///
/// `decide` and `otherwise` are `restrict`, `partial` or `waive`; `if` holds comparisons joined by `and`; the
/// first rule that holds decides. Every mistake stops the reading with file, line and key; so does a rule
/// that can never hold, or never decide.
public final class PolicyFile {
    private static final Located.Form FORM =
            new Located.Form("a policy", "Correct this entry; docs/sanctions.md shows the form.");

    private final Facts facts;

    private PolicyFile(Facts facts) {
        this.facts = facts;
    }

    /// Reads the policy in `text`.
    ///
    /// @param file name of the file, for messages
    /// @throws BadData at the first mistake
    static Policy read(String file, String text, Facts facts) {
        return new PolicyFile(facts).policy(Located.read(file, text, FORM).mapping());
    }

    private Policy policy(Located.Mapping top) {
        top.known("name", "otherwise", "rules");
        var name = top.required("name");
        if (name.word().isEmpty()) {
            throw name.place().bad("nothing", "a few words that say what the policy does");
        }
        var otherwise = decision(top.required("otherwise"));
        var rules = new ArrayList<Policy.Rule>();
        var items = top.optional("rules")
                // `rules:` with nothing below it
                .filter(list -> !(list instanceof Located.Scalar(var _, var text) && text.isEmpty()))
                .map(list -> list.sequence().items())
                .orElse(List.of());
        for (var item : items) {
            var parts = item.mapping();
            parts.known("decide", "if");
            var condition = parts.required("if");
            var rule = new Policy.Rule(
                    decision(parts.required("decide")),
                    conditions(condition),
                    "%s if %s".formatted(parts.required("decide").word(), condition.word()));
            for (var earlier : rules) {
                if (rule.conditions().containsAll(earlier.conditions())) {
                    throw condition
                            .place()
                            .bad(
                                    "the rule never decides: '%s' stands above it".formatted(earlier.words()),
                                    "conditions that the rules above leave open");
                }
            }
            rules.add(rule);
        }
        return new Policy.Written(name.word(), rules, otherwise);
    }

    private List<Condition> conditions(Located value) {
        var conditions = new ArrayList<Condition>();
        for (String part : value.word().split("\\s+and\\s+", -1)) {
            Condition read = Condition.read(part)
                    .orElseThrow(() -> value.place()
                            .bad(
                                    "'%s' is not a comparison".formatted(part.strip()),
                                    "a measure, a sign and a number, for example 'armed_conflict >= 1 within 2"
                                            + " years'"));
            if (!facts.knows(read.measure())) {
                throw value.place()
                        .bad(
                                "'%s' is not a measure".formatted(read.measure()),
                                "one of " + String.join(", ", facts.names()));
            }
            for (var earlier : conditions) {
                if (read.excludes(earlier)) {
                    throw value.place()
                            .bad(
                                    "'%s' and '%s' never hold together".formatted(earlier.words(), read.words()),
                                    "conditions that can");
                }
            }
            conditions.add(read);
        }
        return conditions;
    }

    private static Decision decision(Located value) {
        return switch (value.word()) {
            case "restrict" -> Decision.RESTRICT;
            case "partial" -> Decision.PARTIAL;
            case "waive" -> Decision.WAIVE;
            default ->
                throw value.place().bad("'%s' is not a decision".formatted(value.word()), "restrict, partial or waive");
        };
    }
}
