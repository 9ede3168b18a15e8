/// The tiers that evidence alone would lead one to expect, and how far the published ones are from them.
///
/// In: the panel and a named evidence set ([EvidenceSet]). A cumulative logit model ([Benchmark]) is fitted leaving out
/// the country in question; a second one adds the measured interests and is read with each interest at a stated
/// reference ([Divergence]). Out: tier distributions, divergences with delta-method intervals, Shapley
/// attribution ([Divergence]), and how well all that predicts placements it has not seen ([Calibration]).
///
/// Missing evidence is never imputed: a country-year without it has no benchmark. Special cases are left out and
/// counted. Where calibration is poor, by a fixed rule ([Verdict]), countries are not ranked.
@NullMarked
package org.evenhand.benchmark;

import org.jspecify.annotations.NullMarked;
