/// Exact inference for counts: intervals and tests that hold at every sample size.
///
/// In: counts (successes and trials, a two-by-two table) and a confidence level. Out: intervals, p-values
/// and adjusted p-values as immutable records. Nothing here is asymptotic and nothing is random; the only
/// approximation is floating-point arithmetic. Arguments that make no sense (more successes than trials,
/// a level outside (0, 1)) are refused with [IllegalArgumentException]; a table that cannot inform an
/// odds ratio gives a typed outcome. Sources: Clopper & Pearson 1934 (Biometrika 26:404); Fisher 1935;
/// Agresti 2002, section 3.5; Holm 1979 (Scand. J. Statist. 6:65).
@NullMarked
package org.evenhand.statistics.exact;

import org.jspecify.annotations.NullMarked;
