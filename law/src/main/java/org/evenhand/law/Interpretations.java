package org.evenhand.law;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.core.BadRequest;

/// The readings taken where the text is disputed. Each has a name and a default; a trace names those it
/// used.
///
/// @param counting `counting`: which list counts for the limit (WL-LIMIT, ambiguity A)
/// @param reset `run-reset`: what sets a run of watch-list years back to zero (WL-LIMIT, ambiguity C)
/// @param returnWaiver `return-waiver`: whether the return rule needs a waiver year in the earlier run
///     (WL-REINSTATE, A)
/// @param returnFrom `return-from`: which Tier 3 spells the return rule reaches (WL-REINSTATE, A,
///     second reading)
/// @param pattern `pattern`: whether the proof of a government policy or pattern can be overridden
///     (SE-4)
/// @param exchangeBan `exchange-ban`: whether both clauses of the restriction may be used together
///     (SA-1A)
/// @param threshold `degree-threshold`: the degree, 0 to 4, from which efforts count as significant and
///     an indicium as met (TP-2). The law names none
public record Interpretations(
        Counting counting,
        Reset reset,
        ReturnWaiver returnWaiver,
        ReturnFrom returnFrom,
        Pattern pattern,
        ExchangeBan exchangeBan,
        int threshold) {
    /// A reading with the word by which it is chosen.
    public sealed interface Reading permits Counting, Reset, ReturnWaiver, ReturnFrom, Pattern, ExchangeBan {
        /// The name of the option.
        String option();

        /// The word for this reading.
        String word();
    }

    /// Which list counts.
    public enum Counting implements Reading {
        WATCH_LIST("watch-list"),
        SPECIAL_WATCH_LIST("special-watch-list");

        private final String word;

        Counting(String word) {
            this.word = word;
        }

        @Override
        public String option() {
            return "counting";
        }

        @Override
        public String word() {
            return word;
        }
    }

    /// What interrupts a run.
    public enum Reset implements Reading {
        /// Any other standing, special cases and years without a rank included.
        ANY("any"),
        /// Only Tier 1, 2 and 3; years without a rank neither count nor interrupt.
        RANKED("ranked");

        private final String word;

        Reset(String word) {
            this.word = word;
        }

        @Override
        public String option() {
            return "run-reset";
        }

        @Override
        public String word() {
            return word;
        }
    }

    /// Whether the earlier run must hold a waiver year.
    public enum ReturnWaiver implements Reading {
        NEEDED("needed"),
        NOT_NEEDED("not-needed");

        private final String word;

        ReturnWaiver(String word) {
            this.word = word;
        }

        @Override
        public String option() {
            return "return-waiver";
        }

        @Override
        public String word() {
            return word;
        }
    }

    /// Which Tier 3 spells the return rule reaches.
    public enum ReturnFrom implements Reading {
        ANY_SPELL("any-spell"),
        /// Only spells that began in the 2019 report or later.
        SPELL_SINCE_2019("spell-since-2019");

        private final String word;

        ReturnFrom(String word) {
            this.word = word;
        }

        @Override
        public String option() {
            return "return-from";
        }

        @Override
        public String word() {
            return word;
        }
    }

    /// Whether a policy or pattern settles the matter.
    public enum Pattern implements Reading {
        /// Tier 3 unless overridden with a written reason.
        DEFAULT("default"),
        CONCLUSIVE("conclusive");

        private final String word;

        Pattern(String word) {
            this.word = word;
        }

        @Override
        public String option() {
            return "pattern";
        }

        @Override
        public String word() {
            return word;
        }
    }

    /// Whether clauses (i) and (ii) may stand together.
    public enum ExchangeBan implements Reading {
        /// What is recorded is taken, both together if both are recorded.
        SET("set"),
        /// One or the other, by whether assistance was received in the year before.
        PRIOR_YEAR_MONEY("prior-year-money");

        private final String word;

        ExchangeBan(String word) {
            this.word = word;
        }

        @Override
        public String option() {
            return "exchange-ban";
        }

        @Override
        public String word() {
            return word;
        }
    }

    /// The readings of the specification.
    public static final Interpretations DEFAULT = new Interpretations(
            Counting.WATCH_LIST,
            Reset.ANY,
            ReturnWaiver.NEEDED,
            ReturnFrom.ANY_SPELL,
            Pattern.DEFAULT,
            ExchangeBan.SET,
            2);

    public Interpretations {
        if (threshold < 0 || threshold > 4) {
            throw new IllegalArgumentException("degree-threshold %d is not between 0 and 4".formatted(threshold));
        }
    }

    /// The same readings, one of them changed by name, as `--interpretation name=value` does.
    public Interpretations with(String option, String word) {
        return switch (option) {
            case "counting" -> with(choose(option, word, Counting.values()));
            case "run-reset" -> with(choose(option, word, Reset.values()));
            case "return-waiver" -> with(choose(option, word, ReturnWaiver.values()));
            case "return-from" -> with(choose(option, word, ReturnFrom.values()));
            case "pattern" -> with(choose(option, word, Pattern.values()));
            case "exchange-ban" -> with(choose(option, word, ExchangeBan.values()));
            case "degree-threshold" -> {
                if (!word.matches("[0-4]")) {
                    throw unknownWord(option, word, List.of("0", "1", "2", "3", "4"));
                }
                yield new Interpretations(
                        counting, reset, returnWaiver, returnFrom, pattern, exchangeBan, Integer.parseInt(word));
            }
            default ->
                throw new BadRequest(
                        "there is no interpretation '%s'".formatted(option),
                        "Choose one of " + String.join(", ", words().keySet()) + ".");
        };
    }

    /// The same readings, one of them changed.
    public Interpretations with(Reading reading) {
        return switch (reading) {
            case Counting r -> new Interpretations(r, reset, returnWaiver, returnFrom, pattern, exchangeBan, threshold);
            case Reset r -> new Interpretations(counting, r, returnWaiver, returnFrom, pattern, exchangeBan, threshold);
            case ReturnWaiver r -> new Interpretations(counting, reset, r, returnFrom, pattern, exchangeBan, threshold);
            case ReturnFrom r -> new Interpretations(counting, reset, returnWaiver, r, pattern, exchangeBan, threshold);
            case Pattern r -> new Interpretations(counting, reset, returnWaiver, returnFrom, r, exchangeBan, threshold);
            case ExchangeBan r -> new Interpretations(counting, reset, returnWaiver, returnFrom, pattern, r, threshold);
        };
    }

    /// Every option with the word chosen.
    public Map<String, String> words() {
        var words = new TreeMap<String, String>();
        for (var reading : List.of(counting, reset, returnWaiver, returnFrom, pattern, exchangeBan)) {
            words.put(reading.option(), reading.word());
        }
        words.put("degree-threshold", Integer.toString(threshold));
        return words;
    }

    private static <R extends Reading> R choose(String option, String word, R[] readings) {
        for (var reading : readings) {
            if (reading.word().equals(word)) {
                return reading;
            }
        }
        throw unknownWord(
                option, word, List.of(readings).stream().map(Reading::word).toList());
    }

    private static BadRequest unknownWord(String option, String word, List<String> words) {
        return new BadRequest(
                "the interpretation %s has no reading '%s'".formatted(option, word),
                "Choose one of " + String.join(", ", words) + ".");
    }
}
