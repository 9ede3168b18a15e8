package org.evenhand.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenhand.core.BadData;
import org.evenhand.statistics.decision.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.ObjectMapper;

class ProblemFileTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String GOOD = """
        title: two by two
        options: [a, b]
        criteria:
          cost:
            better: less
            measurements:
              a: 1
              b: {normal: {mean: 2, sd: 0.5}}
          view:
            ranks: {a: 2, b: 1}
        preferences:
          - cost > view
        """;
    private static final String FORMS = "a number, unknown, or one of exact, uniform, normal, lognormal, logitnormal,"
            + " student_t, triangular, beta, discrete";

    private static Problem read(String text) {
        return ProblemFile.read("p.yaml", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thrombolytics.yaml", "harbour.yaml"})
    void theExamplesAreReadAndFollowTheSchema(String name) throws IOException {
        String text = Files.readString(DOCS.resolve("examples").resolve(name));
        assertThat(read(text).decision().options()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(schema().validate(json(text), InputFormat.JSON)).isEmpty();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(DOCS.resolve("schemas").resolve("weighing-problem.schema.json")));
    }

    private static String json(String yaml) {
        return new ObjectMapper()
                .writeValueAsString(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    @Test
    void everyKindOfMeasurementIsRead() throws IOException {
        var problem = read(Files.readString(DOCS.resolve("examples").resolve("harbour.yaml")));
        var north = problem.decision().measurements().get(0);
        var south = problem.decision().measurements().get(1);
        var river = problem.decision().measurements().get(2);
        assertThat(north.get(0)).contains(new Measurement.Normal(120, 10));
        assertThat(south.get(0)).contains(new Measurement.Uniform(90, 160));
        assertThat(river.get(0)).contains(new Measurement.LogNormal(4.8, 0.2));
        assertThat(north.get(1)).contains(new Measurement.Point(450));
        assertThat(south.get(1)).contains(new Measurement.Triangular(300, 400, 800));
        assertThat(river.get(1)).contains(new Measurement.StudentT(500, 40, 6));
        assertThat(north.get(2)).contains(new Measurement.Beta(18, 4));
        assertThat(south.get(2)).contains(new Measurement.LogitNormal(1.2, 0.4));
        assertThat(river.get(2)).isEmpty();
        assertThat(river.get(3)).contains(new Measurement.Point(0.8));
        assertThat(north.get(4)).contains(new Measurement.Level(2, 2));
        assertThat(south.get(4)).contains(new Measurement.Level(1, 2));
    }

    /// The hull of 1 and a normal 2 ± 1.96 · 0.5, less being better.
    @Test
    void withoutAScaleTheHullOfTheMeasurementsIsTaken() {
        var cost = read(GOOD).decision().criteria().getFirst();
        assertThat(cost.best()).isEqualTo(1);
        assertThat(cost.worst()).isCloseTo(2 + 1.959964 * 0.5, within(1e-6));
    }

    @Test
    void onlyTheOrderOfRanksCounts() {
        var wide = read(GOOD.replace("options: [a, b]", "options: [a, b, c]")
                .replace("a: 1\n", "a: 1\n      c: 1\n")
                .replace("{a: 2, b: 1}", "{a: 5, b: 1, c: 5}"));
        assertThat(wide.decision().measurements().get(0).get(1)).contains(new Measurement.Level(2, 2));
        assertThat(wide.decision().measurements().get(2).get(1)).contains(new Measurement.Level(2, 2));
    }

    @Test
    void jsonIsReadAsWell() {
        assertThat(read(json(GOOD)).decision()).isEqualTo(read(GOOD).decision());
    }

    @Test
    void aByteOrderMarkAtTheHeadIsPassedOver() {
        assertThat(read("\uFEFF" + GOOD).decision()).isEqualTo(read(GOOD).decision());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "" | line 1: it is empty, expected a problem to weigh.
            "# nothing" | line 1: it is empty, expected a problem to weigh.
            "just words" | line 1: a single value or a list, expected named values.
            "title: x⏎options: [a, b]⏎criteria: {}" | line 3, criteria: 0 criteria, expected 1 to 100.
            """)
    void whatIsNoProblemIsRefused(String text, String message) {
        assertRefused(lines(text), message);
    }

    /// What stands in the good file, what is written instead (`⏎` begins a line), and what is said to it.
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # The form
            options: [a, b] | options: [a, b | \
            line 3: it is not YAML or JSON: expected ',' or ']', but got :, expected a problem to weigh.
            title: two by two⏎options | options | line 1: the key title is missing, expected it.
            title: two by two | title: | line 1, title: nothing, expected words on one line.
            - cost > view | - cost > view⏎weights: [1] | \
            line 13, weights: the key weights is not known here, expected one of title, source, options, \
            criteria, preferences.
            view: | cost: | line 9, criteria.cost: the key stands there twice, expected each key once.
            # Options
            options: [a, b] | options: [a] | line 2, options: 1 options, expected 2 to 200 to choose among.
            options: [a, b] | options: [a, b, a] | \
            line 2, options[2]: the option 'a' stands there twice, expected each option once.
            options: [a, b] | options: a | line 2, options: no list, expected a list.
            # Criteria
            cost: | 2nd cost: | \
            line 4, criteria.2nd cost: '2nd cost' is not a key, expected letters, digits, _ and -, the first a \
            letter.
            better: less | better: cheaper | \
            line 5, criteria.cost.better: 'cheaper' is not a direction, expected more or less.
            better: less⏎    measurements | measurements | \
            line 4, criteria.cost: the key better is missing, expected more or less, or a scale from worst to \
            best.
            better: less | weight: 2 | \
            line 5, criteria.cost.weight: the key weight is not known here, expected one of label, unit, \
            better, scale, measurements, ranks.
            # Scales
            better: less | scale: {worst: 3, best: 3} | \
            line 5, criteria.cost.scale: worst and best are both 3.0, expected two numbers that differ.
            better: less | better: more⏎    scale: {worst: 3, best: 1} | \
            line 6, criteria.cost.scale: best is below worst, and better: more, expected one direction.
            better: less | scale: log | \
            line 5, criteria.cost.scale: 'log' is not a scale, expected worst and best, hull or utility.
            better: less | better: less⏎    scale: utility | \
            line 5, criteria.cost.better: 'less' of a utility, expected more, or no such key.
            {normal: {mean: 2, sd: 0.5}} | 1 | \
            line 4, criteria.cost: all options measure the same, 1.0, expected a scale with worst and best, \
            since none follows.
            a: 1⏎      b: {normal: {mean: 2, sd: 0.5}} | a: unknown⏎      b: unknown | \
            line 4, criteria.cost: no option is measured, expected a scale with worst and best, since none \
            follows.
            # Measurements
            a: 1 | c: 1 | line 7, criteria.cost.measurements.c: 'c' is not an option, expected one of a, b.
            a: 1⏎      b | b | \
            line 6, criteria.cost.measurements: the option 'a' is missing, expected it, with `unknown` where \
            nothing is known of a measurement.
            a: 1 | a: cheap | line 7, criteria.cost.measurements.a: 'cheap' is not a number, expected FORMS.
            a: 1 | a: {exact: NaN} | \
            line 7, criteria.cost.measurements.a.exact: 'NaN' is not a number, expected a number.
            a: 1 | a: {exact: .nan} | \
            line 7, criteria.cost.measurements.a.exact: '.nan' is not a number, expected a number.
            a: 1 | a: {exact: 1e999} | \
            line 7, criteria.cost.measurements.a.exact: '1e999' is not a number, expected a number.
            sd: 0.5 | sd: -0.5 | \
            line 8, criteria.cost.measurements.b.normal: a standard deviation of -0.5 is not possible, expected \
            parameters that it can have.
            sd: 0.5 | sigma: 0.5 | \
            line 8, criteria.cost.measurements.b.normal.sigma: the key sigma is not known here, expected one of \
            mean, sd.
            2, sd: 0.5 | 2 | line 8, criteria.cost.measurements.b.normal: the key sd is missing, expected it.
            {normal: {mean: 2, sd: 0.5}} | {uniform: {low: 2, high: 1}} | \
            line 8, criteria.cost.measurements.b.uniform: uniform from 2.0 to 1.0 is empty, expected parameters \
            that it can have.
            {normal: {mean: 2, sd: 0.5}} | {beta: {alpha: 0, beta: 1}} | \
            line 8, criteria.cost.measurements.b.beta: beta shapes 0.0 and 1.0 must be positive, expected \
            parameters that it can have.
            {normal: {mean: 2, sd: 0.5}} | {discrete: {values: [1, 2], probabilities: [1]}} | \
            line 8, criteria.cost.measurements.b.discrete: 2 values and 1 probabilities do not pair, expected \
            parameters that it can have.
            {normal: {mean: 2, sd: 0.5}} | {discrete: {values: [1, 2], probabilities: [0.5, 0.4]}} | \
            line 8, criteria.cost.measurements.b.discrete: the probabilities add to 0.9, not to 1, expected \
            parameters that it can have.
            {normal: {mean: 2, sd: 0.5}} | {cauchy: {mean: 2}} | \
            line 8, criteria.cost.measurements.b.cauchy: 'cauchy' is not a form of measurement, expected FORMS.
            {normal: {mean: 2, sd: 0.5}} | {exact: 1, uniform: {low: 0, high: 1}} | \
            line 8, criteria.cost.measurements.b: 2 forms at once, expected FORMS.
            # Orders
            {a: 2, b: 1} | {a: 2, b: 3} | line 10, criteria.view.ranks: the best rank is 2, expected 1.
            {a: 2, b: 1} | {a: 1.5, b: 1} | \
            line 10, criteria.view.ranks.a: '1.5' is not a rank, expected a whole number, 1 for the best.
            {a: 2, b: 1} | {a: 1} | line 10, criteria.view.ranks: the option 'b' is missing, expected its rank.
            ranks: {a: 2, b: 1} | ranks: {a: 2, b: 1}⏎    better: more | \
            line 11, criteria.view.better: the key better is not known here, expected one of label, ranks.
            # Preferences
            preferences:⏎  - cost > view | preferences: [] | \
            line 11, preferences: an empty list, expected at least one statement, or no such key.
            - cost > view | - cost matters | line 12, preferences[0]: 'cost matters' says nothing about weights.
            - cost > view | - cost > sound | \
            line 12, preferences: 'sound' (in 'ranking cost > sound') is not a criterion; the criteria are \
            cost, view.
            - cost > view | - cost > view⏎  - cost at most 0.9⏎  - view > cost | \
            lines 12 and 14, preferences: the preferences go round in a circle: cost > view > cost.
            - cost > view | - cost > view⏎  - view at least 0.6 | \
            lines 12 and 13, preferences: no weights meet all of these at once: ranking cost > view; view \
            between 0.6 and 1.
            - cost > view | - cost at most 0.4⏎  - view at most 0.5 | \
            lines 12 and 13, preferences: the upper bounds add to 0.9000, but weights add to 1.
            - cost > view | - cost between 0.5 and 0.2 | \
            line 12, preferences: the weight of cost cannot lie between 0.5 and 0.2; weights lie between 0 and \
            1.
            """)
    void everyMistakeNamesItsLineAndKey(String good, String wrong, String message) {
        assertThat(GOOD).contains(lines(good));
        assertRefused(GOOD.replace(lines(good), lines(wrong)), message);
    }

    private static String lines(String cell) {
        return cell.replace("⏎", "\n");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadData.class)
                .hasMessage("p.yaml " + message.replace("FORMS", FORMS));
    }

    /// What the schema can say, it says: the same files are refused by both.
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            options: [a, b] | options: [a]
            options: [a, b] | options: [a, b, a]
            better: less | better: cheaper
            better: less | weight: 2
            better: less | scale: log
            better: less | scale: {worst: 3}
            sd: 0.5 | sd: -0.5
            sd: 0.5 | sigma: 0.5
            a: 1 | a: cheap
            ranks: {a: 2, b: 1} | ranks: {a: 1.5, b: 1}
            ranks: {a: 2, b: 1} | ranks: {a: 0, b: 1}
            """)
    void theSchemaRefusesWhatTheReaderRefuses(String good, String wrong) throws IOException {
        String text = GOOD.replace(good, wrong);
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadData.class);
        assertThat(schema().validate(json(text), InputFormat.JSON)).isNotEmpty();
        assertThat(schema().validate(json(GOOD), InputFormat.JSON)).isEmpty();
    }
}
