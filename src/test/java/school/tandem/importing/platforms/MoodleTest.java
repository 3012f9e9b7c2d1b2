package school.tandem.importing.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import school.tandem.adoption.intake.HandIn;

/** Moodle's reports, as its sites of several languages and versions write them. */
class MoodleTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final String HEAD =
            "Time,\"User full name\",\"Affected user\",\"Event context\",Component,\"Event name\",Description,Origin,\"IP address\"\n";

    private final Moodle moodle = new Moodle();

    private Told told(String name, byte[] bytes) {
        List<ExportFile> files = PlatformMutations.files(Map.of(name, bytes));
        assertThat(moodle.format(files.getFirst())).isNotEmpty();
        return Told.by(moodle.open(files, ZONE));
    }

    private Told told(String name, String text) {
        return told(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String time, String who, String context, String event, String what) {
        return "\"%s\",%s,-,\"%s\",X,\"%s\",\"%s\",web,10.0.0.1\n"
                .formatted(time, who, context, event, what);
    }

    @Test
    void whatHappenedStandsInTheDescription() {
        Told told =
                told(
                        "logs.csv",
                        HEAD
                                + row(
                                        "14/09/20, 14:05",
                                        "Ana Sol",
                                        "Assignment: Essay",
                                        "Course module viewed",
                                        "The user with id '5' viewed the 'assign' activity with course module id '12'.")
                                + row(
                                        "14/09/20, 14:06",
                                        "Ana Sol",
                                        "Assignment: Essay",
                                        "A submission has been submitted.",
                                        "The user with id '5' has submitted the submission with id '3' for the assignment with course module id '12'.")
                                + row(
                                        "14/09/20, 14:07",
                                        "Ana Sol",
                                        "Quiz: One",
                                        "Quiz attempt submitted",
                                        "The user with id '5' has submitted the attempt with id '9' for the quiz with course module id '13'.")
                                + row(
                                        "14/09/20, 14:08",
                                        "Ida Poe",
                                        "Assignment: Essay",
                                        "The submission has been graded.",
                                        "The user with id '2' has graded the submission '3' for the user with id '5' for the assignment with course module id '12'.")
                                + row(
                                        "14/09/20, 14:09",
                                        "Ida Poe",
                                        "Quiz: Two",
                                        "Course module created",
                                        "The user with id '2' created the 'quiz' activity with course module id '14'.")
                                + row(
                                        "14/09/20, 14:10",
                                        "Ida Poe",
                                        "Course: Algebra",
                                        "Course viewed",
                                        "The user with id '2' viewed the course with id '7'."));
        assertThat(told.all.stream().filter(line -> line.contains(" on ")))
                .containsExactly(
                        "Ana Sol OPENED on 2020-09-14 in null",
                        "Ana Sol HANDED_IN on 2020-09-14 in null",
                        "Ana Sol QUIZ on 2020-09-14 in null",
                        "Ida Poe GAVE_QUIZ on 2020-09-14 in null");
        assertThat(told.nothing).isEqualTo(2);
        assertThat(told.activities)
                .extracting(row -> row.who().own())
                .containsExactly("5", "5", "5", "2");
    }

    @Test
    void yearsMayStandFirst() {
        String viewed =
                "The user with id '5' viewed the 'assign' activity with course module id '12'.";
        for (String form :
                List.of("2026. 09. %s., 14:05", "2026/09/%s 14:05", "2026年 09月 %s日", "26/09/%s")) {
            Told told =
                    told(
                            "logs.csv",
                            HEAD
                                    + row(form.formatted("14"), "Ana Sol", "", "", viewed)
                                    + row(form.formatted("15"), "Ana Sol", "", "", viewed));
            assertThat(told.all)
                    .as(form)
                    .containsExactly(
                            "Ana Sol OPENED on 2026-09-14 in null",
                            "Ana Sol OPENED on 2026-09-15 in null");
        }
    }

    @Test
    void theActorMayStandInTheDescriptionOnly() {
        Told told =
                told(
                        "logs_ALG1_20200914-1405.csv",
                        HEAD
                                + row(
                                        "14/09/20, 14:06",
                                        "-",
                                        "Assignment: Essay",
                                        "",
                                        "The user with id '5' has submitted the submission with id '3' for the assignment with course module id '12'."));
        assertThat(told.activities)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.who().own()).isEqualTo("5");
                    assertThat(row.who().name()).isNull();
                    assertThat(row.course())
                            .isNotNull()
                            .extracting(Course::title)
                            .isEqualTo("ALG1");
                });
    }

    @Test
    void spanishHeadersAndALongDateAreRead() {
        Told told =
                told(
                        "registros.csv",
                        "Hora,\"Nombre completo del usuario\",\"Usuario afectado\",\"Contexto del evento\",Componente,\"Nombre evento\",Descripción,Origen,\"Dirección IP\"\n"
                                + row(
                                        "lunes, 14 de septiembre de 2020, 14:05",
                                        "Ana Sol",
                                        "Curso: Álgebra",
                                        "Módulo visto",
                                        "The user with id '5' viewed the 'quiz' activity with course module id '12'."));
        assertThat(told.all).containsExactly("Ana Sol OPENED on 2020-09-14 in Álgebra");
    }

    @Test
    void headersOfOtherLanguagesAreReadSinceDescriptionsAreEnglish() {
        String view = "The user with id '5' viewed the 'quiz' activity with course module id '12'.";
        for (String headers :
                List.of(
                        "Zeit,Vollständiger Name,Betroffene/r Nutzer/in,Ereigniskontext,Komponente,Ereignisname,Beschreibung,Herkunft,IP-Adresse",
                        "Heure,Nom complet de l’utilisateur,Utilisateur touché,Contexte de l’événement,Composant,Nom de l’événement,Description,Origine,Adresse IP",
                        "Hora,Nome completo,Usuário afetado,Contexto do Evento,Componente,Nome do evento,Descrição,Origem,endereço IP")) {
            Told told =
                    told(
                            "logs.csv",
                            headers
                                    + "\n"
                                    + row(
                                            "28.09.20, 14:05",
                                            "Ana Sol",
                                            "Kurs: Algebra",
                                            "x",
                                            view));
            assertThat(told.all).containsExactly("Ana Sol OPENED on 2020-09-28 in Algebra");
        }
    }

    @Test
    void theOrderOfDayAndMonthIsThatWhichKeepsTheRowsInOrder() {
        String view =
                "The user with id '5' viewed the 'assign' activity with course module id '12'.";
        String american = "";
        String british = "";
        for (int day = 12; day >= 1; day--) {
            american += row("9/%d/20, 14:05".formatted(day), "Ana Sol", "", "", view);
            british += row("%d/09/20, 14:05".formatted(day), "Ana Sol", "", "", view);
        }
        assertThat(told("logs.csv", HEAD + american).activities)
                .allSatisfy(row -> assertThat(row.day().getMonthValue()).isEqualTo(9));
        assertThat(told("logs.csv", HEAD + british).activities)
                .allSatisfy(row -> assertThat(row.day().getMonthValue()).isEqualTo(9));
        assertThat(
                        told("logs.csv", HEAD + row("9/5/20, 2:05 PM", "Ana Sol", "", "", view))
                                .activities)
                .extracting(Activity::day)
                .containsExactly(LocalDate.of(2020, 9, 5));
    }

    @Test
    void aRowWithoutADayThatCanBeReadIsHeld() {
        Told told =
                told(
                        "logs.csv",
                        HEAD
                                + row(
                                        "31/31/20",
                                        "Ana Sol",
                                        "",
                                        "",
                                        "The user with id '5' viewed the 'assign' activity with course module id '12'."));
        assertThat(told.held).containsExactly("2 Time NOT_A_DATE");
    }

    @Test
    void completionIsReadWithCommasAndAsSpreadsheetsHaveIt() {
        String commas =
                """
                "","Email address","Essay","","Quiz 1",""
                "Ana Sol","ana@elm.example","Completed","2026-09-14 14:05:00","Not completed",""
                "Ben Wu","ben@elm.example","Not completed","","Completed (did not achieve pass grade)","Monday, 14 September 2026, 2:05 PM"
                """;
        byte[] tabs =
                ("\uFEFF" + commas.replace("\",\"", "\"\t\"")).getBytes(StandardCharsets.UTF_16LE);
        for (byte[] bytes : List.of(commas.getBytes(StandardCharsets.UTF_8), tabs)) {
            Told told = told("progress.alg1.csv", bytes);
            assertThat(told.all.stream().filter(line -> line.contains(" on ")))
                    .containsExactly(
                            "Ana Sol alg1|essay HANDED_IN on 2026-09-14",
                            "Ana Sol alg1|quiz 1 NOT_HANDED_IN on null",
                            "Ben Wu alg1|essay NOT_HANDED_IN on null",
                            "Ben Wu alg1|quiz 1 HANDED_IN on 2026-09-14");
            assertThat(told.handIns).allSatisfy(row -> assertThat(row.who().email()).isNotNull());
        }
    }

    @Test
    void activitiesOfOneNameAreSeveral() {
        Told completed =
                told(
                        "progress.alg1.csv",
                        """
                        "","Email address","Exit ticket","","Exit ticket",""
                        "Ana Sol","ana@elm.example","Completed","2026-09-14 14:05:00","Completed","2026-09-21 14:05:00"
                        """);
        assertThat(completed.handIns.stream().map(HandedIn::workId).distinct()).hasSize(2);
        assertThat(completed.handIns)
                .extracting(HandedIn::on)
                .containsExactly(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 21));
        Told graded =
                told(
                        "ALG1 Grades.csv",
                        """
                        First name,Last name,Email address,Assignment: Homework (Real),Assignment: Homework (Percentage),Assignment: Homework (Real),Total Tareas (Real),Course total (Real)
                        Ana,Sol,ana@elm.example,8,80,-,8,8
                        """);
        assertThat(graded.works).extracting(Work::title).containsExactly("Homework", "Homework");
        assertThat(graded.handIns)
                .extracting(HandedIn::what)
                .containsExactly(HandIn.HANDED_IN, HandIn.UNKNOWN);
    }

    @Test
    void completionInSpanishAndInLatin1IsRead() {
        Told told =
                told(
                        "progress.alg1.csv",
                        "\"\",\"Dirección de correo\",\"Redacción\",\"\"\n\"Ana Sol\",ana@elm.example,\"No completado\",\"\"\n"
                                .getBytes(Charset.forName("windows-1252")));
        assertThat(told.held).isEmpty();
        assertThat(told.handIns).hasSize(1);
    }

    @Test
    void aGradeSaysHandedInAndNoneSaysNothing() {
        Told told =
                told(
                        "ALG1 Grades-20260914_1405-comma_separated.csv",
                        """
                        "First name",Surname,"ID number",Institution,Department,"Email address","Assignment: Essay (Real)","Quiz: One (Real)","Feedback: Essay","Course total (Real)","Last downloaded from this course"
                        Ana,Sol,1,,,ana@elm.example,85.00,-,Good,85.00,1789000000
                        Ben,Wu,,,,ben@elm.example,0.00,12,,12.00,1789000000
                        """);
        assertThat(
                        told.all.stream()
                                .filter(line ->
                                        line.contains("HANDED_IN") || line.contains("UNKNOWN")))
                .containsExactly(
                        "Ana Sol ALG1|essay HANDED_IN on null",
                        "Ana Sol ALG1|one UNKNOWN on null",
                        "Ben Wu ALG1|essay UNKNOWN on null",
                        "Ben Wu ALG1|one HANDED_IN on null");
        assertThat(told.works)
                .filteredOn(work -> work.title().equals("One"))
                .allSatisfy(work ->
                        assertThat(work.kind())
                                .isEqualTo(school.tandem.adoption.intake.WorkKind.QUIZ));
    }

    @Test
    void theDayOfTheDownloadIsHowFarAGradebookSpeaks() {
        String text =
                """
                "First name",Surname,"Email address","Assignment: Essay (Real)","Last downloaded from this course"
                Ana,Sol,ana@elm.example,85.00,1789000000
                """;
        List<ExportFile> files =
                PlatformMutations.files(Map.of("a.csv", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(moodle.open(files, ZONE).until()).isEqualTo(LocalDate.of(2026, 9, 9));
        assertThat(moodle.open(files, ZONE).reports())
                .as("it says no day, so that its silence says nothing")
                .isEmpty();
    }

    @Test
    void activitiesMayBeExpectedByADayAndSitesHaveFieldsOfTheirOwn() {
        Told told =
                told(
                        "progress.alg1.csv",
                        """
                        "","Email address","House","Essay","15 September 2026","Quiz 1",""
                        "Ana Sol","ana@elm.example","Red","Completed (achieved pass grade)","Monday, 14 September 2026, 2:05 PM","Not completed (set by Ida Poe)",""
                        """);
        assertThat(told.all)
                .containsExactly(
                        "work alg1|essay «Essay» of alg1, null, assigned null, due 2026-09-15",
                        "Ana Sol alg1|essay HANDED_IN on 2026-09-14",
                        "work alg1|quiz 1 «Quiz 1» of alg1, null, assigned null, due null",
                        "Ana Sol alg1|quiz 1 NOT_HANDED_IN on null");
    }

    @Test
    void completionIsReadInTheLanguagesOfLogs() {
        Told told =
                told(
                        "progress.alg1.csv",
                        """
                        "","E-Mail-Adresse","A","","B","","C","","D",""
                        "Ana Sol","ana@elm.example","Abgeschlossen","Montag, 12. Oktober 2026, 14:05","Nicht abgeschlossen","","Terminé","lundi 3 août 2026, 14:05","Concluído(a)","3 de março de 2026, 10:00"
                        """);
        assertThat(told.all.stream().filter(line -> line.contains(" on ")))
                .containsExactly(
                        "Ana Sol alg1|a HANDED_IN on 2026-10-12",
                        "Ana Sol alg1|b NOT_HANDED_IN on null",
                        "Ana Sol alg1|c HANDED_IN on 2026-08-03",
                        "Ana Sol alg1|d HANDED_IN on 2026-03-03");
    }

    @Test
    void aPieceOfWorkIsToldOnceOfAllItsScalesAndItsRemarks() {
        Told told =
                told(
                        "ALG1 Grades-20260914_1405-comma_separated.csv",
                        """
                        "First name","Last name","ID number","Email address","Quiz: One (Real)","Quiz: One (Percentage)","Quiz: One (Letter)","Quiz: One (Feedback)","Assignment: One (Real)","Assignment: Essay (Letter)","Assignment: Essay (Feedback)","Homework total (Real)","Last downloaded from this course"
                        Ana,Sol,1,ana@elm.example,8.00,"80.00 %",B-,"Well done",-,F,"Please hand it in",8.00,1789000000
                        """);
        assertThat(told.all.stream().filter(line -> !line.startsWith("work")))
                .containsExactly(
                        "Ana Sol ALG1|one HANDED_IN on null",
                        "Ana Sol ALG1|one|assignment UNKNOWN on null",
                        "Ana Sol ALG1|essay UNKNOWN on null");
    }

    @Test
    void logsComeAsJsonWithoutHeaders() {
        String view =
                "\"-\",\"Assignment: Essay\",\"Assignment\",\"Course module viewed\",\"The user with id '5' viewed the 'assign' activity with course module id '12'.\",\"web\",\"10.0.0.1\"]";
        String submit =
                "\"-\",\"Workshop: W\",\"Workshop\",\"A submission has been uploaded.\",\"The user with id '6' has uploaded the submission with id '3' to the workshop activity with course module id '12'.\",\"web\",null]";
        Told ofCourse =
                told(
                        "logs.json",
                        "[[[\"14\\/09\\/26, 14:05:33\",\"Ana Sol\","
                                + view
                                + ",[\"13\\/09\\/26, 14:05:33\",\"Ben Wu\","
                                + submit
                                + "]]");
        assertThat(ofCourse.all)
                .containsExactly(
                        "Ana Sol OPENED on 2026-09-14 in null",
                        "Ben Wu HANDED_IN on 2026-09-13 in null");
        Told ofSite =
                told("logs.json", "[[[\"ALG1\",\"14/09/26, 14:05:33\",\"Ana Sol\"," + view + "]]");
        assertThat(ofSite.all).containsExactly("Ana Sol OPENED on 2026-09-14 in null");
        assertThat(ofSite.activities.getFirst().who().own()).isEqualTo("5");
    }

    @Test
    void resultsOfAQuizSayWhoCompletedItAndWhenFirst() {
        Told told =
                told(
                        "ALG1-Fractions-grades.csv",
                        """
                        "Last name","First name","Email address",Status,Started,Completed,Duration,Grade/10.00,"Q. 1 /10.00"
                        Sol,Ana,ana@elm.example,Finished,"16 September 2026  2:05 PM","16 September 2026  2:15 PM","10 mins",9.00,9.00
                        Sol,Ana,ana@elm.example,Finished,"14 September 2026  2:05 PM","14 September 2026  2:15 PM","10 mins",8.00,8.00
                        Wu,Ben,ben@elm.example,"In progress","14 September 2026  2:05 PM",-,-,-,-
                        Ode,Cy,cy@elm.example,-,-,-,-,-,-
                        "Overall average",,,,,,,8.50,8.50
                        """);
        assertThat(told.all.stream().filter(line -> line.contains(" on ")))
                .containsExactly(
                        "Ana Sol ALG1|fractions HANDED_IN on 2026-09-14",
                        "Ben Wu ALG1|fractions NOT_HANDED_IN on null",
                        "Cy Ode ALG1|fractions NOT_HANDED_IN on null");
        assertThat(told.nothing).isEqualTo(2);
        assertThat(told.works)
                .allSatisfy(work ->
                        assertThat(work.kind())
                                .isEqualTo(school.tandem.adoption.intake.WorkKind.QUIZ));
    }

    @Test
    void aGradingWorksheetSaysWhoHandedInAndWhen() {
        Told told =
                told(
                        "Grades-ALG1-Essay one-42.csv",
                        """
                        Identifier,"Full name","ID number","Email address",Status,Grade,"Maximum grade","Last modified (submission)","Last modified (grade)","Feedback comments"
                        "Participant 11","Ana Sol",1,ana@elm.example,"Submitted for grading - Graded",85.00,100.00,"Monday, 14 September 2026, 2:05 PM","Friday, 18 September 2026, 2:05 PM",
                        "Participant 12","Ben Wu",2,ben@elm.example,"Submitted for grading - 1 day 3 hours late",,100.00,"Wednesday, September 16, 2026, 2:05 PM",-,
                        "Participant 13","Cy Ode",3,cy@elm.example,"No submission - Graded",0.00,100.00,-,-,
                        "Participant 14","Di Ray",4,di@elm.example,"Draft (not submitted)",,100.00,"Wednesday, 16 September 2026, 2:05 PM",-,
                        "Participant 15","","","","Reopened",,100.00,-,-,
                        "Participant 16","Ed Fox",6,ed@elm.example,"Burnt",,100.00,-,-,
                        """);
        assertThat(told.all.stream().filter(line -> line.contains(" on ")))
                .containsExactly(
                        "Ana Sol ALG1|essay one HANDED_IN on 2026-09-14",
                        "Ben Wu ALG1|essay one HANDED_IN on 2026-09-16",
                        "Cy Ode ALG1|essay one NOT_HANDED_IN on null",
                        "Di Ray ALG1|essay one NOT_HANDED_IN on null",
                        "Participant 15 ALG1|essay one UNKNOWN on null");
        assertThat(told.held).containsExactly("7 Status UNKNOWN_WORD");
    }
}
