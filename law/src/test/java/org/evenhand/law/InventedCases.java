package org.evenhand.law;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.history.Placement;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.history.RecordedWaiver;

/// Invented records and facts for property tests, the same for the same seed.
final class InventedCases {
    private static final String[] STANDINGS = {"1", "2", "2WL", "2WL", "2WL", "2WL", "3", "3", "SC", "NR"};

    private InventedCases() {}

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static ReportYear year(RandomGenerator random) {
        return ReportYear.of(random.nextInt(2002, 2028));
    }

    static Interpretations readings(RandomGenerator random) {
        var readings = Interpretations.DEFAULT;
        String[][] options = {
            {"counting", "watch-list", "special-watch-list"},
            {"run-reset", "any", "ranked"},
            {"return-waiver", "needed", "not-needed"},
            {"return-from", "any-spell", "spell-since-2019"},
            {"pattern", "default", "conclusive"},
            {"exchange-ban", "set", "prior-year-money"},
            {"degree-threshold", "1", "2", "3"}
        };
        for (var option : options) {
            readings = readings.with(option[0], option[random.nextInt(1, option.length)]);
        }
        return readings;
    }

    static Placement placement(RandomGenerator random) {
        return new Placement(
                Standing.ofCode(STANDINGS[random.nextInt(STANDINGS.length)]).orElseThrow(),
                List.of("test"),
                Basis.SOURCED);
    }

    /// A record until the year before, sometimes with the year itself, sometimes with unknown years and
    /// waivers.
    static PlacementHistory history(RandomGenerator random, ReportYear year, boolean withGaps) {
        var placements = new TreeMap<ReportYear, Placement>();
        var waivers = new TreeMap<ReportYear, RecordedWaiver>();
        var unknown = new TreeSet<ReportYear>();
        int last = random.nextInt(3) == 0 ? year.value() : year.value() - 1;
        for (int y = Math.max(ReportYear.FIRST, year.value() - 10); y <= last; y++) {
            var at = ReportYear.of(y);
            if (withGaps && y < year.value() && random.nextInt(8) == 0) {
                unknown.add(at);
            } else {
                placements.put(at, placement(random));
            }
            if (random.nextInt(4) == 0) {
                waivers.put(at, new RecordedWaiver(List.of("test"), Basis.SOURCED));
            }
        }
        if (random.nextInt(4) == 0) {
            waivers.put(year, new RecordedWaiver(List.of("test"), Basis.SOURCED));
        }
        return new PlacementHistory("XAA", placements, waivers, unknown);
    }

    /// Standings of the eight years before, nearest first.
    static List<Placement> offsets(RandomGenerator random) {
        var all = new ArrayList<Placement>();
        for (int i = 0; i < 8; i++) {
            all.add(placement(random));
        }
        return all;
    }

    /// The same standings before another year. Only years that count in both of two neighbouring years
    /// are kept, since a year before 2009 is not the same fact as one after.
    static PlacementHistory shifted(List<Placement> offsets, ReportYear year, ReportYear early) {
        var placements = new TreeMap<ReportYear, Placement>();
        for (int i = 0; i < offsets.size(); i++) {
            int y = year.value() - 1 - i;
            boolean counts = early.value() - 1 - i >= 2009;
            if (y >= ReportYear.FIRST && (counts || i == 0 && early.value() < 2008)) {
                placements.put(ReportYear.of(y), offsets.get(i));
            }
        }
        return new PlacementHistory("XAA", placements, new TreeMap<>());
    }

    /// Facts from the tables, each given with this probability, dates around the report.
    static List<Fact> facts(RandomGenerator random, LawBook book, ReportYear year, double share) {
        var facts = new ArrayList<Fact>();
        for (var criterion : book.criteria()) {
            add(random, facts, criterion.key(), criterion.question().scale(), year, share);
        }
        for (var key : book.factKeys()) {
            if (!key.key().equals("merits") || random.nextInt(4) == 0) {
                add(random, facts, key.key(), key.scale(), year, share);
            }
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            part(random, facts, "action " + i + ".kind", "training/money/speech", year, share);
            part(random, facts, "action " + i + ".status", "done/under_way/promised", year, share);
            part(random, facts, "action " + i + ".stale", "yes/no", year, share);
            if (random.nextDouble() < share) {
                var day = year.windowStart().plusDays(random.nextInt(-200, 500));
                var kept = day.getMonthValue() == 2 && day.getDayOfMonth() == 29 ? day.plusDays(1) : day;
                facts.add(fact("action " + i + ".date", new Answer.Day(kept)));
            }
            part(random, facts, "source " + i + ".kind", "civil_society/media_or_academic/rumour", year, share);
            part(random, facts, "source " + i + ".believable", "yes/no", year, share);
        }
        return facts;
    }

    private static void part(
            RandomGenerator random, List<Fact> facts, String key, String scale, ReportYear year, double share) {
        add(random, facts, key, scale, year, share);
    }

    private static void add(
            RandomGenerator random, List<Fact> facts, String key, String notation, ReportYear year, double share) {
        if (random.nextDouble() >= share) {
            return;
        }
        var scale = Scale.of(notation);
        facts.add(fact(
                key,
                switch (scale.form()) {
                    case WORD ->
                        Answer.word(
                                scale.words().get(random.nextInt(scale.words().size())));
                    case WHOLE_NUMBER -> Answer.number(random.nextInt((int) scale.low(), (int) scale.high() + 1));
                    case NUMBER -> Answer.number(scale.high() <= 1 ? random.nextInt(0, 2) : random.nextInt(0, 200));
                    case DATE -> new Answer.Day(day(random, key, year));
                    case TEXT -> Answer.word("text");
                }));
    }

    /// The report in June, everything else in the half year after: no leap day lies between.
    private static java.time.LocalDate day(RandomGenerator random, String key, ReportYear year) {
        var report = java.time.LocalDate.of(year.value(), 6, 1);
        return key.equals("report_date")
                ? report.plusDays(random.nextInt(30))
                : report.plusDays(random.nextInt(20, 210));
    }

    static Fact fact(String key, Answer answer) {
        return new Fact(key, answer, List.of("test"), Basis.SOURCED);
    }

    static List<Fact> oneYearLater(List<Fact> facts) {
        return facts.stream()
                .map(f -> f.answer() instanceof Answer.Day(var date)
                        ? fact(f.key(), new Answer.Day(date.plusYears(1)))
                        : f)
                .toList();
    }
}
