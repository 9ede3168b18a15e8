package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.evenhand.core.NoAnswer;
import org.evenhand.print.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs in the background, with work that does what a test lets it do.
@Timeout(30)
class JobsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Runs.Declared SMALL = new Runs.Declared(
            "trade",
            "Trade",
            "?",
            "0123456789abcdef0123",
            4,
            List.of(new Runs.Choice("lag", List.of("1", "2"), "why")));

    private final Work work = new Work();
    private Jobs jobs = new Jobs(work, new Jobs.Limits(1, 2, LONG, 2));

    /// Four steps a run; each waits until it is let go. What is finished is remembered by the words, as a
    /// checkpoint does.
    private static final class Work implements Runs {
        private final Map<List<String>, Integer> checkpoints = new ConcurrentHashMap<>();
        private final List<String> begun = new CopyOnWriteArrayList<>();
        private final CountDownLatch free = new CountDownLatch(1);
        private volatile Predicate<Integer> waitsAt = _ -> false;
        private volatile int fails = -1;

        @Override
        public Declared declared(String universe) {
            return SMALL;
        }

        @Override
        public int specifications(String universe, List<String> chosen) {
            return 4;
        }

        @Override
        public Optional<List<Answer>> run(List<String> words, Steering steering) {
            int first = checkpoints.getOrDefault(words, 0);
            begun.add(String.join(" ", words) + " from " + first);
            steering.progress(first, 4);
            for (int i = first; i < 4; i++) {
                while (waitsAt.test(i) && !steering.stopped() && free.getCount() > 0) {
                    Thread.onSpinWait();
                }
                if (steering.stopped()) {
                    return Optional.empty();
                }
                if (fails == i) {
                    throw new NoAnswer("Nothing defensible.", "Ask otherwise.");
                }
                if (fails == i + 100) {
                    throw new IllegalStateException("a bug");
                }
                checkpoints.put(words, i + 1);
                steering.progress(i + 1, 4);
            }
            return Optional.of(List.of(new Answer.Plain(String.join(" ", words))));
        }
    }

    @AfterEach
    void nothingIsLeftRunning() {
        work.free.countDown();
        jobs.close();
    }

    private static JobRequest request(int seed) {
        return new JobRequest(SMALL, Map.of("lag", List.of("1")), 9, seed);
    }

    private JobState await(int seed, Predicate<JobState> what) throws InterruptedException {
        while (true) {
            var state = jobs.find(request(seed).id()).orElseThrow().state();
            if (what.test(state)) {
                return state;
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private JobState ended(int seed) throws InterruptedException {
        return await(seed, JobState::ended);
    }

    @Test
    void aRunGivesWhatItsWordsGive() throws InterruptedException {
        jobs.start(request(1));
        assertThat(ended(1))
                .isEqualTo(new JobState.Finished(List.of(
                        new Answer.Plain("multiverse --choose=lag=1 --permutations=9 --seed=1 --resume -- trade"))));
    }

    @Test
    void theSameRequestFindsTheSameRun() throws InterruptedException {
        jobs.start(request(1));
        ended(1);
        jobs.start(request(1));
        assertThat(jobs.all()).hasSize(1);
        assertThat(work.begun).hasSize(1);
    }

    @Test
    void fewRunAndFewWaitAndFurtherOnesAreRefused() throws InterruptedException {
        work.waitsAt = i -> i == 1;
        for (int seed = 1; seed <= 3; seed++) {
            assertThat(jobs.start(request(seed))).isPresent();
        }
        await(1, s -> s instanceof JobState.Running r && r.finished() == 1);
        assertThat(jobs.find(request(2).id()).orElseThrow().state()).isEqualTo(new JobState.Waiting(1));
        assertThat(jobs.find(request(3).id()).orElseThrow().state()).isEqualTo(new JobState.Waiting(2));
        assertThat(jobs.start(request(4))).isEmpty();
        assertThat(jobs.start(request(2))).as("one that is there already").isPresent();
        assertThat(work.begun).hasSize(1);
        work.free.countDown();
        assertThat(ended(3)).isInstanceOf(JobState.Finished.class);
        assertThat(jobs.start(request(4))).isPresent();
    }

    @Test
    void aCancelledRunStopsBetweenSpecificationsAndGoesOnFromThere() throws InterruptedException {
        work.waitsAt = i -> i == 2;
        jobs.start(request(1));
        await(1, s -> s instanceof JobState.Running r && r.finished() == 2);
        jobs.cancel(request(1).id());
        assertThat(ended(1)).isEqualTo(new JobState.Stopped(JobState.Why.CANCELLED, 2, 4));
        work.free.countDown();
        jobs.start(request(1));
        assertThat(await(1, s -> s instanceof JobState.Finished)).isNotNull();
        assertThat(work.begun).hasSize(2);
        assertThat(work.begun.get(1)).endsWith("from 2");
    }

    @Test
    void oneThatWaitsIsCancelledAtOnce() throws InterruptedException {
        work.waitsAt = i -> i == 0;
        jobs.start(request(1));
        jobs.start(request(2));
        assertThat(jobs.cancel(request(2).id()).orElseThrow().state())
                .isEqualTo(new JobState.Stopped(JobState.Why.CANCELLED, 0, 0));
        assertThat(jobs.cancel(request(9).id())).isEmpty();
        assertThat(jobs.find(request(1).id()).orElseThrow().state()).isInstanceOf(JobState.Running.class);
    }

    @Test
    void aRunIsStoppedWhenItsTimeIsOver() throws InterruptedException {
        jobs.close();
        jobs = new Jobs(work, new Jobs.Limits(1, 2, Duration.ofMillis(50), 2));
        work.waitsAt = i -> i == 3;
        jobs.start(request(1));
        assertThat(ended(1)).isEqualTo(new JobState.Stopped(JobState.Why.TIME, 3, 4));
    }

    @Test
    void theOldestThatEndedIsForgottenAndItsAddressSaysSo() throws InterruptedException {
        for (int seed = 1; seed <= 3; seed++) {
            jobs.start(request(seed));
            ended(seed);
        }
        assertThat(jobs.find(request(1).id())).isEmpty();
        assertThat(jobs.forgot(request(1).id())).isTrue();
        assertThat(jobs.forgot(request(2).id())).isFalse();
        assertThat(jobs.forgot(request(9).id())).isFalse();
        assertThat(jobs.all()).hasSize(2);
        jobs.start(request(1));
        ended(1);
        assertThat(jobs.forgot(request(1).id())).isFalse();
    }

    @Test
    void whatTheCommandRefusesAndWhatIsABugEndTheRunOnly() throws InterruptedException {
        work.fails = 1;
        jobs.start(request(1));
        assertThat(ended(1)).isInstanceOfSatisfying(JobState.Failed.class, f -> {
            assertThat(f.problem().status()).isEqualTo(422);
            assertThat(f.problem().detail()).isEqualTo("Nothing defensible.");
        });
        work.fails = 101;
        jobs.start(request(2));
        assertThat(ended(2))
                .isInstanceOfSatisfying(
                        JobState.Failed.class,
                        f -> assertThat(f.problem().status()).isEqualTo(500));
        work.fails = -1;
        jobs.start(request(1));
        assertThat(await(1, s -> s instanceof JobState.Finished)).isNotNull();
    }

    @Test
    void closingStopsWhatRunsAndWhatWaitsAndTakesNothingMore() throws InterruptedException {
        work.waitsAt = i -> i == 1;
        jobs.start(request(1));
        jobs.start(request(2));
        await(1, s -> s instanceof JobState.Running r && r.finished() == 1);
        jobs.close();
        assertThat(jobs.find(request(1).id()).orElseThrow().state())
                .isEqualTo(new JobState.Stopped(JobState.Why.SHUTDOWN, 1, 4));
        assertThat(jobs.find(request(2).id()).orElseThrow().state())
                .isEqualTo(new JobState.Stopped(JobState.Why.SHUTDOWN, 0, 0));
        assertThat(jobs.start(request(3))).isEmpty();
        assertThat(work.checkpoints.values()).containsExactly(1);
    }

    @Test
    void manyAtOnceLeaveNothingBehind() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 8; t++) {
            int from = t;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 50; i++) {
                    var id = request((from + i) % 5).id();
                    jobs.start(request((from + i) % 5));
                    if (i % 3 == 0) {
                        jobs.cancel(id);
                    }
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        while (jobs.all().stream().anyMatch(s -> !s.state().ended())) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        assertThat(jobs.all()).hasSizeLessThanOrEqualTo(2);
    }
}
