package org.evenhand.sanctions;

import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;

/// Puts sections together with the sources that they name.
final class Documents {
    private Documents() {}

    static Document of(
            Catalogue catalogue,
            String kind,
            String title,
            String subtitle,
            List<Section> sections,
            Provenance provenance) {
        return new Document(kind, title, subtitle, sections, catalogue.sources(NamedSources.of(sections)), provenance);
    }
}
