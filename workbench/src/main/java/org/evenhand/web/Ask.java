package org.evenhand.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.core.BadRequest;

/// A request, as far as answers depend on it.
///
/// @param path decoded path
/// @param query names and values, in order, without `lang`
/// @param language language asked for
/// @param origin scheme, host and port under which the server was reached, for addresses in citations
/// @param wantsPage whether the asker reads pages rather than data
public record Ask(String path, Map<String, List<String>> query, Language language, String origin, boolean wantsPage) {
    private static final int MOST = 60;

    /// Reads the query of an address.
    ///
    /// @throws BadRequest if it is not well-formed
    static Ask read(String path, String rawQuery, String origin, boolean wantsPage) {
        var query = parameters(rawQuery);
        var lang = query.remove("lang");
        var language = Language.ENGLISH;
        if (lang != null) {
            language = Language.of(lang.getFirst())
                    .orElseThrow(() -> new BadRequest("lang: that language is not there.", "Use en or es."));
        }
        return new Ask(path, query, language, origin, wantsPage);
    }

    /// Names and values of a query or of a posted form.
    static Map<String, List<String>> parameters(String raw) {
        return parameters(raw, MOST);
    }

    static Map<String, List<String>> parameters(String raw, int most) {
        var query = new LinkedHashMap<String, List<String>>();
        int count = 0;
        for (var part : raw.split("&", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            if (++count > most) {
                throw new BadRequest("The address says more than %d things.".formatted(most), "Ask for less at once.");
            }
            int equals = part.indexOf('=');
            var name = decoded(equals < 0 ? part : part.substring(0, equals));
            var value = equals < 0 ? "" : decoded(part.substring(equals + 1));
            query.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new BadRequest("The address holds a broken escape.", "Write %25 for a percent sign.");
        }
    }
}
