package school.tandem.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A field for a day, in the reader's language. */
public class DayField extends DatePicker {

    public DayField(String label) {
        super(label);
        Texts texts = Texts.here();
        Locale locale = texts.locale();
        setLocale(locale);
        setI18n(
                new DatePickerI18n()
                        .setMonthNames(months(locale))
                        .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                        .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                        .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                        .setToday(texts.get("ui.today"))
                        .setCancel(texts.get("ui.cancel"))
                        .setBadInputErrorMessage(texts.get("ui.bad.day")));
    }

    private static List<String> months(Locale locale) {
        return Stream.of(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList();
    }

    /** From Sunday on, as the picker wants them. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return IntStream.range(0, 7)
                .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
                .toList();
    }
}
