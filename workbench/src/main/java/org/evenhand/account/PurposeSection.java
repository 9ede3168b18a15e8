package org.evenhand.account;

import java.util.List;
import org.evenhand.document.Block;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// Section 1: what the account is, and what it cannot say.
final class PurposeSection {
    private PurposeSection() {}

    /// @param scope what it is about, for running text
    static Section of(String scope) {
        return new Section(
                "purpose",
                "What this is, and what it cannot say",
                List.of(
                        new Block.Paragraph(
                                Text.of(("Each year the State Department places every government on a tier, as the"
                                                + " Trafficking Victims Protection Act asks (22 U.S.C. 7106, 7107). This account"
                                                + " sets beside each other, for %s, the placements, what the statute then required,"
                                                + " what followed, and what different people say about it.")
                                        .formatted(scope))),
                        new Block.Bullets(List.of(
                                Text.of(
                                        "It cannot say what a country deserved. It shows records and associations; it does not"
                                                + " show motives."),
                                Text.of(
                                        "Claims are printed as claims, with their holders. A counter-reading is ours and says"
                                                + " what the other side rests on."),
                                Text.of(
                                        "Counts of victims are counts of people found or served, not of people harmed. Series with"
                                                + " different meanings are never added or averaged."),
                                Text.of(
                                        "A value marked d was derived from sourced facts by a stated rule; u is unverified. What"
                                                + " is missing is said to be missing and never filled in.")))));
    }
}
