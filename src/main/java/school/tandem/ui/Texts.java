package school.tandem.ui;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Every text a person reads, in their language: sentences from the message bundles, with plurals,
 * dates and numbers by ICU.
 */
public final class Texts {

    /** The languages that there are bundles for; the first one serves everybody else. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private static final Map<String, Map<String, String>> BUNDLES = new ConcurrentHashMap<>();
    private static final Map<Locale, Texts> KNOWN = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ULocale format;
    private final Map<String, String> patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Map<String, DateFormat> dates = new ConcurrentHashMap<>();
    private final NumberFormat wholes;
    private final NumberFormat decimals;
    private final NumberFormat percents;

    private Texts(Locale locale) {
        this.locale = locale;
        this.format = ULocale.forLocale(locale);
        this.wholes = NumberFormat.getIntegerInstance(format);
        this.decimals = NumberFormat.getInstance(format);
        this.decimals.setMaximumFractionDigits(1);
        this.percents = NumberFormat.getPercentInstance(format);
        String language =
                LANGUAGES.stream()
                        .map(Locale::getLanguage)
                        .filter(locale.getLanguage()::equals)
                        .findFirst()
                        .orElse("en");
        this.patterns = BUNDLES.computeIfAbsent(language, Bundles::read);
    }

    /** The texts of a language; of English for a language that has no bundle. */
    public static Texts of(Locale locale) {
        boolean spoken =
                LANGUAGES.stream().anyMatch(l -> l.getLanguage().equals(locale.getLanguage()));
        return KNOWN.computeIfAbsent(spoken ? locale : Locale.ENGLISH, Texts::new);
    }

    /** The texts of whoever looks at this screen or page. */
    public static Texts here() {
        UI ui = UI.getCurrent();
        return of(ui == null ? LocaleContextHolder.getLocale() : ui.getLocale());
    }

    public Locale locale() {
        return locale;
    }

    /** Whether there is a text for this key. */
    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /**
     * The text of a key.
     *
     * @param namesAndValues the pattern's named arguments: a name, its value, the next name …
     * @throws IllegalArgumentException if no bundle has the key
     */
    public String get(String key, @Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> arguments = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return get(key, arguments);
    }

    /** The text of a key, its arguments by name. */
    public String get(String key, Map<String, ? extends @Nullable Object> arguments) {
        MessageFormat shared = formats.computeIfAbsent(key, this::parse);
        return ((MessageFormat) shared.clone()).format(arguments);
    }

    /** A day in full, such as 23 Nov 2026. */
    public String date(LocalDate day) {
        return day(DateFormat.YEAR_ABBR_MONTH_DAY, day);
    }

    /** A day of a year that needs no saying, such as 23 Nov. */
    public String shortDate(LocalDate day) {
        return day(DateFormat.ABBR_MONTH_DAY, day);
    }

    /** A moment as the clock on that wall shows it, with the date. */
    public String moment(Instant moment, ZoneId zone) {
        return dateFormat("yMMMdjm").format(moment.atZone(zone));
    }

    /** A clock time there. */
    public String time(Instant moment, ZoneId zone) {
        return dateFormat("jm").format(moment.atZone(zone));
    }

    /** A whole number with its separators. */
    public String number(long number) {
        return of(wholes).format(number);
    }

    /** A number with one decimal at most. */
    public String decimal(double number) {
        return of(decimals).format(number);
    }

    /** A share from 0 to 1 as whole per cent. */
    public String percent(double share) {
        return of(percents).format(share);
    }

    private String day(String skeleton, LocalDate day) {
        return dateFormat(skeleton).format(day);
    }

    /** Formats are costly to make and not safe to share: each use takes a copy. */
    private DateFormat dateFormat(String skeleton) {
        DateFormat shared =
                dates.computeIfAbsent(
                        skeleton, missing -> DateFormat.getPatternInstance(missing, format));
        return (DateFormat) shared.clone();
    }

    private static NumberFormat of(NumberFormat shared) {
        return (NumberFormat) shared.clone();
    }

    private MessageFormat parse(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return new MessageFormat(pattern, format);
    }
}
