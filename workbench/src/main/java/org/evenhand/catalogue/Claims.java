package org.evenhand.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The claims of the public debate, each with its opposite.
public final class Claims {
    private final Map<String, Claim> byId;

    private Claims(Map<String, Claim> byId) {
        this.byId = byId;
    }

    /// A claim and the one that says the opposite.
    public record Pair(Claim claim, Claim opposite) {}

    public static Claims of(Catalogue catalogue) {
        return catalogue.facts(Claims.class, Claims::load);
    }

    private static Claims load(Catalogue catalogue) {
        var byId = new LinkedHashMap<String, Claim>();
        catalogue.table("claims").ifPresent(table -> {
            for (var row : table.rows()) {
                byId.put(
                        row.text("claim_id"),
                        new Claim(
                                row.text("claim_id"),
                                row.text("claim"),
                                row.text("holder_as_stated"),
                                row.text("date"),
                                row.text("opposite_claim_id"),
                                row.text("bears_on"),
                                row.flag("counter_reading").orElse(false),
                                row.basis(),
                                row.sources()));
            }
        });
        return new Claims(byId);
    }

    public List<Claim> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Claim> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Every claim beside its opposite. Two claims that name each other make one pair; a claim whose opposite
    /// answers another one makes a pair of its own, so that none stands alone.
    public List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        var paired = new TreeSet<String>();
        for (var claim : byId.values()) {
            var opposite = byId.get(claim.oppositeId());
            if (opposite == null || paired.contains(claim.id())) {
                continue;
            }
            pairs.add(critical(claim, opposite));
            paired.add(claim.id());
            if (opposite.oppositeId().equals(claim.id())) {
                paired.add(opposite.id());
            }
        }
        return Collections.unmodifiableList(pairs);
    }

    /// The criticism first, the reply second, so that every pair reads the same way round.
    private static Pair critical(Claim claim, Claim opposite) {
        return claim.counterReading() && !opposite.counterReading()
                ? new Pair(opposite, claim)
                : new Pair(claim, opposite);
    }
}
