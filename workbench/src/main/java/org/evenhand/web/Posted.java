package org.evenhand.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.core.BadRequest;

/// A posted form: fields by name, and the text of files.
///
/// @param fields names and values, in order; a file's text stands under the name of its field
record Posted(Map<String, List<String>> fields) {
    private static final int MOST_PARTS = 400;

    /// Reads a form as browsers send it, with or without files (RFC 7578).
    ///
    /// @throws BadRequest if it is neither
    static Posted read(String type, byte[] body) {
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return new Posted(Ask.parameters(new String(body, StandardCharsets.UTF_8), MOST_PARTS));
        }
        int at = type.indexOf("boundary=");
        if (type.startsWith("multipart/form-data") && at > 0) {
            var boundary = type.substring(at + 9).strip().replaceAll("^\"|\"$", "");
            if (!boundary.isEmpty() && boundary.length() <= 70) {
                return new Posted(parts("--" + boundary, body));
            }
        }
        throw new BadRequest("The form is of a kind that is not understood.", "Send it from the page.");
    }

    private static Map<String, List<String>> parts(String delimiter, byte[] body) {
        // One character a byte, so that a place in the text is a place in the bytes.
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var fields = new LinkedHashMap<String, List<String>>();
        int start = text.indexOf(delimiter);
        for (int count = 0; start >= 0; count++) {
            int next = text.indexOf("\r\n" + delimiter, start + delimiter.length());
            if (next < 0) {
                break;
            }
            if (count >= MOST_PARTS) {
                throw new BadRequest(
                        "The form has more than %d parts.".formatted(MOST_PARTS), "Send it from the page.");
            }
            part(text.substring(start + delimiter.length(), next), fields);
            start = next + 2;
        }
        return fields;
    }

    private static void part(String part, Map<String, List<String>> fields) {
        int head = part.indexOf("\r\n\r\n");
        if (head < 0) {
            throw new BadRequest("A part of the form has no head.", "Send it from the page.");
        }
        int name = part.indexOf(" name=\"");
        int end = name < 0 ? -1 : part.indexOf('"', name + 7);
        if (name < 0 || name > head || end > head || end < 0) {
            throw new BadRequest("A part of the form has no name.", "Send it from the page.");
        }
        var key = part.substring(name + 7, end);
        var value = new String(part.substring(head + 4).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        fields.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    /// The first value of a field; empty where there is none.
    String first(String name) {
        var values = fields.get(name);
        return values == null ? "" : values.getFirst();
    }
}
