package org.evenhand.web;

import org.evenhand.document.Document;

/// A document in the language of a page.
///
/// @param document the document
/// @param whole whether all its fixed sentences are in that language
record Translation(Document document, boolean whole) {
    static Translation of(Document document, Language language) {
        return new Translation(document, language == Language.ENGLISH);
    }
}
