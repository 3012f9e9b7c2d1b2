package school.tandem.security;

import static school.tandem.security.Permission.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody is in a school or district, and what that lets them do. */
public enum Role {
    ADMINISTRATOR(EnumSet.allOf(Permission.class)),
    IT(EnumSet.of(SEE_FIGURES, EDIT_CHECKLIST, SEE_STAFF, LOG_OWN_TRAINING, IMPORT)),
    TRAINER(EnumSet.of(SEE_FIGURES, EDIT_CHECKLIST, SEE_STAFF, LOG_OWN_TRAINING, MANAGE_TRAINING)),
    TEACHER(EnumSet.of(SEE_FIGURES, LOG_OWN_TRAINING, SEE_OWN_STUDENTS)),
    VIEWER(EnumSet.of(SEE_FIGURES));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    /** Whether this role may do it, in the schools that the membership names. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The word that stands for it in the database and in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
