package org.evenhand.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.evenhand.core.EvenhandException;

/// Takes in what is posted: only from pages of this server, only so much, only for so long.
final class Posts {
    /// Most bytes of a posted form, files included.
    static final int LARGEST = 2_000_000;

    /// Bytes of a form that is too large which are still read, so that its sender reads why it was refused.
    private static final long DRAINED = 64L << 20;

    /// For a whole form to arrive.
    static final long SECONDS = 15;

    /// Forms that may be on their way at the same time.
    private static final int AT_ONCE = 32;

    private final Guard guard;
    private final Forwards forwards;
    private final TimeLimit limit;
    private final Semaphore taking = new Semaphore(AT_ONCE);

    Posts(Guard guard, Forwards forwards, TimeLimit limit) {
        this.guard = guard;
        this.forwards = forwards;
        this.limit = limit;
    }

    void handle(Request request, Response response, Callback callback, String path, Consumer<Reply> send) {
        var ask = new Ask(path, Map.of(), Language.ENGLISH, Door.origin(request), Door.wantsPage(path));
        try {
            var query = request.getHttpURI().getQuery();
            ask = Ask.read(path, query == null ? "" : query, ask.origin(), ask.wantsPage());
        } catch (EvenhandException e) {
            send.accept(forwards.refused(Problem.of(e), ask));
            return;
        }
        if (!forwards.takes(path)) {
            send.accept(forwards.refused(Problem.notFound(path), ask));
            return;
        }
        if (!guard.ownForm(request.getHeaders())) {
            send.accept(forwards.refused(elsewhere(), ask));
            return;
        }
        if (!taking.tryAcquire()) {
            send.accept(forwards.refused(Problem.busy(), ask));
            return;
        }
        var asked = ask;
        var type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        Body.of(request, LARGEST, DRAINED, SECONDS)
                .thenApply(body -> {
                    taking.release();
                    if (!(body instanceof Body.Whole)) {
                        response.getHeaders().put(HttpHeader.CONNECTION, "close");
                    }
                    return reply(asked, type, body);
                })
                .thenAccept(send)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        failure.printStackTrace(System.err);
                        Response.writeError(request, response, callback, failure);
                    }
                });
    }

    private Reply reply(Ask ask, String type, Body body) {
        return switch (body) {
            case Body.Whole(var bytes) ->
                limit.of(() -> reply(ask, type, bytes)).orElseGet(() -> forwards.refused(limit.problem(), ask));
            case Body.TooLarge _ -> forwards.refused(tooLarge(), ask);
            case Body.TooSlow _ -> forwards.refused(tooSlow(), ask);
            case Body.Broken _ -> forwards.refused(broken(), ask);
        };
    }

    private Reply reply(Ask ask, String type, byte[] body) {
        try {
            if (ask.path().startsWith("/api/")) {
                return called(ask, type, body);
            }
            return forwards.post(ask, Posted.read(type, body)).once();
        } catch (EvenhandException e) {
            return forwards.refused(Problem.of(e), ask);
        } catch (OutOfMemoryError _) {
            return forwards.refused(Problem.tooMuch(), ask);
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                e.printStackTrace(System.err);
            }
            return forwards.refused(Problem.bug(), ask);
        }
    }

    /// A call of a program. Its type is one that no form of another site can have, so that none can make it.
    private Reply called(Ask ask, String type, byte[] body) {
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return new Problem(
                            415,
                            "Not JSON",
                            "The call is not of the type application/json.",
                            "Send JSON, and say so in Content-Type.")
                    .reply(ask.path());
        }
        return forwards.call(ask, new String(body, StandardCharsets.UTF_8)).once();
    }

    private static Problem elsewhere() {
        return new Problem(
                403,
                "Posted from elsewhere",
                "The form was not posted from a page of this server.",
                "Open the page here and send its form.");
    }

    private static Problem tooLarge() {
        return new Problem(
                413,
                "Too large",
                "More than %,d bytes were sent.".formatted(LARGEST),
                "Send less, or use the command line.");
    }

    private static Problem tooSlow() {
        return new Problem(
                408, "Too slow", "The form did not arrive within %d seconds.".formatted(SECONDS), "Send it again.");
    }

    private static Problem broken() {
        return new Problem(400, "Broken off", "The form did not arrive whole.", "Send it again.");
    }
}
