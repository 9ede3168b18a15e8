package org.evenhand.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.evenhand.core.EvenhandException;

/// Takes in what is posted: only from pages of this server, only so much, only for so long.
final class Posts {
    /// Most bytes of a posted form, files included.
    static final int LARGEST = 2_000_000;

    private static final long SECONDS = 15;

    private final Guard guard;
    private final Forwards forwards;

    Posts(Guard guard, Forwards forwards) {
        this.guard = guard;
        this.forwards = forwards;
    }

    void handle(Request request, Response response, Callback callback, String path, Consumer<Sent> send) {
        var headers = request.getHeaders();
        if (!forwards.takes(path)) {
            send.accept(Sent.of(Problem.notFound(path).reply(path)));
            return;
        }
        if (!guard.ownForm(headers)) {
            send.accept(Sent.of(new Problem(
                            403,
                            "Posted from elsewhere",
                            "The form was not posted from a page of this server.",
                            "Open the page here and send its form.")
                    .reply(path)));
            return;
        }
        if (request.getLength() > LARGEST) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            send.accept(Sent.of(tooLarge().reply(path)));
            return;
        }
        var type = String.valueOf(headers.get(HttpHeader.CONTENT_TYPE));
        var arrived = new CompletableFuture<byte[]>();
        Content.Source.asByteArrayAsync(request, LARGEST, Promise.Invocable.toPromise(arrived));
        arrived.orTimeout(SECONDS, TimeUnit.SECONDS).whenComplete((body, failure) -> {
            if (failure == null) {
                send.accept(Sent.of(reply(request, path, type, body)));
            } else {
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
                boolean slow = failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException;
                send.accept(Sent.of((slow ? tooSlow() : tooLarge()).reply(path)));
            }
        });
    }

    private Reply reply(Request request, String path, String type, byte[] body) {
        boolean page = Door.wantsPage(path);
        var ask = new Ask(path, java.util.Map.of(), Language.ENGLISH, Door.origin(request), page);
        try {
            var query = request.getHttpURI().getQuery();
            ask = Ask.read(path, query == null ? "" : query, Door.origin(request), page);
            if (path.startsWith("/api/")) {
                return called(ask, type, body);
            }
            return forwards.post(ask, Posted.read(type, body)).once();
        } catch (EvenhandException e) {
            return forwards.refused(Problem.of(e), ask);
        } catch (RuntimeException e) {
            e.printStackTrace(System.err);
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
}
