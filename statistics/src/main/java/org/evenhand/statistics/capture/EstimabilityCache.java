package org.evenhand.statistics.capture;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenhand.statistics.capture.Estimability.Verdict;

/// Verdicts of [Estimability] kept by pattern of zeros, shared by the threads of one analysis.
///
/// Bootstrap replicates of a table have few patterns of zeros, and verdicts depend on nothing else. One more
/// thing saves work: taking a term off that is not on the boundary cannot make an estimate cease to exist or to
/// be identified [Chan, Silverman & Vincent 2021, section 2.7], so one verdict on the largest model with the
/// same boundary settles all below it that are not on their own.
final class EstimabilityCache {
    /// Entries kept; beyond them verdicts are worked out each time.
    private static final int MOST_ENTRIES = 400_000;

    private final ConcurrentMap<Pattern, PerPattern> patterns = new ConcurrentHashMap<>();
    private final AtomicInteger entries = new AtomicInteger();
    private final int order;

    /// @param order the highest order of the models that will be asked about
    EstimabilityCache(int order) {
        this.order = order;
    }

    /// The verdicts on the pattern of zeros of these counts.
    PerPattern on(Counts counts) {
        var pattern = Pattern.of(counts);
        var known = patterns.get(pattern);
        if (known != null) {
            return known;
        }
        var fresh = new PerPattern(counts);
        if (entries.get() < MOST_ENTRIES && patterns.putIfAbsent(pattern, fresh) == null) {
            entries.incrementAndGet();
        }
        return fresh;
    }

    /// Which cells have a positive count.
    private record Pattern(long[] words) {
        static Pattern of(Counts counts) {
            var words = new long[(counts.cells() + 63) / 64];
            for (int c = 1; c < counts.cells(); c++) {
                if (counts.count(c) > 0) {
                    words[c >> 6] |= 1L << (c & 63);
                }
            }
            return new Pattern(words);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pattern that && Arrays.equals(words, that.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }

    /// Verdicts on one pattern of zeros.
    final class PerPattern {
        private final Counts counts;
        private final ConcurrentMap<HierarchicalModel, Verdict> verdicts = new ConcurrentHashMap<>();

        private PerPattern(Counts counts) {
            this.counts = counts;
        }

        Verdict verdict(HierarchicalModel model) {
            if (known(above(model, order)) == Verdict.ESTIMABLE) {
                return Verdict.ESTIMABLE;
            }
            int own = model.order();
            if (own < order && known(above(model, Math.max(2, own))) == Verdict.ESTIMABLE) {
                return Verdict.ESTIMABLE;
            }
            return known(model);
        }

        boolean estimable(HierarchicalModel model) {
            return verdict(model) == Verdict.ESTIMABLE;
        }

        /// The largest model up to an order with the same terms on the boundary.
        private HierarchicalModel above(HierarchicalModel model, int highest) {
            var present = new boolean[counts.cells()];
            for (int term = 0; term < present.length; term++) {
                present[term] = counts.overlap(term) > 0 && Integer.bitCount(term) <= highest;
            }
            for (int term : model.termsShared()) {
                present[term] = true;
            }
            return HierarchicalModel.ofPresent(model.lists(), present);
        }

        private Verdict known(HierarchicalModel model) {
            var known = verdicts.get(model);
            if (known != null) {
                return known;
            }
            var verdict = Estimability.of(model, counts);
            if (entries.get() < MOST_ENTRIES && verdicts.putIfAbsent(model, verdict) == null) {
                entries.incrementAndGet();
            }
            return verdict;
        }
    }
}
