package org.evenhand.influence;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.evenhand.core.Figure;
import org.evenhand.core.Unit;
import org.evenhand.document.Text;

/// A sentence with numbers in it, before anybody has decided how numbers are shown.
///
/// @param pieces in order
public record Sentence(List<Piece> pieces) {
    public Sentence {
        pieces = List.copyOf(pieces);
    }

    /// A piece of a sentence.
    public sealed interface Piece {
        /// Words without a number of ours in them.
        record Words(String text) implements Piece {}

        /// A share, 0 to 1.
        record Share(double value) implements Piece {}

        /// A joint p-value, 0 to 1.
        record Probability(double value) implements Piece {}

        /// An effect on a probability, −1 to 1; shown in percentage points.
        record Effect(double value) implements Piece {}
    }

    static Sentence of(Object... parts) {
        return new Sentence(Arrays.stream(parts)
                .map(p -> p instanceof Piece piece ? piece : new Piece.Words(p.toString()))
                .toList());
    }

    static Piece share(double value) {
        return new Piece.Share(value);
    }

    static Piece probability(double value) {
        return new Piece.Probability(value);
    }

    static Piece effect(double value) {
        return new Piece.Effect(value);
    }

    /// As running text in which every number is a figure; effects are shown in percentage points.
    ///
    /// @param figures a value in a unit, with its passport
    public Text text(BiFunction<Double, Unit, Figure> figures) {
        var text = Text.build();
        addTo(text, figures);
        return text.done();
    }

    /// The same, behind what was said before.
    public void addTo(Text.Builder text, BiFunction<Double, Unit, Figure> figures) {
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Words(var words) -> text.words(words);
                case Piece.Share(var value) -> text.figure(figures.apply(value, Unit.SHARE));
                case Piece.Probability(var value) -> text.figure(figures.apply(value, Unit.PROBABILITY));
                case Piece.Effect(var value) -> text.figure(figures.apply(100 * value, Unit.PERCENTAGE_POINTS));
            }
        }
    }

    /// As plain text: shares in per cent, p-values with three decimals, effects in points with one.
    public String plain() {
        var out = new StringBuilder();
        for (var piece : pieces) {
            out.append(
                    switch (piece) {
                        case Piece.Words(var text) -> text;
                        case Piece.Share(var value) -> Wording.percent(value);
                        case Piece.Probability(var value) -> Wording.number(value);
                        case Piece.Effect(var value) -> Wording.points(value) + " points";
                    });
        }
        return out.toString();
    }
}
