package school.tandem.importing;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import school.tandem.adoption.intake.LineItemRow;
import school.tandem.adoption.intake.WorkKind;
import school.tandem.importing.PeopleMeant.NotFound;
import school.tandem.importing.platforms.At;
import school.tandem.importing.platforms.Course;
import school.tandem.importing.platforms.Unheard;
import school.tandem.importing.platforms.Work;
import school.tandem.roster.ClassId;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.RowTaker;

/** Tells the intake of work: each piece once for each class that was given it. */
final class WorkRows extends Unheard {
    private final RowTaker<LineItemRow> taker;
    private final LookedAround looked;
    private final ClassesMeant classes;
    private final Function<String, WorkKind> kindOfTitle;
    private final int files;
    private final Set<String> told = new HashSet<>();

    /**
     * @param kindOfTitle what work is of which only a title tells
     * @param files how many the delivery has
     */
    WorkRows(
            RowTaker<LineItemRow> taker,
            LookedAround looked,
            ClassesMeant classes,
            Function<String, WorkKind> kindOfTitle,
            int files) {
        this.taker = taker;
        this.looked = looked;
        this.classes = classes;
        this.kindOfTitle = kindOfTitle;
        this.files = files;
    }

    @Override
    public void work(Work row) {
        Work fullest = looked.work(row.id());
        Work best = fullest == null ? row : fullest;
        if (!row.isRecord() && best.isRecord()) {
            return;
        }
        boolean ofSeveral = row.isRecord() && looked.isOfSeveral(row.id());
        if (!told.add(ofSeveral ? row.id() + "\n" + row.course() : row.id())) {
            if (row.isRecord()) {
                taker.hold(
                        "",
                        new Held(
                                "",
                                PlatformRows.line(row.at()),
                                "id",
                                row.id(),
                                Reason.DUPLICATE_ID));
            }
            return;
        }
        Set<ClassId> of = new LinkedHashSet<>(looked.given(row.id()));
        Course course = row.course();
        if (course != null && row.isRecord()) {
            try {
                Set<ClassId> all = classes.all(course);
                if (ofSeveral) {
                    of.retainAll(all);
                }
                if (of.isEmpty()) {
                    of.addAll(all);
                }
            } catch (NotFound unknown) {
                if (of.isEmpty() || ofSeveral) {
                    PlatformRows.hold(
                            taker,
                            row.at(),
                            new String[] {course.column(), course.shown()},
                            unknown);
                    return;
                }
            }
        }
        if (of.isEmpty() && row.isRecord()) {
            taker.hold(
                    "",
                    new Held(
                            "",
                            PlatformRows.line(row.at()),
                            "",
                            row.title(),
                            Reason.UNKNOWN_REFERENCE));
        }
        if (!row.isRecord() && best.isByName()) {
            of.removeAll(looked.known(row.id()));
        }
        of.forEach(one -> taker.take(item(row.isRecord() ? row : best, one)));
    }

    /** Work told on the way stands in a part of its own, behind the files. */
    private LineItemRow item(Work row, ClassId classGroup) {
        At at = row.at();
        return new LineItemRow(
                row.isRecord()
                        ? PlatformRows.line(at)
                        : PlatformRows.line(at) + files * PlatformRows.FILE,
                false,
                PlatformRows.workId(row.id(), classGroup),
                row.title(),
                classGroup.toString(),
                null,
                row.kind() == null ? kindOfTitle.apply(row.title()) : row.kind(),
                row.online(),
                row.assignedOn(),
                row.dueOn());
    }
}
