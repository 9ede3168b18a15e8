package org.evenhand.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Runs in a real browser: from the form to the result by keyboard alone, and without script; no violation of
/// WCAG 2.2 A or AA that axe knows on any of their pages.
class RunsBrowserTest {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private final List<String> errors = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private BrowserContext context;

    @SuppressWarnings("NullAway.Init")
    private Page page;

    private void begin(boolean script) {
        context = Browser.get()
                .newContext(new NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(script));
        context.setDefaultTimeout(60_000);
        page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") && !m.text().contains("status of 4")) {
                errors.add(m.text());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(r -> {
            if (!r.url().startsWith(Served.SERVER.address().toString())) {
                errors.add("to elsewhere: " + r.url());
            }
        });
    }

    @AfterEach
    void nothingFailed() {
        context.close();
        assertThat(errors).isEmpty();
    }

    private void go(String path) {
        page.navigate(Served.address(path).toString());
    }

    private void accessible(String what) {
        try (var in = RunsBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var found = (List<?>) page.evaluate(
                "tags => axe.run({runOnly: {type: 'tag', values: tags}}).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))",
                RULES);
        assertThat(found).as(what).isEmpty();
        page.setViewportSize(390, 844);
        var overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue()).as(what + " at 390 pixels").isLessThanOrEqualTo(1);
        page.setViewportSize(1280, 900);
    }

    /// From the page of a universe to the result: only keys are pressed.
    @Test
    void byKeyboardAReaderRunsAPartAndGoesThroughItsSpecifications() {
        begin(true);
        go("/influence/run/instability?" + JobsServedTest.PART.replace("&seed=1", "&seed=2"));
        accessible("the form");
        page.locator("#f-permutations").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/influence/jobs/instability-*");
        // The page asks again by itself until the result is there.
        page.locator("figure svg [data-specification]").first().waitFor();
        accessible("the result");
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
        page.locator("figure svg [data-specification] circle")
                .last()
                .hover(new com.microsoft.playwright.Locator.HoverOptions().setForce(true));
        assertThat(page.locator("figure .pointed")).not().hasText(first);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(slider).isHidden();
        assertThat(page.locator(".citation")).isVisible();
        assertThat(page.locator("#asked")).isVisible();
    }

    @Test
    void byKeyboardARunIsCancelledAndGoesOn() {
        begin(true);
        go("/influence/run/aid?permutations=999&seed=3");
        page.locator("form.choices button").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/influence/jobs/aid-*");
        assertThat(page.locator("#state[data-state=running] progress")).isVisible();
        accessible("a run that is running");
        page.locator("button[value=cancel]").focus();
        page.keyboard().press("Enter");
        page.locator("#state[data-state=stopped]").waitFor();
        assertThat(page.locator("#state")).containsText("Cancelled.");
        accessible("a run that was stopped");
        page.locator("button[value=go]").focus();
        page.keyboard().press("Enter");
        page.locator("#state[data-state=running]").waitFor();
        page.locator("button[value=cancel]").click();
        page.locator("#state[data-state=stopped]").waitFor();
        go("/influence/jobs");
        accessible("the list of runs");
    }

    @Test
    void withoutScriptARunIsStartedLookedAtAndReadAsATable() {
        begin(false);
        go("/influence/universe/instability");
        page.locator("a[href='/influence/run/instability']").click();
        go("/influence/run/instability?" + JobsServedTest.PART.replace("&seed=1", "&seed=4") + "&lang=es");
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
        go("/influence/jobs/"
                + JobRequest.whole(Served.questions().runs().declared("waivers"))
                        .id());
        assertThat(page.locator("button[value=go]")).isVisible();
        accessible("a run that is not here");
    }
}
