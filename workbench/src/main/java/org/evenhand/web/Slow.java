package org.evenhand.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/// Closes connections that hold a place without ever finishing a request; the idle limit does not see one that sends a
/// byte now
/// and then.
final class Slow extends AbstractLifeCycle implements Connection.Listener {
    private static final long SECONDS = 20;
    private static final long EVERY_SECONDS = 2;

    private final Scheduler scheduler;
    private final Map<Connection, Seen> open = new ConcurrentHashMap<>();

    private record Seen(long messages, long at) {}

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
        open.put(connection, new Seen(0, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void sweep() {
        long now = System.nanoTime();
        open.forEach((connection, seen) -> {
            long messages = connection.getMessagesIn();
            if (messages != seen.messages() || connection.getMessagesIn() != connection.getMessagesOut()) {
                open.replace(connection, new Seen(messages, now));
            } else if (now - seen.at() > TimeUnit.SECONDS.toNanos(SECONDS)) {
                connection.close();
            }
        });
    }
}
