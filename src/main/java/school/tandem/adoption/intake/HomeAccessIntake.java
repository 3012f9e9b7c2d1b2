package school.tandem.adoption.intake;

import static school.tandemdb.adoption.Tables.BEFORE_IMAGE;
import static school.tandemdb.adoption.Tables.HOME_ACCESS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
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

    HomeAccessIntake(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Takes the answers of a list. A second answer for the same student is held; one for a student
     * whom an earlier import or a person answered for replaces that.
     *
     * @param file as the user knows it
     * @param via how they were given, as the table has it
     */
    public Tally take(
            SchoolKey key,
            long run,
            String file,
            String via,
            LocalDate today,
            RowSource<HomeAccessRow> rows,
            HeldSink held) {
        return new Taking(key, run, file, via, today, held).take(rows);
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
        private final long run;
        private final String file;
        private final String via;
        private final LocalDate today;
        private final HeldSink held;
        private final Identities students;
        private final Map<PersonId, HomeAccessRecord> there = new HashMap<>();
        private final Set<PersonId> seen = new HashSet<>();
        private final List<HomeAccessRecord> added = new ArrayList<>();
        private final List<HomeAccessRecord> changed = new ArrayList<>();
        private Tally tally = Tally.NONE;

        Taking(SchoolKey key, long run, String file, String via, LocalDate today, HeldSink held) {
            this.key = key;
            this.run = run;
            this.file = file;
            this.via = via;
            this.today = today;
            this.held = held;
            this.students = Identities.ofStudents(dsl, key);
        }

        Tally take(RowSource<HomeAccessRow> rows) {
            dsl.selectFrom(HOME_ACCESS)
                    .where(HOME_ACCESS.DISTRICT_ID.eq(key.district()))
                    .forEach(row -> there.put(row.getStudentId(), row));
            rows.read(this);
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
            } else if (!seen.add(known.id())) {
                hold(row, Reason.DUPLICATE_FACT);
            } else {
                put(known.id(), row);
            }
        }

        private void put(PersonId student, HomeAccessRow row) {
            LocalDate on = row.answeredOn() == null ? today : row.answeredOn();
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
                                run));
                tally = tally.plus(new Tally(1, 1, 0, 0, 0, 0));
            } else if (same(before, row)) {
                tally = tally.plus(new Tally(1, 0, 0, 1, 0, 0));
            } else {
                keep(before);
                before.setDevice(row.device());
                before.setConnection(row.connection());
                before.setAnsweredOn(on);
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
                    && (row.answeredOn() == null
                            || row.answeredOn().equals(before.getAnsweredOn()));
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
