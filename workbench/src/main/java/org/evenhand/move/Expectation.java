package org.evenhand.move;

import java.util.List;
import org.evenhand.core.Tier;

/// How likely a move was, and what happened.
///
/// @param before tier of the report before
/// @param after tier of the report
/// @param worse probability of a move to a worse tier, by a fit that has not seen the country
/// @param better probability of a move to a better tier
record Expectation(Tier before, Tier after, double worse, double better) {
    /// 1 to a worse tier, -1 to a better one, 0 none.
    int way() {
        return Integer.signum(after.severity() - before.severity());
    }

    double stay() {
        return 1 - worse - better;
    }

    /// The probability of what happened: a move in this direction, or staying.
    double surprise() {
        return way() > 0 ? worse : way() < 0 ? better : stay();
    }

    /// Better, none, worse.
    List<Double> distribution() {
        return List.of(better, stay(), worse);
    }

    /// How likely it was that this country would make a move of probability `level` or less.
    double chanceOfSurprise(double level) {
        return (worse <= level ? worse : 0) + (better <= level ? better : 0);
    }
}
