package org.evenhand.account;

import java.util.List;
import java.util.TreeSet;
import org.evenhand.catalogue.Determination;
import org.evenhand.catalogue.Placement;
import org.evenhand.core.Basis;

/// The sources and the weakest basis of the facts behind a derived number; grows as facts are looked at.
final class Evidence {
    private final TreeSet<String> keys = new TreeSet<>();
    private Basis weakest = Basis.SOURCED;

    static Evidence none() {
        return new Evidence();
    }

    static Evidence of(Iterable<Placement> placements) {
        var evidence = new Evidence();
        placements.forEach(evidence::add);
        return evidence;
    }

    static Evidence ofDeterminations(Iterable<Determination> determinations) {
        var evidence = new Evidence();
        determinations.forEach(d -> evidence.add(d.basis(), d.sources()));
        return evidence;
    }

    Evidence add(Placement placement) {
        return add(placement.basis(), placement.sources());
    }

    Evidence add(Basis basis, List<String> sources) {
        weakest = weakest.weakest(basis);
        keys.addAll(sources);
        return this;
    }

    Basis basis() {
        return weakest;
    }

    List<String> sources() {
        return List.copyOf(keys);
    }

    boolean empty() {
        return keys.isEmpty();
    }
}
