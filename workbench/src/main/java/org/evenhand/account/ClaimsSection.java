package org.evenhand.account;

import java.util.ArrayList;
import org.evenhand.catalogue.Claim;
import org.evenhand.catalogue.Claims;
import org.evenhand.document.Block;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// Section 2: the claims, both ways, equal room.
final class ClaimsSection {
    private ClaimsSection() {}

    static Section of(Setting setting) {
        var blocks = new ArrayList<Block>();
        var pairs = Claims.of(setting.catalogue()).pairs();
        if (pairs.isEmpty()) {
            blocks.add(new Block.Note(Text.of("The table of claims is not available.")));
        }
        for (var pair : pairs) {
            blocks.add(pair(pair));
        }
        return new Section("claims", "What is said, both ways", blocks);
    }

    static Block pair(Claims.Pair pair) {
        return new Block.ClaimPair(statement(pair.claim()), statement(pair.opposite()));
    }

    private static Block.Statement statement(Claim claim) {
        return new Block.Statement(
                claim.id(), claim.claim(), claim.holder(), claim.date(), claim.sources(), claim.counterReading());
    }
}
