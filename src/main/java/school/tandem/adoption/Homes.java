package school.tandem.adoption;

import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.val;
import static school.tandemdb.adoption.Tables.HOME_ACCESS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import school.tandem.roster.PersonId;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolKey;

/** What families said, as it was known on any of some days. */
final class Homes {

    private static final Comparator<Home> LATEST_FIRST = Comparator.comparing(Home::on).reversed();

    private final Map<PersonId, List<Home>> byStudent = new HashMap<>();

    private Homes() {}

    /**
     * Of a school's students. One statement, which looks up what was known on the first day and
     * what was said since: what else was said before is not read, however much it is.
     *
     * @param days the earliest first
     */
    static Homes read(DSLContext dsl, SchoolKey key, Places places, List<LocalDate> days) {
        LocalDate first = days.getFirst();
        LocalDate last = days.getLast();
        var ids = places.idsOf("student").asTable("running", "id");
        Field<PersonId> anyOf =
                Objects.requireNonNull(ids.field("id", HOME_ACCESS.STUDENT_ID.getDataType()));
        var students = selectDistinct(anyOf).from(ids).asTable("student", "id");
        Field<PersonId> student =
                Objects.requireNonNull(students.field("id", HOME_ACCESS.STUDENT_ID.getDataType()));
        Select<Record3<LocalDate, Boolean, Boolean>> known =
                ofStudent(key.district(), student)
                        .and(HOME_ACCESS.ANSWERED_ON.le(first))
                        .orderBy(HOME_ACCESS.ANSWERED_ON.desc())
                        .limit(1);
        if (last.isAfter(first)) {
            known =
                    known.unionAll(
                            ofStudent(key.district(), student)
                                    .and(HOME_ACCESS.ANSWERED_ON.gt(first))
                                    .and(HOME_ACCESS.ANSWERED_ON.le(last)));
        }
        var said = known.asTable("said", "on", "device", "connection");
        Homes homes = new Homes();
        dsl.select(
                        student,
                        said.field("on", LocalDate.class),
                        said.field("device", Boolean.class),
                        said.field("connection", Boolean.class))
                .from(students)
                .crossJoin(lateral(said))
                .forEach(row ->
                        homes.add(
                                row.value1(), new Home(row.value2(), row.value3(), row.value4())));
        homes.byStudent.values().forEach(all -> all.sort(LATEST_FIRST));
        return homes;
    }

    /** All that was ever said of one student. */
    static Homes of(DSLContext dsl, DistrictId district, PersonId student) {
        Homes homes = new Homes();
        dsl.fetch(
                        ofStudent(district, val(student, HOME_ACCESS.STUDENT_ID))
                                .orderBy(HOME_ACCESS.ANSWERED_ON.desc()))
                .forEach(row ->
                        homes.add(student, new Home(row.value1(), row.value2(), row.value3())));
        return homes;
    }

    private static SelectConditionStep<Record3<LocalDate, Boolean, Boolean>> ofStudent(
            DistrictId district, Field<PersonId> student) {
        return select(HOME_ACCESS.ANSWERED_ON, HOME_ACCESS.DEVICE, HOME_ACCESS.CONNECTION)
                .from(HOME_ACCESS)
                .where(HOME_ACCESS.DISTRICT_ID.eq(district))
                .and(HOME_ACCESS.STUDENT_ID.eq(student));
    }

    /** The same had this been said of a student instead of what was said on a day. */
    Homes hadSaid(PersonId student, LocalDate day, List<Home> instead) {
        Homes others = new Homes();
        byStudent.forEach((id, all) -> others.byStudent.put(id, new ArrayList<>(all)));
        List<Home> own = others.byStudent.computeIfAbsent(student, id -> new ArrayList<>());
        own.removeIf(home -> home.on().equals(day));
        own.addAll(instead);
        own.sort(LATEST_FIRST);
        return others;
    }

    private void add(PersonId student, Home home) {
        byStudent.computeIfAbsent(student, id -> new ArrayList<>(1)).add(home);
    }

    /** Whether something is there that is known from a later day on alone. */
    boolean saySomethingAfter(LocalDate day, PersonId student) {
        return byStudent.getOrDefault(student, List.of()).stream()
                .anyMatch(home -> home.on().isAfter(day));
    }

    /** What was known on a day. */
    Home on(LocalDate day, PersonId student) {
        for (Home home : byStudent.getOrDefault(student, List.of())) {
            if (!home.on().isAfter(day)) {
                return home;
            }
        }
        return Home.UNASKED;
    }
}
