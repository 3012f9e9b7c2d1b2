package school.tandem.importing.meetings;

import java.util.List;

/** Reports as the three kinds of meetings write them, and who was there how long. */
enum ReportCases {
    ZOOM_WITH_TOPIC(
            MeetingFormat.ZOOM,
            """
            Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
            811 222 333,Training,10/06/2026 06:00:00 PM,10/06/2026 07:00:10 PM,host@example.com,61,3

            Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent
            Ada Lovelace,ada@example.com,10/06/2026 06:01:12 PM,10/06/2026 06:30:00 PM,29,No,Y
            Ada Lovelace,ADA@example.com,10/06/2026 06:20:00 PM,10/06/2026 07:00:10 PM,41,No,Y
            "Hopper, Grace",,10/06/2026 06:00:00 PM,10/06/2026 07:00:00 PM,60,Yes,
            """,
            List.of("Ada Lovelace|ada@example.com|59", "Hopper, Grace||60")),
    ZOOM_NEW(
            MeetingFormat.ZOOM,
            """
            Topic,ID,Host name,Host email,Start time,End time,Participants,Duration (minutes)
            Training,811 222 333,Jo,jo@example.com,"Oct 6, 2026 06:00:00 PM","Oct 6, 2026 07:00:00 PM",2,60

            Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room
            Ada,ada@example.com,"Oct 6, 2026 05:50:00 PM","Oct 6, 2026 06:00:00 PM",10,No,Yes
            Ada,ada@example.com,"Oct 6, 2026 06:00:00 PM","Oct 6, 2026 06:45:00 PM",45,No,No
            """,
            List.of("Ada|ada@example.com|45")),
    ZOOM_UNIQUE(
            MeetingFormat.ZOOM,
            """
            Name (original name),Email,Total duration (minutes),Guest
            Ada,ada@example.com,"29,5",No
            Phone caller,,10,Yes
            """,
            List.of("Ada|ada@example.com|30", "Phone caller||10")),
    ZOOM_TOPIC_IN_EACH_ROW(
            MeetingFormat.ZOOM,
            """
            Topic,ID,Host name,Host email,Name (original name),Email,Join time,Leave time,Duration (minutes)
            One,1,Jo,jo@example.com,Ada,ada@example.com,2026-10-06 18:00,2026-10-06 18:30,30
            One,1,Jo,jo@example.com,Bo,,2026-10-06 18:00,2026-10-06 18:40,40
            """,
            List.of("Ada|ada@example.com|30", "Bo||40")),
    ZOOM_SPANISH(
            MeetingFormat.ZOOM,
            """
            Nombre (nombre original);Correo electrónico del usuario;Hora de entrada;Hora de salida;Duración (minutos);Invitado
            José Núñez;jose@example.com;06/10/2026 18:01:00;06/10/2026 18:30:00;29;No
            Inés;;06/10/2026 06:05:00 p. m.;06/10/2026 07:00:00 p. m.;55;Sí
            Total;;;;84;
            """,
            List.of("José Núñez|jose@example.com|29", "Inés||55")),
    ZOOM_GERMAN(
            MeetingFormat.ZOOM,
            """
            Name (Originalname),Benutzer-E-Mail,Beitrittszeit,Austrittszeit,Dauer (Minuten),Gast
            Jürgen,j@example.com,06.10.2026 18:01:00,06.10.2026 18:30:00,29,Nein
            """,
            List.of("Jürgen|j@example.com|29")),
    ZOOM_FRENCH(
            MeetingFormat.ZOOM,
            """
            Nom (nom original),E-mail de l’utilisateur,Heure d’arrivée,Heure de départ,Durée (minutes),Invité
            Zoé,z@example.com,06/10/2026 18:01:00,06/10/2026 18:30:00,29,Non
            """,
            List.of("Zoé|z@example.com|29")),
    ZOOM_PORTUGUESE(
            MeetingFormat.ZOOM,
            """
            Nome (nome original),E-mail do usuário,Horário de entrada,Horário de saída,Duração (minutos),Convidado
            João,j@example.com,06/10/2026 18:01:00,06/10/2026 18:30:00,29,Não
            """,
            List.of("João|j@example.com|29")),
    MEET(
            MeetingFormat.MEET,
            """
            First name,Last name,Email,Duration,Time joined,Time exited
            Ada,Lovelace,ada@example.com,58 min,18:02,19:00
            Grace,Hopper,grace@example.com,1 hr 2 min,17:58,19:00
            Lin,,lin@example.com,20 min,6:02 PM,7:00 PM
            Night,Owl,n@example.com,30 min,11:50 PM,12:20 AM
            """,
            List.of(
                    "Ada Lovelace|ada@example.com|58",
                    "Grace Hopper|grace@example.com|62",
                    "Lin|lin@example.com|20",
                    "Night Owl|n@example.com|30")),
    MEET_SPANISH(
            MeetingFormat.MEET,
            """
            Nombre,Apellidos,Correo electrónico,Duración,Hora a la que se unió,Hora de salida
            Ada,Lovelace,ada@example.com,58 min,18:02,19:00
            """,
            List.of("Ada Lovelace|ada@example.com|58")),
    MEET_GERMAN(
            MeetingFormat.MEET,
            """
            Vorname,Nachname,E-Mail-Adresse,Dauer,Beitrittszeit,Uhrzeit des Verlassens
            Ada,Lovelace,ada@example.com,1 Std. 2 Min.,18:02 Uhr,19:04 Uhr
            """,
            List.of("Ada Lovelace|ada@example.com|62")),
    MEET_FRENCH(
            MeetingFormat.MEET,
            """
            Prénom,Nom,Adresse e-mail,Durée,Heure de connexion,Heure de déconnexion
            Ada,Lovelace,ada@example.com,1 h 2 min,18h02,19h04
            """,
            List.of("Ada Lovelace|ada@example.com|62")),
    MEET_PORTUGUESE(
            MeetingFormat.MEET,
            """
            Nome,Sobrenome,E-mail,Duração,Hora da entrada,Hora da saída
            Ada,Lovelace,ada@example.com,1:02:00,18:02,19:04
            """,
            List.of("Ada Lovelace|ada@example.com|62")),
    TEAMS_CLASSIC(
            MeetingFormat.TEAMS,
            """
            Full Name\tUser Action\tTimestamp
            Ada Lovelace\tJoined\t10/6/2026, 6:00:00 PM
            Ada Lovelace\tLeft\t10/6/2026, 6:20:00 PM
            Ada Lovelace\tJoined\t10/6/2026, 6:30:00 PM
            "Bo\tTab"\tJoined before\t10/6/2026, 6:00:00 PM
            "Bo\tTab"\tJoined\t10/6/2026, 6:05:00 PM
            "Bo\tTab"\tLeft\t10/6/2026, 6:10:00 PM
            "Bo\tTab"\tLeft\t10/6/2026, 6:50:00 PM
            Ada Lovelace\tLeft\t10/6/2026, 7:00:00 PM
            Cy\tJoined\t10/6/2026, 6:00:00 PM
            """,
            List.of("Ada Lovelace||50", "Bo Tab||50", "Cy||0+")),
    TEAMS_CLASSIC_GERMAN(
            MeetingFormat.TEAMS,
            """
            Vollständiger Name\tBenutzeraktion\tZeitstempel
            Lovelace, Ada\tBeigetreten\t6.10.2026, 18:00:00
            Lovelace, Ada\tVerlassen\t6.10.2026, 18:45:00
            """,
            List.of("Lovelace, Ada||45")),
    TEAMS_CLASSIC_SPANISH(
            MeetingFormat.TEAMS,
            """
            Nombre completo\tAcción del usuario\tMarca de tiempo
            Ada\tSe unió\t6/10/2026 18:00:00
            Ada\tSalió\t6/10/2026 18:45:00
            """,
            List.of("Ada||45")),
    TEAMS_CLASSIC_FRENCH(
            MeetingFormat.TEAMS,
            """
            Nom complet\tAction de l'utilisateur\tHorodatage
            Ada\tA rejoint\t06/10/2026 à 18:00:00
            Ada\tA quitté\t06/10/2026 à 18:45:00
            """,
            List.of("Ada||45")),
    TEAMS_CLASSIC_PORTUGUESE(
            MeetingFormat.TEAMS,
            """
            Nome Completo\tAção do Usuário\tCarimbo de data/hora
            Ada\tIngressou\t06/10/2026 18:00:00
            Ada\tSaiu\t06/10/2026 18:45:00
            """,
            List.of("Ada||45")),
    TEAMS_SUMMARY(
            MeetingFormat.TEAMS,
            """
            Meeting Summary
            Total Number of Participants\t2
            Meeting Title\tTraining
            Meeting Start Time\t10/6/2026, 6:00:00 PM
            Meeting End Time\t10/6/2026, 7:00:00 PM

            Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)
            Ada\t10/6/2026, 6:00:00 PM\t10/6/2026, 6:45:03 PM\t45m 3s\tada@example.com\tOrganizer\tada@example.com
            Bo (Guest)\t10/6/2026, 6:00:00 PM\t10/6/2026, 7:00:00 PM\t1h\t\tAttendee\t
            """,
            List.of("Ada|ada@example.com|45", "Bo (Guest)||60")),
    TEAMS_SECTIONS(
            MeetingFormat.TEAMS,
            """
            1. Summary
            Meeting title\tTraining
            Attended participants\t2
            Start time\t10/6/26, 6:00:00 PM
            End time\t10/6/26, 7:00:00 PM
            Meeting duration\t1h
            Average attendance time\t50m

            2. Participants
            Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
            Ada\t10/6/26, 6:00:00 PM\t10/6/26, 7:00:00 PM\t40m\tada@example.com\tada@example.com\tPresenter
            Bo\t10/6/26, 6:00:00 PM\t10/6/26, 7:00:00 PM\t58m 3s\t\tbo@example.com\tPresenter

            3. In-Meeting Activities
            Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
            Ada\t10/6/26, 6:00:00 PM\t10/6/26, 6:20:00 PM\t20m\tada@example.com\tPresenter
            Ada\t10/6/26, 6:40:00 PM\t10/6/26, 7:00:00 PM\t20m\tada@example.com\tPresenter
            """,
            List.of("Ada|ada@example.com|40", "Bo|bo@example.com|58")),
    TEAMS_SECTIONS_GERMAN(
            MeetingFormat.TEAMS,
            """
            1. Zusammenfassung
            Titel der Besprechung\tFortbildung
            Startzeit\t06.10.26, 18:00:00
            Endzeit\t06.10.26, 19:00:00

            2. Teilnehmer
            Name\tErster Beitritt\tLetztes Verlassen\tDauer der Besprechung\tE-Mail\tTeilnehmer-ID (UPN)\tRolle
            Ada\t06.10.26, 18:00:00\t06.10.26, 19:00:00\t58 Min. 3 Sek.\tada@example.com\tada@example.com\tReferent

            3. Aktivitäten während der Besprechung
            Name\tBeitrittszeit\tVerlassenszeit\tDauer\tE-Mail\tRolle
            Ada\t06.10.26, 18:00:00\t06.10.26, 18:58:03\t58 Min. 3 Sek.\tada@example.com\tReferent
            """,
            List.of("Ada|ada@example.com|58")),
    TEAMS_SECTIONS_SPANISH(
            MeetingFormat.TEAMS,
            """
            1. Resumen
            Título de la reunión\tFormación
            Hora de inicio\t6/10/26, 18:00:00
            Hora de finalización\t6/10/26, 19:00:00

            2. Participantes
            Nombre\tPrimera unión\tÚltima salida\tDuración de la reunión\tCorreo electrónico\tId. de participante (UPN)\tRol
            Ada\t6/10/26, 18:00:00\t6/10/26, 19:00:00\t58 min 3 s\tada@example.com\t\tModeradora

            3. Actividades durante la reunión
            Nombre\tHora de unión\tHora de salida\tDuración\tCorreo electrónico\tRol
            """,
            List.of("Ada|ada@example.com|58")),
    TEAMS_SECTIONS_FRENCH(
            MeetingFormat.TEAMS,
            """
            1. Résumé
            Titre de la réunion\tFormation
            Heure de début de la réunion\t06/10/2026, 18:00:00

            2. Participants
            Nom\tPremière participation\tDernier départ\tDurée de la réunion\tE-mail\tID du participant (UPN)\tRôle
            Ada\t06/10/2026, 18:00:00\t06/10/2026, 19:00:00\t58 min 3 s\tada@example.com\t\tPrésentateur
            """,
            List.of("Ada|ada@example.com|58")),
    TEAMS_SECTIONS_PORTUGUESE(
            MeetingFormat.TEAMS,
            """
            1. Resumo
            Título da reunião\tFormação
            Hora de início\t06/10/2026, 18:00:00

            2. Participantes
            Nome\tPrimeira Entrada\tÚltima Saída\tDuração da Reunião\tEmail\tID do Participante (UPN)\tFunção
            Ada\t06/10/2026, 18:00:00\t06/10/2026, 19:00:00\t58m 3s\tada@example.com\t\tApresentador
            """,
            List.of("Ada|ada@example.com|58"));

    private final MeetingFormat format;
    private final String text;
    private final List<String> people;

    ReportCases(MeetingFormat format, String text, List<String> people) {
        this.format = format;
        this.text = text;
        this.people = people;
    }

    MeetingFormat format() {
        return format;
    }

    String text() {
        return text;
    }

    List<String> people() {
        return people;
    }
}
