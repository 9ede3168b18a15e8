package org.evenhand.document;

import java.util.List;

/// A reasoning tree, printed as such.
///
/// @param question what was asked, for example "on the watch list, report 2012"
/// @param answer short answer, for example "yes"
/// @param authority provision, version or source that the answer rests on; may be empty
/// @param remark unverified marks and interpretations taken; may be empty
/// @param children what led to the answer, in order
public record Tree(String question, String answer, String authority, String remark, List<Tree> children) {
    public Tree {
        children = List.copyOf(children);
    }
}
