package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.SchoolWeek;
import school.tandem.security.NotHere;
import school.tandem.ui.Choice;
import school.tandem.ui.Texts;

/** Chooses when to look at something: now, or a week of a school year. */
final class WeekChoice {

    /** The parameter of addresses that names a week by any of its days. */
    static final String PARAMETER = "week";

    /** A week to choose; without a Monday, today. */
    private record When(@Nullable LocalDate monday, String name) {}

    private WeekChoice() {}

    /**
     * @param chosen a Monday; null: today
     * @param open goes where it is shown
     */
    static Component of(
            List<SchoolWeek> weeks,
            @Nullable LocalDate chosen,
            Consumer<@Nullable LocalDate> open) {
        Texts texts = Texts.here();
        List<When> all = new ArrayList<>();
        all.add(new When(null, texts.get("adoption.filter.today")));
        for (SchoolWeek week : weeks.reversed()) {
            all.add(
                    new When(
                            week.monday(),
                            texts.get("adoption.filter.week", "day", texts.date(week.day()))));
        }
        return new Choice<>(
                texts.get("adoption.filter.when"),
                all,
                When::name,
                all.stream()
                        .filter(when -> Objects.equals(when.monday(), chosen))
                        .findFirst()
                        .orElse(all.getFirst()),
                when -> open.accept(when.monday()));
    }

    /**
     * The Monday of the week that an address asks for; null: it asks for none.
     *
     * @throws NotHere if what it asks for is no day
     */
    static @Nullable LocalDate mondayIn(Location address) {
        return address.getQueryParameters()
                .getSingleParameter(PARAMETER)
                .filter(week -> !week.isBlank())
                .map(WeekChoice::monday)
                .orElse(null);
    }

    private static LocalDate monday(String week) {
        try {
            return SchoolWeek.mondayOf(LocalDate.parse(week));
        } catch (DateTimeParseException e) {
            throw new NotHere("Week");
        }
    }

    /**
     * The one of these that is asked for; null: none is.
     *
     * @throws NotHere if it is none of them
     */
    static @Nullable SchoolWeek chosen(List<SchoolWeek> weeks, @Nullable LocalDate monday) {
        if (monday == null) {
            return null;
        }
        return weeks.stream()
                .filter(week -> week.monday().equals(monday))
                .findFirst()
                .orElseThrow(() -> new NotHere("Week " + monday));
    }
}
