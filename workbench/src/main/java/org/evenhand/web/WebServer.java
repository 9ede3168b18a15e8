package org.evenhand.web;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLogWriter;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.evenhand.core.BadRequest;

/// The server: Jetty with our limits around the [Door].
public final class WebServer implements AutoCloseable {
    private static final int THREADS = 24;
    private static final int CONNECTIONS = 512;
    private static final int HEADER_BYTES = 16 * 1024;

    /// Longer than a form may take, so that who is too slow with one is told so before the connection ends.
    private static final long IDLE_MILLIS = 5_000 + 1_000 * Posts.SECONDS;

    private static final long STOP_MILLIS = 5_000;

    /// What answers that are being made still have when the server is stopped; what is left of the time sends them.
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Server server;
    private final ServerConnector connector;
    private final ServerOptions options;
    private final Site site;
    private final TimeLimit limit;
    private final ReentrantLock closing = new ReentrantLock();
    private boolean closed;

    private WebServer(Server server, ServerConnector connector, ServerOptions options, Site site, TimeLimit limit) {
        this.server = server;
        this.connector = connector;
        this.options = options;
        this.site = site;
        this.limit = limit;
    }

    /// Starts listening.
    ///
    /// @throws BadRequest if the port is taken or the address is not of this machine
    public static WebServer start(Questions questions, ServerOptions options) {
        return start(questions, options, TimeLimit.USUAL);
    }

    /// @param most for one answer
    static WebServer start(Questions questions, ServerOptions options, Duration most) {
        var pool = new QueuedThreadPool(THREADS, 4, 30_000);
        pool.setName("evenhand-web");
        var server = new Server(pool);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(256);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        connector.addBean(new Slow(connector.getScheduler()));
        var guard = new Guard(options);
        var site = new Site(questions);
        var limit = new TimeLimit(most);
        server.setHandler(new GracefulHandler(new Door(site, guard, new Posts(guard, site, limit), limit)));
        server.setErrorHandler(new Plain());
        options.log().ifPresent(to -> server.setRequestLog(log(to)));
        server.setStopTimeout(STOP_MILLIS);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            site.close();
            limit.close();
            throw refused(options, e);
        }
        return new WebServer(server, connector, options, site, limit);
    }

    private static CustomRequestLog log(String to) {
        return to.equals("-")
                ? new CustomRequestLog(line -> System.err.println(line), CustomRequestLog.EXTENDED_NCSA_FORMAT)
                : new CustomRequestLog(new RequestLogWriter(to), CustomRequestLog.EXTENDED_NCSA_FORMAT);
    }

    private static RuntimeException refused(ServerOptions options, Exception e) {
        if (e instanceof BindException || e.getCause() instanceof BindException) {
            return new BadRequest(
                    "%s:%d cannot be listened on (%s).".formatted(options.host(), options.port(), e.getMessage()),
                    "Another program may be there; give another --port.");
        }
        if (e instanceof IOException) {
            return new BadRequest(
                    "The server cannot start (%s).".formatted(e.getMessage()), "Give another --host or --port.");
        }
        return new IllegalStateException("the server cannot start", e);
    }

    /// Where the first page is.
    public URI address() {
        var host = options.host().indexOf(':') >= 0 ? "[" + options.host() + "]" : options.host();
        return URI.create("http://%s:%d/".formatted(host, connector.getLocalPort()));
    }

    /// Starts, answers one page and stops, so that a start-up cache can hold what that needs.
    public static void rehearse(Questions questions) {
        try (var server = start(questions, ServerOptions.local(0));
                var socket = new java.net.Socket(
                        java.net.InetAddress.getLoopbackAddress(),
                        server.address().getPort())) {
            var ask = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(ask.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Site site() {
        return site;
    }

    /// Waits until the server is stopped.
    public void join() throws InterruptedException {
        server.join();
    }

    /// Takes no more requests, finishes those that are there. Who closes it again waits for that and does nothing more:
    /// at Ctrl-C both the shutdown hook and the command that started the server close it.
    @Override
    public void close() {
        closing.lock();
        try {
            if (!closed) {
                closed = true;
                limit.stopAfter(GRACE);
                try {
                    stop(server);
                } finally {
                    site.close();
                    limit.close();
                }
            }
        } finally {
            closing.unlock();
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (TimeoutException _) {
            // An answer noticed nothing: its thread ends with the program.
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
    }

    /// Failures that never reach the door: malformed requests, headers that are too large.
    private static final class Plain extends ErrorHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
            int status = response.getStatus() < 400 ? 500 : response.getStatus();
            response.setStatus(status);
            var body = new Problem(status, "Refused", "The request cannot be read.", "Send a plain HTTP request.")
                    .reply("/");
            response.write(true, java.nio.ByteBuffer.wrap(body.body()), callback);
            return true;
        }
    }
}
