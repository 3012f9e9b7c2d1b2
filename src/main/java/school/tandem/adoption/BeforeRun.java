package school.tandem.adoption;

import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.SQLDataType.BIGINT;
import static school.tandemdb.roster.Tables.BEFORE_IMAGE;
import static school.tandemdb.roster.Tables.CLASS_GROUP;

import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import school.tandem.roster.ClassId;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolId;

/** Where the rows that an import changed stood before, as the import kept them. */
final class BeforeRun {

    private static final school.tandemdb.adoption.tables.BeforeImage WORK_BEFORE =
            school.tandemdb.adoption.Tables.BEFORE_IMAGE;

    private final DistrictId district;
    private final long run;

    BeforeRun(DistrictId district, long run) {
        this.district = district;
        this.run = run;
    }

    /** The schools of its classes, places and work: those that lost some of them among these. */
    Select<Record1<SchoolId>> schools() {
        Field<SchoolId> school =
                jsonbGetAttributeAsText(BEFORE_IMAGE.IMAGE, "school_id")
                        .cast(BIGINT)
                        .coerce(CLASS_GROUP.SCHOOL_ID);
        return select(school)
                .from(BEFORE_IMAGE)
                .where(BEFORE_IMAGE.DISTRICT_ID.eq(district))
                .and(BEFORE_IMAGE.RUN_ID.eq(run))
                .and(BEFORE_IMAGE.TABLE_NAME.eq("class_group"))
                .union(
                        select(CLASS_GROUP.SCHOOL_ID)
                                .from(CLASS_GROUP)
                                .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                                .and(
                                        CLASS_GROUP
                                                .ID
                                                .in(ofPlaces())
                                                .or(CLASS_GROUP.ID.in(ofWork()))));
    }

    private Select<Record1<ClassId>> ofPlaces() {
        return select(
                        jsonbGetAttributeAsText(BEFORE_IMAGE.IMAGE, "class_id")
                                .cast(BIGINT)
                                .coerce(CLASS_GROUP.ID))
                .from(BEFORE_IMAGE)
                .where(BEFORE_IMAGE.DISTRICT_ID.eq(district))
                .and(BEFORE_IMAGE.RUN_ID.eq(run))
                .and(BEFORE_IMAGE.TABLE_NAME.eq("enrolment"));
    }

    private Select<Record1<ClassId>> ofWork() {
        return select(
                        jsonbGetAttributeAsText(WORK_BEFORE.IMAGE, "class_id")
                                .cast(BIGINT)
                                .coerce(CLASS_GROUP.ID))
                .from(WORK_BEFORE)
                .where(WORK_BEFORE.DISTRICT_ID.eq(district))
                .and(WORK_BEFORE.RUN_ID.eq(run))
                .and(WORK_BEFORE.TABLE_NAME.eq("assignment"));
    }
}
