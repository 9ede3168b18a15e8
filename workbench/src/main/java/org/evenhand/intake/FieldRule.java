package org.evenhand.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.evenhand.catalogue.Field;
import org.evenhand.catalogue.FieldType;

/// What a cell of one column may hold.
///
/// @param field the column
/// @param required whether it may not be blank
/// @param unique whether no two rows may hold the same value
/// @param limits least and greatest value
/// @param allowed the values allowed; empty means any
/// @param pattern the form the text must have
record FieldRule(
        Field field, boolean required, boolean unique, Limits limits, Set<String> allowed, Optional<Pattern> pattern) {
    private static final int LONGEST = 4_000;
    /// A form is matched by recursion, so a text that must have one may not be as long as free text.
    private static final int LONGEST_OF_A_FORM = 1_000;
    private static final Pattern SIGNED_NUMBER = Pattern.compile("[+-][0-9]+([.][0-9]+)?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /// What is wrong with a cell: what was expected and what to do, or nothing.
    Optional<Complaint> complaint(String cell) {
        if (cell.isEmpty()) {
            return required
                    ? complain("a value", "Fill in the value, or leave the row out if it is not known.")
                    : Optional.empty();
        }
        int longest = pattern.isPresent() ? LONGEST_OF_A_FORM : LONGEST;
        if (cell.length() > longest) {
            return complain(
                    "at most %d characters".formatted(longest), "Shorten the text, or check for a quote left open.");
        }
        if (!allowed.isEmpty() && !allowed.contains(cell)) {
            return complain(
                    "one of " + String.join(", ", allowed),
                    "Correct the value, or add it to the schema with its meaning.");
        }
        var byType = byType(cell);
        if (byType.isPresent()) {
            return byType;
        }
        if (pattern.isPresent() && !pattern.get().matcher(cell).matches()) {
            return complain("text of the form " + pattern.get().pattern(), "Correct the value.");
        }
        return Optional.empty();
    }

    private Optional<Complaint> byType(String cell) {
        return switch (field.type()) {
            case STRING -> text(cell);
            case INTEGER, YEAR -> whole(cell);
            case NUMBER -> decimal(cell);
            case BOOLEAN ->
                cell.equals("0") || cell.equals("1")
                        ? Optional.empty()
                        : complain("0 or 1", "Write 1 for yes, 0 for no, nothing for unknown.");
            case DATE -> date(cell);
        };
    }

    private Optional<Complaint> text(String cell) {
        char first = cell.charAt(0);
        boolean signed = (first == '+' || first == '-') && cell.length() > 1;
        if (first == '='
                || first == '@'
                || (signed && !SIGNED_NUMBER.matcher(cell).matches())) {
            return complain(
                    "text that a spreadsheet does not run as a formula", "Remove the sign at the start of the text.");
        }
        for (int i = 0; i < cell.length(); i++) {
            if (unseen(cell.charAt(i))) {
                return complain(
                        "text without control or invisible characters and line breaks",
                        "Remove the character U+%04X, or close the quote before it.".formatted((int) cell.charAt(i)));
            }
        }
        if (!cell.strip().equals(cell)) {
            return complain("text without blanks around it", "Remove the blanks before or after the text.");
        }
        return Optional.empty();
    }

    /// Whether a character steers the display or hides in it: it could make a cell read as something else.
    static boolean unseen(char c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private Optional<Complaint> whole(String cell) {
        if (!isWhole(cell)) {
            String name = field.type() == FieldType.YEAR ? "a year" : "a whole number";
            return complain(name + " in digits, without separators", "Write the number in plain digits.");
        }
        return inRange(new BigDecimal(cell));
    }

    private static boolean isWhole(String cell) {
        int start = cell.charAt(0) == '-' ? 1 : 0;
        if (cell.length() == start || cell.length() > 18) {
            return false;
        }
        for (int i = start; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private Optional<Complaint> decimal(String cell) {
        try {
            if (cell.length() > 40) {
                throw new NumberFormatException();
            }
            var value = new BigDecimal(cell);
            if (Double.isInfinite(value.doubleValue())) {
                throw new NumberFormatException();
            }
            return inRange(value);
        } catch (NumberFormatException e) {
            return complain(
                    "a number with a point as decimal separator",
                    "Write the number in plain digits, for example 12.5.");
        }
    }

    private Optional<Complaint> inRange(BigDecimal value) {
        if (limits.least().filter(least -> value.compareTo(least) < 0).isPresent()) {
            return complain("at least " + limits.least().get().toPlainString(), "Correct the value.");
        }
        if (limits.greatest().filter(most -> value.compareTo(most) > 0).isPresent()) {
            return complain("at most " + limits.greatest().get().toPlainString(), "Correct the value.");
        }
        return Optional.empty();
    }

    private Optional<Complaint> date(String cell) {
        try {
            if (!DAY.matcher(cell).matches()) {
                throw new DateTimeParseException("not YYYY-MM-DD", cell, 0);
            }
            var day = LocalDate.parse(cell);
            if (limits.earliest().filter(day::isBefore).isPresent()) {
                return complain("a day not before " + limits.earliest().get(), "Correct the date.");
            }
            if (limits.latest().filter(day::isAfter).isPresent()) {
                return complain("a day not after " + limits.latest().get(), "Correct the date.");
            }
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return complain("a date as YYYY-MM-DD", "Write the date in full, for example 2014-06-20.");
        }
    }

    private static Optional<Complaint> complain(String expected, String remedy) {
        return Optional.of(new Complaint(expected, remedy));
    }

    /// What a cell should have been, and what to do.
    record Complaint(String expected, String remedy) {}

    /// Least and greatest value of a column; of numbers and years, or of dates.
    record Limits(
            Optional<BigDecimal> least,
            Optional<BigDecimal> greatest,
            Optional<LocalDate> earliest,
            Optional<LocalDate> latest) {
        static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
