package org.evenhand.statistics.tasks;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/// Random streams addressed by (seed, task number).
public final class Streams {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private Streams() {}

    /// The stream of one task: the same draws whichever thread or machine asks.
    ///
    /// The four words of the generator's state are filled by SplitMix64 steps from the seed and the number, so that
    /// streams of neighbouring numbers share no part of their state.
    public static RandomGenerator of(long seed, long number) {
        long key = mix(seed + GOLDEN) ^ mix(mix(number + GOLDEN) + GOLDEN);
        var state = ByteBuffer.allocate(32);
        for (int i = 0; i < 4; i++) {
            key += GOLDEN;
            state.putLong(mix(key));
        }
        return FACTORY.create(state.array());
    }

    /// A uniform permutation of `0 … n − 1` from the stream's next draws.
    ///
    /// The library's shuffle (Fisher & Yates) asks for one integer below each bound; the stream's own bounded draw
    /// answers, so that the same stream gives the same permutation whatever that library does with bits.
    public static int[] permutation(RandomGenerator random, int n) {
        var order = PermutationSampler.natural(n);
        PermutationSampler.shuffle(
                new UniformRandomProvider() {
                    @Override
                    public long nextLong() {
                        return random.nextLong();
                    }

                    @Override
                    public int nextInt(int bound) {
                        return random.nextInt(bound);
                    }
                },
                order);
        return order;
    }

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /// Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators", variant 13 of Stafford.
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
