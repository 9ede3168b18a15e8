package org.evenhand.benchmarks.law;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.evenhand.law.Answer;
import org.evenhand.law.Interpretations;
import org.evenhand.law.Rule;
import org.evenhand.law.clock.QuickClock;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.rules.Statute;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// One operation is the whole record: every country and report year on it.
///
/// `allRules` hears every rule in force, with traces. The others answer the same question, where the
/// clock leaves a case whose merits say Watch List; before measuring, their answers are compared case
/// by case.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 15)
@Measurement(iterations = 15)
public class LawBenchmark {
    private final Statute statute = Statute.load();
    private final List<String> rules =
            statute.book().rules().stream().map(Rule::id).toList();
    private final EasyRulesWatchList easy = new EasyRulesWatchList();
    private final DroolsWatchList drools = new DroolsWatchList();
    private final List<Case> recorded = new ArrayList<>();
    private final List<Case> watchList = new ArrayList<>();
    private final List<Raw> raw = new ArrayList<>();
    private final QuickClock quick = new QuickClock(statute.book(), Interpretations.DEFAULT);
    private final List<QuickClock.Compiled> compiled = new ArrayList<>();

    private record Raw(int year, TreeMap<Integer, String> tiers, boolean waiver) {
        Matter matter() {
            return new Matter(year, tiers, waiver);
        }
    }

    @Setup
    public void read() throws IOException {
        for (var history : RecordedPlacements.read(Path.of(System.getProperty("evenhand.data", "data")))) {
            var tiers = new TreeMap<Integer, String>();
            history.placements()
                    .forEach((y, p) -> tiers.put(y.value(), p.standing().code()));
            var record = quick.compile(history);
            for (var year : history.placements().keySet()) {
                recorded.add(Case.of(history, year));
                if (year.value() >= 2011) {
                    boolean waiver = history.waivers().containsKey(year);
                    // Without a recorded waiver the findings are not made: the engines know yes and no only.
                    watchList.add(Case.of(history.with(year, unplaced()), year)
                            .assuming("merits", Answer.word("2WL"))
                            .assuming("WW-1", Answer.word(waiver ? "yes" : "no")));
                    raw.add(new Raw(year.value(), tiers, waiver));
                    compiled.add(record);
                }
            }
        }
        for (int i = 0; i < raw.size(); i++) {
            var ours = law(watchList.get(i));
            var theirs = easy.rule(raw.get(i).matter());
            var others = drools.rule(raw.get(i).matter());
            var quickly = words(quick.ask(compiled.get(i), raw.get(i).year()));
            if (!ours.equals(theirs) || !ours.equals(others) || !ours.equals(quickly)) {
                throw new IllegalStateException("case %d: %s, without trace %s, Easy Rules %s, Drools %s"
                        .formatted(i, ours, quickly, theirs, others));
            }
        }
    }

    private static org.evenhand.law.history.Placement unplaced() {
        return new org.evenhand.law.history.Placement(
                org.evenhand.core.Tier.WATCH_LIST, List.of("assumed"), org.evenhand.core.Basis.DERIVED);
    }

    private static String words(QuickClock.Answer answer) {
        return switch (answer) {
            case OPEN -> "2WL MERITS";
            case WAIVED -> "2WL WAIVED";
            case WAIVER_NEEDED, CLOSED_BY_LIMIT -> "3 LIMIT";
            case CLOSED_BY_RETURN -> "3 REINSTATE";
        };
    }

    /// The outcome, with every step noted for a trace.
    private String law(Case matter) {
        var hearing = statute.hear(matter);
        return hearing.value("TP-5", "tier").orElse("") + " "
                + hearing.value("TP-5", "route").orElse("");
    }

    /// Every rule in force for every country and year on record, every step noted.
    @Benchmark
    public void allRules(Blackhole sink) {
        for (var matter : recorded) {
            var hearing = statute.hear(matter);
            for (var rule : rules) {
                if (hearing.inForce(rule)) {
                    sink.consume(hearing.ruling(rule));
                }
            }
        }
    }

