/// What do the shipped data say about each claim, as far as that takes longer to compute than an account may take?
///
/// In: results that were computed once and kept as tables of the catalogue (`universe_results`, `universe_measures`,
/// `universe_specifications`, `universe_bands`, `group_results`, `benchmark_results`, `divergence_results`), and the
/// table `claim_bearings`, which says which of them bears on which claim and what would fit either side. Out: sentences
/// by fixed rules, with passports. [Remake] computes the tables anew; [Kept#onOtherData] says where the tables in use
/// are not those that results were computed on. [UniverseFinding] shows the kept run of one universe with its curve.
@NullMarked
package org.evenhand.findings;

import org.jspecify.annotations.NullMarked;
