package school.tandem.training;

import static school.tandemdb.roster.Tables.DEPARTMENT;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** Who is in the room, who is expected there, and who else could have come. */
@Component
public class RoomList {

    /**
     * Somebody who may be in the room.
     *
     * @param department its name; null: none
     * @param listed whether they have booked or were seen
     * @param seen whether anything is known of them there
     */
    public record Expected(
            PersonId id,
            String givenName,
            String familyName,
            @Nullable String department,
            boolean listed,
            boolean seen) {

        /** As it is read out. */
        public String name() {
            return (givenName + " " + familyName).strip();
        }
    }

    /**
     * A line of a trainer's list.
     *
     * @param department its name; null: none
     * @param state null: not seen yet
     */
    public record Line(
            PersonId id,
            String name,
            @Nullable String department,
            @Nullable AttendanceState state) {

        /** Whether they are there, or were for a part. */
        public boolean here() {
            return state != null && (state.counts() || state == AttendanceState.PARTIAL);
        }
    }

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Sessions sessions;
    private final Attendance attendance;
    private final Completions completions;
    private final Phones phones;
    private final Access access;

    RoomList(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Sessions sessions,
            Attendance attendance,
            Completions completions,
            Phones phones,
            Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.sessions = sessions;
        this.attendance = attendance;
        this.completions = completions;
        this.phones = phones;
        this.access = access;
    }

    /** All that a trainer sees of a room, at one moment; as many statements however many come. */
    public Room of(SchoolKey key, SessionId session) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.read(
                key.district(),
                () ->
                        new Room(
                                sessions.find(key, session),
                                attendance.of(key, session),
                                phones.requests(key, session)));
    }

    /** Who has booked or was seen, by family name; all of the staff where nobody was. */
    public List<Expected> expected(SchoolKey key, SessionId session) {
        access.require(key, Permission.MANAGE_TRAINING);
        List<Expected> all = staff(key, session);
        return all.stream().anyMatch(Expected::listed)
                ? all.stream().filter(Expected::listed).toList()
                : all;
    }

    /**
     * Whom a trainer ticks: who has booked or was seen; where nobody has booked, who must still
     * complete the course; where nobody must, all of the staff. By family name.
     */
    public List<Line> lines(SchoolKey key, SessionId session) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.read(
                key.district(),
                () -> {
                    Map<PersonId, Attendee> known =
                            attendance.of(key, session).stream()
                                    .collect(Collectors.toMap(Attendee::id, one -> one));
                    Set<PersonId> wanted = new HashSet<>(known.keySet());
                    if (known.values().stream().allMatch(one -> one.booking() == null)) {
                        wanted.addAll(missing(key, session));
                    }
                    List<Expected> staff = staff(key, session);
                    return staff.stream()
                            .filter(one -> wanted.isEmpty() || wanted.contains(one.id()))
                            .map(one -> line(one, known.get(one.id())))
                            .toList();
                });
    }

    private static Line line(Expected one, @Nullable Attendee known) {
        return new Line(
                one.id(), one.name(), one.department(), known == null ? null : known.state());
    }

    private Set<PersonId> missing(SchoolKey key, SessionId session) {
        return completions.of(key, sessions.find(key, session).course()).stream()
                .filter(one -> one.state() == CompletionState.MISSING)
                .map(CourseMember::id)
                .collect(Collectors.toSet());
    }

    /**
     * All of the staff, by family name, each with how they stand to the session; two statements.
     */
    public List<Expected> staff(SchoolKey key, SessionId session) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.read(
                key.district(),
                () -> {
                    var listed = new java.util.HashMap<PersonId, Attendee>();
                    attendance.of(key, session).forEach(one -> listed.put(one.id(), one));
                    return dsl.select(
                                    PERSON.ID,
                                    PERSON.GIVEN_NAME,
                                    PERSON.FAMILY_NAME,
                                    DEPARTMENT.NAME)
                            .from(PERSON_SCHOOL)
                            .join(PERSON)
                            .on(PERSON.DISTRICT_ID.eq(key.district()))
                            .and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                            .leftJoin(DEPARTMENT)
                            .on(DEPARTMENT.DISTRICT_ID.eq(key.district()))
                            .and(DEPARTMENT.ID.eq(PERSON_SCHOOL.DEPARTMENT_ID))
                            .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                            .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                            .and(PERSON.KIND.eq("staff"))
                            .and(PERSON.WITHDRAWN_ON.isNull())
                            .orderBy(
                                    DSL.lower(PERSON.FAMILY_NAME),
                                    DSL.lower(PERSON.GIVEN_NAME),
                                    PERSON.ID)
                            .fetch(
                                    Records.mapping((id, given, family, department) -> {
                                        Attendee here = listed.get(id);
                                        return new Expected(
                                                id,
                                                given,
                                                family,
                                                department,
                                                here != null,
                                                here != null && here.state() != null);
                                    }));
                });
    }
}
