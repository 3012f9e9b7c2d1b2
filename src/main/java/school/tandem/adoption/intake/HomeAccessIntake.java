package school.tandem.adoption.intake;

import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;
import static school.tandemdb.adoption.Tables.HOME_ACCESS;
import static school.tandemdb.adoption.Tables.HOME_ACCESS_BEFORE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Row2;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.roster.School;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.HeldSink;
import school.tandem.roster.intake.Identities;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.RowSource;
import school.tandem.roster.intake.RowTaker;
import school.tandem.roster.intake.Tally;
import school.tandem.roster.intake.UndoRefused;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolKey;
import school.tandemdb.adoption.tables.records.HomeAccessBeforeRecord;
import school.tandemdb.adoption.tables.records.HomeAccessRecord;

/** Takes families' answers in, and takes them back. Always in the transaction of its caller. */
@Component
public class HomeAccessIntake {

    private static final String TABLE = "home_access";
    private static final int AT_ONCE = 1000;
    private static final school.tandemdb.adoption.tables.HomeAccess SAID = HOME_ACCESS.as("said");
    private static final DataType<PersonId> STUDENT = HOME_ACCESS.STUDENT_ID.getDataType();
    private static final DataType<LocalDate> DAY = HOME_ACCESS.ANSWERED_ON.getDataType();

    private final DSLContext dsl;
    private final Clock clock;

