/// SMAA-2: stochastic multicriteria acceptability analysis (Lahdelma & Salminen 2001), with ordinal criteria
/// as in SMAA-O (Lahdelma, Miettinen & Salminen 2003).
///
/// In: a [org.evenhand.statistics.decision.DecisionProblem] (options measured on criteria, each measurement a
/// distribution, each criterion a stated scale) and a [org.evenhand.statistics.decision.WeightSpace] (the
/// weights that agree with what somebody stated about them; nothing is built in). Out: which share of those
/// weights puts which option where ([org.evenhand.statistics.decision.Acceptability]), each share with its
/// Monte Carlo error, and the least weight a criterion must have for an option to be best
/// ([org.evenhand.statistics.decision.NecessaryWeight]). A criterion without data stays open over its whole
/// scale; statements that cannot hold together are a typed [org.evenhand.statistics.decision.Refusal], never
/// an empty result.
@NullMarked
package org.evenhand.statistics.decision;

import org.jspecify.annotations.NullMarked;
