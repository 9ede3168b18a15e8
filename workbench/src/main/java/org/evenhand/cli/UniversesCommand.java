package org.evenhand.cli;

import java.util.ArrayList;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Parameters;

@Command(
        name = "universes",
        mixinStandardHelpOptions = true,
        description = {
            "What `evenhand multiverse` would run: the declared universes, or one of them with its choices and their reasons,"
                    + " which way its measures point, and what is ruled out; and what the kept run of all of it says.",
            "Universes: those that come with the program, or a YAML file of your own."
        },
        footer = {"", "Examples:", "  evenhand universes", "  evenhand universes trade"})
final class UniversesCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "UNIVERSE", description = "Only this one, in full.")
    @Nullable
    private String asked;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    UniversesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var panel = Panel.of(catalogue, Lags.DEFAULT);
        String command = "evenhand universes" + (asked == null ? "" : " " + asked);
        var sheet = new UniverseSheet(panel, command);
        if (asked == null) {
            output.print(
                    session,
                    sheet.list(UniverseReader.SHIPPED.stream()
                            .map(UniverseReader::find)
                            .toList()),
                    command);
            return 0;
        }
        var universe = UniverseReader.find(asked);
        // After the choices, which were laid down before it.
        var sections = new ArrayList<Section>(sheet.sections(universe));
        UniverseFinding.of(catalogue, universe).ifPresent(result -> sections.add(1, result));
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
}
