package org.evenhand.web;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Ends what takes too long. The thread that makes an answer is interrupted, which long computations notice between
/// their steps; so its place is free again, and nothing goes on that nobody waits for.
final class TimeLimit implements AutoCloseable {
    /// Of the server as it is started by the command: several times what the slowest page takes on a busy machine.
    static final Duration USUAL = Duration.ofSeconds(120);

    private final Duration most;
    private final Set<Watch> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, work -> Thread.ofPlatform().daemon().name("evenhand-clock").unstarted(work));

    /// @param most for one answer
    TimeLimit(Duration most) {
        this.most = most;
        clock.setRemoveOnCancelPolicy(true);
    }

    /// Why nothing was made.
    Problem problem() {
        return stopping ? Problem.stopping() : Problem.tooLong(most);
    }

    /// Ends all that still runs after so long, since the server is being stopped.
    void stopAfter(Duration grace) {
        clock.schedule(
                () -> {
                    stopping = true;
                    running.forEach(Watch::ring);
                },
                grace.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /// What the work gives; empty where it took too long, whatever it then gave or threw: a step that noticed the
    /// interrupt may have left it half done.
    <T> Optional<T> of(Supplier<T> work) {
        var watch = new Watch(Thread.currentThread());
        running.add(watch);
        var alarm = clock.schedule(watch::ring, most.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var made = work.get();
            return watch.end() ? Optional.empty() : Optional.of(made);
        } catch (RuntimeException | Error e) {
            if (watch.end()) {
                return Optional.empty();
            }
            throw e;
        } finally {
            alarm.cancel(false);
            running.remove(watch);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /// Interrupts a thread at most once, and never after its work has ended.
    private static final class Watch {
        private final Thread thread;
        private final ReentrantLock lock = new ReentrantLock();
        private boolean rung;
        private boolean ended;

        Watch(Thread thread) {
            this.thread = thread;
        }

        void ring() {
            lock.lock();
            try {
                if (!ended) {
                    rung = true;
                    thread.interrupt();
                }
            } finally {
                lock.unlock();
            }
        }

        /// Whether the time was over. The thread is then as it was before.
        boolean end() {
            lock.lock();
            try {
                ended = true;
                if (rung) {
                    Thread.interrupted();
                }
                return rung;
            } finally {
                lock.unlock();
            }
        }
    }
}
