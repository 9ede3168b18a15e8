package org.evenhand.weighing;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Grounds;
import org.evenhand.document.Text;
import org.evenhand.statistics.decision.DecisionProblem;
import org.evenhand.statistics.decision.NecessaryWeight;
import org.evenhand.statistics.decision.WeightSpace;

/// "For this option to be best one must give a criterion at least … of the weight", in the words of the
/// problem.
public final class NecessarySentences {
    /// A least weight below this rounds to none in print.
    private static final double LEAST_WORTH_SAYING = 0.0005;

    /// How the problem speaks.
    ///
    /// @param options in running text, with an article where they need one
    /// @param criteria in running text
    /// @param stated what is assumed at first, for example `with every unknown share at its middle`
    /// @param whatever what is then not assumed, for example `whatever the unknown shares are`
    /// @param favour the opposite, for example `where the unknown shares are in its favour`
    public record Wording(List<String> options, List<String> criteria, String stated, String whatever, String favour) {
        public Wording {
            options = List.copyOf(options);
            criteria = List.copyOf(criteria);
        }
    }

    private final DecisionProblem problem;
    private final WeightSpace space;
    private final Wording wording;
    private final Grounds grounds;
    private final Sample sample;

    private NecessarySentences(
            DecisionProblem problem, WeightSpace space, Wording wording, Grounds grounds, Sample sample) {
        this.problem = problem;
        this.space = space;
        this.wording = wording;
        this.grounds = grounds;
        this.sample = sample;
    }

    /// The sentences, option by option, and last what was set aside.
    public static List<Text> of(
            DecisionProblem problem, WeightSpace space, Wording wording, Grounds grounds, Sample sample) {
        return new NecessarySentences(problem, space, wording, grounds, sample).all();
    }

    private List<Text> all() {
        var items = new ArrayList<Text>();
        var ranges = space.ranges();
        for (int option = 0; option < problem.options().size(); option++) {
            var favourable = NecessaryWeight.of(
                    problem, space, option, NecessaryWeight.At.FAVOURABLE, NecessaryWeight.Open.SET_ASIDE);
            var stated = NecessaryWeight.of(
                    problem, space, option, NecessaryWeight.At.STATED, NecessaryWeight.Open.SET_ASIDE);
            int before = items.size();
            for (int k = 0; k < stated.size(); k++) {
                // What the preferences give a criterion anyway is not what the option needs.
                double given = ranges.get(k).low() + LEAST_WORTH_SAYING;
                if (stated.get(k) instanceof NecessaryWeight.Between middle
                        && favourable.get(k) instanceof NecessaryWeight.Between wide
                        && middle.least() > given) {
                    items.add(sentence(option, k, middle.least(), wide.least(), wide.least() > given));
                }
            }
            if (items.size() == before) {
                items.add(Text.of(withoutLeast(option, stated.getFirst(), favourable.getFirst())));
            }
        }
        items.add(Text.of(setAside()));
        return items;
    }

    private Text sentence(int option, int k, double middle, double least, boolean always) {
        var text = Text.build()
                .words("For %s to be best one must give %s at least "
                        .formatted(
                                wording.options().get(option),
                                wording.criteria().get(k)))
                .figure(grounds.figure(middle, Unit.SHARE, sample))
                .words(" of the weight " + wording.stated());
        if (always) {
            text.words(", and at least ")
                    .figure(grounds.figure(least, Unit.SHARE, sample))
                    .words(" %s.".formatted(wording.whatever()));
        } else {
            text.words("; %s %s."
                    .formatted(space.statements().isEmpty() ? "none" : "no more than stated", wording.favour()));
        }
        return text.done();
    }

    private String withoutLeast(int option, NecessaryWeight stated, NecessaryWeight favourable) {
        String name = capital(wording.options().get(option));
        return switch (stated) {
            case NecessaryWeight.Between _ ->
                "%s: best, or level with the best, with some weights; no single criterion must have any%s."
                        .formatted(name, space.statements().isEmpty() ? "" : " beyond what is stated");
            case NecessaryWeight.Never _ ->
                favourable instanceof NecessaryWeight.Never
                        ? "%s: no weights make it best, %s.".formatted(name, wording.whatever())
                        : "%s: no weights make it best %s; some do %s."
                                .formatted(name, wording.stated(), wording.favour());
        };
    }

    private String setAside() {
        var names = new ArrayList<String>();
        for (int k = 0; k < problem.criteria().size(); k++) {
            if (problem.tellsNothing(k)) {
                names.add(problem.criteria().get(k).name() + (problem.open(k) ? " (no data)" : " (the same for all)"));
            }
        }
        return names.isEmpty()
                ? "All criteria tell the options apart."
                : "Set aside in these sentences, because they tell no options apart: %s. Below they count."
                        .formatted(String.join(", ", names));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
