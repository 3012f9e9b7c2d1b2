package school.tandem.importing.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ListColumns;
import school.tandem.importing.ListField;
import school.tandem.importing.ListImports;
import school.tandem.importing.ListKind;
import school.tandem.importing.ListRequest;
import school.tandem.importing.RunningImports;
import school.tandem.importing.reading.TableFile;
import school.tandem.roster.Rooms;
import school.tandem.roster.ScreenTest;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

/** Saying on the screen what an export is whose headers nobody knows. */
@Tag("database")
class MappingPanelTest extends ScreenTest {

    private static final String LOG =
            """
            Idő,Felhasználó,Érintett,Környezet,Összetevő,Esemény,Leírás
            "14/09/26, 14:05",Ana Sol,-,"Feladat: Esszé",X,-,The user with id '5' viewed the 'assign' activity with course module id '12'.
            "15/09/26, 14:05",Nobody Here,-,"Feladat: Esszé",X,-,The user with id '6' viewed the 'assign' activity with course module id '12'.
            """;
    private static final String GRADES =
            """
            Keresztnév,Vezetéknév,E-mail cím,Feladat: Esszé (Valós),Összesen (Valós),Megjegyzés
            Ana,Sol,ana@elm.example,8,8,szép munka
            """;
    private static final String STUDENTS =
            "Student ID,Name,E-mail,Class\n1,Ana Sol,ana@elm.example,Algebra\n";

    private static int number;
    @TempDir Path folder;
    private SchoolKey elm;

    @BeforeAll
    static void open() {
        rooms =
                Rooms.with(
                        "school.tandem.roster.intake",
                        "school.tandem.training",
                        "school.tandem.adoption",
                        "school.tandem.importing");
    }

    @BeforeEach
    void aSchoolWithAStudent() throws IOException {
        number++;
        elm = rooms.school(rooms.district("Elm district " + number).id(), "Elm");
        Path file = Files.writeString(folder.resolve("students.csv"), STUDENTS);
        rooms.asInstallation(() -> {
            Map<ListField, Integer> columns =
                    rooms.bean(ListColumns.class)
                            .suggest(
                                    elm.district(),
                                    ListKind.STUDENTS,
                                    TableFile.open(file, "students.csv").headers());
            var request =
                    new ListRequest(elm, ListKind.STUDENTS, file, "students.csv", columns, false);
            return rooms.bean(ListImports.class).run(request, new ImportProgress());
        });
        rooms.signIn(
                rooms.districtAccount(
                        "admin" + number + "@elm.example", elm.district(), Role.ADMINISTRATOR));
    }

    private Component paste(String text) {
        Component view = show("imports", elm, "");
        find(NativeDetails.class).all().forEach(details -> details.setOpen(true));
        find(TextArea.class).single().setValue(text);
        click("Look at it");
        return view;
    }

    private void waitForTheImport() throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        String key = RunningImports.keyOf(elm.district());
        while (rooms.bean(RunningImports.class).find(key).filter(one -> !one.isOver()).isPresent()
                && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    private static List<Element> selects(Component view) {
        return all(view.getElement()).filter(one -> one.getTag().equals("select")).toList();
    }

    private static Element select(Component view, String label) {
        return selects(view).stream()
                .filter(one -> label.equals(one.getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
    }

    private static String chosen(Component view, String label) {
        Element select = select(view, label);
        return select.getChild(Integer.parseInt(select.getProperty("value", "0"))).getText();
    }

    private static void choose(Component view, String label, String option) {
        Element select = select(view, label);
        for (int i = 0; i < select.getChildCount(); i++) {
            if (select.getChild(i).getText().equals(option)) {
                select.setProperty("value", Integer.toString(i));
                return;
            }
        }
        throw new AssertionError(option);
    }

    private int days() {
        return rooms.database
                .asOwner()
                .fetchCount(STUDENT_DAY, STUDENT_DAY.DISTRICT_ID.eq(elm.district()));
    }

    @Test
    void anExportIsMappedLookedAtAndBroughtInAndTheNextOneIsRecognised()
            throws InterruptedException {
        Component view = paste(LOG);
        assertThat(text(view)).contains("What is in pasted.csv?");
        assertThat(chosen(view, "What it holds")).isEqualTo("Moodle: log");
        assertThat(chosen(view, "Time (needed)")).isEqualTo("Idő");
        assertThat(chosen(view, "Description (needed)")).isEqualTo("Leírás");
        assertThat(chosen(view, "Who did it")).isEqualTo("Felhasználó");
        assertThat(chosen(view, "Name of the event (one of these is needed)")).isEqualTo("Esemény");

        choose(view, "Time (needed)", "not in the file");
        click("See what it changes");
        assertThat(text(UI.getCurrent())).contains("pasted.csv", "Moodle: log", "“Time”");

        choose(view, "Time (needed)", "Idő");
        click("See what it changes");
        waitForTheImport();
        assertThat(text(view)).contains("This would add", "Felhasználó", "Nobody Here");
        assertThat(days()).isZero();
        click("Keep this and look again");
        waitForTheImport();
        click("Import");
        waitForTheImport();
        assertThat(text(view)).contains("Added");
        assertThat(days()).isEqualTo(1);

        view = paste(LOG.replace("/09/26", "/10/26"));
        waitForTheImport();
        assertThat(text(view)).contains("This would add");
        click("Say anew what its columns are");
        assertThat(chosen(view, "Time (needed)")).isEqualTo("Idő");
        choose(view, "What it holds", "Staff");
        assertThat(chosen(view, "Full name")).isEqualTo("not in the file");
    }

    @Test
    void aGradebookAsksWhichColumnsAreNoWork() throws InterruptedException {
        Component view = paste(GRADES);
        choose(view, "What it holds", "Moodle: gradebook");
        assertThat(chosen(view, "E-mail (one of these is needed)")).isEqualTo("E-mail cím");
        CheckboxGroup<?> noWork = find(CheckboxGroup.class).single();
        assertThat(noWork.getLabel()).isEqualTo("Columns that are no piece of work");
        assertThat(noWork.getValue()).hasSize(3);
        choose(view, "Given name", "Keresztnév");
        choose(view, "Family name (one of these is needed)", "Vezetéknév");
        assertThat(noWork.getValue()).hasSize(1);
        choose(view, "Given name", "not in the file");
        assertThat(noWork.getValue()).hasSize(2);
        choose(view, "Given name", "Keresztnév");
        noWork.deselectAll();
        click("See what it changes");
        waitForTheImport();
        assertThat(text(view)).contains("This would add").contains("pasted.csv");
    }

    @Test
    void namesThatStandForIdsOfNobodyAreShown() throws InterruptedException {
        Component view =
                paste(
                        "student_id,student_name,class,assignment,status\n"
                                + "99,Ana Sol,Algebra,Essay,submitted\n");
        click("See what it changes");
        waitForTheImport();
        assertThat(text(view)).contains("One person was found by name", "Ana Sol");
    }

    @Test
    void everySelectHasALabel() {
        assertThat(selects(paste(LOG)))
                .hasSizeGreaterThan(5)
                .allSatisfy(one -> assertThat(one.getAttribute("aria-label")).isNotBlank());
    }
}
