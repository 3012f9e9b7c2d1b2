package school.tandem.security;

/** Something that not everybody may do. */
public enum Permission {
    /** Read aggregates: readiness, training, adoption, rollout. */
    SEE_FIGURES,
    /** Read the names of staff and their training. */
    SEE_STAFF,
    /** Read the rows of all students of the school; reading is logged. */
    SEE_STUDENTS,
    /** Read the rows of the students of one's own classes; reading is logged. */
    SEE_OWN_STUDENTS,
    /** Say that one has completed a course oneself; counts once confirmed. */
    LOG_OWN_TRAINING,
    /** Plan courses and sessions, log and confirm completions of others. */
    MANAGE_TRAINING,
    /** Add and change items of the checklist. */
    EDIT_CHECKLIST,
    /** Make plans, set their dates, record rehearsals. */
    EDIT_PLAN,
    /** Bring in files and undo it. */
    IMPORT,
    /** Change staff, departments, terms and holidays, type home-access answers. */
    EDIT_ROSTER,
    /** Invite people and end their memberships. */
    INVITE
}
