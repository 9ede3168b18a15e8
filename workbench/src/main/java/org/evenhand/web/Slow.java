package org.evenhand.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/// Closes connections that hold a place without ever finishing: a request whose head never ends, or a reply that is
/// never read to its end. The idle limit does not see one that moves a byte now and then.
final class Slow extends AbstractLifeCycle implements Connection.Listener {
    /// Until the head of a request is there.
    private static final long HEAD_SECONDS = 20;

    /// Until its reply is read, the making of it included.
    private static final long REPLY_SECONDS = 300;

    private static final long EVERY_SECONDS = 2;

    private final Scheduler scheduler;
    private final Map<Connection, Seen> open = new ConcurrentHashMap<>();

    /// How many requests had come and replies gone when that last changed. A request has come when its head has.
    private record Seen(long in, long out, long at) {
        boolean tooLong(long now) {
            return now - at > TimeUnit.SECONDS.toNanos(in == out ? HEAD_SECONDS : REPLY_SECONDS);
        }
    }

    Slow(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    protected void doStart() {
        next();
    }

    private void next() {
        scheduler.schedule(
                () -> {
                    sweep();
                    if (isRunning()) {
                        next();
                    }
                },
                EVERY_SECONDS,
                TimeUnit.SECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Seen(0, 0, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void sweep() {
        long now = System.nanoTime();
        open.forEach((connection, seen) -> {
            var is = new Seen(connection.getMessagesIn(), connection.getMessagesOut(), now);
            if (is.in() != seen.in() || is.out() != seen.out()) {
                open.replace(connection, is);
            } else if (seen.tooLong(now)) {
                connection.close();
            }
        });
    }
}
