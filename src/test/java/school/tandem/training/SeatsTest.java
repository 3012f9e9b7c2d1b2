package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.tandem.roster.PersonId;

class SeatsTest {

    private static final Instant START = Instant.parse("2026-11-30T14:30:00Z");
    private static final Instant NOW = START.minus(Duration.ofDays(10));

    private Seats seats = new Seats(2, START, List.of());

    @Test
    void whoComesFirstHasASeatAndTheNextOnesWait() {
        assertThat(take(1, NOW)).isEqualTo(BookingState.BOOKED);
        assertThat(take(2, NOW)).isEqualTo(BookingState.BOOKED);
        assertThat(take(3, NOW)).isEqualTo(BookingState.WAITING);
    }

    @Test
    void whoBooksTwiceHasOneSeat() {
        take(1, NOW);
        take(1, NOW.plusSeconds(5));
        assertThat(seats.all()).hasSize(1);
        assertThat(of(1).since()).isEqualTo(NOW);
    }

    @Test
    void aFreedSeatIsOfferedAtOnceToWhoeverWaitsLongest() {
        fill();
        seats.leave(new PersonId(1), NOW.plusSeconds(60));
        assertThat(of(3).state()).isEqualTo(BookingState.OFFERED);
        assertThat(of(3).offeredUntil()).isEqualTo(NOW.plusSeconds(60).plus(Seats.HELD));
        assertThat(of(4).state()).isEqualTo(BookingState.WAITING);
    }

    @Test
    void whoTakesTheOfferHasTheSeat() {
        fill();
        seats.leave(new PersonId(1), NOW);
        assertThat(take(3, NOW.plusSeconds(1))).isEqualTo(BookingState.BOOKED);
    }

    @Test
    void anOfferThatIsNotTakenLapsesAndGoesToTheNext() {
        fill();
        seats.leave(new PersonId(1), NOW);
        Instant later = NOW.plus(Seats.HELD);
        seats.settle(later.minusMillis(1));
        assertThat(of(3).state()).isEqualTo(BookingState.OFFERED);
        seats.settle(later);
        assertThat(seats.all()).extracting(b -> b.person().value()).doesNotContain(3L);
        assertThat(of(4).state()).isEqualTo(BookingState.OFFERED);
        assertThat(take(3, later)).isEqualTo(BookingState.WAITING);
    }

    @Test
    void whatWasGivenBackByMistakeIsAsItWas() {
        fill();
        List<Booking> before = seats.all();
        Booking given = of(1);
        seats.leave(new PersonId(1), NOW.plusSeconds(60));
        seats.restore(given);
        assertThat(seats.all()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void whoComesBackToASeatThatWasTakenWaitsBeforeAllOthers() {
        fill();
        Booking given = of(1);
        seats.leave(new PersonId(1), NOW);
        take(3, NOW.plusSeconds(1));
        seats.restore(given);
        assertThat(of(1).state()).isEqualTo(BookingState.WAITING);
        seats.leave(new PersonId(2), NOW.plusSeconds(2));
        assertThat(of(1).state()).isEqualTo(BookingState.OFFERED);
    }

    @Test
    void anOfferEndsWhenTheSessionBegins() {
        fill();
        seats.leave(new PersonId(1), START.minusSeconds(60));
        assertThat(of(3).offeredUntil()).isEqualTo(START);
    }

    @Test
    void withoutALimitNobodyWaits() {
        fill();
        seats = new Seats(null, START, seats.all());
        seats.settle(NOW);
        assertThat(seats.all()).allMatch(b -> b.state() == BookingState.BOOKED);
    }

    /** What holds after any sequence of whatever people do, with any number of seats. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987})
    void whateverHappensSeatsAreNeitherLostNorGivenTwice(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 40; run++) {
            Integer capacity = random.nextInt(8) == 0 ? null : 1 + random.nextInt(5);
            seats = new Seats(capacity, START, List.of());
            Instant now = NOW;
            for (int step = 0; step < 60; step++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(600)));
                PersonId person = new PersonId(1 + random.nextInt(9));
                if (random.nextInt(3) > 0) {
                    int before = seats.all().size();
                    seats.take(person, now);
                    assertThat(seats.all().size()).isLessThanOrEqualTo(before + 1);
                } else {
                    seats.leave(person, now);
                }
                assertHolds(capacity, now);
                // What is read back from the database goes on as if it had never left.
                seats = new Seats(capacity, START, seats.all());
            }
        }
    }

    private void assertHolds(@Nullable Integer capacity, Instant now) {
        List<Booking> all = seats.all();
        List<Booking> waiting = of(BookingState.WAITING);
        long held = all.size() - waiting.size();
        assertThat(all).extracting(Booking::person).doesNotHaveDuplicates();
        if (capacity == null) {
            assertThat(waiting).isEmpty();
        } else {
            assertThat(held).isLessThanOrEqualTo(capacity);
            if (!waiting.isEmpty()) {
                assertThat(held).as("nobody waits while a seat is free").isEqualTo((long) capacity);
            }
        }
        // Whoever was offered a seat had waited longer than all who still wait.
        Instant first =
                waiting.stream().map(Booking::since).min(Comparator.naturalOrder()).orElse(now);
        assertThat(of(BookingState.OFFERED))
                .allSatisfy(offered -> {
                    assertThat(offered.since()).isBeforeOrEqualTo(first);
                    assertThat(offered.offeredUntil()).isAfter(now).isBeforeOrEqualTo(START);
                });
    }

    private void fill() {
        for (int i = 1; i <= 4; i++) {
            take(i, NOW.plusSeconds(i));
        }
    }

    private BookingState take(long person, Instant now) {
        return seats.take(new PersonId(person), now).state();
    }

    private Booking of(long person) {
        return seats.all().stream()
                .filter(booking -> booking.person().value() == person)
                .findFirst()
                .orElseThrow();
    }

    private List<Booking> of(BookingState state) {
        return seats.all().stream().filter(booking -> booking.state() == state).toList();
    }
}
