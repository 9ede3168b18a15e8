/// Multiple systems estimation: the size of a population of which several incomplete lists overlap.
///
/// In: a [CaptureTable], the number of people seen with each combination of lists. Out: an [Outcome]: an
/// estimate with its model, or a typed reason why there is none; with intervals by bootstrap in which the
/// choice of model is repeated ([MultipleSystems]). Models are hierarchical Poisson log-linear models. Lists
/// that never overlap give parameters at minus infinity, treated exactly; whether an estimate exists and is
/// identified is decided in whole numbers.
///
/// Sources: Bales, Hesketh & Silverman 2015 (Significance 12); Chan, Silverman & Vincent 2021 (JASA 116: 1297);
/// Silverman, Chan & Vincent 2024 (Statistics and Computing 34: 44); Fienberg & Rinaldo 2012 (Annals of
/// Statistics 40: 996).
@NullMarked
package org.evenhand.statistics.capture;

import org.jspecify.annotations.NullMarked;
