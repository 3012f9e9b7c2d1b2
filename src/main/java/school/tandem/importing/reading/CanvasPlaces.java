package school.tandem.importing.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.OrgKind;

/** Which sections are of which courses and those of which accounts, as far as a delivery says. */
final class CanvasPlaces {

    /** The id of the school of courses that no account has; no source writes one with blanks. */
    static final String ROOT = "root account";

    /**
     * A course.
     *
     * @param account the one that has it; null: it could not be read
     */
    record Course(@Nullable String account, @Nullable String term, boolean ended) {}

    private final Map<String, Course> courses = new HashMap<>();
    private final Map<String, String> courseOfSection = new HashMap<>();
    private final Set<String> coursesInSections = new HashSet<>();
    private final Set<String> coursesWithPeople = new HashSet<>();
    private final Set<String> parents = new HashSet<>();
    private final Set<String> withCourses = new HashSet<>();
    private final boolean noSections;
    private final String called;
    private @Nullable String district;

    CanvasPlaces(KindFiles files, String called) {
        this.called = called.replaceFirst("\\.[A-Za-z]+$", "");
        noSections = !files.has(CanvasReader.SECTIONS);
        files.each(CanvasReader.COURSES, this::course);
        files.each(CanvasReader.SECTIONS, this::section);
        if (!noSections) {
            files.each(CanvasReader.PLACES, this::place);
        }
        accounts(files);
    }

    private Object course(Cells cells) {
        String account = cells.text("account_id");
        String at = account == null ? ROOT : account;
        withCourses.add(at);
        return courses.putIfAbsent(
                        cells.required("course_id"),
                        new Course(at, cells.text("term_id"), CanvasRows.ended(cells)))
                == null;
    }

    private Object section(Cells cells) {
        String course = cells.required("course_id");
        coursesInSections.add(course);
        return courseOfSection.putIfAbsent(cells.required("section_id"), course) == null;
    }

    private Object place(Cells cells) {
        String course = cells.text("course_id");
        return cells.text("section_id") == null && course != null && coursesWithPeople.add(course);
    }

    private void accounts(KindFiles files) {
        Set<String> top = new HashSet<>();
        files.each(
                CanvasReader.ACCOUNTS,
                cells -> {
                    String parent = cells.text("parent_account_id");
                    return parent == null
                            ? top.add(cells.required("account_id"))
                            : parents.add(parent);
                });
        if (top.size() == 1 && parents.containsAll(top)) {
            district = top.iterator().next();
        }
    }

    /** What an account is: one with courses of its own is a school, whatever is below it. */
    OrgKind kind(String account) {
        if (!parents.contains(account) || withCourses.contains(account)) {
            return OrgKind.SCHOOL;
        }
        return account.equals(district) ? OrgKind.DISTRICT : OrgKind.OTHER;
    }

    /** Null: the delivery does not have it. */
    @Nullable Course course(String id) {
        return courses.get(id);
    }

    /** Null: the delivery does not say. */
    @Nullable String courseOf(String section) {
        return courseOfSection.get(section);
    }

    /** Whether a course is a class, too: it has no sections, or people in none of them. */
    boolean isClass(String course) {
        return noSections
                || !coursesInSections.contains(course)
                || coursesWithPeople.contains(course);
    }

    /** Whether some course is of no account. */
    boolean isRootNeeded() {
        return withCourses.contains(ROOT);
    }

    String called() {
        return called;
    }
}
