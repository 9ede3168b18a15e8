package org.evenhand.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenhand.benchmark.Benchmark.Trained;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Basis;
import org.evenhand.document.Grounds;
import org.evenhand.panel.Panel;
import org.evenhand.panel.Variable;

/// The benchmarks of one panel, each made when it is first asked for and kept. Not for use by two threads at once.
public final class Benchmarks {
    private final Catalogue catalogue;
    private final Panel panel;
    private final Kept kept;
    private final Map<Specification, Benchmark> benchmarks = new HashMap<>();
    private final Map<Specification, Calibrations> calibrations = new HashMap<>();
    private final Map<String, Trained> trained = new HashMap<>();

    /// Where calibrations may be kept between runs: they are a pure function of data, program and specification.
    public interface Kept {
        /// What was kept under a key, if anything.
        Optional<String> read(String key);

        /// Keeps a text under a key; may fail silently.
        void write(String key, String text);
    }

    /// Keeps nothing.
    public static final Kept NOWHERE = new Kept() {
        @Override
        public Optional<String> read(String key) {
            return Optional.empty();
        }

        @Override
        public void write(String key, String text) {}
    };

    public Benchmarks(Catalogue catalogue, Panel panel, Kept kept) {
        this.catalogue = catalogue;
        this.panel = panel;
        this.kept = kept;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Panel panel() {
        return panel;
    }

    public Benchmark of(Specification specification) {
        return benchmarks.computeIfAbsent(specification, s -> Benchmark.of(panel, s));
    }

    /// The fit without a country.
    public Trained leavingOut(Specification specification, String iso3) {
        return trained.computeIfAbsent(
                specification.key() + " " + iso3, _ -> of(specification).leavingOut(iso3));
    }

    /// How well the benchmark predicts what it has not seen.
    ///
    /// @throws org.evenhand.core.NoAnswer if that cannot be checked
    public Calibrations calibrations(Specification specification) {
        return calibrations.computeIfAbsent(specification, this::calibrate);
    }

    private Calibrations calibrate(Specification specification) {
        var lags = panel.lags();
        String key = "calibration-%s-%d-%d-%d"
                .formatted(specification.key(), lags.evidence(), lags.interests(), lags.controls());
        return kept(key, () -> Calibrations.of(of(specification)));
    }

    /// A calibration that is kept between runs under a key; made where it is not there.
    public Calibrations kept(String key, Supplier<Calibrations> make) {
        var before = kept.read(key).flatMap(Calibrations::read);
        if (before.isPresent()) {
            return before.get();
        }
        var made = make.get();
        kept.write(key, made.text());
        return made;
    }

    /// What a number from this benchmark rests on: its measures and the placements that it was fitted to.
    public Grounds grounds(Specification specification, String command) {
        return grounds(of(specification).variables(), command);
    }

    /// What a number from these measures and all placements rests on.
    public Grounds grounds(List<Variable> measures, String command) {
        var grounds =
                new Grounds(command).add(Basis.DERIVED, catalogue.placements().sources());
        measures.forEach(v -> grounds.add(Basis.DERIVED, panel.sources(v)));
        return grounds;
    }

    /// The measures of the specification that are not recorded for a placement.
    public List<Variable> lacking(Specification specification, String iso3, int report) {
        int at = -1;
        for (int i = 0; i < panel.rows().size(); i++) {
            if (panel.rows().get(i).iso3().equals(iso3) && panel.rows().get(i).year() == report) {
                at = i;
            }
        }
        if (at < 0) {
            return List.of();
        }
        int row = at;
        return specification.variables().stream()
                .map(panel::need)
                .filter(v -> Double.isNaN(panel.column(v, panel.lags().of(v.role()))[row]))
                .toList();
    }
}
