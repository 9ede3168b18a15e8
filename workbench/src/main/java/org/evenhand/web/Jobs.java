package org.evenhand.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.evenhand.core.EvenhandException;
import org.jspecify.annotations.Nullable;

/// Runs in the background: few at once, few waiting, each for a bounded time, and the last few kept when they
/// have ended. What is stopped has its checkpoint and goes on when it is asked for again.
final class Jobs implements AutoCloseable {
    /// @param atOnce runs at the same time
    /// @param waiting runs that may wait
    /// @param time of one run, until it is stopped
    /// @param kept runs that have ended and are remembered
    record Limits(int atOnce, int waiting, Duration time, int kept) {}

    static final Limits USUAL = new Limits(1, 3, Duration.ofMinutes(30), 6);

    private static final int MOST_FORGOTTEN = 1000;
    private static final long CLOSE_SECONDS = 10;

    /// Specifications that must be finished before the time that is left can be told.
    private static final int FEW = 5;

    private final Runs runs;
    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<String, Job> jobs = new LinkedHashMap<>();
    private final ArrayDeque<Job> queue = new ArrayDeque<>();
    private final LinkedHashSet<String> forgotten = new LinkedHashSet<>();
    private final List<Thread> working = new ArrayList<>();
    private boolean closed;

    Jobs(Runs runs, Limits limits) {
        this.runs = runs;
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /// A run as it stood when it was looked at.
    record Seen(JobRequest request, JobState state) {}

    /// What is going on with one request. Its fields are read and written under the lock.
    private static final class Job implements Runs.Steering {
        private final JobRequest request;
        private final ReentrantLock lock;
        private final long nanos;
        private @Nullable JobState ended;
        private JobState.@Nullable Why asked;
        private boolean begun;
        private long start;
        private long counted;
        private int first;
        private int finished;
        private int total;

        Job(JobRequest request, ReentrantLock lock, Duration time) {
            this.request = request;
            this.lock = lock;
            this.nanos = time.toNanos();
        }

        @Override
        public void progress(int done, int all) {
            lock.lock();
            try {
                if (total == 0) {
                    first = done;
                    counted = System.nanoTime();
                }
                finished = done;
                total = all;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public boolean stopped() {
            lock.lock();
            try {
                if (asked == null && System.nanoTime() - start > nanos) {
                    asked = JobState.Why.TIME;
                }
                return asked != null;
            } finally {
                lock.unlock();
            }
        }

        private OptionalLong secondsLeft() {
            // The first ones say little: the machine is still warming up.
            int here = finished - first;
            return here < FEW
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                            TimeUnit.NANOSECONDS.toSeconds((System.nanoTime() - counted) / here * (total - finished)));
        }
    }

    /// Starts a run, or goes on with it; one that waits, runs or is finished is left as it is. Empty where
    /// too many are running and waiting already.
    Optional<Seen> start(JobRequest request) {
        lock.lock();
        try {
            var known = jobs.get(request.id());
            if (known != null && (known.ended == null || known.ended instanceof JobState.Finished)) {
                // Asked for again before it noticed that it was cancelled.
                known.asked = known.asked == JobState.Why.CANCELLED ? null : known.asked;
                return Optional.of(seen(known));
            }
            if (closed || working.size() >= limits.atOnce() && queue.size() >= limits.waiting()) {
                return Optional.empty();
            }
            var job = new Job(request, lock, limits.time());
            jobs.remove(request.id());
            jobs.put(request.id(), job);
            forgotten.remove(request.id());
            queue.add(job);
            next();
            return Optional.of(seen(job));
        } finally {
            lock.unlock();
        }
    }

    private void next() {
        while (!closed && working.size() < limits.atOnce() && !queue.isEmpty()) {
            var job = queue.remove();
            job.begun = true;
            job.start = System.nanoTime();
            working.add(Thread.ofPlatform().daemon().name("evenhand-run").unstarted(() -> work(job)));
            working.getLast().start();
        }
    }

    private void work(Job job) {
        JobState end = new JobState.Failed(Problem.bug());
        try {
            var answers = runs.run(job.request.words(), job);
            end = answers.<JobState>map(JobState.Finished::new).orElseGet(() -> stopped(job));
        } catch (EvenhandException e) {
            end = new JobState.Failed(Problem.of(e));
        } catch (RuntimeException e) {
            e.printStackTrace(System.err);
        } finally {
            end(job, end);
        }
    }

    private JobState stopped(Job job) {
        lock.lock();
        try {
            return new JobState.Stopped(
                    job.asked == null ? JobState.Why.CANCELLED : job.asked, job.finished, job.total);
        } finally {
            lock.unlock();
        }
    }

    private void end(Job job, JobState state) {
        lock.lock();
        try {
            working.remove(Thread.currentThread());
            ended(job, state);
            next();
        } finally {
            lock.unlock();
        }
    }

    /// Remembers how a run ended, as the latest of those that have, and forgets the earliest.
    private void ended(Job job, JobState state) {
        job.ended = state;
        jobs.remove(job.request.id());
        jobs.put(job.request.id(), job);
        var over = jobs.values().stream().filter(j -> j.ended != null).toList();
        for (var old : over.subList(0, Math.max(0, over.size() - limits.kept()))) {
            jobs.remove(old.request.id());
            forgotten.add(old.request.id());
        }
        while (forgotten.size() > MOST_FORGOTTEN) {
            forgotten.removeFirst();
        }
    }

    /// Stops a run before its next specification; one that waits is stopped at once.
    Optional<Seen> cancel(String id) {
        lock.lock();
        try {
            var job = jobs.get(id);
            if (job == null) {
                return Optional.empty();
            }
            if (job.ended == null && job.asked == null) {
                job.asked = JobState.Why.CANCELLED;
                if (queue.remove(job)) {
                    ended(job, new JobState.Stopped(JobState.Why.CANCELLED, 0, 0));
                }
            }
            return Optional.of(seen(job));
        } finally {
            lock.unlock();
        }
    }

    /// The run with this id, if it is remembered.
    Optional<Seen> find(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(jobs.get(id)).map(this::seen);
        } finally {
            lock.unlock();
        }
    }

    /// Whether a run with this id has ended and made room for others.
    boolean forgot(String id) {
        lock.lock();
        try {
            return forgotten.contains(id);
        } finally {
            lock.unlock();
        }
    }

    /// All that are remembered: those that have ended, earliest first, among those that have not.
    List<Seen> all() {
        lock.lock();
        try {
            return jobs.values().stream().map(this::seen).toList();
        } finally {
            lock.unlock();
        }
    }

    private Seen seen(Job job) {
        if (job.ended != null) {
            return new Seen(job.request, job.ended);
        }
        if (job.begun) {
            return new Seen(job.request, new JobState.Running(job.finished, job.total, job.secondsLeft()));
        }
        return new Seen(
                job.request,
                new JobState.Waiting(working.size() + List.copyOf(queue).indexOf(job)));
    }

    /// Stops everything before its next specification, and waits for that.
    @Override
    public void close() {
        List<Thread> threads;
        lock.lock();
        try {
            closed = true;
            while (!queue.isEmpty()) {
                ended(queue.remove(), new JobState.Stopped(JobState.Why.SHUTDOWN, 0, 0));
            }
            jobs.values().stream()
                    .filter(j -> j.ended == null && j.asked == null)
                    .forEach(j -> j.asked = JobState.Why.SHUTDOWN);
            threads = List.copyOf(working);
        } finally {
            lock.unlock();
        }
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(CLOSE_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
