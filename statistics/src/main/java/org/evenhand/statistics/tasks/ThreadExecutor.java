package org.evenhand.statistics.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;

/// Threads of this process that take the next task until there is none. With one thread: the calling one.
final class ThreadExecutor implements Executor {
    private final int threads;

    ThreadExecutor(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("%d threads cannot run anything".formatted(threads));
        }
        this.threads = threads;
    }

    @Override
    public <T> Run<T> run(Job<T> job, Watch<T> watch) {
        var progress = new Progress<>(job, watch);
        int used = Math.min(threads, job.size());
        if (used <= 1) {
            progress.work();
        } else {
            var workers = new ArrayList<Thread>();
            for (int i = 0; i < used; i++) {
                workers.add(
                        Thread.ofPlatform().daemon().name("evenhand-task-", i).start(progress::work));
            }
            join(workers, progress);
        }
        return progress.end();
    }

    /// An interrupt of the waiting thread cancels the job, and the tasks that look for it, instead of leaving
    /// its threads behind.
    private static void join(List<Thread> workers, Progress<?> progress) {
        boolean interrupted = false;
        for (var worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    progress.stop();
                    workers.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Progress<T> {
        private record Outcome<T>(T result) {}

        private final Job<T> job;
        private final Watch<T> watch;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<Outcome<T>> outcomes;
        private final TreeMap<Integer, RuntimeException> failures = new TreeMap<>();
        private final ReentrantLock lock = new ReentrantLock();
        private int finished;
        private volatile boolean stopped;

        Progress(Job<T> job, Watch<T> watch) {
            this.job = job;
            this.watch = watch;
            this.outcomes = new AtomicReferenceArray<>(job.size());
        }

        void stop() {
            stopped = true;
        }

        void work() {
            int index;
            while (!stopped && (index = next.getAndIncrement()) < job.size()) {
                if (watch.cancelled() || Thread.currentThread().isInterrupted()) {
                    stopped = true;
                    return;
                }
                try {
                    var result = job.run(index);
                    outcomes.set(index, new Outcome<>(result));
                    report(index, result);
                } catch (Interruption _) {
                    stopped = true;
                } catch (RuntimeException e) {
                    fail(index, e);
                }
            }
        }

        private void report(int index, T result) {
            lock.lock();
            try {
                finished++;
                watch.finished(job.number(index), result, finished, job.size());
            } finally {
                lock.unlock();
            }
        }

        /// Tasks start in order, so once one has failed every lower one has started: the lowest failure is always
        /// found.
        private void fail(int index, RuntimeException e) {
            stopped = true;
            lock.lock();
            try {
                failures.put(index, e);
            } finally {
                lock.unlock();
            }
        }

        Run<T> end() {
            if (!failures.isEmpty()) {
                throw failures.firstEntry().getValue();
            }
            var all = new ArrayList<T>();
            var some = new TreeMap<Integer, T>();
            for (int i = 0; i < job.size(); i++) {
                var outcome = outcomes.get(i);
                if (outcome != null) {
                    all.add(outcome.result());
                    some.put(job.number(i), outcome.result());
                }
            }
            return all.size() == job.size() ? new Run.Finished<>(all) : new Run.Cancelled<>(some, job.size());
        }
    }
}
