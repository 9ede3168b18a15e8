package org.evenhand.benchmarks.law;

import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.utils.KieHelper;

/// The watch-list rules for Drools: the same limit, waiver, return rule and outcome, for a case whose
/// merits say Watch List.
final class DroolsWatchList {
    private static final String RULES = """
            package org.evenhand.benchmarks.law;
            rule "count" when $m : Matter(run < 0) then modify($m) { countRun() } end
            rule "return count" when $m : Matter(year >= 2019, returnRun < 0) then modify($m) { countReturn() } end
            rule "limit" when $m : Matter(run >= 2, limit == false) then modify($m) { setLimit(true) } end
            rule "reinstate" when $m : Matter(year >= 2019, returnRun >= 1, priorRun >= 3, barred == false)
                then modify($m) { setBarred(true) } end
            rule "waiver" when $m : Matter(limit == true, waiver == true, waived == false, run - 2 < maxWaivers)
                then modify($m) { setWaived(true) } end
            rule "out reinstate" salience -1 when $m : Matter(result == "", barred == true)
                then modify($m) { setResult("3 REINSTATE") } end
            rule "out limit" salience -1 when $m : Matter(result == "", barred == false, limit == true, waived == false)
                then modify($m) { setResult("3 LIMIT") } end
            rule "out waived" salience -1 when $m : Matter(result == "", barred == false, waived == true)
                then modify($m) { setResult("2WL WAIVED") } end
            rule "out open" salience -1 when $m : Matter(result == "", barred == false, limit == false)
                then modify($m) { setResult("2WL MERITS") } end
            """;

    private final KieBase base;

    DroolsWatchList() {
        base = new KieHelper().addContent(RULES, ResourceType.DRL).build(ExecutableModelProject.class);
    }

    /// A stateless session a case, as the engine's own guide has it.
    String rule(Matter matter) {
        base.newStatelessKieSession().execute(matter);
        return matter.getResult();
    }
}
