package org.evenhand.print;

import java.util.List;
import java.util.Optional;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;

/// Where things lead, and in which language they are said, when an answer is a part of a larger page. A page
/// that stands alone has [#ALONE].
public interface PageContext {
    /// A page by itself: it leads nowhere else and speaks English.
    PageContext ALONE = new PageContext() {};

    /// A link.
    ///
    /// @param label what it says
    /// @param address where it leads
    record Link(String label, String address) {}

    /// Where a label in a table leads.
    default Optional<String> cell(DataTable table, List<Cell> row, int column) {
        return Optional.empty();
    }

    /// The page of a source.
    default Optional<String> source(String key) {
        return Optional.empty();
    }

    /// Forms in which a picture can be taken away.
    default List<Link> picture(String id) {
        return List.of();
    }

    /// Forms in which a table can be taken away.
    default List<Link> table(String id) {
        return List.of();
    }

    /// The language of a text of the page, as its BCP 47 code, where it is another than that of what surrounds it.
    default Optional<String> language(String text) {
        return Optional.empty();
    }

    /// The same for what stays as its source has it: claims, words of data, passports, what is written in pictures.
    default Optional<String> languageOfData() {
        return Optional.empty();
    }

    /// A fixed text of the printers in the language of the page.
    default String say(String english) {
        return english;
    }
}
