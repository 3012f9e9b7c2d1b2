package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import school.tandem.ui.Actions;
import school.tandem.ui.Form;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** Takes files by choosing, dropping or pasting. */
final class UploadPanel {

    private static final int MOST_FILES = 40;

    private final Texts texts = Texts.here();
    private final Delivered delivered;
    private final boolean withLists;
    private final Runnable then;

    /**
     * @param withLists whether lists can be pasted: they need a school to go to
     * @param then once the files are there
     */
    UploadPanel(Delivered delivered, boolean withLists, Runnable then) {
        this.delivered = delivered;
        this.withLists = withLists;
        this.then = then;
    }

    Panel panel() {
        Panel panel =
                new Panel(
                        texts.get("importing.bring"),
                        new Paragraph(
                                texts.get(
                                        withLists
                                                ? "importing.bring.below"
                                                : "importing.bring.first")),
                        upload());
        if (withLists) {
            panel.with(paste());
        }
        return panel;
    }

    private Component upload() {
        Upload upload =
                new Upload(
                        UploadHandler.toFile(
                                (metadata, file) -> {},
                                metadata -> delivered.place(metadata.fileName()).toFile()));
        upload.setMaxFiles(MOST_FILES);
        upload.setAcceptedFileExtensions(
                ".zip", ".csv", ".xlsx", ".ods", ".ics", ".txt", ".tsv", ".json", ".jsonl",
                ".ndjson");
        upload.setUploadButton(Actions.primary(texts.get("importing.choose"), () -> {}));
        upload.setDropLabel(new Span(texts.get("importing.drop")));
        upload.addAllFinishedListener(finished -> {
            if (!delivered.files().isEmpty()) {
                then.run();
            }
        });
        return upload;
    }

    private Component paste() {
        TextArea text = new TextArea(texts.get("importing.paste.label"));
        text.setMinRows(4);
        text.setMaxRows(12);
        text.setWidthFull();
        Form form =
                new Form(
                        texts.get("importing.paste.do"),
                        () -> {
                            if (text.getValue().isBlank()) {
                                throw new school.tandem.security.BadInput(
                                        "text", "importing.bad.paste");
                            }
                            delivered.paste(text.getValue());
                            then.run();
                        });
        form.field("text", text);
        return new NativeDetails(texts.get("importing.paste"), form);
    }
}
