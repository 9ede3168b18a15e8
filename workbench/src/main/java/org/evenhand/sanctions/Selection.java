package org.evenhand.sanctions;

import org.evenhand.document.Block;
import org.evenhand.document.Text;

/// The selection problem, stated first in every answer of this package.
final class Selection {
    private Selection() {}

    static Block note() {
        return new Block.Note(
                Text.of("Countries that act before the deadline never reach restriction: they are moved up in the"
                        + " next report, or found to comply before the decision. The cases in which restrictions were imposed are"
                        + " those in which the threat had not worked, so that they alone say nothing about what the threat does. What"
                        + " follows is a record, not an effect."));
    }
}
