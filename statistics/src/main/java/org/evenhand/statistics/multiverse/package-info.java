/// Specification curves with permutation inference [Steegen et al. 2016; Simonsohn, Simmons & Nelson 2020].
///
/// In: numbered [Specification]s (each an outcome, a design and one column of interest, or the reason why it
/// cannot be fitted) and the [Blocks] that its rows come from. Out: a [Curve]: for each specification its
/// effect on one scale with an interval or a typed failure, and the distribution of the whole curve when the
/// residual of the interest is permuted in blocks within strata ([JointTest]), the same permutation in every
/// specification.
///
/// What is permuted is compared on the same footing: the observed curve and each permuted one enter the joint test
/// by their score statistic at the null fit ([NullModel]), which a permutation does not change, so a permuted
/// specification costs one pass over its rows. The intervals that are shown come from full maximum likelihood
/// fits.
@NullMarked
package org.evenhand.statistics.multiverse;

import org.jspecify.annotations.NullMarked;
