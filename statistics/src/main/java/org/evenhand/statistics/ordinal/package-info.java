/// Cumulative models for ordered outcomes: `P(Y ≤ k | x) = F(κ_k − x'β)` [McCullagh 1980].
///
/// In: [OrderedData] (an outcome with ordered levels, a design, and where wanted weights, an offset, columns
/// whose slope differs by threshold, groups that have thresholds of their own) and an [OrderedModel] (the
/// link). Out: a [Fit], which is an estimate or the reason why there is none: separation, no identification,
/// an empty category, too few rows, no convergence, unusable numbers. Nothing is dropped on the way and no
/// failure looks like a number.
///
/// On a [Fit.Ok]: covariances ([ClusterCovariance]), tests and intervals ([ScoreBootstrap], [ProfileInterval],
/// [BrantTest]), effects on probabilities ([Effects]) and predictions. Two levels make it binary regression.
@NullMarked
package org.evenhand.statistics.ordinal;

import org.jspecify.annotations.NullMarked;
