package school.tandem.importing.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.meetings.Meeting;
import school.tandem.importing.meetings.MeetingReport;
import school.tandem.training.MeetingAttendance;
import school.tandem.training.MeetingAttendance.Review;
import school.tandem.training.MeetingSeen;
import school.tandem.training.MeetingSeen.Seen;
import school.tandem.training.StaffMatch;
import school.tandem.training.StaffMatch.Kind;
import school.tandem.training.StaffName;

/** What a person makes of one meeting of a report: who is whom, and what counts. */
final class MeetingChoices {

    private final MeetingReport report;
    private final Meeting meeting;
    private final Review review;

    /** Whoever was looked at, by their place in the report; empty: nobody of the staff. */
    private final Map<StaffMatch, Optional<StaffName>> said = new HashMap<>();

    private int share = MeetingAttendance.USUAL_SHARE;
    private boolean overHand;

    MeetingChoices(MeetingReport report, Meeting meeting, Review review) {
        this.report = report;
        this.meeting = meeting;
        this.review = review;
    }

    Meeting meeting() {
        return meeting;
    }

    List<StaffName> staff() {
        return review.staff();
    }

    /** Those for a person to look at. */
    List<StaffMatch> doubtful() {
        return review.matches().stream().filter(one -> one.kind() == Kind.DOUBTFUL).toList();
    }

    List<StaffMatch> matched() {
        return review.matches().stream()
                .filter(one -> one.kind() == Kind.EMAIL || one.kind() == Kind.NAME)
                .toList();
    }

    List<StaffMatch> guests() {
        return review.matches().stream().filter(one -> one.kind() == Kind.NOBODY).toList();
    }

    /** Who it is as things stand; null: nobody of the staff, or not said yet. */
    @Nullable StaffName who(StaffMatch match) {
        Optional<StaffName> chosen = said.get(match);
        return chosen == null ? match.staff() : chosen.orElse(null);
    }

    void say(StaffMatch match, @Nullable StaffName who) {
        said.put(match, Optional.ofNullable(who));
    }

    boolean isOpen(StaffMatch match) {
        return match.kind() == Kind.DOUBTFUL && !said.containsKey(match);
    }

    int people() {
        return review.matches().size();
    }

    int recognised() {
        return (int) review.matches().stream().filter(one -> who(one) != null).count();
    }

    int open() {
        return (int) review.matches().stream().filter(this::isOpen).count();
    }

    int share() {
        return share;
    }

    void share(int percent) {
        share = percent;
    }

    boolean overHand() {
        return overHand;
    }

    void overHand(boolean replaces) {
        overHand = replaces;
    }

    /** All of it. */
    MeetingSeen seen() {
        List<Seen> staff = new ArrayList<>();
        for (StaffMatch match : review.matches()) {
            StaffName who = who(match);
            if (who != null) {
                staff.add(new Seen(who.id(), match.person().presence()));
            }
        }
        return new MeetingSeen(
                report.digest(),
                meeting.start(),
                meeting.end(),
                staff,
                share,
                overHand,
                people() - staff.size(),
                report.held().size());
    }
}