    /// The same with every trace put into words.
    @Benchmark
    public void allRulesInWords(Blackhole sink) {
        for (var matter : recorded) {
            var hearing = statute.hear(matter);
            for (var rule : rules) {
                if (hearing.inForce(rule)) {
                    sink.consume(hearing.on(rule));
                }
            }
        }
    }

    @Benchmark
    public void watchListByTheLaw(Blackhole sink) {
        for (var matter : watchList) {
            sink.consume(law(matter));
        }
    }

    /// The same with the trace put into words.
    @Benchmark
    public void watchListByTheLawInWords(Blackhole sink) {
        for (var matter : watchList) {
            sink.consume(statute.hear(matter).on("TP-5"));
        }
    }

    @Benchmark
    public void watchListByTheLawWithoutTrace(Blackhole sink) {
        for (int i = 0; i < compiled.size(); i++) {
            sink.consume(quick.ask(compiled.get(i), raw.get(i).year()));
        }
    }

    @Benchmark
    public void watchListByEasyRules(Blackhole sink) {
        for (var each : raw) {
            sink.consume(easy.rule(each.matter()));
        }
    }

    @Benchmark
    public void watchListByDrools(Blackhole sink) {
        for (var each : raw) {
            sink.consume(drools.rule(each.matter()));
        }
    }

    /// The same four measured by processor time of one thread, which other work on the machine does not
    /// lengthen: median of 15 passes after 15 to warm up.
    public static void main(String[] args) throws IOException {
        var benchmark = new LawBenchmark();
        benchmark.read();
        long rulings = 0;
        for (var matter : benchmark.recorded) {
            var hearing = benchmark.statute.hear(matter);
            rulings += benchmark.statute.book().rules().stream()
                    .filter(r -> hearing.inForce(r.id()))
                    .count();
        }
        System.out.printf(
                Locale.ROOT,
                "%d countries and years, %d rulings; %d watch-list cases, on which all three agree%n",
                benchmark.recorded.size(),
                rulings,
                benchmark.watchList.size());
        var sink = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
        double all = median(() -> benchmark.allRules(sink));
        double allInWords = median(() -> benchmark.allRulesInWords(sink));
        double law = median(() -> benchmark.watchListByTheLaw(sink));
        double inWords = median(() -> benchmark.watchListByTheLawInWords(sink));
        double bare = median(() -> {
                    for (int i = 0; i < 100; i++) {
                        benchmark.watchListByTheLawWithoutTrace(sink);
                    }
                })
                / 100;
        double easy = median(() -> benchmark.watchListByEasyRules(sink));
        double drools = median(() -> benchmark.watchListByDrools(sink));
        int cases = benchmark.watchList.size();
        System.out.printf(Locale.ROOT, "all rules, steps noted: %.0f ms, %.0f per second%n", all, rulings / all * 1000);
        System.out.printf(
                Locale.ROOT,
                "all rules, traces in words: %.0f ms, %.0f per second%n",
                allInWords,
                rulings / allInWords * 1000);
        line("watch list, the clock alone, no trace", bare, cases, easy, drools);
        line("watch list, the law, steps noted", law, cases, easy, drools);
        line("watch list, the law, traces in words", inWords, cases, easy, drools);
        line("watch list, Easy Rules 4.1.0, no trace", easy, cases, easy, drools);
        line("watch list, Drools 10.1.0, no trace", drools, cases, easy, drools);
    }

    private static void line(String name, double millis, long rulings, double easy, double drools) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.3f ms, %.0f per second; %.1f times the throughput of Easy Rules, %.1f times that of Drools%n",
                name,
                millis,
                rulings / millis * 1000,
                easy / millis,
                drools / millis);
    }

    private static double median(Runnable pass) {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        var millis = new double[30];
        for (int i = 0; i < millis.length; i++) {
            long start = threads.getCurrentThreadCpuTime();
            pass.run();
            millis[i] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
        }
        var measured = java.util.Arrays.copyOfRange(millis, 15, 30);
        java.util.Arrays.sort(measured);
        return measured[7];
    }
}
