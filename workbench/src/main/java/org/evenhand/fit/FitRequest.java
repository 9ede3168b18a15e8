package org.evenhand.fit;

import java.nio.file.Path;
import java.util.List;
import org.evenhand.statistics.ordinal.Link;

/// What to fit.
///
/// @param file CSV with a header
/// @param outcome its column
/// @param levels lowest first; empty: the values in the file in their order, at most twelve
/// @param terms as `Terms.parse` reads them
/// @param termsByThreshold terms whose slope differs by threshold
/// @param link of the model
/// @param clusters columns of clusters, none to two
/// @param random column of groups with a random intercept; empty for none
/// @param biasReduced whether to solve the adjusted score equations, which have a solution under separation too
/// @param thresholds column of groups with thresholds of their own; empty for one set
/// @param weights column of weights; empty for none
/// @param offset column of an offset; empty for none
/// @param unit column of units for lags; empty: the first cluster
/// @param time column of time for lags; empty: `year` if there is one
/// @param lag takes every column of numbers this many steps before; 0 for none
/// @param level of intervals
/// @param profile whether to add profile-likelihood intervals
/// @param brant whether to add the Brant test
/// @param bootstrap draws of the score wild cluster bootstrap; 0 for none
/// @param seed of the bootstrap
/// @param command the command that makes this answer
public record FitRequest(
        Path file,
        String outcome,
        List<String> levels,
        String terms,
        String termsByThreshold,
        Link link,
        List<String> clusters,
        String random,
        boolean biasReduced,
        String thresholds,
        String weights,
        String offset,
        String unit,
        String time,
        int lag,
        double level,
        boolean profile,
        boolean brant,
        int bootstrap,
        long seed,
        String command) {
    public FitRequest {
        levels = List.copyOf(levels);
        clusters = List.copyOf(clusters);
    }
}
