package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.core.BadData;
import org.jspecify.annotations.Nullable;

/// Reads a policy file, a small part of YAML with its own JSON schema
/// (docs/schemas/sanctions-policy.schema.json):
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
/// first rule that holds decides. Every mistake stops the reading with file, line and key.
public final class PolicyFile {
    private final String file;
    private final Facts facts;
    private @Nullable String name;
    private @Nullable Decision otherwise;
    private boolean inRules;
    private final List<Policy.Rule> rules = new ArrayList<>();
    private @Nullable Decision decide;
    private @Nullable String condition;
    private int ruleLine;

    private PolicyFile(String file, Facts facts) {
        this.file = file;
        this.facts = facts;
    }

    /// Reads the policy in `text`.
    ///
    /// @param file name of the file, for messages
    /// @throws BadData at the first mistake
    static Policy read(String file, String text, Facts facts) {
        return new PolicyFile(file, facts).read(text);
    }

    private Policy read(String text) {
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = withoutComment(lines.get(i));
            if (!line.isBlank()) {
                take(i + 1, line);
            }
        }
        finishRule();
        if (name == null && otherwise == null && !inRules) {
            throw new BadData("%s is empty.".formatted(file), "Write at least: name, otherwise and rules.");
        }
        if (name == null) {
            throw missing("name", "a few words that say what the policy does");
        }
        if (otherwise == null) {
            throw missing("otherwise", "restrict, partial or waive, for countries that no rule applies to");
        }
        return new Policy.Written(name, rules, otherwise);
    }

    private static String withoutComment(String line) {
        int hash = line.startsWith("#") ? 0 : line.indexOf(" #");
        return (hash < 0 ? line : line.substring(0, hash)).stripTrailing();
    }

    private void take(int number, String line) {
        if (line.indexOf('\t') >= 0) {
            throw new BadData(at(number) + "a tab.", "Indent with spaces.");
        }
        boolean indented = line.startsWith(" ");
        String content = line.strip();
        boolean begins = content.equals("-") || content.startsWith("- ");
        if (begins) {
            content = content.substring(1).strip();
        }
        int colon = content.indexOf(':');
        if (colon < 0) {
            throw new BadData(
                    at(number) + "'%s' has no key.".formatted(content),
                    "Write 'key: value', for example 'otherwise: restrict'.");
        }
        String key = content.substring(0, colon).strip();
        String value = unquoted(content.substring(colon + 1).strip());
        if (indented || begins) {
            if (!inRules) {
                throw new BadData(
                        at(number) + "key '%s' is indented, but no 'rules:' stands above it.".formatted(key),
                        "Start the line at the margin, or write 'rules:' above it.");
            }
            if (begins) {
                finishRule();
                ruleLine = number;
            }
            if (ruleLine == 0) {
                throw new BadData(
                        at(number) + "key '%s' belongs to no rule.".formatted(key), "Begin each rule with '- '.");
            }
            takeRule(number, key, value);
        } else {
            finishRule();
            takeTop(number, key, value);
        }
    }

    private void takeTop(int number, String key, String value) {
        switch (key) {
            case "name" -> {
                once(number, key, name);
                name = filled(number, key, value);
            }
            case "otherwise" -> {
                once(number, key, otherwise);
                otherwise = decision(number, key, value);
            }
            case "rules" -> {
                if (inRules) {
                    throw new BadData(at(number) + "key 'rules' stands twice.", "Keep one.");
                }
                if (!value.isEmpty() && !value.equals("[]")) {
                    throw new BadData(
                            at(number) + "key 'rules' has the value '%s'.".formatted(value),
                            "Put each rule on lines of its own below, beginning with '- '.");
                }
                inRules = true;
            }
            default -> throw unknown(number, key, "name, otherwise, rules");
        }
    }

    private void takeRule(int number, String key, String value) {
        switch (key) {
            case "decide" -> {
                once(number, key, decide);
                decide = decision(number, key, value);
            }
            case "if" -> {
                once(number, key, condition);
                condition = filled(number, key, value);
                conditions(number, condition);
            }
            default -> throw unknown(number, key, "decide, if");
        }
    }

    private void finishRule() {
        if (ruleLine == 0) {
            return;
        }
        if (decide == null || condition == null) {
            throw new BadData(
                    at(ruleLine) + "the rule has no '%s'.".formatted(decide == null ? "decide" : "if"),
                    "Give each rule both 'decide' and 'if'.");
        }
        rules.add(new Policy.Rule(
                decide, conditions(ruleLine, condition), "%s if %s".formatted(decide.key(), condition)));
        decide = null;
        condition = null;
        ruleLine = 0;
    }

    private List<Condition> conditions(int number, String text) {
        var conditions = new ArrayList<Condition>();
        for (String part : text.split("\\s+and\\s+", -1)) {
            Condition read = Condition.read(part)
                    .orElseThrow(() -> new BadData(
                            at(number) + "key 'if': '%s' is not a comparison.".formatted(part.strip()),
                            "Write a measure, a sign and a number, for example 'armed_conflict >= 1 within 2 years'."));
            if (!facts.knows(read.measure())) {
                throw new BadData(
                        at(number) + "key 'if': '%s' is not a measure.".formatted(read.measure()),
                        "Use one of " + String.join(", ", facts.names()) + ".");
            }
            conditions.add(read);
        }
        return conditions;
    }

    private Decision decision(int number, String key, String value) {
        return switch (value) {
            case "restrict" -> Decision.RESTRICT;
            case "partial" -> Decision.PARTIAL;
            case "waive" -> Decision.WAIVE;
            default ->
                throw new BadData(
                        at(number) + "key '%s': '%s' is not a decision.".formatted(key, value),
                        "Use restrict, partial or waive.");
        };
    }

    private String filled(int number, String key, String value) {
        if (value.isEmpty()) {
            throw new BadData(at(number) + "key '%s' has no value.".formatted(key), "Write one after the colon.");
        }
        return value;
    }

    private void once(int number, String key, @Nullable Object before) {
        if (before != null) {
            throw new BadData(at(number) + "key '%s' stands twice.".formatted(key), "Keep one.");
        }
    }

    private BadData unknown(int number, String key, String keys) {
        return new BadData(at(number) + "key '%s' is not known here.".formatted(key), "Use one of %s.".formatted(keys));
    }

    private BadData missing(String key, String meaning) {
        return new BadData(
                "%s: key '%s' is missing.".formatted(file, key), "Add '%s: …' (%s).".formatted(key, meaning));
    }

    private String at(int number) {
        return "%s line %d: ".formatted(file, number);
    }

    private static String unquoted(String value) {
        Optional<Character> quote = value.length() < 2 ? Optional.empty() : Optional.of(value.charAt(0));
        return quote.filter(q -> (q == '"' || q == '\'') && value.charAt(value.length() - 1) == q)
                .map(_ -> value.substring(1, value.length() - 1))
                .orElse(value);
    }
}
