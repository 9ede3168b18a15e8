package org.evenhand.statistics.ordinal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Agreement with ordinal::clm, stats::glm, MASS::polr and statsmodels on the same rows. Tolerances:
/// estimates and log-likelihood 1e-6 relative or 1e-8 absolute, errors 1e-5, unless a peer's own gradient
/// does not allow it.
class OrderedModelReferenceTest {
    private static final References CLM = References.read("clm.csv");
    private static final References STATSMODELS = References.read("statsmodels.csv");
    private static final References.Panel PANEL = References.Panel.read();
    private static final String[] FOUR = {"prosecution", "protection", "lgdp", "ally"};

    @ParameterizedTest
    @EnumSource(Link.class)
    void parallelModelsAgreeWithClm(Link link) {
        var fit = ok(OrderedModel.withDefaults().with(link).fit(PANEL.data(FOUR)));
        String model = link.name().toLowerCase(Locale.ROOT);
        compare(fit, CLM, model, fit.data().parameterNames());
        close(fit.logLikelihood(), CLM.value(model, "logLik", ""), 1e-6);
        assertThat(fit.gradient()).isLessThan(1e-8);
    }

    @Test
    void weightsAgreeWithClm() {
        var data = PANEL.data(FOUR).withWeights(PANEL.column("weight"));
        var fit = ok(OrderedModel.withDefaults().fit(data));
        compare(fit, CLM, "weighted", fit.data().parameterNames());
        close(fit.logLikelihood(), CLM.value("weighted", "logLik", ""), 1e-6);
    }

