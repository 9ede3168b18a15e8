package org.evenhand.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.evenhand.core.Unit;
import org.evenhand.document.Cell;
import org.junit.jupiter.api.Test;

/// What is printed as JSON is what `docs/account.schema.json` promises.
class JsonSchemaTest {
    private static final Path SCHEMA = Path.of("..", "docs", "account.schema.json");

    @Test
    void documentsAndTablesFollowThePublishedSchema() throws IOException {
        var schema = schema();
        for (var document : List.of(Invented.document(), Realistic.account(), Hostile.document())) {
            assertThat(schema.validate(JsonPrinter.print(document), InputFormat.JSON))
                    .isEmpty();
        }
        for (var table : List.of(Invented.everyCell(), Invented.matrix(), Hostile.table())) {
            assertThat(schema.validate(JsonPrinter.print(table), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsNotPromised() throws IOException {
        var schema = schema();
        var good = JsonPrinter.print(Invented.document());
        assertThat(schema.validate(good.replace("\"command\":", "\"remade\":"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(good.replace("\"kind\": \"observed\"", "\"kind\": \"guessed\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(good.replace("evenhand-document/1", "evenhand-document/2"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void everyUnitAndEveryReasonIsInTheSchemaAndOnThePage() throws IOException {
        var schema = Files.readString(SCHEMA);
        var page = Files.readString(SCHEMA.resolveSibling("json.md"));
        for (var unit : Unit.values()) {
            var name = unit.name().toLowerCase(Locale.ROOT);
            assertThat(schema).contains('"' + name + '"');
            assertThat(page).contains('`' + name + '`');
        }
        for (var absence : Cell.Absence.values()) {
            assertThat(schema).contains('"' + absence.label() + '"');
            assertThat(page).contains('`' + absence.label() + '`');
        }
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    }
}
