package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Placement;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.document.Text;

/// What followed Tier 3 in the next report. Moving off Tier 3 is the Department's own later judgement, not a measure of
/// efforts.
final class ThreatBearing {
    private ThreatBearing() {}

    static List<Text> of(Setting setting) {
        var followed = new ArrayList<Placement>();
        int left = 0;
        for (var iso3 : setting.region().countries()) {
            for (var placement : setting.catalogue().placements().history(iso3).values()) {
                var next = setting.placement(iso3, placement.year().value() + 1);
                if (placement.standing() == Tier.TIER_3 && next.isPresent()) {
                    followed.add(placement);
                    left += next.get().standing() != Tier.TIER_3 ? 1 : 0;
                }
            }
        }
        if (followed.isEmpty()) {
            return List.of(Text.of("Not tested here: no country of the region has been on Tier 3."));
        }
        var evidence = Evidence.of(followed);
        String sample = "Tier 3 placements of the region with a placement in the next report";
        return List.of(
                Text.build()
                        .words("Of ")
                        .figure(setting.count(followed.size(), Unit.COUNT, sample, followed.size(), evidence))
                        .words(" Tier 3 placements of the region ")
                        .figure(setting.count(left, Unit.COUNT, sample, followed.size(), evidence))
                        .words(" were no longer on Tier 3 in the next report: a share of ")
                        .figure(setting.share(left, followed.size(), sample, evidence))
                        .words(".")
                        .done(),
                Text.of(
                        "Leaving Tier 3 is the Department's later judgement and not a measure of what a government did. Whether the"
                                + " prospect of restrictions moved governments is not tested here."));
    }
}
