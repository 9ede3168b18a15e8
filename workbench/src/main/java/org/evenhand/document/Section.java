package org.evenhand.document;

import java.util.List;

/// A titled part of a document.
///
/// @param id stable anchor, kebab-case
/// @param title the heading
/// @param blocks its content, in order
public record Section(String id, String title, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }
}
