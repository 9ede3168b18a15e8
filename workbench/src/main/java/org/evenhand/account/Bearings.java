package org.evenhand.account;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.document.Text;

/// Which counts of the region bear on which claim.
final class Bearings {
    private Bearings() {}

    /// The statements that bear on the pair led by this claim, both ways; none where no count does.
    static List<Text> of(Setting setting, String claimId) {
        return switch (claimId) {
            case "ally-immunity" -> AllyBearing.of(setting);
            case "cuba-selective-indignation" -> CubaBearing.placement(setting);
            case "cuba-2015-politics" -> CubaBearing.move(setting);
            case "instability" -> InstabilityBearing.placement(setting);
            case "enforcement-undermines" -> both(InstabilityBearing.enforcement(setting), ThreatBearing.of(setting));
            case "waivers-follow-aid" -> AidBearing.of(setting);
            default -> List.of();
        };
    }

    private static List<Text> both(List<Text> one, List<Text> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
