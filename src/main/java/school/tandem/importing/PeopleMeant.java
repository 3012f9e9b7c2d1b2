package school.tandem.importing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.platforms.Who;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.Identities;
import school.tandem.roster.intake.Identities.Match;
import school.tandem.roster.intake.Identities.Outcome;
import school.tandem.roster.intake.PersonKind;
import school.tandem.roster.intake.Reason;
import school.tandem.security.DistrictId;

/**
 * Whom an export means: what somebody decided, then ids, login and address, then what was learnt of
 * the platform's own id, then a name that only one person has.
 */
final class PeopleMeant {

    /** An export says nothing by which somebody could be found, or nobody or several are. */
    static final class NotFound extends Exception {
        private final Reason reason;

        NotFound(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    private final KnownAs knownAs;
    private final Set<String> byName = new TreeSet<>();
    private final Identities students;
    private final Identities staff;

    PeopleMeant(DSLContext dsl, DistrictId district, KnownAs knownAs) {
        this.knownAs = knownAs;
        students = Identities.ofDistrict(dsl, district, PersonKind.STUDENT);
        staff = Identities.ofDistrict(dsl, district, PersonKind.STAFF);
    }

    /**
     * Who is meant.
     *
     * @param student whether a student is looked for, else one of the staff
     */
    PersonId find(Who who, boolean student) throws NotFound {
        Identities people = student ? students : staff;
        Match match = people.findAny(who.words());
        if (match.outcome() == Outcome.NOBODY && who.own() != null && isHash(who.own())) {
            match = people.hashed(who.own());
        }
        if (match.outcome() == Outcome.FOUND && match.known() != null) {
            PersonId found = match.known().id();
            if (who.own() != null) {
                knownAs.learn(KnownAs.Kind.PERSON, who.own(), found.value());
            }
            return found;
        }
        Optional<Long> decided = known(who);
        if (decided != null) {
            return new PersonId(decided.orElseThrow(() -> new NotFound(Reason.UNKNOWN_PERSON)));
        }
        if (who.name() == null) {
            throw new NotFound(
                    match.outcome() == Outcome.SEVERAL
                            ? Reason.AMBIGUOUS_NAME
                            : who.shown().isEmpty() ? Reason.NO_IDENTITY : Reason.UNKNOWN_PERSON);
        }
        Match named = people.named(who.name());
        if (named.known() == null) {
            throw new NotFound(
                    named.outcome() == Outcome.SEVERAL
                            ? Reason.AMBIGUOUS_NAME
                            : Reason.UNKNOWN_PERSON);
        }
        PersonId found = named.known().id();
        byName.add(who.name());
        if (who.own() != null) {
            knownAs.learn(KnownAs.Kind.PERSON, who.own(), found.value());
        }
        return found;
    }

    private static boolean isHash(String own) {
        return own.matches("[0-9a-fA-F]{40}");
    }

    /** The names by which alone somebody was found. */
    List<String> byName() {
        return List.copyOf(byName);
    }

    /** Whether somebody of the other kind is meant: a teacher who looks at work, say. */
    boolean isOther(Who who, boolean student) {
        Identities others = student ? staff : students;
        return others.findAny(who.words()).outcome() == Outcome.FOUND
                || who.name() != null && others.named(who.name()).outcome() == Outcome.FOUND;
    }

    /** Null: nothing is known of the words that the platform has of its own. */
    private @Nullable Optional<Long> known(Who who) {
        for (String word : new String[] {who.own(), who.shown()}) {
            Optional<Long> found =
                    word == null || word.isEmpty() ? null : knownAs.find(KnownAs.Kind.PERSON, word);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
