package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import school.tandem.importing.platforms.ExportTable;
import school.tandem.roster.intake.Reason;
import school.tandem.ui.Texts;

/** Each kind of list and of export, each field and each reason is said in both languages. */
class ListTextsTest {

    @Test
    void everyKindAndFieldAndReasonHasItsText() {
        List<String> keys = new ArrayList<>();
        for (ListKind kind : ListKind.values()) {
            keys.add("importing.kind." + kind.code());
            keys.add("importing.map." + kind.code());
        }
        for (ListField field : ListField.values()) {
            keys.add("importing.field." + field.code());
        }
        for (ExportTable table : ExportTable.values()) {
            keys.add("importing.export." + table.textKey());
            keys.add("importing.map." + table.textKey());
            table.columns().forEach(column -> keys.add("importing.column." + column.code()));
        }
        for (Locale locale : List.of(Locale.US, Locale.forLanguageTag("es-ES"))) {
            Texts texts = Texts.of(locale);
            assertThat(keys).allSatisfy(key -> assertThat(texts.get(key)).isNotBlank());
            assertThat(Stream.of(Reason.values()).map(Reason::textKey))
                    .allSatisfy(key ->
                            assertThat(
                                            texts.get(
                                                    key, "file", "", "line", 1, "column", "",
                                                    "value", ""))
                                    .isNotBlank());
        }
    }
}
