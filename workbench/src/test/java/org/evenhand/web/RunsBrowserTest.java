package org.evenhand.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator.HoverOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Runs in a real browser: from the form to the result by keyboard alone, and without script; no violation of
/// WCAG 2.2 A or AA that axe knows on any of their pages.
class RunsBrowserTest {
    @SuppressWarnings("NullAway.Init")
    private Visit visit;

    @SuppressWarnings("NullAway.Init")
    private Page page;

    private void begin(boolean script) {
        visit = new Visit(script).patient(60_000, 60_000);
        page = visit.page;
    }

    @AfterEach
    void nothingFailed() {
        visit.ends();
    }

    /// From the page of a universe to the result: only keys are pressed.
    @Test
    void byKeyboardAReaderRunsAPartAndGoesThroughItsSpecifications() {
        begin(true);
        visit.go("/influence/run/instability?" + JobsServedTest.PART.replace("&seed=1", "&seed=2"));
        visit.accessible("the form");
        page.locator("#f-permutations").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/influence/jobs/instability-*");
        // The page asks again by itself until the result is there.
        page.locator("figure svg [data-specification]").first().waitFor();
        visit.accessible("the result");
        var slider = page.locator("input.through");
        slider.focus();
        assertThat(page.locator("figure .pointed")).containsText("points (95%");
        var first = page.locator("figure .pointed").textContent();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("figure .pointed")).not().hasText(first);
        assertThat(slider)
                .hasAttribute("aria-valuetext", Pattern.compile("^No\\. \\d+: .*"), new HasAttributeOptions());
        page.keyboard().press("Home");
        assertThat(page.locator("figure .pointed")).hasText(first);
        // The same by pointer.
        var last = page.locator("figure svg [data-specification]").last();
        last.locator("circle").last().hover(new HoverOptions().setForce(true));
        assertThat(page.locator("figure .pointed"))
                .hasText(last.locator("title").textContent());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(slider).isHidden();
        assertThat(page.locator(".citation")).isVisible();
        assertThat(page.locator("#asked")).isVisible();
    }

    /// The page of a universe shows the kept curve at once; each specification is named by slider and by pointer.
    @Test
    void theKeptCurveOfAUniverseIsThereWithoutARun() {
        begin(true);
        visit.go("/influence/universe/trade");
        visit.accessible("the kept curve");
        var points = page.locator("figure svg [data-specification]");
        assertThat(page.locator("figure svg polygon")).hasCount(1);
        var slider = page.locator("input.through");
        assertThat(slider).hasAttribute("max", Integer.toString(points.count()));
        slider.focus();
        page.keyboard().press("End");
        assertThat(page.locator("figure .pointed"))
                .hasText(points.last().locator("title").textContent());
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("figure .pointed"))
                .hasText(points.nth(points.count() - 2).locator("title").textContent());
        points.first().locator("circle").hover(new HoverOptions().setForce(true));
        assertThat(page.locator("figure .pointed"))
                .hasText(points.first().locator("title").textContent());
        page.setViewportSize(390, 844);
        slider.focus();
        page.keyboard().press("End");
        assertTrue(inSight(-1), "the picture follows the slider on a phone");
        page.keyboard().press("Home");
        assertTrue(inSight(0), "and back");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(slider).isHidden();
        assertThat(page.locator("figure svg")).isVisible();
    }

    /// Whether the point at a place of the curve lies within what is seen of the picture.
    private boolean inSight(int place) {
        return (boolean) page.evaluate("""
                place => {
                  const seen = document.querySelector('figure .scroll');
                  const point = [...seen.querySelectorAll('[data-specification] circle')].at(place);
                  const box = seen.getBoundingClientRect();
                  const at = point.getBoundingClientRect();
                  return at.left >= box.left && at.right <= box.right;
                }
                """, place);
    }

    @Test
    void theKeptCurveIsReadWithoutScript() {
        begin(false);
        visit.go("/influence/universe/instability?lang=es");
        assertThat(page.locator("figure svg polygon")).isVisible();
        assertThat(page.locator("figure svg [data-specification] title").first())
                .containsText("points (95%");
        assertThat(page.locator("[id*=choices-instability] table, table[id*=choices-instability]")
                        .first())
                .isVisible();
        assertThat(page.locator("a[href='/influence/universe/instability.csv?table=specifications']"))
                .isVisible();
    }

    @Test
    void byKeyboardARunIsCancelledAndGoesOn() {
        begin(true);
        visit.go("/influence/run/aid?permutations=999&seed=3");
        page.locator("form.choices button").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/influence/jobs/aid-*");
        assertThat(page.locator("#state[data-state=running] progress")).isVisible();
        visit.accessible("a run that is running");
        page.locator("button[value=cancel]").focus();
        page.keyboard().press("Enter");
        page.locator("#state[data-state=stopped]").waitFor();
        assertThat(page.locator("#state")).containsText("Cancelled.");
        visit.accessible("a run that was stopped");
        page.locator("button[value=go]").focus();
        page.keyboard().press("Enter");
        page.locator("#state[data-state=running]").waitFor();
        page.locator("button[value=cancel]").click();
        page.locator("#state[data-state=stopped]").waitFor();
        visit.go("/influence/jobs");
        visit.accessible("the list of runs");
    }

    @Test
    void withoutScriptARunIsStartedLookedAtAndReadAsATable() {
        begin(false);
        visit.go("/influence/universe/instability");
        page.locator("a[href='/influence/run/instability']").click();
        visit.go("/influence/run/instability?" + JobsServedTest.PART.replace("&seed=1", "&seed=4") + "&lang=es");
        page.locator("form.choices button").click();
        while (page.locator("figure svg").count() == 0) {
            page.locator(".act a").click();
        }
        assertThat(page.locator("h1")).containsText("una ejecución");
        assertThat(page.locator("#specifications table, table#specifications, [id*=specifications] table")
                        .first())
                .isVisible();
    }

    @Test
    void anAddressOfARunThatIsNotHereSaysSo() {
        begin(true);
        visit.go("/influence/jobs/"
                + JobRequest.whole(Served.questions().runs().declared("waivers"))
                        .id());
        assertThat(page.locator("button[value=go]")).isVisible();
        visit.accessible("a run that is not here");
    }
}
