package org.evenhand.victims;

import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Flow;
import org.evenhand.catalogue.Flows;
import org.evenhand.core.Unit;

/// A way of counting on routes, with its meaning. Counts of different measures are never added.
///
/// @param key name in the table of flows
/// @param title heading
/// @param meaning what is counted, in one or two sentences
/// @param unit its unit
record FlowMeasure(String key, String title, String meaning, Unit unit) {
    private static final FlowMeasure STATEMENTS = new FlowMeasure(
            "coded_statements_in_report",
            "Routes named in the Report",
            "How many coded statements of the year's Report name the route: a measure of what the Report says, not of"
                    + " people. Statements that name only a region are not in the table.",
            Unit.STATEMENTS);

    private static final FlowMeasure DETECTED = new FlowMeasure(
            "detected_victims_by_citizenship",
            "Victims detected, by citizenship",
            "People whom the authorities of the destination detected in the year, by their citizenship. It measures"
                    + " detection and reporting as much as trafficking; citizenship is not always where somebody was"
                    + " recruited. Cells that the publisher suppressed (fewer than five people) stay suppressed and are in"
                    + " no sum.",
            Unit.PEOPLE);

    private static final FlowMeasure REFERRALS = new FlowMeasure(
            "uk_nrm_referrals_by_nationality",
            "Referrals in the United Kingdom, by nationality",
            "Potential victims referred to the United Kingdom's National Referral Mechanism in the year; a referral is no"
                    + " finding.",
            Unit.PEOPLE);

    /// The measures to show: all of them, or statements of one type of trafficking.
    static List<FlowMeasure> of(Optional<String> type) {
        return type.map(t -> List.of(ofType(t))).orElse(List.of(STATEMENTS, DETECTED, REFERRALS));
    }

    private static FlowMeasure ofType(String type) {
        String words = type.replace('_', ' ');
        String caution = type.equals("child_sex_tourism")
                ? " For this type the origin is the offender's country, not the victim's."
                : "";
        return new FlowMeasure(
                "type:" + type,
                "Routes named in the Report: " + words,
                "How many coded statements of the year's Report name the route for " + words
                        + ". A statement can have several types, so types do not add up to all statements." + caution,
                Unit.STATEMENTS);
    }

    List<Flow> rows(Flows flows) {
        return flows.of(key);
    }
}
