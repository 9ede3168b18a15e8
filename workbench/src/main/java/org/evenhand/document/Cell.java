package org.evenhand.document;

import java.util.List;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Standing;

/// A cell of a table.
public sealed interface Cell {
    /// A label: a name, a code, a date, a few words.
    record Words(String text) implements Cell {}

    /// A calendar, report or fiscal year, or a rank of order: a whole number that labels and does not measure.
    record Ordinal(int value) implements Cell {}

    /// A yes or no, and what it rests on.
    record Flag(boolean value, Basis basis) implements Cell {}

    /// A number with its passport.
    record Number(Figure figure) implements Cell {}

    /// A placement.
    record Placed(Standing standing, Basis basis, List<String> sources) implements Cell {
        public Placed {
            sources = List.copyOf(sources);
        }
    }

    /// Several labels, for example source keys.
    record Items(List<String> items) implements Cell {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// A reasoning tree; shown in JSON, elsewhere only when asked for.
    record Reasons(Tree tree) implements Cell {}

    /// Nothing to show, and why.
    record Absent(Absence why) implements Cell {}

    /// Why there is no value. Blank in the data is unknown, never zero.
    enum Absence {
        NOT_RECORDED("not recorded"),
        NOT_MEASURED("not measured"),
        SUPPRESSED("suppressed by the publisher"),
        WITHHELD("withheld to protect people"),
        NOT_APPLICABLE("not applicable"),
        NOT_AVAILABLE("table not available");

        private final String label;

        Absence(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Cell words(String text) {
        return new Words(text);
    }

    static Cell year(int value) {
        return new Ordinal(value);
    }

    /// A yes or no that holds by definition, or was read in a source.
    static Cell flag(boolean value) {
        return new Flag(value, Basis.SOURCED);
    }

    static Cell flag(boolean value, Basis basis) {
        return new Flag(value, basis);
    }

    static Cell number(Figure figure) {
        return new Number(figure);
    }

    static Cell items(List<String> items) {
        return new Items(items);
    }

    static Cell absent(Absence why) {
        return new Absent(why);
    }
}
