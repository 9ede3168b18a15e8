package org.evenhand.web;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The system's Chromium, driven with the system's Node; one for all tests. Where either is missing, tests
/// that need them are skipped and say so.
final class Browser {
    private static final Optional<com.microsoft.playwright.Browser> BROWSER = launched();

    private Browser() {}

    static com.microsoft.playwright.Browser get() {
        Assumptions.assumeTrue(
                BROWSER.isPresent(), "no chromium and node on the path, so nothing was tried in a browser");
        return BROWSER.orElseThrow();
    }

    private static Optional<com.microsoft.playwright.Browser> launched() {
        var chromium = onPath("chromium").or(() -> onPath("chromium-browser")).or(() -> onPath("google-chrome"));
        var node = onPath("node");
        if (chromium.isEmpty() || node.isEmpty()) {
            return Optional.empty();
        }
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_NODEJS_PATH", node.get().toString());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return Optional.of(browser);
    }

    private static Optional<Path> onPath(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            var file = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
