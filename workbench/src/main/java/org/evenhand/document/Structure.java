package org.evenhand.document;

import java.util.ArrayList;
import java.util.List;

/// An answer for machines where a row of a table does not do: names and values, nested.
public sealed interface Structure {
    /// Text.
    record Words(String text) implements Structure {}

    /// A number; nothing if it is not finite.
    record Number(double value) implements Structure {}

    /// A yes or no.
    record Flag(boolean value) implements Structure {}

    /// Known to be absent.
    record Nothing() implements Structure {}

    /// Several in order.
    record Items(List<Structure> items) implements Structure {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Named parts, in order.
    record Fields(List<Field> fields) implements Structure {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /// One named part.
    record Field(String name, Structure value) {}

    static Structure words(Iterable<String> texts) {
        var items = new ArrayList<Structure>();
        texts.forEach(text -> items.add(new Words(text)));
        return new Items(items);
    }

    static Builder build() {
        return new Builder();
    }

    /// Adds named parts in order.
    final class Builder {
        private final List<Field> fields = new ArrayList<>();

        private Builder() {}

        public Builder with(String name, Structure value) {
            fields.add(new Field(name, value));
            return this;
        }

        public Builder with(String name, String text) {
            return with(name, new Words(text));
        }

        public Builder with(String name, double value) {
            return with(name, Double.isFinite(value) ? new Number(value) : new Nothing());
        }

        public Builder with(String name, boolean value) {
            return with(name, new Flag(value));
        }

        public Fields done() {
            return new Fields(fields);
        }
    }
}
