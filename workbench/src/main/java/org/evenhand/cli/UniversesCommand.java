package org.evenhand.cli;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.evenhand.core.BadRequest;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Section;
import org.evenhand.findings.UniverseFinding;
import org.evenhand.influence.UniverseReader;
import org.evenhand.influence.UniverseSheet;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "universes",
        mixinStandardHelpOptions = true,
        description = {
            "What `evenhand multiverse` would run: the declared universes, or one of them with its choices and their reasons,"
                    + " which way its measures point, and what is ruled out; and what the kept run of all of it says, with its curve.",
            "Universes: those that come with the program, or a YAML file of your own."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand universes",
            "  evenhand universes trade",
            "  evenhand universes trade --specifications --format csv"
        })
final class UniversesCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "UNIVERSE", description = "Only this one, in full.")
    @Nullable
    private String asked;

    @Option(
            names = "--specifications",
            description = "Print one row a specification of the kept run of one universe; nothing is computed.")
    private boolean specifications;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    UniversesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        if (asked == null) {
            if (specifications) {
                throw new BadRequest("--specifications: no universe is named.", "Name one.");
            }
            String command = "evenhand universes";
            output.print(
                    session,
                    sheet(command)
                            .list(UniverseReader.SHIPPED.stream()
                                    .map(UniverseReader::find)
                                    .toList()),
                    command);
            return 0;
        }
        String command = "evenhand universes " + asked;
        var universe = UniverseReader.find(asked);
        var finding = new UniverseFinding(catalogue, universe, asked);
        if (specifications) {
            output.print(session, finding.specifications(), command + " --specifications");
            return 0;
        }
        var sections = new ArrayList<Section>(sheet(command).sections(universe));
        // After the choices, which were laid down before it.
        sections.add(1, finding.section());
        output.print(
                session,
                new Document(
                        "universe",
                        universe.title(),
                        "Universe %s: what is laid down before the first run, and what came of it"
                                .formatted(universe.name()),
                        sections,
                        catalogue.sources(NamedSources.of(sections)),
                        OutputOptions.provenance(catalogue, command)),
                "choices");
        return 0;
    }

    private UniverseSheet sheet(String command) {
        return new UniverseSheet(Panel.of(session.catalogue(), Lags.DEFAULT), command);
    }
}
