package school.tandem.adoption.intake;

import static school.tandemdb.adoption.Tables.BEFORE_IMAGE;
import static school.tandemdb.adoption.Tables.HOME_ACCESS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
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
import school.tandemdb.adoption.tables.records.HomeAccessRecord;

/** Takes families' answers in, and takes them back. Always in the transaction of its caller. */
@Component
public class HomeAccessIntake {

    private static final String TABLE = "home_access";
    private static final int AT_ONCE = 1000;

    private final DSLContext dsl;
    private final Clock clock;

    HomeAccessIntake(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /**
     * Takes the answers of a list. Of two for the same student the later one counts, and the other
     * is held; of two of one moment, the first. An answer that is there already stays where it is
     * later than the list's, which then counts as unchanged.
     *
     * @param file as the user knows it
     * @param via how they were given, as the table has it
     */
    public Tally take(
            School school,
            long run,
            String file,
            String via,
            RowSource<HomeAccessRow> rows,
            HeldSink held) {
        return new Taking(school, run, file, via, held).take(rows);
    }

    /**
     * Puts the answers back to what they were before the run.
     *
     * @throws UndoRefused if one of them was changed since
     */
    void undo(DistrictId district, long run) {
        Condition images =
                BEFORE_IMAGE
                        .DISTRICT_ID
                        .eq(district)
                        .and(BEFORE_IMAGE.RUN_ID.eq(run))
                        .and(BEFORE_IMAGE.TABLE_NAME.eq(TABLE));
        Map<Long, HomeAccessRecord> before = new HashMap<>();
        dsl.select(BEFORE_IMAGE.ROW_ID, BEFORE_IMAGE.IMAGE)
                .from(BEFORE_IMAGE)
                .where(images)
                .forEach(row -> before.put(row.value1(), record(row.value2())));
        Condition changedHere =
                HOME_ACCESS.DISTRICT_ID.eq(district).and(HOME_ACCESS.CHANGED_RUN.eq(run));
        Condition addedHere =
                HOME_ACCESS.DISTRICT_ID.eq(district).and(HOME_ACCESS.ADDED_RUN.eq(run));
        boolean touched =
                dsl.fetchExists(
                                dsl.selectOne()
                                        .from(HOME_ACCESS)
                                        .where(addedHere)
                                        .and(HOME_ACCESS.CHANGED_RUN.isDistinctFrom(run)))
                        || dsl.fetchCount(
                                        dsl.selectFrom(HOME_ACCESS)
                                                .where(changedHere)
                                                .and(HOME_ACCESS.ADDED_RUN.isDistinctFrom(run)))
                                != before.size();
        if (touched) {
            throw new UndoRefused(TABLE);
        }
        dsl.deleteFrom(HOME_ACCESS).where(addedHere).execute();
        List<HomeAccessRecord> restored = new ArrayList<>();
        before.forEach((student, row) -> {
            row.setDistrictId(district);
            row.setStudentId(new PersonId(student));
            restored.add(row);
        });
        dsl.batchUpdate(restored).execute();
    }

    private static JSONB image(HomeAccessRecord row) {
        return JSONB.valueOf(
                row.formatJSON(
                        org.jooq.JSONFormat.DEFAULT_FOR_RECORDS.recordFormat(
                                org.jooq.JSONFormat.RecordFormat.OBJECT)));
    }

    private static HomeAccessRecord record(JSONB image) {
        var values = tools.jackson.databind.json.JsonMapper.shared().readTree(image.data());
        HomeAccessRecord row = new HomeAccessRecord();
        row.setDevice(bool(values.path("device")));
        row.setConnection(bool(values.path("connection")));
        row.setAnsweredOn(LocalDate.parse(values.path("answered_on").asString()));
        row.setVia(values.path("via").asString());
        row.setAddedRun(number(values.path("added_run")));
        row.setChangedRun(number(values.path("changed_run")));
        String at = values.path("answered_at").asString("");
        row.setAnsweredAt(at.isEmpty() ? null : OffsetDateTime.parse(at.replace(' ', 'T')));
        return row;
    }

    private static @Nullable Boolean bool(tools.jackson.databind.JsonNode node) {
        return node.isBoolean() ? node.booleanValue() : null;
    }

    private static @Nullable Long number(tools.jackson.databind.JsonNode node) {
        return node.isNumber() ? node.longValue() : null;
    }

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
        private final Map<PersonId, HomeAccessRecord> there = new HashMap<>();
        private final Map<PersonId, HomeAccessRow> latest = new LinkedHashMap<>();
        private final List<HomeAccessRecord> added = new ArrayList<>();
        private final List<HomeAccessRecord> changed = new ArrayList<>();
        private Tally tally = Tally.NONE;

        Taking(School school, long run, String file, String via, HeldSink held) {
            this.key = school.key();
            this.zone = school.zone();
            this.run = run;
            this.file = file;
            this.via = via;
            this.held = held;
            this.students = Identities.ofStudents(dsl, key);
        }

        Tally take(RowSource<HomeAccessRow> rows) {
            dsl.selectFrom(HOME_ACCESS)
                    .where(HOME_ACCESS.DISTRICT_ID.eq(key.district()))
                    .forEach(row -> there.put(row.getStudentId(), row));
            rows.read(this);
            latest.forEach(this::put);
            flush();
            return tally;
        }

        @Override
        public void hold(String id, Held row) {
            held.accept(row);
            tally = tally.plus(new Tally(1, 0, 0, 0, 0, 1));
        }

        @Override
        public void take(HomeAccessRow row) {
            Identities.Match match = students.find(row.studentId(), row.email(), row.name());
            Identities.Known known = match.known();
            if (known == null) {
                boolean several = match.outcome() == Identities.Outcome.SEVERAL;
                hold(row, several ? Reason.AMBIGUOUS_NAME : Reason.UNKNOWN_REFERENCE);
            } else {
                keepLater(known.id(), row);
            }
        }

        private void keepLater(PersonId student, HomeAccessRow row) {
            HomeAccessRow other = latest.putIfAbsent(student, row);
            if (other != null && moment(row).isAfter(moment(other))) {
                latest.put(student, row);
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

        private void put(PersonId student, HomeAccessRow row) {
            LocalDate on = LocalDate.ofInstant(moment(row), zone);
            HomeAccessRecord before = there.get(student);
            if (before == null) {
                added.add(
                        new HomeAccessRecord(
                                key.district(),
                                student,
                                row.device(),
                                row.connection(),
                                on,
                                via,
                                run,
                                run,
                                at(row)));
                tally = tally.plus(new Tally(1, 1, 0, 0, 0, 0));
            } else if (same(before, row) || moment(row).isBefore(moment(before))) {
                tally = tally.plus(new Tally(1, 0, 0, 1, 0, 0));
            } else {
                keep(before);
                before.setDevice(row.device());
                before.setConnection(row.connection());
                before.setAnsweredOn(on);
                before.setAnsweredAt(at(row));
                before.setVia(via);
                before.setChangedRun(run);
                changed.add(before);
                tally = tally.plus(new Tally(1, 0, 1, 0, 0, 0));
            }
            if (added.size() + changed.size() >= AT_ONCE) {
                flush();
            }
        }

        private boolean same(HomeAccessRecord before, HomeAccessRow row) {
            return Objects.equals(before.getDevice(), row.device())
                    && Objects.equals(before.getConnection(), row.connection())
                    && (row.answeredAt() == null
                            || row.answeredAt().toLocalDate().equals(before.getAnsweredOn()));
        }

        private void keep(HomeAccessRecord before) {
            dsl.insertInto(BEFORE_IMAGE)
                    .set(BEFORE_IMAGE.DISTRICT_ID, key.district())
                    .set(BEFORE_IMAGE.RUN_ID, run)
                    .set(BEFORE_IMAGE.TABLE_NAME, TABLE)
                    .set(BEFORE_IMAGE.ROW_ID, before.getStudentId().value())
                    .set(BEFORE_IMAGE.IMAGE, image(before))
                    .execute();
        }

        private void flush() {
            if (!added.isEmpty()) {
                dsl.batchInsert(added).execute();
                added.clear();
            }
            if (!changed.isEmpty()) {
                dsl.batchUpdate(changed).execute();
                changed.clear();
            }
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
