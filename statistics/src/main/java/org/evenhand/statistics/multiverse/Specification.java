package org.evenhand.statistics.multiverse;

import java.util.Optional;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.Target;

/// One specification, ready to be fitted, or the reason why it is not.
public sealed interface Specification {
    /// Ready.
    ///
    /// @param data complete rows; the *last* column of the design is the interest
    /// @param link the link of the cumulative model (two levels: binary regression)
    /// @param firth whether the fit is bias-reduced (two levels and logit: Firth's regression)
    /// @param yesNo whether the effect is that of 0 → 1; otherwise that of `step` more
    /// @param step one unit of the common scale, for example the standard deviation over the whole panel; negative
    ///     where more of the interest is a smaller number (for yes and no only the sign counts)
    /// @param target the probability on whose scale the effect is
    /// @param second another such probability, where the outcome has it
    /// @param orientation −1 where effects are those on not reaching the target, otherwise +1; with the sign of
    ///     `step`, over all specifications of a universe plus has one meaning
    /// @param block the block of each row
    /// @param time the time of each row
    record Ready(
            OrderedData data,
            Link link,
            boolean firth,
            boolean yesNo,
            double step,
            Target.AtLeast target,
            Optional<Target.AtLeast> second,
            int orientation,
            int[] block,
            int[] time)
            implements Specification {
        public Ready {
            if (block.length != data.rows() || time.length != data.rows()) {
                throw new IllegalArgumentException("blocks and times must have one entry a row");
            }
            if (Math.abs(orientation) != 1) {
                throw new IllegalArgumentException("orientation %d: +1 or -1".formatted(orientation));
            }
        }

        int interest() {
            return data.x().columns() - 1;
        }
    }

    /// Not to be fitted.
    ///
    /// @param status one word, for example `no_rows`
    /// @param reason one sentence
    record Unready(String status, String reason) implements Specification {}
}
