package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.evenhand.cli.CommandQuestionsForTests;
import org.evenhand.print.Answer;
import org.evenhand.statistics.tasks.Interruption;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What takes too long is ended: it says so, its place is free again, and nothing goes on.
class TimeLimitTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    /// Work that goes on until it is interrupted.
    private static <T> T endless() {
        while (true) {
            Interruption.check();
        }
    }

    @Test
    void workThatIsInTimeGivesWhatItGivesAndTheRestNothing() {
        try (var limit = new TimeLimit(Duration.ofMinutes(5))) {
            assertThat(limit.of(() -> "made")).hasValue("made");
            assertThatThrownBy(() -> limit.of(() -> {
                        throw new IllegalStateException("its own failure");
                    }))
                    .hasMessage("its own failure");
        }
        try (var limit = new TimeLimit(SHORT)) {
            assertThat(limit.of(TimeLimitTest::<String>endless)).isEmpty();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            // What ends late is thrown away: a step that was interrupted may have left it half done.
            assertThat(limit.of(() -> {
                        while (!Thread.currentThread().isInterrupted()) {
                            Thread.onSpinWait();
                        }
                        return "half";
                    }))
                    .isEmpty();
            assertThat(limit.of(() -> "made")).hasValue("made");
        }
    }

    /// Questions on the law that never end, all others as they are.
    private record Endless(Questions questions, CountDownLatch begun, CountDownLatch ended)
            implements ForwardedQuestions {
        Endless(Questions questions, CountDownLatch ended) {
            this(questions, new CountDownLatch(1), ended);
        }

        @Override
        public Answer ask(List<String> words, Consumer<String> progress) {
            if (!words.getFirst().equals("law")) {
                return questions.ask(words, progress);
            }
            begun.countDown();
            try {
                return endless();
            } finally {
                ended.countDown();
            }
        }
    }

    private static HttpResponse<String> get(WebServer server, String address) {
        return Served.send(HttpRequest.newBuilder(server.address().resolve(address))
                .timeout(Duration.ofSeconds(60))
                .build());
    }

    @Test
    @Timeout(120)
    void endlessAnswersAreEndedAndTheServerGoesOn() throws Exception {
        int asked = Door.AT_ONCE + 2;
        var endless = new Endless(CommandQuestionsForTests.shipped(), new CountDownLatch(asked));
        try (var server = WebServer.start(endless, ServerOptions.local(0), SHORT);
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < asked; i++) {
                var address = "/api/v1/law/rules?year=" + (2010 + i);
                replies.add(others.submit(() -> get(server, address)));
            }
            for (var reply : replies) {
                assertThat(reply.get().statusCode()).isEqualTo(504);
                assertThat(reply.get().headers().firstValue("Content-Type")).hasValue(Problem.TYPE);
                assertThat(reply.get().headers().firstValue("Cache-Control")).hasValue("no-store");
                assertThat(reply.get().body()).contains("\"status\":504", "was not ready after", "Ask for less");
            }
            assertThat(endless.ended().await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(get(server, "/about").statusCode()).isEqualTo(200);
            assertThat(get(server, "/law/rules?year=2014").body())
                    .contains("<h1>Takes too long</h1>", "The answer was not ready after", "Ask for less");
            assertThat(get(server, "/law/rules?year=2014&lang=es").body())
                    .contains("<h1>Tarda demasiado</h1>", "La respuesta no estaba lista", "Pida menos")
                    .doesNotContain("<p lang=\"en\"");
        }
    }

    /// Who stops the server does not wait for what would never end, and who asked is told.
    @Test
    @Timeout(120)
    void whatStillRunsWhenTheServerIsStoppedIsEndedAndSaidSo() throws Exception {
        var endless = new Endless(CommandQuestionsForTests.shipped(), new CountDownLatch(1));
        try (var server = WebServer.start(endless, ServerOptions.local(0), Duration.ofMinutes(5));
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var reply = others.submit(() -> get(server, "/api/v1/law/rules"));
            var key = server.site().handed("/influence/table").take("a,b\n1,2\n");
            var file = server.site().handed("/influence/table").kept(key);
            assertThat(endless.begun().await(20, TimeUnit.SECONDS)).isTrue();
            server.close();
            assertThat(endless.ended().await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(reply.get().statusCode()).isEqualTo(503);
            assertThat(reply.get().body()).contains("The server is being stopped.");
            assertThat(file).doesNotExist();
            assertThat(file.getParent()).doesNotExist();
        }
    }

    /// Models of a table of one's own that would take minutes, of each kind that goes through a loop of its own.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "?outcome=y&terms=factor(f),a,b&bias-reduced=yes",
                "?outcome=y&terms=factor(f),a,b&profile=yes&cluster=c&bootstrap=9999",
                "?outcome=y&terms=factor(f),a,b&random=c",
            })
    @Timeout(180)
    void aFitThatTakesTooLongIsEnded(String model) {
        try (var server =
                WebServer.start(CommandQuestionsForTests.shipped(), ServerOptions.local(0), Duration.ofSeconds(2))) {
            var form = get(server, "/influence/table").body();
            var secret = form.replaceFirst("(?s).*name=\"form\" value=\"([0-9a-f]{32})\".*", "$1");
            var posted = HttpRequest.newBuilder(server.address().resolve("/influence/table"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "form=" + secret + "&text=" + URLEncoder.encode(table(), StandardCharsets.UTF_8)))
                    .build();
            var address = URI.create(
                    Served.send(posted).headers().firstValue("Location").orElseThrow());
            for (int i = 0; i < 2; i++) {
                var reply = get(server, "/api/v1" + address + model);
                assertThat(reply.statusCode()).as(reply.body()).isEqualTo(504);
            }
            assertThat(get(server, "/api/v1/law/rules").statusCode()).isEqualTo(200);
        }
    }

    /// Thirty thousand rows, a factor of a hundred labels.
    private static String table() {
        var random = Streams.of(3, 0);
        var rows = new StringBuilder("y,f,a,b,c\n");
        for (int i = 0; i < 30_000; i++) {
            int a = random.nextInt(100);
            int y = Math.clamp((a + random.nextInt(200)) / 75, 0, 3);
            rows.append(
                    "%d,f%d,%d,%d,%d%n".formatted(y, random.nextInt(100), a, random.nextInt(100), random.nextInt(30)));
        }
        return rows.toString();
    }
}
