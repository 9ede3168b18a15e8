package org.evenhand.web;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
    private static final int AT_ONCE = 4;

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
    private final Kept kept = new Kept(ROOM);
    private final Semaphore computing = new Semaphore(AT_ONCE, true);

    Door(Site site, Guard guard, Posts posts) {
        this.site = site;
        this.guard = guard;
        this.posts = posts;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        for (var field : SECURITY) {
            response.getHeaders().put(field);
        }
        var headers = request.getHeaders();
        var host = headers.get(HttpHeader.HOST);
        var path = request.getHttpURI().getCanonicalPath();
        var raw = request.getHttpURI().getPathQuery();
        if (!guard.knows(host)) {
            return refuse(
                    request,
                    response,
                    callback,
                    path,
                    new Problem(
                            421,
                            "Wrong host",
                            "The request names a host that is not this server.",
                            "Use the address that evenhand serve printed."));
        }
        if (!guard.admits(headers)) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Evenhand\", charset=\"UTF-8\"");
            return refuse(
                    request,
                    response,
                    callback,
                    path,
                    new Problem(
                            401,
                            "Token needed",
                            "This server asks for a token.",
                            "Give it as password, or as Authorization: Bearer."));
        }
        if (raw.length() > LONGEST) {
            return refuse(
                    request,
                    response,
                    callback,
                    path,
                    new Problem(
                            414,
                            "Address too long",
                            "The address has more than %d characters.".formatted(LONGEST),
                            "Ask for less at once."));
        }
        boolean looks = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        if (looks) {
            return look(request, response, callback, host + raw, path);
        }
        if (HttpMethod.POST.is(request.getMethod())) {
            posts.handle(
                    request, response, callback, decoded(path), ask -> this.send(request, response, callback, ask));
            return true;
        }
        response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST");
        return refuse(
                request,
                response,
                callback,
                path,
                new Problem(
                        405, "Method not allowed", "Only GET, HEAD and the forms' POST are understood.", "Use GET."));
    }

    private boolean look(Request request, Response response, Callback callback, String key, String path) {
        var known = kept.get(key);
        if (known.isPresent()) {
            send(request, response, callback, known.get());
            return true;
        }
        boolean free = false;
        try {
            free = computing.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (!free) {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
                return refuse(
                        request,
                        response,
                        callback,
                        path,
                        new Problem(503, "Busy", "Too many answers are being made.", "Try again in a few seconds."));
            }
            var again = kept.get(key);
            send(request, response, callback, again.orElseGet(() -> made(request, key, path)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            callback.failed(e);
        } finally {
            if (free) {
                computing.release();
            }
        }
        return true;
    }

    private Sent made(Request request, String key, String path) {
        var sent = Sent.of(reply(request, path));
        if (sent.reply().keep()) {
            kept.put(key, sent);
        }
        return sent;
    }

    private Reply reply(Request request, String path) {
        var shown = decoded(path);
        boolean wantsPage = wantsPage(shown);
        var query = request.getHttpURI().getQuery();
        var plain = new Ask(shown, java.util.Map.of(), Language.ENGLISH, origin(request), wantsPage);
        try {
            return site.get(Ask.read(shown, query == null ? "" : query, origin(request), wantsPage));
        } catch (EvenhandException e) {
            return site.refused(Problem.of(e), plain);
        } catch (RuntimeException e) {
            e.printStackTrace(System.err);
            return site.refused(Problem.bug(), plain);
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

    private boolean refuse(Request request, Response response, Callback callback, String path, Problem problem) {
        send(request, response, callback, Sent.of(problem.reply(decoded(path))));
        return true;
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

    private static boolean accepts(HttpFields headers) {
        var accepted = headers.get(HttpHeader.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}
