package school.tandem.roster.intake;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.LOCALDATE;

import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import school.tandem.roster.intake.Merge.Target;

/** The roster's imported tables, with what a file says of their rows. */
final class RosterTables {

    static final Target ORG =
            target(
                    "org",
                    true,
                    column("kind", CLOB),
                    column("name", CLOB),
                    column("identifier", CLOB),
                    column("parent_external_id", CLOB));
    static final Target SESSION =
            target(
                    "academic_session",
                    false,
                    column("kind", CLOB),
                    column("title", CLOB),
                    column("starts_on", LOCALDATE),
                    column("ends_on", LOCALDATE),
                    column("school_year", CLOB),
                    column("parent_external_id", CLOB));
    static final Target PERSON =
            target(
                    "person",
                    true,
                    column("kind", CLOB),
                    column("staff_role", CLOB),
                    column("given_name", CLOB),
                    column("family_name", CLOB),
                    column("email", CLOB),
                    column("username", CLOB),
                    column("identifier", CLOB),
                    column("grade", CLOB));
    static final Target COURSE =
            target(
                    "course",
                    false,
                    column("title", CLOB),
                    column("code", CLOB),
                    column("org_external_id", CLOB));
    static final Target CLASS =
            target(
                    "class_group",
                    true,
                    column("school_id", BIGINT),
                    column("course_id", BIGINT),
                    column("department_id", BIGINT),
                    column("title", CLOB),
                    column("grade", CLOB));
    static final Target ENROLMENT =
            target(
                    "enrolment",
                    false,
                    column("class_id", BIGINT),
                    column("person_id", BIGINT),
                    column("role", CLOB),
                    column("is_primary", BOOLEAN),
                    column("begins_on", LOCALDATE),
                    column("ends_on", LOCALDATE));

    /** In the order in which they refer to each other. */
    static final List<Target> ALL = List.of(ORG, SESSION, PERSON, COURSE, CLASS, ENROLMENT);

    private RosterTables() {}

    private static Target target(String table, boolean manual, Field<?>... columns) {
        return new Target("roster", table, List.of(columns), manual);
    }

    private static <X> Field<X> column(String column, DataType<X> type) {
        return DSL.field(name(column), type);
    }
}
