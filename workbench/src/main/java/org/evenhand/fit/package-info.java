/// One ordered or binary regression on any CSV file: `evenhand fit`.
///
/// In: a [FitRequest] (file, outcome and its levels, terms, link, clusters, weights). Out: a [FitAnswer]: the
/// estimate with errors, odds ratios, effects on probabilities and every row that fell out; or the reason why
/// there is no estimate, under the same `status` words as the statistics module. [FitDocument] and
/// [FitStructure] word it for people and machines and compute nothing.
@NullMarked
package org.evenhand.fit;

import org.jspecify.annotations.NullMarked;
