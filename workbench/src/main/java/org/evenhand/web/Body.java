package org.evenhand.web;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;

/// What arrived of a posted form.
sealed interface Body {
    /// All of it.
    record Whole(byte[] bytes) implements Body {}

    /// More than is taken. What is behind the limit was read and thrown away, so that whoever sent it reads the reply
    /// instead of finding the door shut.
    record TooLarge() implements Body {}

    /// Not all of it, in the time that there is.
    record TooSlow() implements Body {}

    /// The connection ended, or what came is not HTTP.
    record Broken() implements Body {}

    /// Takes in a body without holding a thread.
    ///
    /// @param most bytes that are taken
    /// @param drained bytes that are read at most, those thrown away included
    /// @param seconds for all of it
    static CompletableFuture<Body> of(Content.Source source, int most, long drained, long seconds) {
        var taking = new Taking(source, most, drained);
        taking.run();
        return taking.arrived
                .orTimeout(seconds, TimeUnit.SECONDS)
                .exceptionally(e -> taking.large ? new TooLarge() : failed(e));
    }

    private static Body failed(Throwable e) {
        return e instanceof TimeoutException || e.getCause() instanceof TimeoutException ? new TooSlow() : new Broken();
    }

    /// Reads what is there and asks to be called again when there is more.
    final class Taking implements Runnable {
        private final Content.Source source;
        private final int most;
        private final long drained;
        private final CompletableFuture<Body> arrived = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long read;

        /// Seen by the thread of the timeout.
        private volatile boolean large;

        private Taking(Content.Source source, int most, long drained) {
            this.source = source;
            this.most = most;
            this.drained = drained;
        }

        @Override
        public void run() {
            while (!arrived.isDone()) {
                var chunk = source.read();
                if (chunk == null) {
                    source.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    arrived.completeExceptionally(chunk.getFailure());
                    return;
                }
                take(chunk);
                boolean last = chunk.isLast();
                chunk.release();
                if (last || read > drained) {
                    arrived.complete(large ? new TooLarge() : new Whole(bytes.toByteArray()));
                }
            }
        }

        private void take(Content.Chunk chunk) {
            int length = chunk.remaining();
            read += length;
            if (read > most) {
                large = true;
                bytes.reset();
            } else {
                var part = new byte[length];
                chunk.get(part, 0, length);
                bytes.write(part, 0, length);
            }
        }
    }
}
