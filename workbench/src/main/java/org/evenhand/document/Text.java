package org.evenhand.document;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Standing;

/// Running text in which every number is a figure and every placement knows its basis.
public record Text(List<Span> spans) {
    public Text {
        spans = List.copyOf(spans);
    }

    /// A piece of running text.
    public sealed interface Span {
        /// Plain words.
        record Words(String text) implements Span {}

        /// A number with its passport.
        record Number(Figure figure) implements Span {}

        /// A placement.
        record Placed(Standing standing, Basis basis, List<String> sources) implements Span {
            public Placed {
                sources = List.copyOf(sources);
            }
        }

        /// Source keys, shown in square brackets.
        record Cited(List<String> sources) implements Span {
            public Cited {
                sources = List.copyOf(sources);
            }
        }
    }

    /// Words without a number in them.
    public static Text of(String words) {
        return new Text(List.of(new Span.Words(words)));
    }

    public static Builder build() {
        return new Builder();
    }

    /// Appends pieces in order.
    public static final class Builder {
        private final List<Span> spans = new ArrayList<>();

        private Builder() {}

        public Builder words(String text) {
            spans.add(new Span.Words(text));
            return this;
        }

        public Builder figure(Figure figure) {
            spans.add(new Span.Number(figure));
            return this;
        }

        public Builder placed(Standing standing, Basis basis, List<String> sources) {
            spans.add(new Span.Placed(standing, basis, sources));
            return this;
        }

        public Builder cite(List<String> sources) {
            spans.add(new Span.Cited(sources));
            return this;
        }

        public Text done() {
            return new Text(spans);
        }
    }
}
