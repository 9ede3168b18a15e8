package org.evenhand.web;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.evenhand.core.EvenhandException;

/// Where requests come in: guards, kept replies, entity tags, headers.
final class Door extends Handler.Abstract {
    /// Longest path with query.
    private static final int LONGEST = 8_000;

    /// Answers computed at the same time.
    static final int AT_ONCE = 4;

    /// Requests that wait for their turn; further ones are told to come back.
    static final int WAITING = 8;

    private static final long WAIT_SECONDS = 20;
    private static final long ROOM = 96L << 20;

    private static final HttpField[] SECURITY = {
        new PreEncodedHttpField(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action"
                        + " 'self'; base-uri 'none'; frame-ancestors 'none'"),
        new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
        new PreEncodedHttpField("X-Frame-Options", "DENY"),
        // No referrer at all would make browsers call the origin of our own forms "null".
        new PreEncodedHttpField("Referrer-Policy", "same-origin"),
        new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
        new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
        new PreEncodedHttpField("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    };
    private static final HttpField CHECK_AGAIN = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "private, no-cache");
    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
    private static final HttpField GZIP = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");

    private final Site site;
    private final Guard guard;
    private final Posts posts;
    private final TimeLimit limit;
    private final Kept kept = new Kept(ROOM);
    private final Semaphore computing = new Semaphore(AT_ONCE, true);
    private final Semaphore waiting = new Semaphore(WAITING);

    Door(Site site, Guard guard, Posts posts, TimeLimit limit) {
        this.site = site;
        this.guard = guard;
        this.posts = posts;
        this.limit = limit;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        for (var field : SECURITY) {
            response.getHeaders().put(field);
        }
        var path = request.getHttpURI().getCanonicalPath();
        var method = request.getMethod();
        var stranger = stranger(request);
        if (stranger.isPresent()) {
            // Who is no guest learns nothing of the pages.
            var problem = stranger.get();
            if (problem.status() == 401) {
                response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Evenhand\", charset=\"UTF-8\"");
            }
            send(request, response, callback, Sent.of(problem.reply(decoded(path))));
        } else if (request.getHttpURI().getPathQuery().length() > LONGEST) {
            refuse(request, response, callback, path, tooLong());
        } else if (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method)) {
            look(request, response, callback, path);
        } else if (HttpMethod.POST.is(method)) {
            posts.handle(
                    request,
                    response,
                    callback,
                    decoded(path),
                    reply -> send(request, response, callback, Sent.of(reply)));
        } else {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST");
            refuse(request, response, callback, path, method());
        }
        return true;
    }

    /// Why a request is none of ours: it names another host, or does not know the token.
    private Optional<Problem> stranger(Request request) {
        if (!guard.knows(request.getHeaders().get(HttpHeader.HOST))) {
            return Optional.of(new Problem(
                    421,
                    "Wrong host",
                    "The request names a host that is not this server.",
                    "Use the address that evenhand serve printed."));
        }
        return guard.admits(request.getHeaders())
                ? Optional.empty()
                : Optional.of(new Problem(
                        401,
                        "Token needed",
                        "This server asks for a token.",
                        "Give it as password, or as Authorization: Bearer."));
    }

    private static Problem tooLong() {
        return new Problem(
                414,
                "Address too long",
                "The address has more than %d characters.".formatted(LONGEST),
                "Ask for less at once.");
    }

    private static Problem method() {
        return new Problem(405, "Method not allowed", "Only GET, HEAD and the forms' POST are understood.", "Use GET.");
    }

    private void look(Request request, Response response, Callback callback, String path) {
        var key =
                request.getHeaders().get(HttpHeader.HOST) + request.getHttpURI().getPathQuery();
        var known = kept.get(key);
        if (known.isPresent()) {
            send(request, response, callback, known.get());
            return;
        }
        boolean free = false;
        try {
            free = computing.tryAcquire() || waited();
            if (free) {
                send(request, response, callback, kept.get(key).orElseGet(() -> made(request, key, path)));
            } else {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
                refuse(request, response, callback, path, Problem.busy());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            callback.failed(e);
        } finally {
            if (free) {
                computing.release();
            }
        }
    }

    /// Waits for a place among those whose answer is being made, if few others wait. Each who waits holds a thread, and
    /// some must stay free for what is kept and for what is refused.
    private boolean waited() throws InterruptedException {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return computing.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } finally {
            waiting.release();
        }
    }

    private Sent made(Request request, String key, String path) {
        var sent = limit.of(() -> Sent.of(reply(request, path)))
                .orElseGet(() -> Sent.of(site.refused(limit.problem(), ask(request, path))));
        if (sent.reply().keep()) {
            kept.put(key, sent);
        }
        return sent;
    }

    private Reply reply(Request request, String path) {
        try {
            return site.get(read(request, path));
        } catch (EvenhandException e) {
            return site.refused(Problem.of(e), ask(request, path));
        } catch (OutOfMemoryError _) {
            // What filled it is gone with the frames that held it.
            return site.refused(Problem.tooMuch(), ask(request, path));
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                e.printStackTrace(System.err);
            }
            return site.refused(Problem.bug(), ask(request, path));
        }
    }

    private static Ask read(Request request, String path) {
        var shown = decoded(path);
        var query = request.getHttpURI().getQuery();
        return Ask.read(shown, query == null ? "" : query, origin(request), wantsPage(shown));
    }

    /// What is asked, as far as that can be read: for telling what went wrong in the language of the asker.
    private static Ask ask(Request request, String path) {
        try {
            return read(request, path);
        } catch (EvenhandException _) {
            var shown = decoded(path);
            return new Ask(shown, java.util.Map.of(), Language.ENGLISH, origin(request), wantsPage(shown));
        }
    }

    static boolean wantsPage(String path) {
        return !path.startsWith("/api/")
                && !path.startsWith("/assets/")
                && Files.Form.of(path).isEmpty();
    }

    static String origin(Request request) {
        return (request.isSecure() ? "https://" : "http://")
                + request.getHeaders().get(HttpHeader.HOST);
    }

    static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return path;
        }
    }

    private void refuse(Request request, Response response, Callback callback, String path, Problem problem) {
        send(request, response, callback, Sent.of(site.refused(problem, ask(request, path))));
    }

    private void send(Request request, Response response, Callback callback, Sent sent) {
        var reply = sent.reply();
        var out = response.getHeaders();
        boolean packed = sent.packed().length > 0 && accepts(request.getHeaders());
        var tag = '"' + sent.tag() + (packed ? "-gzip\"" : "\"");
        reply.headers().forEach(out::put);
        out.put(reply.keep() ? CHECK_AGAIN : NO_STORE);
        if (sent.packed().length > 0) {
            out.put(VARY);
        }
        if (reply.keep()) {
            out.put(HttpHeader.ETAG, tag);
            var given = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
            if (given != null && given.contains(sent.tag())) {
                response.setStatus(304);
                response.write(true, null, callback);
                return;
            }
        }
        response.setStatus(reply.status());
        out.put(HttpHeader.CONTENT_TYPE, reply.type());
        if (packed) {
            out.put(GZIP);
        }
        var body = packed ? sent.packed() : reply.body();
        out.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /// Whether a compressed body is wanted; `gzip;q=0` says that it is not (RFC 9110, 12.5.3).
    static boolean accepts(HttpFields headers) {
        var accepted = headers.get(HttpHeader.ACCEPT_ENCODING);
        if (accepted == null || !accepted.contains("q=")) {
            return accepted != null && accepted.contains("gzip");
        }
        // What has the quality 0 is left out of this list.
        return headers.getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains("gzip");
    }
}
