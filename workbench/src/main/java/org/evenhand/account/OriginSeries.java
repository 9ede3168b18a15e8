package org.evenhand.account;

/// The U.S. series of victims by origin: what each is, and what it is not.
final class OriginSeries {
    private OriginSeries() {}

    static String title(String measure) {
        return switch (measure) {
            case "certified_or_eligible_by_citizenship" -> "Certified or found eligible, by citizenship";
            case "detected_by_citizenship_other_federal_series" ->
                "Victims reported by federal agencies to the United Nations, by citizenship";
            case "top_origin_federally_identified_order_of_mention" ->
                "Leading origins of victims identified by federal agencies";
            case "top_origin_order_of_mention" -> "Leading origins of certified victims";
            case "named_latin_american_origin_order_of_mention" -> "Latin American origins of certified victims";
            case "named_other_origin" -> "Other origins of certified victims";
            default -> measure.replace('_', ' ');
        };
    }

    static String caution(String measure) {
        return switch (measure) {
            case "certified_or_eligible_by_citizenship" ->
                "Leading citizenships only; they do not sum to the year's total.";
            case "detected_by_citizenship_other_federal_series" ->
                "Since fiscal year 2013 the United States reports a different and larger series to the United Nations; it is not"
                        + " the certification series, includes U.S. citizens, and must not be joined to it.";
            default -> "Not to be joined to another series.";
        };
    }
}
