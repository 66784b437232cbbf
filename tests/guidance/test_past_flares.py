"""One's own flares, counted: how long they took, what helped on their days, what was done, how the last one ended."""

import statistics
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.past_flares import DoneIn, MarkedAs, PastFlares, past_flares
from tests.conftest import FrozenClock
from tests.examples import tried
from tests.guidance.facts_of import ago, day, pains
from tests.guidance.flares_of import days_of, done, two_flares
from tests.guidance.test_agenda import diary


def past(*records: Record) -> PastFlares:
    return past_flares(diary(*records), FrozenClock())


@given(st.lists(st.integers(1, 12), max_size=7), st.integers(2, 5))
@tried(60)
def test_the_lengths_and_their_median_are_exact(lengths: Sequence[int], calm: int) -> None:
    found = past(*days_of(lengths, calm)[0])
    assert found.lengths == tuple(lengths)
    assert found.unfinished == 0
    assert found.median == (statistics.median(lengths) if lengths else None)
    assert found.is_enough is (len(lengths) >= 2)


def test_a_length_is_from_the_first_to_the_last_bad_day_with_a_better_one_between() -> None:
    assert past(*pains(2, 2, 2, 2, 2, 6, 6, 3, 6, 2, 2)).lengths == (4,)


def test_what_goes_on_is_not_counted_and_what_nobody_noted_to_its_end_is_said_to_be_so() -> None:
    going_on, _ = days_of((4, 2), calm=0)
    found = past(*going_on)
    assert (found.lengths, found.unfinished) == ((), 0)
    assert found.now
    assert found.now.first == day(5)
    silent, _ = days_of((4,), calm=0, last=10)
    found = past(*silent)
    assert (found.lengths, found.unfinished, found.now) == ((), 1, None)


def test_one_that_was_there_when_the_diary_began_has_no_known_beginning() -> None:
    found = past(
        *(Pain(at=ago(back), severity=7, is_flare=True) for back in (9, 8)), *pains(2, 2, last=6)
    )
    assert (found.lengths, found.unfinished, found.last) == ((), 1, None)


def test_what_was_marked_is_counted_by_days_and_flares_what_helped_most_first() -> None:
    assert past(*two_flares()).marked == (
        MarkedAs("heat", helped=2, little=1, not_helped=0, flares=2),
        MarkedAs("walking", helped=0, little=1, not_helped=1, flares=1),
    )


def test_of_several_answers_of_a_day_the_best_counts_and_what_is_only_named_helped() -> None:
    entries, ((only,),) = days_of((1,))
    late = [
        Pain(at=ago(only, hour=hour), severity=7, relievers=("heat", "rest"), relief={"heat": how})  # type: ignore[dict-item]
        for hour, how in ((10, "no"), (12, "yes"), (14, "a-little"))
    ]
    assert past(*entries, *late).marked == (
        MarkedAs("heat", 1, 0, 0, 1),
        MarkedAs("rest", 1, 0, 0, 1),
    )


def test_what_never_helped_is_not_among_what_did() -> None:
    entries, _ = days_of((2, 2), relief={"heat": "no"})
    assert past(*entries).marked == ()


def test_a_routine_has_its_times_and_the_pain_of_those_that_say_both() -> None:
    assert past(*two_flares()).done == (
        DoneIn("flare-up-gentle", "Flare-Up Gentle", times=3, known=2, before=7.5, after=5.5),
    )


def test_a_routine_that_was_stopped_is_counted_and_says_so() -> None:
    entries, (flare,) = days_of((2,))
    (found,) = past(*entries, done(flare[0], 6, 8, stopped="pain-up-2"), done(flare[1], 6, 6)).done
    assert (found.times, found.before, found.after, found.stopped) == (2, 6, 7, 1)


def test_the_last_one_says_how_it_ended() -> None:
    last = past(*two_flares()).last
    assert last
    assert (last.days, last.first, last.bad, last.end) == (6, day(12), day(7), day(5))
    assert (last.pain, last.calm) == (7, 2)
    assert (last.helped, last.done) == (("heat",), ())


def test_what_comes_later_is_not_known_yet() -> None:
    entries, _ = days_of((3, 6), calm=7)
    now = FrozenClock()
    assert past_flares(diary(*entries), now, last=day(0)).lengths == (3, 6)
    early = [entry for entry in entries if entry.day <= day(12)]
    assert past_flares(diary(*early), now, last=day(12)).now
    assert past_flares(diary(*early), now).now is None
