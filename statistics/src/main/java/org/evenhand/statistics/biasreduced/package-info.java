/// Bias-reduced regression: estimates that stay finite where maximum likelihood separates or the event is
/// rare.
///
/// In: a design, outcomes, optional weights and offsets. Out: a typed outcome, either a fit or the reason
/// why there is none, naming the columns. Two estimators: [FirthLogistic] (Firth 1993, Biometrika 80:27),
/// whose penalised likelihood gives profile intervals and tests (Heinze & Schemper 2002, Statist. Med.
/// 21:2409), and [CumulativeBiasReduction] for ordered outcomes (Kosmidis 2014, JRSS B 76:169), whose
/// adjusted scores are not the derivative of a penalised likelihood, so that its intervals are Wald
/// intervals and named so. Results are labelled as bias-reduced wherever they are shown: they are not
/// maximum likelihood estimates.
@NullMarked
package org.evenhand.statistics.biasreduced;

import org.jspecify.annotations.NullMarked;
