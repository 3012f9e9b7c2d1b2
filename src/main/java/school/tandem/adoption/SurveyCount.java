package school.tandem.adoption;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;
import static school.tandemdb.adoption.Tables.HOME_ACCESS;
import static school.tandemdb.adoption.Tables.SURVEY;
import static school.tandemdb.adoption.Tables.SURVEY_LINK;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.SurveyStanding.Reached;
import school.tandem.adoption.SurveyStanding.Survey;
import school.tandem.security.SchoolKey;
import school.tandemdb.adoption.tables.records.HomeAccessRecord;

/** Whom a school's last survey asks, and who has answered: two statements, however many. */
final class SurveyCount {

    /** A survey as it is kept. */
    record Kept(long id, LocalDate openedOn, LocalDate endsOn, boolean closed) {
        boolean isOpen(LocalDate today) {
            return !closed && !today.isAfter(endsOn);
        }
    }

    /** The last answer of each student, in what is asked. */
    private static final school.tandemdb.adoption.tables.HomeAccess SAID = HOME_ACCESS.as("said");

    private final DSLContext dsl;
    private final SchoolKey key;
    private final LocalDate today;

    SurveyCount(DSLContext dsl, SchoolKey key, LocalDate today) {
        this.dsl = dsl;
        this.key = key;
        this.today = today;
    }

    /** The school's last survey; null: none was opened yet. */
    @Nullable Kept last() {
        return dsl.select(
                        SURVEY.ID,
                        SURVEY.OPENED_ON,
                        SURVEY.ENDS_ON,
                        field(SURVEY.CLOSED_AT.isNotNull()))
                .from(SURVEY)
                .where(SURVEY.DISTRICT_ID.eq(key.district()))
                .and(SURVEY.SCHOOL_ID.eq(key.school()))
                .orderBy(SURVEY.ID.desc())
                .limit(1)
                .fetchOne(row -> new Kept(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /**
     * Everything that a screen tells.
     *
     * @param yearStart null: none is known
     */
    SurveyStanding standing(@Nullable LocalDate yearStart) {
        Kept survey = last();
        var asked = field(SURVEY_LINK.STUDENT_ID.isNotNull());
        var answered = field(hasAnswered(survey));
        var older = field(isOlder(yearStart));
        var last = max(SAID.ANSWERED_ON);
        long[] sums = new long[2];
        Map<String, Reached> byGrade = new LinkedHashMap<>();
        Map<Via, Long> byWay = new EnumMap<>(Via.class);
        Reached all = new Reached(0, 0);
        LocalDate lastOn = null;
        for (var row :
                students(survey, PERSON.GRADE, SAID.VIA, asked, answered, older, last, count())
                        .where(areCounted())
                        .groupBy(PERSON.GRADE, SAID.VIA, asked, answered, older)
                        .orderBy(PERSON.GRADE)) {
            long students = row.get(count());
            String via = row.get(SAID.VIA);
            if (via != null) {
                byWay.merge(Via.ofCode(via), students, Long::sum);
                sums[0] += row.get(older) ? students : 0;
                lastOn = later(lastOn, row.get(last));
            }
            if (row.get(asked)) {
                Reached here = new Reached(students, row.get(answered) ? students : 0);
                all = all.plus(here);
                if (row.get(PERSON.GRADE) != null) {
                    byGrade.merge(row.get(PERSON.GRADE), here, Reached::plus);
                }
            } else {
                sums[1] += students;
            }
        }
        return new SurveyStanding(
                survey == null
                        ? null
                        : new Survey(survey.openedOn(), survey.endsOn(), survey.isOpen(today)),
                all.asked(),
                all.answered(),
                sums[1],
                byGrade,
                byWay,
                lastOn,
                sums[0]);
    }

    /** Students, their links of this survey and their answers, to be filtered further. */
    SelectOnConditionStep<Record> students(@Nullable Kept survey, SelectFieldOrAsterisk... what) {
        return dsl.select(what)
                .from(PERSON)
                .leftJoin(SURVEY_LINK)
                .on(SURVEY_LINK.DISTRICT_ID.eq(key.district()))
                .and(SURVEY_LINK.STUDENT_ID.eq(PERSON.ID))
                .and(SURVEY_LINK.SURVEY_ID.eq(survey == null ? 0 : survey.id()))
                .leftJoin(lateral(lastSaid()))
                .on(
                        SAID.DEVICE
                                .isNotNull()
                                .or(SAID.CONNECTION.isNotNull())
                                .or(SAID.VIA.eq(Via.LINK.code())));
    }

    /** What the family of a student said last. */
    private Table<HomeAccessRecord> lastSaid() {
        return selectFrom(HOME_ACCESS)
                .where(HOME_ACCESS.DISTRICT_ID.eq(key.district()))
                .and(HOME_ACCESS.STUDENT_ID.eq(PERSON.ID))
                .and(HOME_ACCESS.ANSWERED_ON.le(today))
                .orderBy(HOME_ACCESS.ANSWERED_ON.desc())
                .limit(1)
                .asTable(SAID);
    }

    /** Those in a class that runs today, as the figures count them. */
    Condition areCounted() {
        return PERSON.DISTRICT_ID
                .eq(key.district())
                .and(
                        PERSON.ID.in(
                                select(RUNNING.PERSON_ID)
                                        .from(RUNNING)
                                        .where(RUNNING.DISTRICT_ID.eq(key.district()))
                                        .and(RUNNING.SCHOOL_ID.eq(key.school()))
                                        .and(RUNNING.ROLE.eq("student"))
                                        .and(RUNNING.FROM_ON.le(today))
                                        .and(RUNNING.TO_ON.gt(today))))
                .and(PERSON.WITHDRAWN_ON.isNull().or(PERSON.WITHDRAWN_ON.gt(today)));
    }

    /** Grouped by: the day is written out, so that it is the same wherever the condition stands. */
    static Condition hasAnswered(@Nullable Kept survey) {
        return SURVEY_LINK
                .ANSWERED_AT
                .isNotNull()
                .or(
                        survey == null
                                ? DSL.falseCondition()
                                : SAID.ANSWERED_ON
                                        .isNotNull()
                                        .and(SAID.ANSWERED_ON.ge(inline(survey.openedOn()))));
    }

    private static Condition isOlder(@Nullable LocalDate yearStart) {
        LocalDate from = yearStart == null ? LocalDate.EPOCH : yearStart;
        return SAID.ANSWERED_ON.isNotNull().and(SAID.ANSWERED_ON.lt(inline(from)));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
