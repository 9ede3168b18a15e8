package org.evenhand.print;

import java.util.Optional;

/// How an answer is shown.
public enum Format {
    TABLE("table", "txt"),
    CSV("csv", "csv"),
    JSON("json", "json"),
    MARKDOWN("markdown", "md"),
    HTML("html", "html"),
    PDF("pdf", "pdf");

    private final String label;
    private final String extension;

    Format(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    /// The name on the command line.
    public String label() {
        return label;
    }

    /// The usual file name extension, without a dot.
    public String extension() {
        return extension;
    }

    /// The format with this name on the command line, if there is one.
    public static Optional<Format> of(String label) {
        for (var format : values()) {
            if (format.label.equals(label)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return label;
    }
}
