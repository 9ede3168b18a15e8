package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A reader at a window of their own, who notes script errors and requests to other machines.
final class Visit {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final String AXE = axe();

    private final BrowserContext context;
    private final List<String> errors = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();
    final Page page;

    /// @param script whether scripts run
    Visit(boolean script) {
        context = Browser.get()
                .newContext(
                        new NewContextOptions().setViewportSize(WIDTH, HEIGHT).setJavaScriptEnabled(script));
        page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") && !m.text().contains("status of 4")) {
                errors.add(m.text());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(r -> {
            if (!r.url().startsWith(Served.SERVER.address().toString())) {
                elsewhere.add(r.url());
            }
        });
    }

    /// The rules, as the library's jar holds them.
    private static String axe() {
        try (var in = Visit.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param element until something is there
    /// @param navigation until a page is there
    Visit patient(int element, int navigation) {
        context.setDefaultTimeout(element);
        context.setDefaultNavigationTimeout(navigation);
        return this;
    }

    void go(String path) {
        page.navigate(Served.address(path).toString());
    }

    /// Axe finds no violation of WCAG 2.2 A or AA, and nothing runs off the page on a phone.
    void accessible(String what) {
        page.evaluate(AXE);
        var found = (List<?>) page.evaluate(
                "tags => axe.run({runOnly: {type: 'tag', values: tags}}).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))",
                RULES);
        assertThat(found).as(what).isEmpty();
        page.setViewportSize(390, 844);
        var overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue()).as(what + " at 390 pixels").isLessThanOrEqualTo(1);
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /// Closes the window; nothing failed, and nothing left this machine.
    void ends() {
        context.close();
        assertThat(errors).as("script errors").isEmpty();
        assertThat(elsewhere).as("requests to elsewhere").isEmpty();
    }
}
