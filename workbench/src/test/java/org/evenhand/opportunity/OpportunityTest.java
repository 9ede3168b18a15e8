package org.evenhand.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Interval;
import org.evenhand.core.Tier;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.Provenance;
import org.evenhand.group.Definition;
import org.evenhand.group.Group;
import org.evenhand.group.Membership;
import org.evenhand.group.Membership.Answer;
import org.evenhand.harness.InventedWorld;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpportunityTest {
    @TempDir
    private static Path folder;

    private static Catalogue catalogue;
    private static Panel panel;

    @BeforeAll
    static void makesTheWorld() {
        catalogue = InventedWorld.make(folder, 3);
        panel = Panel.of(catalogue, Lags.DEFAULT);
    }

    private static Membership membership(String definition) {
        return Membership.of(catalogue, panel, Definition.parse(definition, panel));
    }

    @Test
    void aYesOrNoIsReadFromTheYearBefore() {
        // Every fifth country is in NATO, from the first year on.
        assertThat(membership("nato").of("XAA", 2010)).isEqualTo(Answer.MEMBER);
        assertThat(membership("nato").of("XAB", 2010)).isEqualTo(Answer.OTHER);
        assertThat(membership("nato or mnna").of("XAB", 2010))
                .as("XAB is a major non-NATO ally")
                .isEqualTo(Answer.MEMBER);
        assertThat(membership("region WHA").of("XAF", 2010)).isEqualTo(Answer.MEMBER);
    }

    @Test
    void whatIsNotOnRecordIsUnknownUnlessAnotherConditionSettlesIt() {
        // The policy index ends in 2013: report 2016 looks at 2015.
        assertThat(membership("policy_overall >= 3").of("XAB", 2016)).isEqualTo(Answer.UNKNOWN);
        assertThat(membership("policy_overall >= 3").of("XAB", 2014)).isEqualTo(Answer.MEMBER);
        assertThat(membership("policy_overall >= 3 or mnna").of("XAB", 2016)).isEqualTo(Answer.MEMBER);
        assertThat(membership("policy_overall >= 3 or nato").of("XAB", 2016)).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void theTopFifthOfRecipientsIsAFifthOfThoseWithATierAndAnyAid() {
        var top = membership("top 20% of total_obligations_constant_usd");
        long members = 0;
        long ranked = 0;
        var aid = panel.column("asinh_total_obligations_constant_usd");
        for (int i = 0; i < aid.length; i++) {
            var row = panel.rows().get(i);
            if (row.year() == 2010 && row.standing() instanceof Tier && aid[i] > 0) {
                ranked++;
                members += top.of(row.iso3(), 2010) == Answer.MEMBER ? 1 : 0;
            }
        }
        assertThat(members).isEqualTo((long) Math.ceil(0.2 * ranked));
        assertThat(top.of("XBV", 2010)).as("gets the most").isEqualTo(Answer.MEMBER);
    }

    @Test
    void aBoundIsInTheMeasuresOwnUnitWhateverThePanelTransforms() {
        var some = membership("us_troops >= 100");
        assertThat(some.of("XAA", 2010)).as("allies have at least 100").isEqualTo(Answer.MEMBER);
        assertThat(some.of("XAB", 2010)).as("others have less than 9").isEqualTo(Answer.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nato and mnna",
                "no_such_measure",
                "top 0% of us_troops",
                "us_troops",
                "top 120% of us_troops"
            })
    void whatCannotBeReadIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Definition.parse(text, panel)).isInstanceOf(BadRequest.class);
    }

    /// Clopper & Pearson 1934: no success in n trials leaves 1 − (α/2)^(1/n) at the upper end.
    @Test
    void neverInNLeavesTheExactUpperLimit() {
        var document = OpportunityDocument.of(
                catalogue,
                panel,
                List.of(Group.own("us_troops >= 1000000", panel), Group.own("us_troops <= 1000000", panel)),
                catalogue.countries().region("WORLD"),
                2003,
                2016,
                new Provenance("evenhand never", "evenhand", "0", "2026-01-01"));
        var table = table(document.sections().getLast().blocks());
        assertThat(word(table, 0, "reading")).as("nobody has a million").isEqualTo("nothing to compare");
        assertThat(table.rows().get(0).get(at(table, "share"))).isInstanceOf(Cell.Absent.class);
        double all = number(table, 3, "opportunities");
        long tiered =
                panel.rows().stream().filter(r -> r.standing() instanceof Tier).count();
        assertThat(all).isEqualTo(tiered);
        var special = ((Cell.Number) table.rows().get(3).get(at(table, "opportunities")))
                .figure()
                .sample();
        assertThat(special.leftOut()).isEqualTo(panel.rows().size() - tiered);
    }

    @ParameterizedTest
    @ValueSource(ints = {2004, 2006, 2008, 2010})
    void whatNeverHappenedIsSaidToBeNever(int year) {
        var groups = java.util.stream.Stream.of("AF", "EAP", "EUR", "NEA", "SCA", "WHA")
                .map(bureau -> Group.own("region " + bureau, panel))
                .toList();
        var document = OpportunityDocument.of(
                catalogue,
                panel,
                groups,
                catalogue.countries().region("WORLD"),
                year,
                year,
                new Provenance("evenhand never", "evenhand", "0", "2026-01-01"));
        var table = table(document.sections().getLast().blocks());
        int never = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.rows().get(row).get(at(table, "share")) instanceof Cell.Number(var share)) {
                boolean happened = number(table, row, "happened") > 0;
                assertThat(word(table, row, "reading").startsWith("never; ")).isEqualTo(!happened);
                if (!happened) {
                    var interval = (Interval.Between) share.interval();
                    assertThat(interval.low()).isZero();
                    assertThat(interval.high())
                            .isCloseTo(1 - Math.pow(0.025, 1.0 / share.sample().size()), within(1e-12));
                    never++;
                }
            }
        }
        assertThat(never).as("the world has such groups").isPositive();
    }

    private static DataTable table(List<Block> blocks) {
        return ((Block.Tabular) blocks.getFirst()).table();
    }

    private static int at(DataTable table, String key) {
        return table.columns().stream().map(DataTable.Column::key).toList().indexOf(key);
    }

    private static double number(DataTable table, int row, String key) {
        return ((Cell.Number) table.rows().get(row).get(at(table, key)))
                .figure()
                .value();
    }

    private static String word(DataTable table, int row, String key) {
        return ((Cell.Words) table.rows().get(row).get(at(table, key))).text();
    }
}
