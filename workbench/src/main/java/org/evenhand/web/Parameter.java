package org.evenhand.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenhand.core.BadRequest;

/// What an address may say about a question.
///
/// @param name in the query, and in the API
/// @param kind which values it takes
/// @param flag the option of the command, for example `--region`; empty for one that stands by its place
/// @param usual the value where nothing is said; empty where there is none
/// @param need whether a question can be asked without it, and whether forms show it at once
public record Parameter(String name, Kind kind, String flag, String usual, Need need) {
    /// A parameter that stands by its place, or names what was handed in, is needed where nothing is usual.
    public Parameter(String name, Kind kind, String flag, String usual) {
        this(
                name,
                kind,
                flag,
                usual,
                (flag.isEmpty() || kind instanceof Kind.Handed) && usual.isEmpty() ? Need.REQUIRED : Need.OPTIONAL);
    }

    /// How much a question needs a parameter.
    public enum Need {
        REQUIRED,
        OPTIONAL,
        /// Seldom used: forms fold it away.
        RARE
    }

    /// Which values a parameter takes.
    public sealed interface Kind {
        /// Any short text.
        record Words(int longest) implements Kind {}

        /// Several short texts; on pages one a line.
        record Lines(int most, int longest) implements Kind {}

        /// One of these.
        record Choice(List<String> values) implements Kind {
            public Choice {
                values = List.copyOf(values);
            }
        }

        /// A whole number, both ends included.
        record Whole(long least, long most) implements Kind {}

        /// A region's key or countries separated by commas.
        record Place() implements Kind {}

        /// A country by name or code.
        record OneCountry() implements Kind {}

        /// The year of a report.
        record Report() implements Kind {}

        /// A year, or two with a hyphen.
        record Years() implements Kind {}

        /// A day, ISO 8601.
        record Day() implements Kind {}

        /// The key of a table that a user handed in.
        record Handed() implements Kind {}

        /// Yes or nothing.
        record Switch() implements Kind {}
    }

    /// Longest text that any parameter takes.
    static final int LONGEST = 400;

    static Parameter option(String name, Kind kind, String usual) {
        return new Parameter(name, kind, "--" + name, usual);
    }

    static Parameter place(String name, Kind kind, String usual) {
        return new Parameter(name, kind, "", usual);
    }

    Parameter with(Need other) {
        return new Parameter(name, kind, flag, usual, other);
    }

    /// Whether a question cannot be asked without it.
    public boolean required() {
        return need == Need.REQUIRED;
    }

    /// A value as it goes into an address, or nothing where it says nothing.
    ///
    /// @throws BadRequest if the parameter does not take it
    Optional<String> read(String given) {
        var value = given.strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.length() > longest() || value.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw refused(value, "at most %d printable characters".formatted(longest()));
        }
        return switch (kind) {
            case Kind.Words _, Kind.Lines _, Kind.Place _, Kind.OneCountry _ -> Optional.of(value);
            case Kind.Choice(var values) -> {
                if (!values.contains(value)) {
                    throw refused(value, "one of " + String.join(", ", values));
                }
                yield Optional.of(value);
            }
            case Kind.Whole(var least, var most) -> whole(value, least, most);
            case Kind.Report _ -> whole(value, 2001, 2100);
            case Kind.Years _ -> {
                if (!value.matches("\\d{4}(-\\d{4})?")) {
                    throw refused(value, "a year or two, for example 2003-2025");
                }
                yield Optional.of(value);
            }
            case Kind.Day _ -> {
                if (!value.matches("\\d{4}-\\d{2}-\\d{2}")) {
                    throw refused(value, "a day, for example 2025-09-29");
                }
                yield Optional.of(value);
            }
            case Kind.Handed _ -> {
                if (!value.matches(HandedIn.KEYS)) {
                    throw refused(value, "the key of a table that was handed in");
                }
                yield Optional.of(value);
            }
            case Kind.Switch _ ->
                switch (value.toLowerCase(Locale.ROOT)) {
                    case "yes", "true", "1", "on" -> Optional.of("yes");
                    case "no", "false", "0", "off" -> Optional.empty();
                    default -> throw refused(value, "yes or no");
                };
        };
    }

    private Optional<String> whole(String value, long least, long most) {
        if (value.matches("-?\\d{1,18}")) {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return Optional.of(Long.toString(number));
            }
        }
        throw refused(value, "a whole number from %d to %d".formatted(least, most));
    }

    private int longest() {
        return switch (kind) {
            case Kind.Words(var longest) -> longest;
            case Kind.Lines(var _, var longest) -> longest;
            case Kind.Place _ -> LONGEST;
            case Kind.OneCountry _ -> 80;
            case Kind.Choice _, Kind.Handed _, Kind.Whole _, Kind.Report _, Kind.Years _, Kind.Day _, Kind.Switch _ ->
                40;
        };
    }

    /// How many values an address may give.
    int most() {
        return kind instanceof Kind.Lines(var most, var _) ? most : 1;
    }

    BadRequest refused(String value, String expected) {
        return new BadRequest(
                "%s: '%s' is not possible.".formatted(name, shortened(value)), "Give %s.".formatted(expected));
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
