package org.evenhand.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenhand.harness.CommandLineRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// No number without its passport: a walk through whole answers in JSON, whatever they hold.
class PassportsTest {
    /// A number in a cell without a passport labels and does not measure: a year, or a place in an order.
    private static final Set<String> ORDERS = Set.of("rank", "order", "place");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "account --region WORLD --year 2020 --explain",
                "account --region AF --year 2003",
                "country CUB",
                "country HTI"
            })
    void everyNumberIsAFigureOrALabel(String command) {
        var answer = CommandLineRun.of(command + " --format json").json();
        var complaints = new ArrayList<String>();
        int figures = 0;
        for (var section : answer.get("sections")) {
            for (var block : section.get("blocks")) {
                figures += walk(section.get("id").asString(), block, complaints);
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(figures).as("figures in the answer").isGreaterThan(50);
    }

    /// @return how many figures were met
    private static int walk(String where, JsonNode node, List<String> complaints) {
        if (node.isNumber()) {
            complaints.add(where + ": " + node + " stands alone");
            return 0;
        }
        if (node.isObject() && node.has("value") && node.has("sample")) {
            checkPassport(where, node, complaints);
            return 1;
        }
        int figures = 0;
        if (node.isObject()) {
            if (node.path("rows").isArray() && node.has("columns")) {
                for (var row : node.get("rows")) {
                    figures += row(where + "/" + node.get("id").asString(), row, complaints);
                }
            }
            for (var each : node.properties()) {
                if (!each.getKey().equals("rows")) {
                    figures += walk(where + "/" + each.getKey(), each.getValue(), complaints);
                }
            }
        } else if (node.isArray()) {
            for (var item : node) {
                figures += walk(where, item, complaints);
            }
        }
        return figures;
    }

    private static int row(String where, JsonNode row, List<String> complaints) {
        int figures = 0;
        for (var each : row.properties()) {
            String key = each.getKey();
            var value = each.getValue();
            if (key.equals("passports") || key.equals("absent")) {
                continue;
            }
            var passport = row.path("passports").path(key);
            if (!passport.isMissingNode()) {
                if (!value.isNumber()) {
                    complaints.add(where + "." + key + ": a passport without a number");
                }
                checkPassport(where + "." + key, passport, complaints);
                figures++;
            } else if (value.isNumber() && !isLabel(key, value)) {
                complaints.add(where + "." + key + ": " + value + " has no passport");
            } else if (value.isString() && looksLikeANumber(value.asString()) && !row.has(key + "_basis")) {
                complaints.add(
                        where + "." + key + ": the text '" + value.asString() + "' is a number without a passport");
            } else if (value.isNull() && !row.path("absent").has(key)) {
                complaints.add(where + "." + key + ": nothing, and no reason why");
            }
        }
        return figures;
    }

    private static boolean isLabel(String key, JsonNode value) {
        return value.isIntegralNumber() && (ORDERS.contains(key) || (value.asInt() >= 1900 && value.asInt() <= 2100));
    }

    private static boolean looksLikeANumber(String text) {
        return text.matches("[-+\u2212$]?[0-9][0-9.,\u202F ]*%?") && !text.matches("(19|20)[0-9]{2}");
    }

    private static void checkPassport(String where, JsonNode passport, List<String> complaints) {
        for (var text : List.of("unit", "basis", "command")) {
            if (passport.path(text).asString("").isBlank()) {
                complaints.add(where + ": no " + text);
            }
        }
        if (!passport.path("command").asString("").startsWith("evenhand ")) {
            complaints.add(where + ": a command that is none of ours");
        }
        if (!passport.path("sources").isArray() || passport.path("sources").isEmpty()) {
            complaints.add(where + ": no sources");
        }
        if (passport.path("sample").path("description").asString("").isBlank()
                || !passport.path("sample").path("size").isIntegralNumber()) {
            complaints.add(where + ": no sample");
        }
        if (!Set.of("observed", "not_stated", "between")
                .contains(passport.path("interval").path("kind").asString(""))) {
            complaints.add(where + ": nothing said of an interval");
        }
    }
}
