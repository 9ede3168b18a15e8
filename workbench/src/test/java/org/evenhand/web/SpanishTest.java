package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.evenhand.account.Account;
import org.evenhand.account.CountryAccount;
import org.evenhand.core.ReportYear;
import org.evenhand.document.Block;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Text;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.law.clock.Clock;
import org.junit.jupiter.api.Test;

/// The fixed sentences of accounts are there in Spanish.
class SpanishTest {
    private static final Provenance MADE = new Provenance("evenhand", "evenhand", "0", "2026-01-01");

    private final Phrases phrases = Phrases.of(Language.SPANISH);
    private final TreeSet<String> missing = new TreeSet<>();

    @Test
    void everyPhraseHasBothLanguages() {
        phrases.all().forEach((english, spanish) -> {
            assertThat(spanish).as(english).isNotBlank();
            for (int i = 1; i < 6; i++) {
                assertThat(spanish.contains("{" + i + "}")).as(english).isEqualTo(english.contains("{" + i + "}"));
            }
        });
    }

    @Test
    void everyFixedSentenceOfAnAccountIsInSpanish() {
        var catalogue = ShippedCatalogue.open();
        var accounts = new Account(catalogue, Clock.load());
        for (var region : List.of("LAC", "SCA")) {
            for (int year : new int[] {2003, 2014, 2020}) {
                collect(accounts.of(catalogue.countries().region(region), ReportYear.of(year), false, MADE));
            }
        }
        var countries = new CountryAccount(catalogue, Clock.load());
        for (var code : List.of("CUB", "MDV")) {
            collect(countries.of(catalogue.countries().of(code).orElseThrow(), false, MADE));
        }
        assertThat(missing).isEmpty();
    }

    private void collect(Document document) {
        said(document.title());
        for (var section : document.sections()) {
            said(section.title());
            for (var block : section.blocks()) {
                switch (block) {
                    case Block.Paragraph(var text) -> said(text);
                    case Block.Note(var text) -> said(text);
                    case Block.Heading(var text) -> said(text);
                    case Block.Bullets(var items) -> items.forEach(this::said);
                    case Block.ClaimPair _, Block.Tabular _, Block.Chart _, Block.Explanation _ -> {}
                }
            }
        }
    }

    private void said(Text text) {
        for (var span : text.spans()) {
            if (span instanceof Text.Span.Words(var words)) {
                said(words);
            }
        }
    }

    private void said(String sentence) {
        boolean hasWords = sentence.chars().anyMatch(Character::isLetter);
        if (hasWords && phrases.said(sentence).isEmpty()) {
            missing.add(sentence);
        }
    }
}
