package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Interests;
import org.evenhand.catalogue.Placement;
import org.evenhand.catalogue.Row;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.document.Text;

/// Cuba's record against the region's: placements and the policy index of the years in question, and what is known of
/// 2015.
final class CubaBearing {
    private static final String CUBA = "CUB";

    private CubaBearing() {}

    static List<Text> placement(Setting setting) {
        var statements = new ArrayList<Text>();
        var onTier3 = setting.catalogue().placements().history(CUBA).values().stream()
                .filter(p -> p.standing() == Tier.TIER_3 && p.year().value() <= 2014)
                .toList();
        if (onTier3.isEmpty()) {
            return List.of(Text.of("Not tested here: no placement of Cuba is in the data."));
        }
        statements.add(Text.build()
                .words("Cuba was on Tier 3 in ")
                .figure(setting.count(
                        onTier3.size(),
                        Unit.COUNT,
                        "reports up to 2014 that placed Cuba",
                        onTier3.size(),
                        Evidence.of(onTier3)))
                .words(" reports up to 2014, from %s to %s."
                        .formatted(onTier3.getFirst().year(), onTier3.getLast().year()))
                .done());
        statements.add(comparison(setting, onTier3));
        statements.add(Text.of(
                "The policy index is coded largely from the Report itself, so that it may carry the same judgement"
                        + " as the tier; it ends in 2013."));
        return statements;
    }

    /// Country-years in the world with an index no better than Cuba's in the same policy year, and how many stood above
    /// Tier 3.
    private static Text comparison(Setting setting, List<Placement> onTier3) {
        var table = setting.catalogue().table("policy_index");
        if (table.isEmpty()) {
            return Text.of("The policy index is not available.");
        }
        var evidence = Evidence.of(onTier3);
        int asLow = 0;
        int better = 0;
        int years = 0;
        for (var placement : onTier3) {
            int policyYear = placement.year().value() - 1;
            var rows = table.get().where("year", Integer.toString(policyYear));
            var cuba = rows.stream()
                    .filter(r -> r.text("iso3").equals(CUBA) && !r.blank("overall"))
                    .findFirst();
            if (cuba.isEmpty()) {
                continue;
            }
            years++;
            evidence.add(cuba.get().basis(), cuba.get().sources());
            for (var other : rows) {
                if (noBetter(other, cuba.get())) {
                    var placed = setting.placement(
                            other.text("iso3"), placement.year().value());
                    if (placed.isPresent() && placed.get().standing() instanceof Tier tier) {
                        asLow++;
                        better += tier == Tier.TIER_3 ? 0 : 1;
                        evidence.add(placed.get());
                    }
                }
            }
        }
        if (asLow == 0) {
            return Text.of("In the years for which Cuba has a policy index, no other ranked country had one as low.");
        }
        String sample =
                "country-years with a policy index no better than Cuba's in the same year, %d years".formatted(years);
        return Text.build()
                .words("Cuba has a policy index in ")
                .figure(setting.count(years, Unit.YEARS, "policy years in which Cuba has an index", years, evidence))
                .words("; in the same years there were ")
                .figure(setting.count(asLow, Unit.COUNTRY_YEARS, sample, asLow, evidence))
                .words(" of other countries with an index no better; ")
                .figure(setting.count(better, Unit.COUNT, sample, asLow, evidence))
                .words(" of them stood above Tier 3, a share of ")
                .figure(setting.share(better, asLow, sample, evidence))
                .words(".")
                .done();
    }

    private static boolean noBetter(Row other, Row cuba) {
        return !other.text("iso3").equals(CUBA)
                && !other.blank("overall")
                && other.integer("overall") <= cuba.integer("overall");
    }

    static List<Text> move(Setting setting) {
        var statements = new ArrayList<Text>();
        var before = setting.placement(CUBA, 2014);
        var after = setting.placement(CUBA, 2015);
        if (before.isEmpty() || after.isEmpty()) {
            return List.of(Text.of("Not tested here: the placements of Cuba in 2014 and 2015 are not in the data."));
        }
        statements.add(Text.build()
                .words("Cuba stood on ")
                .placed(
                        before.get().standing(),
                        before.get().basis(),
                        before.get().sources())
                .words(" in 2014 and on ")
                .placed(after.get().standing(), after.get().basis(), after.get().sources())
                .words(" in 2015.")
                .done());
        statements.add(Text.of(
                "The policy index ends in 2013: whether Cuba's efforts changed between the two reports is not measured"
                        + " by it."));
        listed(setting).ifPresent(statements::add);
        statements.add(Text.of("Neither claim is tested here: one move cannot show what moved it."));
        return statements;
    }

    private static java.util.Optional<Text> listed(Setting setting) {
        var interests = Interests.of(setting.catalogue());
        return interests.measure("state_sponsor").flatMap(measure -> {
            var then = interests.value(measure, CUBA, 2014);
            var next = interests.value(measure, CUBA, 2015);
            if (then.isEmpty() || next.isEmpty()) {
                return java.util.Optional.empty();
            }
            var keys = new java.util.TreeSet<String>(then.get().sources());
            keys.addAll(next.get().sources());
            return java.util.Optional.of(Text.build()
                    .words(
                            "Among the interests on record, Cuba was%s listed as a state sponsor of terrorism at the end of 2014 and%s at the end of 2015 "
                                    .formatted(
                                            then.get().value() == 1 ? "" : " not",
                                            next.get().value() == 1 ? "" : " no longer"))
                    .cite(List.copyOf(keys))
                    .words(".")
                    .done());
        });
    }
}