    @Test
    void offsetAgreesWithClm() {
        var data = PANEL.data("prosecution", "protection").withOffset(PANEL.column("exposure"));
        var fit = ok(OrderedModel.withDefaults().fit(data));
        compare(fit, CLM, "offset", fit.data().parameterNames());
        close(fit.logLikelihood(), CLM.value("offset", "logLik", ""), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void partialModelsAgreeWithClm(Link link) {
        var data = PANEL.data("prosecution", "lgdp").withSlopesByThreshold(PANEL.design("ally"), List.of("ally"));
        var fit = ok(OrderedModel.withDefaults().with(link).fit(data));
        assertThat(fit.data().parameterNames())
                .containsExactly("1|2", "ally [1|2]", "2|3", "ally [2|3]", "3|4", "ally [3|4]", "prosecution", "lgdp");
        String model = "partial-" + link.name().toLowerCase(Locale.ROOT);
        // clm adds z'θ to the threshold; ours subtracts z'β like any other slope.
        checkByThreshold(fit, model, "ally", ".ally");
        close(fit.logLikelihood(), CLM.value(model, "logLik", ""), 1e-6);
        one(fit, CLM, model, 6, "prosecution", 1);
        one(fit, CLM, model, 7, "lgdp", 1);
    }

    @Test
    void generalisedModelAgreesWithClm() {
        var empty =
                PANEL.data().withSlopesByThreshold(PANEL.design("prosecution", "ally"), List.of("prosecution", "ally"));
        var fit = ok(OrderedModel.withDefaults().fit(empty));
        checkByThreshold(fit, "generalised", "ally", ".ally");
        checkByThreshold(fit, "generalised", "prosecution", ".prosecution");
        close(fit.logLikelihood(), CLM.value("generalised", "logLik", ""), 1e-6);
    }

    private static void checkByThreshold(Fit.Ok fit, String model, String column, String suffix) {
        var names = fit.data().parameterNames();
        for (int k = 0; k < 3; k++) {
            String cut = fit.data().threshold(k);
            one(fit, CLM, model, names.indexOf(cut), cut + ".(Intercept)", 1);
            one(fit, CLM, model, names.indexOf(column + " [" + cut + "]"), cut + suffix, -1);
        }
    }

    @Test
    void thresholdsThatMoveByEraAgreeWithClm() {
        var data = PANEL.data("prosecution", "lgdp", "ally").withThresholdsBy(PANEL.late(), List.of("early", "late"));
        var fit = ok(OrderedModel.withDefaults().fit(data));
        var names = fit.data().parameterNames();
        for (int k = 0; k < 3; k++) {
            String cut = fit.data().threshold(k);
            int early = names.indexOf(cut + " @early");
            int late = names.indexOf(cut + " @late");
            one(fit, CLM, "by-era", early, cut + ".(Intercept)", 1);
            // clm's second column is late minus early.
            close(
                    fit.parameters()[late] - fit.parameters()[early],
                    CLM.value("by-era", "estimate", cut + ".eralate"),
                    1e-6);
            double variance = fit.covariance().get(late, late)
                    + fit.covariance().get(early, early)
                    - 2 * fit.covariance().get(early, late);
            close(Math.sqrt(variance), CLM.value("by-era", "se", cut + ".eralate"), 1e-5);
        }
        for (var name : List.of("prosecution", "lgdp", "ally")) {
            one(fit, CLM, "by-era", names.indexOf(name), name, 1);
        }
        close(fit.logLikelihood(), CLM.value("by-era", "logLik", ""), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(
            value = Link.class,
            names = {"LOGIT", "PROBIT"})
    void twoLevelsAreBinaryRegression(Link link) {
        var worst =
                java.util.Arrays.stream(PANEL.tier()).map(t -> t == 3 ? 1 : 0).toArray();
        var data = OrderedData.of(worst, List.of("other", "worst"), PANEL.design(FOUR), List.of(FOUR));
        var fit = ok(OrderedModel.withDefaults().with(link).fit(data));
        String model = "binary-" + link.name().toLowerCase(Locale.ROOT);
        close(-fit.parameters()[0], CLM.value(model, "estimate", "(Intercept)"), 1e-6);
        for (int j = 0; j < 4; j++) {
            close(fit.slope(j), CLM.value(model, "estimate", FOUR[j]), 1e-6);
            if (link == Link.LOGIT) {
                close(fit.slopeError(j), CLM.value(model, "se", FOUR[j]), 1e-5);
            }
        }
        close(fit.logLikelihood(), CLM.value(model, "logLik", ""), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void polrAgreesAsFarAsItsOptimiserGoes(Link link) {
        String model = "polr-" + (link == Link.LOGIT ? "logistic" : link.name().toLowerCase(Locale.ROOT));
        var fit = ok(OrderedModel.withDefaults().with(link).fit(PANEL.data(FOUR)));
        for (int j = 0; j < 7; j++) {
            // BFGS leaves a gradient of about 1e-4; its Hessian is a finite difference.
            String name = fit.data().parameterNames().get(j);
            close(fit.parameters()[j], CLM.value(model, "estimate", name), 1e-4);
            close(Math.sqrt(fit.covariance().get(j, j)), CLM.value(model, "se", name), 1e-4);
        }
        assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(CLM.value(model, "logLik", "") - 1e-9);
    }

    @ParameterizedTest
    @EnumSource(
            value = Link.class,
            names = {"LOGIT", "PROBIT"})
    void statsmodelsAgrees(Link link) {
        String model = link.name().toLowerCase(Locale.ROOT);
        var fit = ok(OrderedModel.withDefaults().with(link).fit(PANEL.data(FOUR)));
        for (int j = 0; j < 7; j++) {
            close(
                    fit.parameters()[j],
                    STATSMODELS.value(
                            model, "estimate", fit.data().parameterNames().get(j)),
                    1e-6);
        }
        close(fit.logLikelihood(), STATSMODELS.value(model, "logLik", ""), 1e-6);
    }

    private static void compare(Fit.Ok fit, References from, String model, List<String> names) {
        for (int j = 0; j < names.size(); j++) {
            one(fit, from, model, j, names.get(j), 1);
        }
    }

    private static void one(Fit.Ok fit, References from, String model, int at, String name, int sign) {
        close(sign * fit.parameters()[at], from.value(model, "estimate", name), 1e-6);
        close(Math.sqrt(fit.covariance().get(at, at)), from.value(model, "se", name), 1e-5);
    }

    static void close(double ours, double theirs, double relative) {
        assertThat(Math.abs(ours - theirs))
                .as("%s against %s", ours, theirs)
                .isLessThanOrEqualTo(Math.max(1e-8, relative * Math.abs(theirs)));
    }

    static Fit.Ok ok(Fit fit) {
        assertThat(fit).as(fit.explain()).isInstanceOf(Fit.Ok.class);
        return (Fit.Ok) fit;
    }
}
