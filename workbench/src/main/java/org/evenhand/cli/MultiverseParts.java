package org.evenhand.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.BadRequest;
import org.evenhand.influence.Checkpoint;
import org.evenhand.influence.Finding;
import org.evenhand.influence.RunRequest;
import org.evenhand.influence.UniverseRun;
import org.evenhand.statistics.multiverse.Outcome;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Watch;

/// Runs the parts of one `evenhand multiverse` command, one after the other, each with a checkpoint. The checkpoints of
/// finished parts stay until the answer is printed, so that `--resume` finds them and computes only what is left.
final class MultiverseParts {
    private final Session session;
    private final int threads;

    MultiverseParts(Session session, int threads) {
        this.session = session;
        this.threads = threads;
    }

    /// One universe on one set of rows.
    ///
    /// @param command what remakes it alone
    record Part(RunRequest request, UniverseRun run, String command) {
        String title() {
            return request.declared().name() + ", " + request.scope().label();
        }

        String identity() {
            return request.identity(run);
        }
    }

    /// The findings, in the order of the parts.
    ///
    /// @param resume go on with what an interrupted run has left
    /// @throws BadRequest if none has left anything
    List<Finding> run(List<Part> parts, boolean resume) {
        // A page always asks to go on: whether there is anything to go on from is nobody's business there.
        if (resume && session.steered().isEmpty() && parts.stream().noneMatch(part -> Files.exists(file(part)))) {
            throw new BadRequest(
                    "There is no interrupted run of these universes with the same data, region, administration, permutations, seed and alignment.",
                    "Run without --resume.");
        }
        var findings = new ArrayList<Finding>();
        for (var part : parts) {
            findings.add(run(part, resume));
        }
        return findings;
    }

    private Finding run(Part part, boolean resume) {
        Path file = file(part);
        var request = part.request;
        String identity = part.identity();
        int count = part.run.specifications();
        var checkpoint = resume && Files.exists(file)
                ? Checkpoint.resume(file, identity, count, request.permutations())
                : Checkpoint.begin(file, identity, count, request.permutations());
        try (checkpoint) {
            if (!checkpoint.done().isEmpty()) {
                session.err()
                        .println("%s: %d of %d specifications were finished before"
                                .formatted(part.title(), checkpoint.done().size(), count));
            }
            var watch = new Progress(part.title(), checkpoint, checkpoint.done().size());
            int before = checkpoint.done().size();
            session.steered().ifPresent(s -> s.by().progress(before, count));
            return part.run
                    .run(
                            Executor.threads(threads),
                            watch,
                            checkpoint.done(),
                            checkpoint.curves(),
                            request.seed(),
                            request.alignment(),
                            part.command)
                    .orElseThrow(UniverseRuns.Stopped::new);
        }
    }

    /// Removes what the parts have left, once their answer is out.
    void forget(List<Part> parts) {
        parts.forEach(part -> Checkpoint.delete(file(part)));
    }

    private Path file(Part part) {
        return session.steered()
                .map(Session.Steered::checkpoints)
                .orElseGet(() -> session.userHome().resolve("checkpoints"))
                .resolve("%s-%08x.checkpoint"
                        .formatted(
                                part.request.declared().name(), part.identity().hashCode()));
    }

    /// Says on standard error how far it is, and writes what is finished.
    private final class Progress implements Watch<Outcome> {
        private final String name;
        private final Checkpoint checkpoint;
        private final int before;
        private final long start = System.nanoTime();
        private long said = start;

        Progress(String name, Checkpoint checkpoint, int before) {
            this.name = name;
            this.checkpoint = checkpoint;
            this.before = before;
        }

        @Override
        public boolean cancelled() {
            return session.steered().map(s -> s.by().stopped()).orElse(false);
        }

        @Override
        public void finished(int number, Outcome outcome, int finished, int total) {
            checkpoint.add(number, outcome);
            session.steered().ifPresent(s -> s.by().progress(before + finished, before + total));
            long now = System.nanoTime();
            if (now - said > 5_000_000_000L) {
                said = now;
                long left = (now - start) / finished * (total - finished) / 1_000_000_000L;
                session.err()
                        .println("%s: %d of %d specifications, about %d s left; after an interrupt --resume goes on"
                                .formatted(name, before + finished, before + total, left));
            }
        }
    }
}
