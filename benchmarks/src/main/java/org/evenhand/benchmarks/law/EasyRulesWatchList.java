package org.evenhand.benchmarks.law;

import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/// The watch-list rules for Easy Rules: the same limit, waiver, return rule and outcome, for a case
/// whose merits say Watch List.
final class EasyRulesWatchList {
    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();

    EasyRulesWatchList() {
        add("count", 1, f -> true, f -> matter(f).countRun());
        add("return-count", 2, f -> matter(f).getYear() >= 2019, f -> matter(f).countReturn());
        add("limit", 3, f -> matter(f).getRun() >= 2, f -> matter(f).setLimit(true));
        add(
                "reinstate",
                4,
                f -> matter(f).getYear() >= 2019
                        && matter(f).getReturnRun() >= 1
                        && matter(f).getPriorRun() >= 3,
                f -> matter(f).setBarred(true));
        add(
                "waiver",
                5,
                f -> matter(f).isLimit()
                        && matter(f).isWaiver()
                        && matter(f).getRun() - 2 < matter(f).getMaxWaivers(),
                f -> matter(f).setWaived(true));
        add("out-reinstate", 6, f -> matter(f).isBarred(), f -> matter(f).setResult("3 REINSTATE"));
        add(
                "out-limit",
                7,
                f -> !matter(f).isBarred() && matter(f).isLimit() && !matter(f).isWaived(),
                f -> matter(f).setResult("3 LIMIT"));
        add(
                "out-waived",
                8,
                f -> !matter(f).isBarred() && matter(f).isWaived(),
                f -> matter(f).setResult("2WL WAIVED"));
        add(
                "out-open",
                9,
                f -> !matter(f).isBarred() && !matter(f).isLimit(),
                f -> matter(f).setResult("2WL MERITS"));
    }

    private void add(
            String name, int priority, org.jeasy.rules.api.Condition condition, org.jeasy.rules.api.Action action) {
        rules.register(new RuleBuilder()
                .name(name)
                .priority(priority)
                .when(condition)
                .then(action)
                .build());
    }

    private static Matter matter(Facts facts) {
        Matter matter = facts.get("matter");
        return matter;
    }

    String rule(Matter matter) {
        var facts = new Facts();
        facts.put("matter", matter);
        engine.fire(rules, facts);
        return matter.getResult();
    }
}
