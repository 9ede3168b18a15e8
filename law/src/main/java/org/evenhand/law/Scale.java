package org.evenhand.law;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// How a question may be answered.
///
/// @param words the words allowed, `unknown` aside; empty where a number, a date or free text is asked
/// @param form what kind of value it takes
/// @param low smallest number allowed
/// @param high largest number allowed
public record Scale(List<String> words, Form form, double low, double high) {
    /// The kinds of values.
    public enum Form {
        WORD,
        WHOLE_NUMBER,
        NUMBER,
        DATE,
        TEXT
    }

    public Scale {
        words = List.copyOf(words);
    }

    /// Reads a scale as the tables write it, for example `yes/no/unknown`, `0-4 degree or unknown`,
    /// `number 0-1`, `date`.
    public static Scale of(String notation) {
        return switch (notation) {
            case "0-4 degree or unknown" -> numeric(Form.WHOLE_NUMBER, 0, 4);
            case "-2..+2" -> numeric(Form.WHOLE_NUMBER, -2, 2);
            case "number 0-1", "number 0-1/unknown" -> numeric(Form.NUMBER, 0, 1);
            case "number" -> numeric(Form.NUMBER, 0, Double.MAX_VALUE);
            case "date" -> numeric(Form.DATE, 0, 0);
            case "numbers", "yes/no per action" -> numeric(Form.TEXT, 0, 0);
            default ->
                new Scale(
                        List.of(notation.replaceAll(" \\+ (number|list)$", "").split("/")).stream()
                                .filter(w -> !w.equals("unknown"))
                                .toList(),
                        Form.WORD,
                        0,
                        0);
        };
    }

    private static Scale numeric(Form form, double low, double high) {
        return new Scale(List.of(), form, low, high);
    }

    /// The answer that this text stands for; empty where it is not on the scale.
    public Optional<Answer> read(String text) {
        return switch (form) {
            case WORD -> words.contains(text) ? Optional.of(Answer.word(text)) : Optional.empty();
            case TEXT -> text.isBlank() ? Optional.empty() : Optional.of(Answer.word(text));
            case DATE -> date(text);
            case WHOLE_NUMBER -> text.matches("[+-]?\\d{1,3}") ? within(Integer.parseInt(text)) : Optional.empty();
            case NUMBER ->
                text.matches("\\d{1,12}(\\.\\d{1,12})?") ? within(Double.parseDouble(text)) : Optional.empty();
        };
    }

    private Optional<Answer> within(double value) {
        return value >= low && value <= high ? Optional.of(Answer.number(value)) : Optional.empty();
    }

    private static Optional<Answer> date(String text) {
        try {
            return Optional.of(new Answer.Day(LocalDate.parse(text)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// The scale in words, for messages: `one of yes, no` or `a whole number from 0 to 4`.
    public String words(String joiner) {
        return switch (form) {
            case WORD -> String.join(joiner, words);
            case WHOLE_NUMBER -> "a whole number from %d to %d".formatted((int) low, (int) high);
            case NUMBER -> high > 1 ? "a number, 0 or more" : "a number from 0 to 1";
            case DATE -> "a date such as 2014-06-20";
            case TEXT -> "a text";
        };
    }
}
