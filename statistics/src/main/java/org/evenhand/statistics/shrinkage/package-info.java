/// Regression whose slopes are drawn towards 0, for prediction.
///
/// In: columns, which rows the event happened in, weights of the rows, and how strongly each slope is drawn. Out: the
/// coefficients, and how well that strength suits the data. [RidgeLogistic] (Hoerl & Kennard 1970, Technometrics
/// 12:55; le Cessie & van Houwelingen 1992, Applied Statistics 41:191). Such estimates are biased on purpose and have
/// no standard errors here: they are for predicting what a fit has not seen.
@NullMarked
package org.evenhand.statistics.shrinkage;

import org.jspecify.annotations.NullMarked;
