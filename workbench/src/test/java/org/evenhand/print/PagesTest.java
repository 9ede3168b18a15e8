package org.evenhand.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.evenhand.golden.Golden;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// What holds for every page.
class PagesTest {
    private static final List<org.evenhand.document.Document> DOCUMENTS =
            List.of(Invented.document(), Realistic.account(), Hostile.document());

    @Test
    void theWholePageAndTheWholeMarkdown() {
        Golden.check("print/document.html", HtmlPrinter.print(Invented.document()));
        Golden.check("print/document.md", MarkdownPrinter.print(Invented.document()));
    }

    /// Left beside the build for whoever wants to look at it.
    @Test
    void aLongAccountIsKeptToBeLookedAt() throws IOException {
        Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(Path.of("target", "pages", "account.html"), HtmlPrinter.print(Realistic.account()));
        Files.writeString(Path.of("target", "pages", "account.md"), MarkdownPrinter.print(Realistic.account()));
        Files.writeString(
                Path.of("target", "pages", "account.txt"), TerminalPrinter.print(Realistic.account(), Screen.PLAIN));
        assertThat(Path.of("target", "pages", "account.html")).isNotEmptyFile();
    }

    @Test
    void aPageIsWellFormedAndRunsNothing() throws Exception {
        for (var document : DOCUMENTS) {
            var page = parsed(HtmlPrinter.print(document));
            assertThat(page.getElementsByTagName("script").getLength()).isZero();
            assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
            assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
            var elements = page.getElementsByTagName("*");
            for (var i = 0; i < elements.getLength(); i++) {
                var element = (Element) elements.item(i);
                assertThat(List.of("iframe", "object", "embed", "link", "img", "form", "base"))
                        .doesNotContain(element.getTagName());
                for (var a = 0; a < element.getAttributes().getLength(); a++) {
                    assertThat(element.getAttributes().item(a).getNodeName()).doesNotStartWith("on");
                }
                if (element.hasAttribute("href")) {
                    assertThat(element.getAttribute("href")).startsWith("#");
                }
            }
        }
    }

    @Test
    void everyLinkLeadsSomewhereAndEveryAnchorIsUnique() throws Exception {
        for (var document : DOCUMENTS) {
            var page = parsed(HtmlPrinter.print(document));
            var ids = new HashSet<String>();
            var elements = page.getElementsByTagName("*");
            for (var i = 0; i < elements.getLength(); i++) {
                var id = ((Element) elements.item(i)).getAttribute("id");
                assertThat(id.isEmpty() || ids.add(id)).as("anchor %s", id).isTrue();
            }
            var links = page.getElementsByTagName("a");
            for (var i = 0; i < links.getLength(); i++) {
                assertThat(ids)
                        .contains(((Element) links.item(i)).getAttribute("href").substring(1));
            }
        }
    }

    @Test
    void headingsDescendOneLevelAtATime() throws Exception {
        var page = parsed(HtmlPrinter.print(Realistic.account()));
        var elements = page.getElementsByTagName("*");
        var before = 0;
        for (var i = 0; i < elements.getLength(); i++) {
            var name = elements.item(i).getNodeName();
            if (name.matches("h[1-6]")) {
                var level = name.charAt(1) - '0';
                assertThat(level).isLessThanOrEqualTo(before + 1);
                before = level;
            }
        }
    }

    @Test
    void theSameDocumentGivesTheSamePage() {
        assertThat(HtmlPrinter.print(Realistic.account())).isEqualTo(HtmlPrinter.print(Realistic.account()));
    }

    private static Document parsed(String page) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
