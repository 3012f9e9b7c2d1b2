package school.tandem.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import school.tandem.training.StaffMatch.Kind;

/**
 * Recognises the staff in a meeting: by e-mail, else by a name that only one of them can have,
 * whatever its accents, order and middle names; a part of a name makes it doubtful. Knows no
 * database.
 */
final class StaffMatcher {

    private static final int MOST_CANDIDATES = 5;
    private static final int LONG_ENOUGH = 4;

    private record Known(StaffName staff, Set<String> given, Set<String> family, Set<String> all) {
        static Known of(StaffName staff) {
            Set<String> given = new HashSet<>(PersonName.plain(staff.givenName()));
            Set<String> family = new HashSet<>(PersonName.plain(staff.familyName()));
            Set<String> all = new HashSet<>(given);
            all.addAll(family);
            return new Known(staff, given, family, all);
        }
    }

    private final Map<String, StaffName> byEmail = new HashMap<>();
    private final List<Known> known;

    StaffMatcher(List<StaffName> staff) {
        Set<String> twice = new HashSet<>();
        for (StaffName one : staff) {
            if (!one.email().isEmpty() && byEmail.put(one.email(), one) != null) {
                twice.add(one.email());
            }
        }
        byEmail.keySet().removeAll(twice);
        known = staff.stream().map(Known::of).toList();
    }

    StaffMatch match(MeetingPerson person) {
        StaffName byEmail = person.email().isEmpty() ? null : this.byEmail.get(person.email());
        if (byEmail != null) {
            return new StaffMatch(person, Kind.EMAIL, byEmail, List.of());
        }
        List<List<String>> readings = PersonName.readings(person.name());
        List<StaffName> same = sameName(readings);
        if (same.size() == 1) {
            return new StaffMatch(person, Kind.NAME, same.getFirst(), List.of());
        }
        List<StaffName> candidates = same.isEmpty() ? alike(readings) : same;
        return new StaffMatch(
                person,
                candidates.isEmpty() ? Kind.NOBODY : Kind.DOUBTFUL,
                null,
                candidates.stream().limit(MOST_CANDIDATES).toList());
    }

    /** Who has exactly that name; else who has it with other middle names. */
    private List<StaffName> sameName(List<List<String>> readings) {
        List<StaffName> exactly = having(readings, (words, one) -> words.equals(one.all()));
        return exactly.isEmpty() ? having(readings, StaffMatcher::sameButForMiddleNames) : exactly;
    }

    private interface Test {
        boolean holds(Set<String> words, Known one);
    }

    private List<StaffName> having(List<List<String>> readings, Test test) {
        return known.stream()
                .filter(one -> !one.given().isEmpty() && !one.family().isEmpty())
                .filter(one ->
                        readings.stream().anyMatch(words -> test.holds(new HashSet<>(words), one)))
                .map(Known::staff)
                .toList();
    }

    /** One has all words of the other, and a given and a family name are among them. */
    private static boolean sameButForMiddleNames(Set<String> words, Known one) {
        Set<String> spelt = new HashSet<>(words);
        spelt.removeIf(word -> word.length() == 1);
        boolean contained = one.all().containsAll(spelt) || spelt.containsAll(one.all());
        return contained
                && one.given().stream().anyMatch(spelt::contains)
                && one.family().stream().anyMatch(spelt::contains);
    }

    private record Scored(StaffName staff, int score) {}

    private List<StaffName> alike(List<List<String>> readings) {
        List<Scored> scored = new ArrayList<>();
        for (Known one : known) {
            int best = readings.stream().mapToInt(words -> likeness(words, one)).max().orElse(0);
            if (best > 0) {
                scored.add(new Scored(one.staff(), best));
            }
        }
        return scored.stream()
                .sorted(
                        Comparator.comparingInt(Scored::score)
                                .reversed()
                                .thenComparing(it -> it.staff().shown())
                                .thenComparing(it -> it.staff().id().value()))
                .map(Scored::staff)
                .toList();
    }

    /** 0: nothing in common. */
    private static int likeness(List<String> words, Known one) {
        boolean given = words.stream().anyMatch(word -> hasAlike(one.given(), word));
        boolean family = words.stream().anyMatch(word -> hasAlike(one.family(), word));
        boolean initial =
                words.stream()
                        .filter(word -> word.length() == 1)
                        .anyMatch(word ->
                                one.family().stream().anyMatch(name -> name.startsWith(word))
                                                && given
                                        || one.given().stream()
                                                        .anyMatch(name -> name.startsWith(word))
                                                && family);
        boolean joined =
                words.size() == 1
                        && one.given().stream()
                                .anyMatch(name ->
                                        one.family().stream()
                                                .anyMatch(last ->
                                                        isJoined(words.getFirst(), name, last)));
        if (given && family || joined) {
            return 4;
        }
        if (initial) {
            return 3;
        }
        boolean onlyOne = words.stream().filter(word -> word.length() > 1).count() == 1;
        return onlyOne && (given || family) ? family ? 2 : 1 : 0;
    }

    /** As in “alovelace” and “adalovelace”. */
    private static boolean isJoined(String word, String given, String family) {
        return word.equals(given + family)
                || word.equals(family + given)
                || word.equals(given.charAt(0) + family);
    }

    private static boolean hasAlike(Set<String> names, String word) {
        return names.contains(word) || names.stream().anyMatch(name -> isMisspelt(name, word));
    }

    /** Whether one letter is wrong, missing or too many. */
    private static boolean isMisspelt(String name, String word) {
        if (Math.min(name.length(), word.length()) < LONG_ENOUGH
                || Math.abs(name.length() - word.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(name.length(), word.length());
        while (start < shorter && name.charAt(start) == word.charAt(start)) {
            start++;
        }
        int nameEnd = name.length();
        int wordEnd = word.length();
        while (nameEnd > start
                && wordEnd > start
                && name.charAt(nameEnd - 1) == word.charAt(wordEnd - 1)) {
            nameEnd--;
            wordEnd--;
        }
        return nameEnd - start <= 1 && wordEnd - start <= 1;
    }
}