    HomeAccessIntake(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /**
     * Takes the answers of a list. Of two of one day for the same student the later one counts, and
     * the other is held; of two of one moment, the first. An answer of the day that is there
     * already stays where it is later than the list's, which then counts as unchanged. So does one
     * without a day that says what is known already. What was said on other days stays as it is.
     *
     * @param file as the user knows it
     * @param via how they were given, as the table has it
     * @param students of the school
     */
    public Tally take(
            School school,
            long run,
            String file,
            String via,
            Identities students,
            RowSource<HomeAccessRow> rows,
            HeldSink held) {
        return new Taking(school, run, file, via, students, held).take(rows);
    }

    /**
     * Puts the answers back to what they were before the run; those of other days stay.
     *
     * @throws UndoRefused if one of them was changed since
     */
    void undo(DistrictId district, long run) {
        Condition images =
                HOME_ACCESS_BEFORE.DISTRICT_ID.eq(district).and(HOME_ACCESS_BEFORE.RUN_ID.eq(run));
        Condition here = HOME_ACCESS.DISTRICT_ID.eq(district);
        Condition addedHere = here.and(HOME_ACCESS.ADDED_RUN.eq(run));
        Condition changedHere =
                here.and(HOME_ACCESS.CHANGED_RUN.eq(run))
                        .and(HOME_ACCESS.ADDED_RUN.isDistinctFrom(run));
        boolean touched =
                dsl.fetchExists(
                                dsl.selectOne()
                                        .from(HOME_ACCESS)
                                        .where(addedHere)
                                        .and(HOME_ACCESS.CHANGED_RUN.isDistinctFrom(run)))
                        || dsl.fetchCount(HOME_ACCESS, changedHere)
                                != dsl.fetchCount(HOME_ACCESS_BEFORE, images);
        if (touched) {
            throw new UndoRefused(TABLE);
        }
        dsl.deleteFrom(HOME_ACCESS).where(addedHere).execute();
        dsl.update(HOME_ACCESS)
                .set(HOME_ACCESS.DEVICE, HOME_ACCESS_BEFORE.DEVICE)
                .set(HOME_ACCESS.CONNECTION, HOME_ACCESS_BEFORE.CONNECTION)
                .set(HOME_ACCESS.VIA, HOME_ACCESS_BEFORE.VIA)
                .set(HOME_ACCESS.CHANGED_RUN, HOME_ACCESS_BEFORE.CHANGED_RUN)
                .set(HOME_ACCESS.ANSWERED_AT, HOME_ACCESS_BEFORE.ANSWERED_AT)
                .from(HOME_ACCESS_BEFORE)
                .where(changedHere, images)
                .and(HOME_ACCESS.STUDENT_ID.eq(HOME_ACCESS_BEFORE.STUDENT_ID))
                .and(HOME_ACCESS.ANSWERED_ON.eq(HOME_ACCESS_BEFORE.ANSWERED_ON))
                .execute();
        dsl.deleteFrom(HOME_ACCESS_BEFORE).where(images).execute();
    }

    /** A day of a student, on which one answer counts. */
    private record StudentDay(PersonId student, LocalDate day) {}

    /** One list on its way in. */
    private final class Taking implements RowTaker<HomeAccessRow> {
        private final SchoolKey key;
        private final ZoneId zone;
        private final long run;
        private final String file;
        private final String via;
        private final Instant now = clock.instant();
        private final HeldSink held;
        private final Identities students;
        private final Map<StudentDay, HomeAccessRow> latest = new HashMap<>();
        private final List<HomeAccessRecord> added = new ArrayList<>();
        private final List<HomeAccessRecord> changed = new ArrayList<>();
        private final List<HomeAccessBeforeRecord> before = new ArrayList<>();
        private Tally tally = Tally.NONE;

        Taking(
                School school,
                long run,
                String file,
                String via,
                Identities students,
                HeldSink held) {
            this.key = school.key();
            this.zone = school.zone();
            this.run = run;
            this.file = file;
            this.via = via;
            this.held = held;
            this.students = students;
        }

        Tally take(RowSource<HomeAccessRow> rows) {
            rows.read(this);
            List<StudentDay> days =
                    latest.keySet().stream()
                            .sorted(
                                    Comparator.comparing((StudentDay one) -> one.student().value())
                                            .thenComparing(StudentDay::day))
                            .toList();
            for (int from = 0; from < days.size(); from += AT_ONCE) {
                put(days.subList(from, Math.min(days.size(), from + AT_ONCE)));
            }
            return tally;
        }

        @Override
        public void hold(String id, Held row) {
            held.accept(row);
            tally = tally.plus(new Tally(1, 0, 0, 0, 0, 1));
        }

        @Override
        public void take(HomeAccessRow row) {
            Identities.Match match = students.findFirst(row.studentId(), row.email(), row.name());
            Identities.Known known = match.known();
            if (known == null) {
                boolean several = match.outcome() == Identities.Outcome.SEVERAL;
                hold(row, several ? Reason.AMBIGUOUS_NAME : Reason.UNKNOWN_REFERENCE);
            } else {
                keepLater(known.id(), row);
            }
        }

        private void keepLater(PersonId student, HomeAccessRow row) {
            StudentDay day = new StudentDay(student, LocalDate.ofInstant(moment(row), zone));
            HomeAccessRow other = latest.putIfAbsent(day, row);
            if (other != null && moment(row).isAfter(moment(other))) {
                latest.put(day, row);
                hold(other, Reason.DUPLICATE_FACT);
            } else if (other != null) {
                hold(row, Reason.DUPLICATE_FACT);
            }
        }

        private Instant moment(HomeAccessRow row) {
            return row.answeredAt() == null ? now : row.answeredAt().atZone(zone).toInstant();
        }

        private Instant moment(HomeAccessRecord row) {
            return row.getAnsweredAt() == null
                    ? row.getAnsweredOn().atStartOfDay(zone).toInstant()
                    : row.getAnsweredAt().toInstant();
        }

        /** Null: a list that says no time of day means no moment. */
        private @Nullable OffsetDateTime at(HomeAccessRow row) {
            LocalDateTime at = row.answeredAt();
            return at == null || at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? null
                    : at.atZone(zone).toOffsetDateTime();
        }

        private void put(List<StudentDay> days) {
            Map<StudentDay, HomeAccessRecord> known = known(days);
            HomeAccessRecord said = null;
            for (StudentDay day : days) {
                HomeAccessRecord there = known.get(day);
                if (said != null
                        && said.getStudentId().equals(day.student())
                        && (there == null
                                || there.getAnsweredOn().isBefore(said.getAnsweredOn()))) {
                    there = said;
                }
                said = put(day, there);
            }
            flush();
        }

        /**
         * Keeps what the list says of a day.
         *
         * @param there what is known on it; null: nothing
         * @return what is known on it now
         */
        private HomeAccessRecord put(StudentDay day, @Nullable HomeAccessRecord there) {
            HomeAccessRow row = Objects.requireNonNull(latest.get(day));
            if (there != null && (there.getAnsweredOn().equals(day.day()) || isKnown(there, row))) {
                boolean stays = same(there, row) || moment(row).isBefore(moment(there));
                if (!stays) {
                    change(there, row);
                }
                tally = tally.plus(new Tally(1, 0, stays ? 0 : 1, stays ? 1 : 0, 0, 0));
                return there;
            }
            tally = tally.plus(new Tally(1, 1, 0, 0, 0, 0));
            return add(day, row);
        }

        /** A list without days that is brought in again says nothing new. */
        private static boolean isKnown(HomeAccessRecord there, HomeAccessRow row) {
            return row.answeredAt() == null && same(there, row);
        }

        private static boolean same(HomeAccessRecord there, HomeAccessRow row) {
            return Objects.equals(there.getDevice(), row.device())
                    && Objects.equals(there.getConnection(), row.connection());
        }

        /** What is known on each of these days, said on the day or the last time before. */
        private Map<StudentDay, HomeAccessRecord> known(List<StudentDay> days) {
            var asked =
                    values(
                                    days.stream()
                                            .map(one ->
                                                    row(
                                                            val(one.student(), STUDENT),
                                                            val(one.day(), DAY)))
                                            .<Row2<PersonId, LocalDate>>toArray(Row2[]::new))
                            .asTable("asked", "student", "day");
            Field<PersonId> student = Objects.requireNonNull(asked.field("student", STUDENT));
            Field<LocalDate> day = Objects.requireNonNull(asked.field("day", DAY));
            var last =
                    selectFrom(HOME_ACCESS)
                            .where(HOME_ACCESS.DISTRICT_ID.eq(key.district()))
                            .and(HOME_ACCESS.STUDENT_ID.eq(student))
                            .and(HOME_ACCESS.ANSWERED_ON.le(day))
                            .orderBy(HOME_ACCESS.ANSWERED_ON.desc())
                            .limit(1)
                            .asTable(SAID);
            Map<StudentDay, HomeAccessRecord> known = new HashMap<>();
            dsl.select(day)
                    .select(SAID.fields())
                    .from(asked)
                    .crossJoin(lateral(last))
                    .forEach(one -> {
                        HomeAccessRecord record = one.into(SAID).into(HOME_ACCESS);
                        known.put(new StudentDay(record.getStudentId(), one.get(day)), record);
                    });
            return known;
        }

        private HomeAccessRecord add(StudentDay day, HomeAccessRow row) {
            HomeAccessRecord record = new HomeAccessRecord();
            record.setDistrictId(key.district());
            record.setStudentId(day.student());
            record.setAnsweredOn(day.day());
            record.setAddedRun(run);
            say(record, row);
            added.add(record);
            return record;
        }

        private void change(HomeAccessRecord there, HomeAccessRow row) {
            before.add(
                    new HomeAccessBeforeRecord(
                            there.getDistrictId(),
                            run,
                            there.getStudentId(),
                            there.getAnsweredOn(),
                            there.getDevice(),
                            there.getConnection(),
                            there.getVia(),
                            there.getChangedRun(),
                            there.getAnsweredAt()));
            changed.add(there);
            say(there, row);
        }

        private void say(HomeAccessRecord record, HomeAccessRow row) {
            record.setDevice(row.device());
            record.setConnection(row.connection());
            record.setAnsweredAt(at(row));
            record.setVia(via);
            record.setChangedRun(run);
        }

        private void flush() {
            dsl.batchInsert(added).execute();
            dsl.batchInsert(before).execute();
            dsl.batchUpdate(changed).execute();
            added.clear();
            before.clear();
            changed.clear();
        }

        private void hold(HomeAccessRow row, Reason reason) {
            String value =
                    Objects.requireNonNullElse(
                            row.studentId(),
                            Objects.requireNonNullElse(
                                    row.email(), Objects.requireNonNullElse(row.name(), "")));
            hold("", new Held(file, row.line(), column(row), value, reason));
        }

        private static String column(HomeAccessRow row) {
            return row.studentId() != null ? "id" : row.email() != null ? "email" : "name";
        }
    }
}
