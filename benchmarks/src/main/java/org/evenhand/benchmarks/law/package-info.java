/// The law's throughput, beside the same watch-list rules written for Easy Rules and for Drools.
///
/// In: the placements of `data/`. Out: rulings per second, in one run, single thread; kept in
/// `docs/benchmarks-law.md`.
@NullMarked
package org.evenhand.benchmarks.law;

import org.jspecify.annotations.NullMarked;
