/// Proportional hazards for spells that are known by their rows: a start, a stop, and whether the event
/// ended them.
///
/// In: [SurvivalData], counting-process rows `(start, stop]` with covariates that may change from row to
/// row, late entry, strata, weights. Out: [CoxOutcome], either the maximum of the partial likelihood
/// (Breslow's or Efron's rule for ties), with cluster-robust errors on request, or the reason why there
/// is none: a monotone likelihood or dependent columns, by name. Sources: Cox 1972 and 1975; Breslow
/// 1974; Efron 1977 (JASA 72:557); Andersen & Gill 1982; Lin & Wei 1989 (JASA 84:1074); Therneau &
/// Grambsch 2000.
@NullMarked
package org.evenhand.statistics.survival;

import org.jspecify.annotations.NullMarked;
