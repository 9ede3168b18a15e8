package org.evenhand.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// In a real browser: usable by keyboard, without script, on a phone; nothing fetched from elsewhere, no
/// script error, and no violation of WCAG 2.2 A or AA that axe knows.
class BrowserTest {
    @SuppressWarnings("NullAway.Init")
    private Visit visit;

    @SuppressWarnings("NullAway.Init")
    private Page page;

    @BeforeEach
    void opens() {
        begin(true);
    }

    private void begin(boolean script) {
        // The first page on a benchmark waits until that is fitted to every country, which takes a while.
        visit = new Visit(script).patient(30_000, 120_000);
        page = visit.page;
    }

    @AfterEach
    void nothingFailedAndNothingLeft() {
        visit.ends();
    }

    /// One of each kind of page; tables that are long elsewhere are asked for short, since axe reads every
    /// cell.
    static List<String> pages() {
        return List.of(
                "/",
                "/map?region=SCA&year=2014",
                "/account?region=SCA&year=2014",
                "/country/MDV",
                "/country",
                "/year/2014?region=SCA",
                "/countries?region=SCA",
                "/law",
                "/law/rules?year=2019",
                "/law/rule/WL-LIMIT",
                "/law/compare",
                "/law/trace?country=CHN&year=2013",
                "/law/calendar",
                "/law/clock?region=SCA&explain=yes",
                "/sanctions/ledger?region=CUB",
                "/sanctions/at-stake?region=SCA",
                "/sanctions/what-if",
                "/sanctions/weigh?draws=1000",
                "/victims/estimates?scope=SCA",
                "/victims/flows?region=SCA",
                "/victims/certified?origin=SCA",
                "/victims/lists",
                "/victims/microdata",
                "/victims/people",
                "/influence/panel?region=CUB",
                "/influence/fit",
                "/influence/fit?outcome=tier&levels=1,2,2WL,3&terms=rule_of_law&cluster=iso3&link=probit",
                "/influence/table",
                "/influence/moves?region=SCA",
                "/influence/never",
                "/sanctions/problem",
                "/influence/universes",
                "/influence/universe/waivers",
                "/influence",
                "/influence/divergence?region=SCA&year=2014",
                "/influence/country/CUB",
                "/influence/disparity",
                "/influence/why?country=CUB",
                "/influence/like?country=MEX",
                "/influence/calibration",
                "/assess",
                "/assess?country=MEX&year=2014",
                "/source/pd-2014",
                "/about",
                "/api",
                "/nothing",
                "/account?region=SCA&year=2014&lang=es");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axeFindsNothingAndNothingRunsOffThePage(String path) {
        visit.go(path);
        visit.accessible(path);
    }

    @Test
    void byKeyboardAReaderFindsACountryFromTheFirstPage() {
        visit.go("/");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        tabTo("#f-country-country");
        page.keyboard().type("Cuba");
        page.keyboard().press("Enter");
        page.waitForURL("**/country/CUB");
        assertThat(page.locator("h1")).containsText("Cuba");
    }

    @Test
    void byKeyboardAReaderComparesTwoYearsOfTheLaw() {
        visit.go("/law/compare");
        tabTo("#f-law-diff-from");
        page.keyboard().type("2012");
        tabTo("#f-law-diff-to");
        page.keyboard().type("2013");
        tabTo("form.ask button");
        page.keyboard().press("Enter");
        page.waitForURL("**/law/compare?from=2012&to=2013*");
        assertThat(page.locator("h1")).containsText("2012 to the 2013");
    }

    @Test
    void byKeyboardAReaderGoesFromANumberToItsPassportAndSource() {
        visit.go("/sanctions/ledger?region=CUB");
        var number = page.locator("a.n").first();
        number.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#all-passports li:target")).hasCount(1);
        page.locator("#all-sources a").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/source/**");
    }

    @Test
    void byKeyboardAReaderSortsATable() {
        visit.go("/countries?region=SCA");
        var heading = page.locator("button.sort").nth(1);
        heading.focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
        var first = page.locator("tbody tr").first().textContent();
        assertThat(first).contains("Uzbekistan");
    }

    private List<String> column(String heading) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(heading).setExact(true))
                .first()
                .click();
        var cells = new ArrayList<String>();
        for (var cell : (List<?>) page.evaluate("""
                () => {
                  const th = document.querySelector('th[aria-sort]');
                  return [...th.closest('table').tBodies[0].rows]
                    .map(r => r.cells[th.cellIndex]).map(c => c.classList.contains('none') ? '' : c.textContent.trim());
                }""")) {
            cells.add(String.valueOf(cell));
        }
        return cells;
    }

    @Test
    void daysAreSortedByDayAndWhatIsMissingComesLast() {
        visit.go("/determinations?region=LAC");
        var days = column("Date");
        var there = days.stream().filter(d -> !d.isEmpty()).toList();
        assertThat(there).hasSizeGreaterThan(50).allMatch(d -> d.matches("\\d{4}-\\d{2}-\\d{2}.*"));
        assertThat(there).isSorted();
        assertThat(there.getFirst()).isLessThan(there.getLast());
        assertThat(days.subList(0, there.size())).isEqualTo(there);
        var down = column("Date");
        assertThat(down.stream().filter(d -> !d.isEmpty()).toList()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(down.getFirst()).isNotEmpty();
    }

    @Test
    void numbersWithAnIntervalAreSortedByTheirValue() {
        visit.go("/influence/divergence?region=LAC&year=2014");
        var values = column("Divergence").stream()
                .filter(c -> !c.isEmpty())
                .map(c -> Double.valueOf(c.substring(0, c.indexOf(' ')).replace(",", "")))
                .toList();
        assertThat(values).hasSizeGreaterThan(20).isSorted();
        assertThat(values.getFirst()).isNegative();
        assertThat(values.getLast()).isPositive();
    }

    /// Parts of pages, each with its language.
    static List<Arguments> parts() {
        return List.of(
                arguments(
                        "/law/rules?lang=es",
                        Map.of(
                                "h1", "en",
                                ".subtitle", "es",
                                ".answer th[scope=col]", "en",
                                ".answer tbody td", "en",
                                "#remake h2", "es",
                                "nav a[href='#remake']", "es")),
                arguments(
                        "/account?region=SCA&year=2014&lang=es",
                        Map.of(
                                "h1", "es",
                                ".answer h2", "es",
                                ".answer tbody td", "en",
                                ".claim p:nth-of-type(2)", "en",
                                "#all-sources ul", "en")),
                arguments("/?lang=es", Map.of("h1", "es", "figcaption h2", "es", "figcaption p", "en")),
                arguments(
                        "/assess?country=MEX&year=2014&lang=es",
                        Map.of("legend", "en", ".answers label", "es", "option[value=met]", "es")));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void everyPartOfASpanishPageSaysItsLanguage(String path, Map<String, String> languages) {
        visit.go(path);
        var said = new TreeMap<String, Object>();
        languages
                .keySet()
                .forEach(part ->
                        said.put(part, page.evaluate("s => document.querySelector(s).closest('[lang]').lang", part)));
        assertThat(said).containsExactlyInAnyOrderEntriesOf(new TreeMap<>(languages));
    }

    @Test
    void theOtherLanguageKeepsWhatAnAssessorHasTyped() {
        visit.go("/assess?country=MEX&year=2014");
        page.locator("#a-MS-1").selectOption("not met");
        page.locator("#n-MS-2").fill("to be looked up\nthe penal code");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Español"))
                .click();
        assertThat(page.locator("html")).hasAttribute("lang", "es");
        assertThat(page.locator("h1")).containsText("Mexico, informe de 2014");
        assertThat(page.locator("#a-MS-1")).hasValue("not met");
        assertThat(page.locator("#n-MS-2")).hasValue("to be looked up\nthe penal code");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#n-MS-2")).hasValue("to be looked up\nthe penal code");
    }

    @Test
    void byKeyboardAnEstimateIsMadeFromATableAndAskedForAnew() {
        visit.go("/victims/lists");
        page.locator("#handed-text")
                .fill("a,b,c,count\n1,0,0,40\n0,1,0,35\n0,0,1,30\n1,1,0,12\n1,0,1,10\n0,1,1,9\n1,1,1,4\n");
        tabTo("form.ask button");
        page.keyboard().press("Enter");
        page.waitForURL("**/victims/lists/*");
        page.locator("#f-victims-lists-bootstrap").fill("0");
        tabTo("form.ask button");
        page.keyboard().press("Enter");
        page.waitForURL("**/victims/lists/*bootstrap=0*");
        assertThat(page.locator(".answer")).isVisible();
    }

    @Test
    void byKeyboardARegressionIsRunOnATableOfOnesOwn() {
        var rows = new StringBuilder("won,push\n");
        for (int i = 0; i < 30; i++) {
            rows.append(i % 3 == 0 || i > 20 ? 1 : 0).append(',').append(i).append('\n');
        }
        visit.go("/influence/table");
        page.locator("#handed-text").fill(rows.toString());
        tabTo("form.ask button");
        page.keyboard().press("Enter");
        page.waitForURL("**/influence/table/*");
        tabTo("#f-fit-table-outcome");
        page.keyboard().type("won");
        tabTo("#f-fit-table-terms");
        page.keyboard().type("push");
        tabTo("form.ask summary");
        page.keyboard().press("Enter");
        tabTo("#f-fit-table-profile");
        page.keyboard().press("Space");
        tabTo("form.ask button");
        page.keyboard().press("Enter");
        page.waitForURL("**/influence/table/*outcome=won*profile=yes*");
        assertThat(page.locator("#t-coefficients")).containsText("Profile low");
        assertThat(page.locator("form.ask details")).hasAttribute("open", "open");
    }

    @Test
    void byKeyboardAnAssessorAnswersAndTheRulingFollows() {
        visit.go("/assess?country=MEX&year=2014");
        var answer = page.locator("#a-MS-1");
        answer.focus();
        page.keyboard().type("not");
        page.keyboard().press("Tab");
        assertThat(page.locator("#ruling .verdict")).isVisible();
        assertThat(page.locator("#ruling")).containsText("not met");
    }

    @Test
    void slidersWriteStatementsAndStateNothingAtFirst() {
        visit.go("/sanctions/weigh?draws=1000");
        assertThat(page.locator("textarea[name=prefer]")).hasValue("");
        page.locator(".sliders input").first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("textarea[name=prefer]")).hasValue("leverage at least 0.1");
    }

    @Test
    void theMapSaysWhatIsPointedAt() {
        visit.go("/map?region=LAC&year=2014");
        page.locator("[data-code=BRA]").hover();
        assertThat(page.locator(".pointed")).containsText("Brazil: Tier 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/influence/fit?outcome=tier&levels=1,2,2WL,3&terms=rule_of_law&cluster=iso3",
                "/account?region=SCA&year=2014",
                "/country/MDV",
                "/law/rules",
                "/sanctions/weigh?draws=1000"
            })
    void aPageWorksWithoutScript(String path) {
        visit.ends();
        begin(false);
        visit.go(path);
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("form.ask button").first()).isVisible();
    }

    @Test
    void withoutScriptAnAssessmentIsRuledOnAndSavedAndAFormAsked() {
        visit.ends();
        begin(false);
        visit.go("/assess?country=MEX&year=2014");
        page.locator("#a-MS-1").selectOption("met");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Rule on it"))
                .click();
        assertThat(page.locator("#ruling .verdict")).isVisible();
        assertThat(page.locator("#a-MS-1")).hasValue("met");
        var file = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Save as a file"))
                        .click());
        assertThat(file.suggestedFilename()).isEqualTo("MEX-2014.yaml");
        visit.go("/assess");
        page.locator("#file").setInputFiles(file.path());
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Open")).click();
        assertThat(page.locator("h1")).containsText("Mexico, 2014");
        assertThat(page.locator("#a-MS-1")).hasValue("met");
    }

    @Test
    void aPageIsACleanBriefOnPaper() {
        visit.go("/account?region=SCA&year=2014");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator("header.site")).isHidden();
        assertThat(page.locator("form.ask").first()).isHidden();
        assertThat(page.locator(".citation")).isVisible();
        assertThat(page.locator("#all-sources")).isVisible();
    }

    /// Presses Tab until this has the focus, as somebody without a pointer does.
    private void tabTo(String selector) {
        for (int i = 0; i < 60; i++) {
            if ((boolean) page.evaluate("s => document.activeElement === document.querySelector(s)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " cannot be reached by Tab");
    }
}
