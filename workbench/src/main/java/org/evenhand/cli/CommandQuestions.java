package org.evenhand.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadRequest;
import org.evenhand.print.Answer;
import org.evenhand.web.Questions;
import org.evenhand.web.Runs;
import org.jspecify.annotations.Nullable;

/// Asks the commands themselves, so that a page or the API can say nothing that a command does not say.
final class CommandQuestions implements Questions {
    private final Session session;
    private final UniverseRuns runs;

    CommandQuestions(Session session) {
        this.session = session;
        this.runs = new UniverseRuns(session, this);
    }

    @Override
    public Answer ask(List<String> words, Consumer<String> progress) {
        return answers(words, progress, session -> session).getFirst();
    }

    /// All that a command hands over, at least one answer.
    ///
    /// @param prepared the session that the command gets, made from ours
    List<Answer> answers(List<String> words, Consumer<String> progress, UnaryOperator<Session> prepared) {
        var answers = new ArrayList<Answer>();
        var said = new ByteArrayOutputStream();
        var line = Evenhand.commandLine(
                prepared.apply(session.handing(
                        new PrintStream(said, false, StandardCharsets.UTF_8),
                        new PrintStream(new Lines(progress), true, StandardCharsets.UTF_8),
                        answers::add)),
                words.toArray(String[]::new));
        // No word of an address may name a file on this machine.
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        var failure = new AtomicReference<@Nullable Exception>();
        line.setParameterExceptionHandler((e, _) -> {
            failure.set(new BadRequest(
                    String.valueOf(e.getMessage()), "Read what the form, or the description of the API, takes."));
            return 2;
        });
        line.setExecutionExceptionHandler((e, _, _) -> {
            failure.set(e);
            return 1;
        });
        line.execute(words.toArray(String[]::new));
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Exception e -> throw new IllegalStateException(String.join(" ", words), e);
        }
        if (answers.isEmpty()) {
            answers.add(new Answer.Plain(said.toString(StandardCharsets.UTF_8)));
        }
        return answers;
    }

    @Override
    public Runs runs() {
        return runs;
    }

    @Override
    public Catalogue catalogue() {
        return session.catalogue();
    }

    @Override
    public String program() {
        return Evenhand.VERSION;
    }

    /// Hands over line by line what is written; a carriage return begins a line anew.
    private static final class Lines extends OutputStream {
        private final Consumer<String> to;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(Consumer<String> to) {
            this.to = to;
        }

        @Override
        public void write(int b) {
            if (b != '\n' && b != '\r') {
                line.write(b);
            } else if (line.size() > 0) {
                to.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            }
        }
    }
}
