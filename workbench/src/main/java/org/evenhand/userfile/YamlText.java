package org.evenhand.userfile;

import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/// Named values as a YAML file that [Located] reads back as they were.
public final class YamlText {
    private YamlText() {}

    /// The file.
    ///
    /// @param top names and values, in order: texts, whole numbers, lists and further named values
    public static String of(Map<String, Object> top) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                // The same list twice is written twice: the reader takes no references.
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings, new Quoting(settings)).dumpToString(top);
    }

    /// Quotes every text that is not plainly a word, so that nothing rests on what YAML makes of its characters.
    private static final class Quoting extends StandardRepresenter {
        private static final Pattern WORDS =
                Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./-]*( [A-Za-z0-9][A-Za-z0-9_./-]*)*");

        Quoting(DumpSettings settings) {
            super(settings);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            boolean plain = !tag.equals(Tag.STR) || WORDS.matcher(value).matches();
            return super.representScalar(tag, value, plain ? style : ScalarStyle.DOUBLE_QUOTED);
        }
    }
}
