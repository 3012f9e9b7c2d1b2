package school.tandem.importing.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import school.tandem.ui.Actions;
import school.tandem.ui.Texts;

/** Takes the report of a meeting by choosing or dropping it. */
final class MeetingUpload {

    private MeetingUpload() {}

    /**
     * The field.
     *
     * @param then once the file is there
     */
    static Upload of(Delivered delivered, Runnable then) {
        Texts texts = Texts.here();
        Upload upload =
                new Upload(
                        UploadHandler.toFile(
                                (metadata, file) -> {},
                                metadata -> delivered.place(metadata.fileName()).toFile()));
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".csv", ".xlsx", ".txt", ".tsv");
        upload.setUploadButton(Actions.primary(texts.get("importing.meeting.choose"), () -> {}));
        upload.setDropLabel(new Span(texts.get("importing.drop")));
        upload.addAllFinishedListener(finished -> {
            if (!delivered.files().isEmpty()) {
                then.run();
            }
        });
        return upload;
    }
}
