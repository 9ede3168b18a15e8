package org.evenhand.document;

import java.util.List;

/// One piece of a section.
public sealed interface Block {
    /// A paragraph of running text.
    record Paragraph(Text text) implements Block {}

    /// A caution or limit, set apart from the text.
    record Note(Text text) implements Block {}

    /// A heading below the section's own.
    record Heading(String text) implements Block {}

    /// A list of short statements.
    record Bullets(List<Text> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /// A claim and its opposite, given equal room, each with its holder; never a finding of ours.
    record ClaimPair(Statement left, Statement right) implements Block {}

    /// A table.
    record Tabular(DataTable table) implements Block {}

    /// A picture made on the server as SVG, its summary in words, and the same data as a table.
    ///
    /// @param id stable anchor
    /// @param title what it shows
    /// @param summary one sentence that says what can be seen
    /// @param svg well-formed SVG with `role="img"`, a `title` and no script; colour never alone
    /// @param data the same data as a table
    record Chart(String id, String title, String summary, String svg, DataTable data) implements Block {}

    /// Why an answer is what it is.
    record Explanation(String title, Tree tree) implements Block {}

    /// What somebody says.
    ///
    /// @param id key of the claim
    /// @param claim in our words
    /// @param holder who says so, as the source has it
    /// @param date when, as far as known
    /// @param sources source keys
    /// @param counterReading ours: what the other side rests on, not a person's statement
    record Statement(
            String id, String claim, String holder, String date, List<String> sources, boolean counterReading) {
        public Statement {
            sources = List.copyOf(sources);
        }
    }
}
