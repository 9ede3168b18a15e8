package org.evenhand.cli;

import java.util.Map;
import org.evenhand.core.BadRequest;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.influence.ValidationDocument;
import org.evenhand.influence.ValidationPlan;
import org.evenhand.print.Format;
import org.evenhand.statistics.multiverse.Alignment;
import org.evenhand.statistics.multiverse.JointTest;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Watch;

/// `evenhand multiverse --validate`.
final class MultiverseValidation {
    private MultiverseValidation() {}

    static int run(Session session, OutputOptions output, ValidationPlan plan, int threads) {
        if (plan.datasets() < 1 || plan.planted() < 0 || plan.permutations() < 19) {
            throw new BadRequest(
                    "%d datasets, %d planted and %d permutations are not possible."
                            .formatted(plan.datasets(), plan.planted(), plan.permutations()),
                    "Give at least 1 dataset and at least 19 permutations.");
        }
        var catalogue = session.catalogue();
        var parts = plan.run(catalogue, Executor.threads(threads), new Said(session));
        String command = "evenhand multiverse --validate --datasets %d --planted %d --permutations %d --seed %d"
                .formatted(plan.datasets(), plan.planted(), plan.permutations(), plan.seed());
        if (output.format() == Format.CSV) {
            output.print(session, ValidationDocument.level(plan, parts, command), command);
            return 0;
        }
        var sections = ValidationDocument.sections(plan, parts, command);
        output.print(
                session,
                new Document(
                        "validation",
                        "Does the joint test reject as often as it says?",
                        "Simulated on the shipped panel",
                        sections,
                        catalogue.sources(NamedSources.of(sections)),
                        OutputOptions.provenance(catalogue, command)));
        return 0;
    }

    /// Progress and the counts of each finished part, on standard error.
    private record Said(Session session) implements ValidationPlan.Progress {
        @Override
        public Watch<Map<Alignment, JointTest>> watch(String name) {
            long start = System.nanoTime();
            return new Watch<>() {
                @Override
                public void finished(int number, Map<Alignment, JointTest> result, int finished, int total) {
                    if (finished % 25 == 0 || finished == total) {
                        long spent = (System.nanoTime() - start) / 1_000_000_000L;
                        session.err().println("%s: %d of %d datasets, %d s".formatted(name, finished, total, spent));
                    }
                }
            };
        }

        @Override
        public void finished(ValidationPlan.Part part) {
            part.rates()
                    .forEach((alignment, rate) -> session.err()
                            .println("  %s: median %d, dominant %d, significant %d of %d"
                                    .formatted(
                                            alignment,
                                            rate.median(),
                                            rate.dominant(),
                                            rate.significant(),
                                            rate.datasets())));
        }
    }
}
