package org.evenhand.print;

import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// Opens streaming JSON generators that always write the same bytes: two spaces, `\n`, numbers without a needless
/// point.
public final class JsonOut {
    private JsonOut() {}

    /// What writes into an open generator.
    public interface Body {
        void write(JsonGenerator json);
    }

    /// JSON over several lines, with `\n` at its end.
    public static String pretty(Body body) {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        var printer = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return write(body, printer) + '\n';
    }

    /// JSON on one line.
    public static String compact(Body body) {
        return write(body, null);
    }

    private static String write(Body body, @Nullable PrettyPrinter printer) {
        var out = new StringWriter(8192);
        try (var json = new JsonFactory().createGenerator(new Context(printer), out)) {
            body.write(json);
        }
        return out.toString();
    }

    private static final class Context extends ObjectWriteContext.Base {
        private final @Nullable PrettyPrinter printer;

        Context(@Nullable PrettyPrinter printer) {
            this.printer = printer;
        }

        @Override
        public @Nullable PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return printer != null;
        }
    }

    public static void number(JsonGenerator json, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    public static void strings(JsonGenerator json, String name, Iterable<String> values) {
        json.writeName(name);
        json.writeStartArray();
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
