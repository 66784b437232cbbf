"""Of any diary: what reassures is silent while something stands, told by a reckoning of its own."""

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.advice.evaluation import advise
from tests.examples import tried
from tests.guidance.facts_of import ago, day, facts_of
from tests.guidance.test_cases import REASSURING

DIARIES = 2000

PAINS = st.builds(
    Pain,
    at=st.integers(0, 30).map(ago),
    severity=st.sampled_from([0, 2, 3, 3, 3, 4, 6, 9]),
    is_flare=st.booleans(),
    triggers=st.sampled_from([(), (), (), (), ("fall",), ("sitting-long",), ("fever",)]),
    areas=st.sampled_from([(), (), ("lower-back-c",), ("groin",), ("calf-l",)]),
    qualities=st.sampled_from([(), (), ("aching",), ("numb",)]),
)
SESSIONS = st.builds(
    Session,
    at=st.integers(0, 40).map(lambda back: ago(back, 7)),
    routine=st.sampled_from(["walk", "core-basics"]),
    pain_before=st.none() | st.integers(0, 6),
    pain_after=st.none() | st.integers(0, 6),
    effort=st.none() | st.integers(1, 5),
    stopped=st.sampled_from([None, None, None, None, "chest-pain", "leg-weak", "cramp"]),
)
CHECKS = st.builds(
    Check,
    at=st.integers(0, 40).map(lambda back: ago(back, 8)),
    red_flags=st.sampled_from([(), (), (), ("pain_new_kind",), ("cough_worse",), ("foot_drop",)]),
    is_check_up=st.booleans(),
)
NIGHTS = st.builds(
    Night, night=st.integers(0, 14).map(day), asleep_min=st.integers(420, 520), quality=st.just(4)
)
FEELINGS = st.builds(Feeling, at=st.integers(0, 30).map(ago), words=st.just(("fever",)))
DIARY = st.tuples(
    st.lists(PAINS, max_size=12),
    st.lists(SESSIONS, max_size=6),
    st.lists(CHECKS, max_size=2),
    st.lists(NIGHTS, max_size=7, unique_by=lambda night: night.night),
    st.lists(FEELINGS, max_size=1),
)


def stands(entries: Sequence[Record]) -> bool:
    """Whether something asks for an answer, reckoned in the plainest way: nobody looked since."""
    checks = [each for each in entries if isinstance(each, Check)]
    answered = max((each.at for each in checks), default=ago(400))
    last = [each for each in checks if each.at == answered]
    if any(each.red_flags and not each.is_check_up for each in last) and len(last) == 1:
        return True
    for each in entries:
        if isinstance(each, Session):
            if each.stopped in {"chest-pain", "leg-weak"} and each.at > answered:
                return True
        elif isinstance(each, Pain) and not checks:
            is_fall = "fall" in each.triggers and each.severity >= 4
            is_numb = "groin" in each.areas and "numb" in each.qualities
            is_severe = each.severity >= 8 and each.day == max(
                other.day for other in entries if isinstance(other, Pain)
            )
            is_ill = "fever" in each.triggers and each.severity > 0
            if is_fall or is_numb or is_ill or (is_severe and first_week(entries)):
                return True
    return False


def first_week(entries: Sequence[Record]) -> bool:
    """Whether too few days are known to say what is usual."""
    return len({each.day for each in entries if isinstance(each, Pain)}) < 5


def holds(diary: tuple[list[Record], ...]) -> None:
    """Nothing that reassures is said while something stands; and then something is said."""
    entries = [each for kind in diary for each in kind]
    said = {each.id for each in advise(facts_of(entries))}
    if stands(entries):
        assert said, entries
        assert not REASSURING & said, entries


@given(diary=DIARY)
@tried(60)
def test_of_any_diary_nothing_reassures_while_something_stands(
    diary: tuple[list[Record], ...],
) -> None:
    holds(diary)


@pytest.mark.thorough
@given(diary=DIARY)
@settings(max_examples=DIARIES, deadline=None)
def test_of_two_thousand_diaries_nothing_reassures_while_something_stands(
    diary: tuple[list[Record], ...],
) -> None:
    holds(diary)


@given(diary=DIARY, hours=st.integers(0, 3))
@tried(60)
def test_a_clear_check_now_leaves_nothing_standing(
    diary: tuple[list[Record], ...], hours: int
) -> None:
    entries = [each for kind in diary for each in kind]
    check = Check(at=ago(0, 8, 12), updated=ago(0, 9))
    facts = facts_of(entries, check, now=ago(0, 9) + dt.timedelta(hours=hours))
    assert not [each.id for each in advise(facts) if each.stands]
