package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.evenhand.cli.CommandQuestionsForTests;
import org.evenhand.print.Answer;
import org.junit.jupiter.api.Test;

/// The server as a whole: its end, and what it does when more is asked than it can answer.
class WebServerTest {
    @Test
    void aServerMayBeClosedAgainAndByTwoAtATime() throws Exception {
        var server = WebServer.start(CommandQuestionsForTests.shipped(), ServerOptions.local(0));
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var hook = others.submit(server::close);
            var command = others.submit(server::close);
            hook.get(20, TimeUnit.SECONDS);
            command.get(20, TimeUnit.SECONDS);
        }
        assertThatCode(server::close).doesNotThrowAnyException();
    }

    /// Questions whose answers wait until they are let go.
    private record Held(Questions questions, CountDownLatch begun, CountDownLatch go) implements ForwardedQuestions {
        @Override
        public Answer ask(List<String> words, Consumer<String> progress) {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return questions.ask(words, progress);
        }
    }

    @Test
    void whoComesWhenManyWaitIsToldSoAtOnceAndTheOthersAreAnswered() throws Exception {
        var held =
                new Held(CommandQuestionsForTests.shipped(), new CountDownLatch(Door.AT_ONCE), new CountDownLatch(1));
        try (var server = WebServer.start(held, ServerOptions.local(0));
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = new ArrayList<Future<HttpResponse<String>>>();
            try {
                // Twenty ask at once: four are being answered, eight wait, eight come back at once.
                for (int i = 0; i < 20; i++) {
                    var address = server.address().resolve("/law/rules?year=" + (2001 + i));
                    replies.add(others.submit(() -> get(address)));
                }
                assertThat(held.begun().await(20, TimeUnit.SECONDS)).isTrue();
                for (int seconds = 0; seconds < 15 && done(replies) < 8; seconds++) {
                    Thread.sleep(1_000);
                }
                assertThat(done(replies)).isEqualTo(20 - Door.AT_ONCE - Door.WAITING);
                assertThat(get(server.address().resolve("/nothing?lang=x")).statusCode())
                        .as("what needs no turn but comes late, too")
                        .isEqualTo(503);
            } finally {
                held.go().countDown();
            }
            int refused = 0;
            for (var reply : replies) {
                if (reply.get().statusCode() == 503) {
                    refused++;
                    assertThat(reply.get().headers().firstValue("Retry-After")).hasValue("5");
                    assertThat(reply.get().body()).contains("<h1>Busy</h1>");
                } else {
                    assertThat(reply.get().statusCode()).isEqualTo(200);
                }
            }
            assertThat(refused).isEqualTo(8);
        }
    }

    private static long done(List<Future<HttpResponse<String>>> replies) {
        return replies.stream().filter(Future::isDone).count();
    }

    private static HttpResponse<String> get(URI address) {
        return Served.send(HttpRequest.newBuilder(address).build());
    }
}
