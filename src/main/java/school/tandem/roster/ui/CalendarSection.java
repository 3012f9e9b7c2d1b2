package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import school.tandem.roster.Holiday;
import school.tandem.roster.HolidayCalendar;
import school.tandem.roster.Term;
import school.tandem.roster.Terms;
import school.tandem.roster.intake.DaysRow;
import school.tandem.security.Access;
import school.tandem.security.BadInput;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.DataTable;
import school.tandem.ui.DayField;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** When there is school: terms and holidays. */
@SpringComponent
@Order(3)
class CalendarSection implements SettingsSection {

    /** What a person says of a stretch of days. */
    private record Days(String name, LocalDate firstOn, LocalDate lastOn) {}

    /** Takes them, or says at a field why not. */
    private interface Taker {
        void take(Days days);
    }

    private final Terms terms;
    private final HolidayCalendar holidays;
    private final Access access;

    CalendarSection(Terms terms, HolidayCalendar holidays, Access access) {
        this.terms = terms;
        this.holidays = holidays;
        this.access = access;
    }

    @Override
    public boolean isShown(Place place) {
        return access.may(place.key(), Permission.EDIT_ROSTER);
    }

    @Override
    public Component build(Place place, Runnable reload) {
        Texts texts = Texts.here();
        Div actions =
                new Div(
                        Actions.secondary(
                                texts.get("roster.term.add"), () -> addTerm(place, reload)),
                        Actions.secondary(
                                texts.get("roster.holiday.add"), () -> addHoliday(place, reload)),
                        Actions.secondaryLink(
                                texts.get("roster.holiday.file"), place.link("imports")));
        actions.addClassName("actions");
        return new Panel(
                texts.get("roster.calendar"),
                new H3(texts.get("roster.terms")),
                terms(place, reload),
                new H3(texts.get("roster.holidays")),
                holidays(place, reload),
                actions);
    }

    private Component terms(Place place, Runnable reload) {
        Texts texts = Texts.here();
        List<Term> all = terms.of(place.key());
        if (all.isEmpty()) {
            return new Paragraph(texts.get("roster.terms.empty"));
        }
        DataTable table = table("roster.terms");
        for (Term term : all) {
            table.row(
                    DataTable.text(term.name()),
                    DataTable.text(texts.date(term.firstOn())),
                    DataTable.text(texts.date(term.lastOn())),
                    term.ownByHand()
                            ? DataTable.group(
                                    Actions.inRow(
                                            texts.get("roster.change"),
                                            () -> changeTerm(place, term, reload)),
                                    Actions.inRow(
                                            texts.get("roster.remove"),
                                            () -> removeTerm(place, term, reload)))
                            : new Span(texts.get("roster.imported")));
        }
        return table;
    }

    private Component holidays(Place place, Runnable reload) {
        Texts texts = Texts.here();
        List<Holiday> all = holidays.of(place.key());
        if (all.isEmpty()) {
            return new Paragraph(texts.get("roster.holidays.empty"));
        }
        DataTable table = table("roster.holidays");
        for (Holiday holiday : all) {
            table.row(
                    DataTable.text(holiday.name()),
                    DataTable.text(texts.date(holiday.firstOn())),
                    DataTable.text(texts.date(holiday.lastOn())),
                    holiday.own()
                            ? Actions.inRow(
                                    texts.get("roster.remove"),
                                    () -> removeHoliday(place, holiday, reload))
                            : new Span(texts.get("roster.holiday.ofDistrict")));
        }
        return table;
    }

    private static DataTable table(String caption) {
        Texts texts = Texts.here();
        return new DataTable(
                texts.get(caption),
                List.of(
                        texts.get("roster.days.name"),
                        texts.get("roster.days.first"),
                        texts.get("roster.days.last"),
                        texts.get("roster.actions")));
    }

    private void addTerm(Place place, Runnable reload) {
        open(
                Texts.here().get("roster.term.add"),
                null,
                days -> {
                    terms.add(place.key(), days.name(), days.firstOn(), days.lastOn());
                    reload.run();
                });
    }

    private void changeTerm(Place place, Term term, Runnable reload) {
        open(
                term.name(),
                new Days(term.name(), term.firstOn(), term.lastOn()),
                days -> {
                    terms.change(
                            place.key(), term.id(), days.name(), days.firstOn(), days.lastOn());
                    reload.run();
                });
    }

    private void removeTerm(Place place, Term term, Runnable reload) {
        terms.remove(place.key(), term.id());
        reload.run();
        Notices.done(
                Texts.here().get("roster.removed", "name", term.name()),
                () -> {
                    terms.giveBack(place.key(), term.id());
                    reload.run();
                });
    }

    private void addHoliday(Place place, Runnable reload) {
        open(
                Texts.here().get("roster.holiday.add"),
                null,
                days -> {
                    if (days.lastOn().isBefore(days.firstOn())) {
                        throw new BadInput("lastOn", "roster.bad.beforeFirst");
                    }
                    holidays.add(
                            place.key(),
                            List.of(new DaysRow(1, days.name(), days.firstOn(), days.lastOn())));
                    reload.run();
                });
    }

    private void removeHoliday(Place place, Holiday holiday, Runnable reload) {
        DaysRow removed = holidays.remove(place.key(), holiday.id());
        reload.run();
        Notices.done(
                Texts.here().get("roster.removed", "name", holiday.name()),
                () -> {
                    holidays.add(place.key(), List.of(removed));
                    reload.run();
                });
    }

    private static void open(String title, @Nullable Days now, Taker taker) {
        Texts texts = Texts.here();
        TextField name = new TextField(texts.get("roster.days.name"));
        DayField first = new DayField(texts.get("roster.days.first"));
        DayField last = new DayField(texts.get("roster.days.last"));
        last.setHelperText(texts.get("roster.days.last.hint"));
        if (now != null) {
            name.setValue(now.name());
            first.setValue(now.firstOn());
            last.setValue(now.lastOn());
        }
        FormDialog dialog =
                new FormDialog(
                        title,
                        texts.get("roster.save"),
                        () -> {
                            LocalDate from = PlansSection.required(first.getValue(), "firstOn");
                            LocalDate to = last.getValue();
                            taker.take(new Days(name.getValue(), from, to == null ? from : to));
                        });
        dialog.field("name", name);
        dialog.field("firstOn", first);
        dialog.field("lastOn", last);
        dialog.open();
    }
}
