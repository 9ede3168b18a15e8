package org.evenhand.statistics.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.evenhand.statistics.biasreduced.BinarySample;
import org.evenhand.statistics.biasreduced.CumulativeBiasReduction;
import org.evenhand.statistics.biasreduced.FirthLogistic;
import org.evenhand.statistics.capture.CaptureTable;
import org.evenhand.statistics.capture.MultipleSystems;
import org.evenhand.statistics.capture.Selection;
import org.evenhand.statistics.decision.Criterion;
import org.evenhand.statistics.decision.DecisionProblem;
import org.evenhand.statistics.decision.Measurement;
import org.evenhand.statistics.decision.Smaa2;
import org.evenhand.statistics.decision.WeightSpace;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.mixed.RandomIntercept;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What takes long gives up when its thread is interrupted, and says nothing else.
class InterruptionTest {
    private static final int ROWS = 60;

    /// What can take long.
    enum Work implements Runnable {
        ORDERED {
            @Override
            public void run() {
                OrderedModel.withDefaults().fit(data(3));
            }
        },
        RANDOM_INTERCEPT {
            @Override
            public void run() {
                var groups = IntStream.range(0, ROWS).map(i -> i % 6).toArray();
                RandomIntercept.withDefaults().fit(data(3), groups, List.of("a", "b", "c", "d", "e", "f"));
            }
        },
        BIAS_REDUCED {
            @Override
            public void run() {
                new CumulativeBiasReduction(Link.LOGIT).fit(data(3));
            }
        },
        PENALISED {
            @Override
            public void run() {
                var data = data(2);
                var event = new boolean[ROWS];
                var ones = new double[ROWS];
                for (int i = 0; i < ROWS; i++) {
                    event[i] = data.outcome(i) == 1;
                    ones[i] = 1;
                }
                FirthLogistic.fit(new BinarySample(data.x(), data.names(), event, ones, new double[ROWS]), 0.95);
            }
        },
        CAPTURE {
            @Override
            public void run() {
                var table = CaptureTable.of(
                        List.of("a", "b", "c"), new int[] {1, 2, 3, 4, 5, 6, 7}, new long[] {40, 35, 12, 30, 10, 9, 4});
                MultipleSystems.estimate(table, Selection.stepwise());
            }
        },
        DECISION {
            @Override
            public void run() {
                var criteria = List.of("c1", "c2");
                var problem = new DecisionProblem(
                        List.of("A", "B"),
                        criteria.stream().map(name -> new Criterion(name, 0, 1)).toList(),
                        List.of(measured(0.2, 0.9), measured(0.8, 0.3)));
                Smaa2.withDefaults().analyse(problem, WeightSpace.all(criteria), Executor.threads(2));
            }
        }
    }

    private static List<Optional<Measurement>> measured(double... values) {
        return java.util.Arrays.stream(values)
                .mapToObj(v -> Optional.<Measurement>of(new Measurement.Point(v)))
                .toList();
    }

    private static OrderedData data(int levels) {
        var random = Streams.of(7, levels);
        var outcome = new int[ROWS];
        var x = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            outcome[i] = i % levels;
            x[i] = random.nextGaussian() + 0.3 * outcome[i];
        }
        var names = IntStream.range(0, levels).mapToObj(k -> "level " + k).toList();
        return OrderedData.of(outcome, names, Matrix.ofColumns(ROWS, x), List.of("x"));
    }

    @ParameterizedTest
    @EnumSource
    void whatTakesLongGivesUp(Work work) {
        work.run();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(work::run).isInstanceOf(Interruption.class);
            assertThat(Thread.currentThread().isInterrupted())
                    .as("further out it is seen too")
                    .isTrue();
        } finally {
            Thread.interrupted();
        }
        work.run();
    }

    /// Tasks that would never end on their own, on the calling thread and on others: none is left behind.
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void tasksGiveUpWithWhoWaitsForThem(int threads) throws Exception {
        var begun = new CountDownLatch(threads);
        var ended = new CountDownLatch(threads);
        var thrown = new AtomicReference<Throwable>();
        var job = Job.<Integer>of(1, threads, (number, _) -> {
            begun.countDown();
            try {
                while (number >= 0) {
                    Interruption.check();
                }
                return number;
            } finally {
                ended.countDown();
            }
        });
        var asking = Thread.ofPlatform().start(() -> {
            try {
                Executor.threads(threads).run(job);
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        asking.interrupt();
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(asking.join(java.time.Duration.ofSeconds(20))).isTrue();
        assertThat(thrown.get()).isInstanceOf(Interruption.class);
    }

    @Test
    void withoutAnInterruptItGoesOn() {
        Interruption.check();
        assertThat(Executor.threads(2).run(Job.<Integer>of(1, 4, (number, _) -> number)))
                .containsExactly(0, 1, 2, 3);
    }
}
