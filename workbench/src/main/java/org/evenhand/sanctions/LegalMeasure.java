package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Determination;

/// The measures of 22 U.S.C. 7107(d) and (e) that a determination can apply.
enum LegalMeasure {
    WITHHOLD_ASSISTANCE(
            "SA-1A-i",
            "22 U.S.C. 7107(d)(1)(A)(i)",
            "nonhumanitarian, nontrade-related assistance to the government is withheld for the next fiscal year"),
    WITHHOLD_EXCHANGES(
            "SA-1A-ii",
            "22 U.S.C. 7107(d)(1)(A)(ii)",
            "no such assistance was received: it stays withheld, and so is money for officials in exchanges"),
    WITHHOLD_CLAUSE_UNSEEN(
            "SA-1A",
            "22 U.S.C. 7107(d)(1)(A)",
            "assistance or money for exchanges is withheld; which of the two clauses was not seen"),
    VOTE_AGAINST_LOANS(
            "SA-1B",
            "22 U.S.C. 7107(d)(1)(B), (d)(6)",
            "U.S. directors vote no and try to deny loans in the banks named and the International Monetary Fund"),
    SUBSEQUENT_COMPLIANCE(
            "SA-3", "22 U.S.C. 7107(d)(3)", "no restriction: the government was found to comply after the report"),
    WAIVER("SA-4", "22 U.S.C. 7107(d)(4)-(5)", "waived as in the national interest or for the purposes of the act");

    private final String key;
    private final String citation;
    private final String words;

    LegalMeasure(String key, String citation, String words) {
        this.key = key;
        this.citation = citation;
        this.words = words;
    }

    String key() {
        return key;
    }

    String citation() {
        return citation;
    }

    String words() {
        return words;
    }

    /// The measures that a determination applied, by its outcome and the clauses that its text names. A
    /// restriction always carries the vote against loans, unless the text says that it was waived. A
    /// territory restricted by a direction outside the act has none.
    static List<LegalMeasure> of(Determination d) {
        var measures = new ArrayList<LegalMeasure>();
        String text = d.reason();
        if (text.startsWith("outside the Act")) {
            return List.of();
        }
        if (d.outcome().restricted()) {
            boolean both = text.contains("both clause (i) and clause (ii)");
            if (both || text.contains("(d)(1)(A)(i)")) {
                measures.add(WITHHOLD_ASSISTANCE);
            }
            if (both || text.contains("(d)(1)(A)(ii)")) {
                measures.add(WITHHOLD_EXCHANGES);
            }
            if (measures.isEmpty()) {
                measures.add(WITHHOLD_CLAUSE_UNSEEN);
            }
            if (!text.contains("bank votes waived")) {
                measures.add(VOTE_AGAINST_LOANS);
            }
        }
        switch (d.outcome()) {
            case FULL_WAIVER, PARTIAL_WAIVER -> measures.add(WAIVER);
            case COMPLIANCE_CHANGE -> measures.add(SUBSEQUENT_COMPLIANCE);
            case FULL, RESTRICTED_SCOPE_UNSEEN -> {}
        }
        return List.copyOf(measures);
    }
}
