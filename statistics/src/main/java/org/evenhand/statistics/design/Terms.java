package org.evenhand.statistics.design;

import java.util.ArrayList;
import java.util.List;

/// Reads terms as people write them: `prosecution, log(gdp), lag(aid, 1), factor(region, AF), ally:lag(trade,
/// 2), std(x)`.
///
/// Terms are separated by commas or `+`. `a:b` is a product, `a*b` stands for `a, b, a:b`. Names with other
/// characters than letters, digits, `_` and `.` stand between backquotes.
public final class Terms {
    private final String text;
    private int at;

    private Terms(String text) {
        this.text = text;
    }

    /// @throws DesignProblem with the position of what cannot be read; also for a term given twice
    public static List<Term> parse(String text) {
        var parser = new Terms(text);
        var result = new ArrayList<Term>();
        parser.space();
        while (parser.at < text.length()) {
            for (var term : parser.product()) {
                if (!result.contains(term)) {
                    result.add(term);
                }
            }
            parser.space();
            if (parser.at < text.length()) {
                if (!parser.take(',') && !parser.take('+')) {
                    throw parser.problem("expected a comma");
                }
                parser.space();
                if (parser.at == text.length()) {
                    throw parser.problem("expected a term");
                }
            }
        }
        return List.copyOf(result);
    }

    private List<Term> product() {
        Term left = simple();
        space();
        if (take('*')) {
            Term right = simple();
            return List.of(left, right, new Term.Interaction(left, right));
        }
        while (take(':')) {
            left = new Term.Interaction(left, simple());
            space();
        }
        return List.of(left);
    }

    private Term simple() {
        space();
        boolean quoted = at < text.length() && text.charAt(at) == '`';
        String name = name();
        space();
        if (quoted || !take('(')) {
            return new Term.Plain(name);
        }
        Term result = switch (name) {
            case "factor" -> factor();
            case "lag" -> lag();
            case "std", "standardise", "scale" -> new Term.Standardised(simple());
            case "log" -> new Term.Log(simple());
            case "log1p" -> new Term.Log1p(simple());
            default -> throw problem("'%s' is not a function".formatted(name));
        };
        space();
        if (!take(')')) {
            throw problem("expected a closing bracket");
        }
        return result;
    }

    private Term factor() {
        space();
        String column = name();
        space();
        String reference = "";
        if (take(',')) {
            space();
            int from = at;
            while (at < text.length() && text.charAt(at) != ')') {
                at++;
            }
            reference = text.substring(from, at).strip();
            if (reference.startsWith("ref=")) {
                reference = reference.substring(4).strip();
            }
        }
        return new Term.Factor(column, reference);
    }

    private Term lag() {
        Term of = simple();
        space();
        int by = 1;
        if (take(',')) {
            space();
            int from = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (from == at || at - from > 4) {
                throw problem("expected a number of steps");
            }
            by = Integer.parseInt(text.substring(from, at));
            if (by == 0) {
                throw problem("a lag is at least 1");
            }
        }
        return new Term.Lag(of, by);
    }

    private String name() {
        int from = at;
        if (at < text.length() && text.charAt(at) == '`') {
            int end = text.indexOf('`', at + 1);
            if (end < 0) {
                throw problem("the backquote is not closed");
            }
            at = end + 1;
            return text.substring(from + 1, end);
        }
        while (at < text.length() && nameCharacter(text.charAt(at))) {
            at++;
        }
        if (from == at) {
            throw problem("expected a column or function");
        }
        return text.substring(from, at);
    }

    private static boolean nameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean take(char c) {
        space();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private DesignProblem problem(String what) {
        return new DesignProblem(
                DesignProblem.Kind.REQUEST,
                "Terms '%s', character %d: %s.".formatted(text, at + 1, what),
                "Write columns, factor(x), factor(x, reference), lag(x, 1), log(x), log1p(x), std(x), a:b or a*b,"
                        + " separated by commas.");
    }
}
