package org.evenhand.account;

import java.util.List;
import org.evenhand.document.Text;

/// Which figures bear on which claim. A claim that no figure of ours bears on says so.
final class Bearings {
    private Bearings() {}

    /// The statements that bear on the pair led by this claim, the strongest each way.
    static List<Text> of(Setting setting, String claimId) {
        return switch (claimId) {
            case "ally-immunity" -> AllyBearing.of(setting);
            case "cuba-selective-indignation" -> CubaBearing.placement(setting);
            case "cuba-2015-politics" -> CubaBearing.move(setting);
            case "instability" -> InstabilityBearing.placement(setting);
            case "enforcement-undermines" -> InstabilityBearing.enforcement(setting);
            case "threat-works" -> ThreatBearing.of(setting);
            case "waivers-follow-aid" -> AidBearing.of(setting);
            default -> List.of(Text.of("Not tested here: no figure in the data bears on this claim directly."));
        };
    }
}
