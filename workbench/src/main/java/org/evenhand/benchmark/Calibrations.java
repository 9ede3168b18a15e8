package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.core.NoAnswer;

/// A benchmark's calibration in two ways out of sample: each country by the fit without it, each report by the fit to
/// earlier ones.
///
/// @param byCountry leaving countries out
/// @param byYear leaving later reports out
/// @param byRegion skill of the forecasts by country, for each bureau
public record Calibrations(Calibration byCountry, Calibration byYear, List<Skill> byRegion) {
    public Calibrations {
        byRegion = List.copyOf(byRegion);
    }

    /// Scores of one region's countries.
    ///
    /// @param region bureau
    /// @param n forecasts
    /// @param score sum of ranked probability scores
    /// @param climatology the same for the shares of tiers alone
    public record Skill(String region, int n, double score, double climatology) {}

    /// Computes both; a second or two for a benchmark.
    ///
    /// @throws NoAnswer if too few placements can be predicted
    public static Calibrations of(Benchmark benchmark) {
        var countries = Forecasts.byCountry(benchmark);
        var years = Forecasts.byYear(benchmark);
        if (countries.isEmpty() || years.isEmpty()) {
            throw new NoAnswer(
                    "The benchmark on %s cannot be checked out of sample: too few placements have its measures."
                            .formatted(benchmark.specification().key()),
                    "Choose another evidence set with --evidence.");
        }
        var regions =
                countries.stream().map(Forecast::region).sorted().distinct().toList();
        var skills = new ArrayList<Skill>();
        for (var region : regions) {
            var there =
                    countries.stream().filter(f -> f.region().equals(region)).toList();
            skills.add(new Skill(
                    region,
                    there.size(),
                    there.stream().mapToDouble(Forecast::score).sum(),
                    there.stream().mapToDouble(Forecast::climatologyScore).sum()));
        }
        return new Calibrations(Calibration.of(countries), Calibration.of(years), skills);
    }

    /// As lines of text that [#read] takes; the numbers in full.
    public String text() {
        var out = new StringBuilder();
        for (var c : List.of(byCountry, byYear)) {
            out.append("calibration %d %d %s %s %s %s %s\n"
                    .formatted(
                            c.n(),
                            c.countries(),
                            c.score(),
                            c.climatology(),
                            c.skillLow(),
                            c.skillHigh(),
                            c.coverage()));
            for (var l : c.lines()) {
                out.append("line %d %d %s %s %s %s\n"
                        .formatted(l.event(), l.n(), l.intercept(), l.interceptError(), l.slope(), l.slopeError()));
            }
            for (var b : c.reliability()) {
                out.append(
                        "bin %d %d %d %d %s\n".formatted(b.threshold(), b.tenth(), b.n(), b.happened(), b.predicted()));
            }
        }
        for (var s : byRegion) {
            out.append("region %s %d %s %s\n".formatted(s.region(), s.n(), s.score(), s.climatology()));
        }
        return out.append("end\n").toString();
    }

    /// Reads what [#text()] wrote; empty where the text is damaged.
    public static Optional<Calibrations> read(String text) {
        var heads = new ArrayList<String[]>();
        var bins = new ArrayList<List<Calibration.Bin>>();
        var lines = new ArrayList<List<CalibrationLine>>();
        var regions = new ArrayList<Skill>();
        boolean ended = false;
        try {
            for (var line : text.split("\n")) {
                var w = line.split(" ");
                switch (w[0]) {
                    case "calibration" -> {
                        heads.add(w);
                        bins.add(new ArrayList<>());
                        lines.add(new ArrayList<>());
                    }
                    case "line" ->
                        lines.getLast()
                                .add(new CalibrationLine(
                                        Integer.parseInt(w[1]),
                                        Integer.parseInt(w[2]),
                                        Double.parseDouble(w[3]),
                                        Double.parseDouble(w[4]),
                                        Double.parseDouble(w[5]),
                                        Double.parseDouble(w[6])));
                    case "bin" ->
                        bins.getLast()
                                .add(new Calibration.Bin(
                                        Integer.parseInt(w[1]),
                                        Integer.parseInt(w[2]),
                                        Integer.parseInt(w[3]),
                                        Integer.parseInt(w[4]),
                                        Double.parseDouble(w[5])));
                    case "region" ->
                        regions.add(new Skill(
                                w[1], Integer.parseInt(w[2]), Double.parseDouble(w[3]), Double.parseDouble(w[4])));
                    case "end" -> ended = true;
                    default -> {
                        return Optional.empty();
                    }
                }
            }
            return ended && heads.size() == 2
                    ? Optional.of(new Calibrations(
                            calibration(heads.get(0), bins.get(0), lines.get(0)),
                            calibration(heads.get(1), bins.get(1), lines.get(1)),
                            regions))
                    : Optional.empty();
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static Calibration calibration(String[] w, List<Calibration.Bin> bins, List<CalibrationLine> lines) {
        return new Calibration(
                Integer.parseInt(w[1]),
                Integer.parseInt(w[2]),
                Double.parseDouble(w[3]),
                Double.parseDouble(w[4]),
                Double.parseDouble(w[5]),
                Double.parseDouble(w[6]),
                bins,
                Double.parseDouble(w[7]),
                lines);
    }
}
