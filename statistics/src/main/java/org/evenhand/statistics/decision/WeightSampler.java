package org.evenhand.statistics.decision;

import java.io.Serializable;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws weights uniformly from a space of weights.
sealed interface WeightSampler extends Serializable
        permits WeightSampler.Simplex, WeightSampler.Chains, WeightSampler.Rejection, HitAndRun, WeightSampler.Single {
    /// Begins a sequence of draws on one stream.
    Draws begin(RandomGenerator random);

    /// Whether the draws of one sequence are independent of each other.
    boolean independent();

    /// How the draws are made, in a few words.
    String method();

    /// A sequence of draws.
    interface Draws {
        /// Writes the next weights into `w`.
        void next(double[] w);
    }

    /// Exact: the simplex above lower bounds, by normalised exponentials (Devroye 1986, section XI.4.1).
    final class Simplex implements WeightSampler {
        private static final long serialVersionUID = 1L;
        private final double[] low;
        private final double rest;

        Simplex(double[] low) {
            this.low = low.clone();
            this.rest = 1 - Arrays.stream(low).sum();
        }

        @Override
        public Draws begin(RandomGenerator random) {
            return w -> {
                double sum = 0;
                for (int k = 0; k < w.length; k++) {
                    w[k] = random.nextExponential();
                    sum += w[k];
                }
                double scale = rest / sum;
                for (int k = 0; k < w.length; k++) {
                    w[k] = low[k] + w[k] * scale;
                }
            };
        }

        @Override
        public boolean independent() {
            return true;
        }

        @Override
        public String method() {
            return "exact, normalised exponentials";
        }
    }

    /// Exact: the simplex with ranked groups, by sorting. The uniform density does not change when weights
    /// trade places, so the sorted weights are uniform on the ordered part (Tervonen & Lahdelma 2007, section
    /// 3.1).
    final class Chains implements WeightSampler {
        private static final long serialVersionUID = 1L;
        private final Simplex simplex;
        private final int[][][] chains;

        Chains(int criteria, int[][][] chains) {
            this.simplex = new Simplex(new double[criteria]);
            this.chains = chains;
        }

        @Override
        public Draws begin(RandomGenerator random) {
            Draws unordered = simplex.begin(random);
            double[][] buffers = new double[chains.length][];
            for (int c = 0; c < chains.length; c++) {
                buffers[c] = new double
                        [Arrays.stream(chains[c]).mapToInt(g -> g.length).sum()];
            }
            return w -> {
                unordered.next(w);
                for (int c = 0; c < chains.length; c++) {
                    sort(chains[c], buffers[c], w, random);
                }
            };
        }

        private static void sort(int[][] groups, double[] buffer, double[] w, RandomGenerator random) {
            int size = 0;
            for (int[] group : groups) {
                for (int k : group) {
                    buffer[size++] = w[k];
                }
            }
            Arrays.sort(buffer);
            int top = size;
            for (int[] group : groups) {
                // Inside a group nothing is ranked: its share of the sorted weights goes round at random.
                for (int g = 0; g < group.length; g++) {
                    int from = top - group.length;
                    int pick = group.length - g > 1 ? from + random.nextInt(group.length - g) : from;
                    w[group[g]] = buffer[pick];
                    buffer[pick] = buffer[top - 1 - g];
                }
                top -= group.length;
            }
        }

        @Override
        public boolean independent() {
            return true;
        }

        @Override
        public String method() {
            return "exact, sorted within rankings";
        }
    }

    /// Exact: draws from a larger space until one meets all conditions.
    final class Rejection implements WeightSampler {
        private static final long serialVersionUID = 1L;
        private final WeightSampler larger;
        private final double[][] normals;
        private final double[] bounds;

        Rejection(WeightSampler larger, double[][] normals, double[] bounds) {
            this.larger = larger;
            this.normals = normals;
            this.bounds = bounds;
        }

        @Override
        public Draws begin(RandomGenerator random) {
            Draws candidates = larger.begin(random);
            return w -> {
                do {
                    candidates.next(w);
                } while (!meets(w));
            };
        }

        private boolean meets(double[] w) {
            for (int r = 0; r < bounds.length; r++) {
                double sum = 0;
                for (int k = 0; k < w.length; k++) {
                    sum += normals[r][k] * w[k];
                }
                if (sum > bounds[r]) {
                    return false;
                }
            }
            return true;
        }

        /// The share of `tries` candidates that meet the conditions.
        double acceptance(RandomGenerator random, int tries) {
            Draws candidates = larger.begin(random);
            double[] w = new double[normals[0].length];
            int met = 0;
            for (int i = 0; i < tries; i++) {
                candidates.next(w);
                met += meets(w) ? 1 : 0;
            }
            return (double) met / tries;
        }

        @Override
        public boolean independent() {
            return true;
        }

        @Override
        public String method() {
            return larger.method() + ", rejecting what was ruled out";
        }
    }

    /// The statements leave one point.
    final class Single implements WeightSampler {
        private static final long serialVersionUID = 1L;
        private final double[] at;

        Single(double[] at) {
            this.at = at.clone();
        }

        @Override
        public Draws begin(RandomGenerator random) {
            return w -> System.arraycopy(at, 0, w, 0, at.length);
        }

        @Override
        public boolean independent() {
            return true;
        }

        @Override
        public String method() {
            return "the statements leave one set of weights";
        }
    }
}
