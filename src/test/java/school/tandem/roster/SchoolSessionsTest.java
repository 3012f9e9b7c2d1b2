package school.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import school.tandem.roster.SchoolCalendar.Span;
import school.tandem.roster.SchoolSessions.Session;

class SchoolSessionsTest {

    @Test
    void withoutSessionsThereIsNeitherTermNorYear() {
        var none = new SchoolSessions(List.of());
        assertThat(none.terms()).isEmpty();
        assertThat(none.yearStarts()).isEmpty();
    }

    @Test
    void aYearIsATermOnlyWhereNothingFinerIsKnownOfIt() {
        Session year = session("y", null, "schoolYear", "2026-08-17", "2027-06-12", true);
        Session first = session("1", "y", "semester", "2026-08-17", "2026-12-19", true);
        Session last = session("last", null, "schoolYear", "2025-08-18", "2026-06-13", true);
        var sessions = new SchoolSessions(List.of(last, year, first));
        assertThat(sessions.terms()).containsExactly(last.span(), first.span());
        assertThat(sessions.yearStarts()).containsExactly(day("2025-08-18"), day("2026-08-17"));
    }

    @Test
    void anotherSchoolsYearAtTheSameTimeIsLeftOut() {
        Session theirs = session("b", null, "schoolYear", "2026-08-03", "2027-06-20", false);
        Session theirTerm = session("b1", "b", "term", "2026-08-03", "2026-11-20", false);
        Session ours = session("a", null, "schoolYear", "2026-08-17", "2027-06-12", false);
        Session ourTerm = session("a1", "a", "semester", "2026-08-17", "2026-12-19", true);
        Session next = session("n", null, "schoolYear", "2027-08-16", "2028-06-10", false);
        var sessions = new SchoolSessions(List.of(theirs, theirTerm, ours, ourTerm, next));
        assertThat(sessions.terms()).containsExactly(ourTerm.span(), next.span());
        assertThat(sessions.yearStarts()).containsExactly(day("2026-08-17"), day("2027-08-16"));
    }

    @Test
    void aYearWithoutTermsOfItsOwnIsThatOfOurTerms() {
        Session year = session("y", null, "schoolYear", "2026-08-17", "2027-06-12", false);
        Session ours = session("1", null, "semester", "2026-08-17", "2026-12-19", true);
        Session second = session("2", null, "semester", "2027-01-11", "2027-06-12", false);
        var sessions = new SchoolSessions(List.of(year, ours, second));
        assertThat(sessions.terms()).containsExactly(ours.span(), second.span());
        assertThat(sessions.yearStarts()).containsExactly(day("2026-08-17"));
    }

    @Test
    void whereNoClassNamesASessionAllCount() {
        Session one = session("a", null, "term", "2026-08-17", "2026-12-19", false);
        Session other = session("b", null, "term", "2026-09-07", "2026-12-19", false);
        assertThat(new SchoolSessions(List.of(one, other)).terms())
                .containsExactly(one.span(), other.span());
    }

    @Test
    void termsWithoutAYearBeginOneAfterTheLongBreak() {
        Session autumn = session("1", null, "term", "2025-09-01", "2025-12-20", true);
        Session spring = session("2", null, "term", "2026-01-12", "2026-06-13", true);
        Session next = session("3", null, "term", "2026-08-31", "2026-12-19", true);
        assertThat(new SchoolSessions(List.of(autumn, spring, next)).yearStarts())
                .containsExactly(day("2025-09-01"), day("2026-08-31"));
    }

    @Test
    void termsThatNameTheirYearBeginItWithTheFirstOfThem() {
        Session one = named("1", "2026-02-02", "2026-06-27", "2026");
        Session two = named("2", "2026-08-17", "2026-12-12", "2026");
        Session three = named("3", "2027-01-11", "2027-06-26", "2027");
        assertThat(new SchoolSessions(List.of(one, two, three)).yearStarts())
                .containsExactly(day("2026-02-02"), day("2027-01-11"));
    }

    private static Session named(String id, String from, String until, String year) {
        return new Session(id, null, "term", new Span(day(from), day(until)), year, true);
    }

    private static Session session(
            String id,
            @Nullable String parent,
            String kind,
            String from,
            String until,
            boolean ours) {
        return new Session(id, parent, kind, new Span(day(from), day(until)), null, ours);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
