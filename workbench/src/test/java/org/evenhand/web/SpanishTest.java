package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.evenhand.account.Account;
import org.evenhand.account.CountryAccount;
import org.evenhand.core.ReportYear;
import org.evenhand.document.Block;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Text;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.law.clock.Clock;
import org.junit.jupiter.api.Test;

/// The fixed sentences of accounts are there in Spanish, and the heads, captions and notes of their tables.
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
        for (var region : List.of("LAC", "SCA", "AF", "EAP", "EUR", "NEA")) {
            for (int year : new int[] {2003, 2014, 2023}) {
                collect(accounts.of(catalogue.countries().region(region), ReportYear.of(year), false, MADE));
            }
        }
        var countries = new CountryAccount(catalogue, Clock.load());
        for (var country : catalogue.countries().all()) {
            if (!catalogue.placements().history(country.iso3()).isEmpty()) {
                collect(countries.of(country, false, MADE));
            }
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
                    case Block.Tabular(var table) -> said(table);
                    case Block.Chart chart -> {
                        said(chart.title());
                        said(chart.summary());
                        said(chart.data());
                    }
                    case Block.ClaimPair _, Block.Explanation _ -> {}
                }
            }
        }
    }

    private void said(DataTable table) {
        said(table.caption());
        said(table.note());
        for (var column : table.columns()) {
            if (column.shown() != DataTable.Shown.MACHINES_ONLY
                    && column.title().matches("(?s).*[a-z].*")) {
                said(column.title());
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
