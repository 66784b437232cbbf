"""What stands does so until it is answered, however long ago it was taken down."""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance import concerns
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.gathering import gather
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.examples import tried
from tests.for_each import for_each
from tests.guidance.facts_of import ago, pains

LONG_AGO = (119, 120, 121, 400)
LEGS = ("calf-l", "calf-r")
USED_SINCE = pains(*(3,) * 30, last=700)
"""So the first weeks, which are always read, are others."""
SIGNS: Mapping[str, Any] = {
    "a fall, by its pain of later": (
        "rf-fall",
        lambda n: [*pains(1, last=n, triggers=("fall",)), *pains(7, last=n - 9)],
    ),
    "a fall, above the usual": (
        "rf-fall",
        lambda n: [*pains(*(1,) * 9, last=n + 1), *pains(3, last=n, triggers=("slipped",))],
    ),
    "numb about the seat": (
        "rf-numbness",
        lambda n: pains(5, last=n, areas=("groin",), qualities=("numb",)),
    ),
    "in own words": ("rf-numbness", lambda n: [Feeling(at=ago(n), words=("numb saddle",))]),
    "without control": ("rf-numbness", lambda n: pains(5, last=n, qualities=("wet myself",))),
    "both legs": ("rf-numbness", lambda n: pains(*(5,) * 30, last=n, areas=LEGS)),
    "one leg at noon, the other at night": (
        "rf-numbness",
        lambda n: [
            Pain(at=ago(n, 12), severity=4, areas=("calf-l",)),
            Pain(at=ago(n, 22), severity=4, areas=("foot-r",)),
        ],
    ),
    "fever": ("rf-fever", lambda n: pains(5, last=n, triggers=("fever",))),
    "fever without pain, then with": (
        "rf-fever",
        lambda n: pains(0, 5, last=n, triggers=("fever",)),
    ),
    "a weak leg": (
        "rf-weak-leg",
        lambda n: [Session(at=ago(n), routine="walk", stopped="leg-weak")],
    ),
    "a numb leg": ("rf-weak-leg", lambda n: [Session(at=ago(n), routine="walk", leg="numb")]),
    "chest pain": (
        "ex-stop-unwell",
        lambda n: [Session(at=ago(n), routine="walk", stopped="chest-pain")],
    ),
    "after a visit": (
        "visit-numb",
        lambda n: [Visit(at=ago(n), treatment="massage", side_effects=("numbness",))],
    ),
}


def kept(*entries: Record, **settings: Any) -> TinyRepository:
    """A diary of these."""
    clock = FrozenClock(MONDAY)
    repository = TinyRepository(MemoryStorage(), clock)  # type: ignore[no-untyped-call] # as TinyDB has it
    stated = [Setting(name=name, value=value) for name, value in settings.items()]
    repository.add(*entries, *stated)
    return repository


def standing(*entries: Record, **settings: Any) -> set[str]:
    """The ids of what stands in a diary that has these entries."""
    facts = gather(kept(*USED_SINCE, *entries, **settings), FrozenClock(MONDAY))
    return {advice.id for advice in advise(facts) if advice.stands}


@for_each("name", SIGNS)
def test_what_stands_does_so_until_it_is_answered(name: str) -> None:
    rule, made = SIGNS[name]
    for days in LONG_AGO:
        entries: list[Record] = made(days)
        assert rule in standing(*entries), days
        assert rule in standing(*entries, Check(at=ago(days + 60))), days
        assert rule not in standing(*entries, Check(at=ago(days - 20))), days
        assert rule not in standing(*entries, Check(at=ago(1), is_check_up=True)), days


def test_what_comes_with_a_condition_stands_as_long() -> None:
    for days in LONG_AGO:
        thin = {"conditions": ["osteoporosis"]}
        fall = [*pains(*(2,) * 9, last=days + 1), *pains(6, last=days, triggers=("fall",))]
        lifted = [*pains(*(2,) * 9, last=days + 1), *pains(7, last=days, triggers=("lifting",))]
        checked = Check(at=ago(days - 20))
        assert "rf-trauma" in standing(*fall, checked, **thin)
        assert "rf-trauma" not in standing(*fall, Check(at=ago(9), is_check_up=True), **thin)
        assert "rf-trauma" in standing(*lifted, **thin)
        assert "rf-trauma" not in standing(*lifted)
        assert "rf-trauma" not in standing(*lifted, checked, **thin)
        higher = pains(*(4,) * 3, last=days, areas=("mid-back-c",))
        assert "rf-after-cancer" in standing(*higher, conditions=["cancer_history"])
        assert "rf-after-cancer" not in standing(*higher)
        bleeding = pains(3, last=days, triggers=("bleeding",))
        assert "rf-pregnancy" in standing(*bleeding, conditions=["pregnancy"])


def test_what_a_check_knew_of_is_not_new_after_it() -> None:
    chronic = pains(*(5,) * 500, areas=LEGS)
    for days in (1, 60, 119, 121, 200, 350):
        assert "rf-numbness" not in standing(*chronic, Check(at=ago(days)))


def test_what_is_said_of_it_names_its_day() -> None:
    [concern] = concerns.open_concerns(
        gather(kept(*pains(5, last=400, triggers=("fever",))), FrozenClock(MONDAY))
    )
    assert concern.because == "Illness or fever on Sun 19 Oct 2025."


def test_it_does_not_count_in_what_the_last_months_were_like() -> None:
    old = pains(9, last=400, triggers=("fever",), is_flare=True)
    facts = gather(kept(*USED_SINCE, *old), FrozenClock(MONDAY))
    assert old[0].day not in facts.pain_by_day
    assert old[0].id in {entry.id for entry in facts.with_earlier.pains}


ENTRIES = st.one_of(
    st.builds(
        Pain,
        at=st.integers(0, 500).map(ago),
        severity=st.sampled_from([0, 1, 3, 3, 6]),
        triggers=st.sampled_from([(), ("fall",), ("fever",), ("sitting-long",)]),
        areas=st.sampled_from([(), ("groin",), ("lower-back-c",), ("calf-l",)]),
        qualities=st.sampled_from([(), ("numb",), ("aching",)]),
    ),
    st.builds(Feeling, at=st.integers(0, 500).map(ago), words=st.sampled_from([("fever",), ()])),
    st.builds(
        Session,
        at=st.integers(0, 500).map(lambda back: ago(back, 7)),
        routine=st.just("walk"),
        stopped=st.sampled_from([None, "leg-weak"]),
        leg=st.sampled_from([None, "numb"]),
    ),
    st.builds(
        Check,
        at=st.integers(0, 500).map(lambda back: ago(back, 9)),
        is_check_up=st.booleans(),
    ),
)


@given(
    entries=st.lists(ENTRIES, max_size=25),
    conditions=st.sampled_from([[], ["osteoporosis"], ["immune_suppressed"]]),
)
@tried(60)
def test_nothing_stands_less_than_if_the_whole_diary_were_read(
    entries: Sequence[Record], conditions: list[str]
) -> None:
    repository = kept(*entries, conditions=conditions)
    clock = FrozenClock(MONDAY)
    kinds: tuple[type[Record], ...] = (Pain, Feeling, Session, Check)
    everything = [each for kind in kinds for each in repository.entries(kind)]
    whole = Facts(clock, everything, repository.settings())
    facts = gather(repository, clock)
    looks = (concerns.fall, concerns.numbness, concerns.numb_leg, concerns.illness)
    for look in looks:
        assert look(facts) or not look(whole)
    assert concerns.stopped(facts, concerns.STOPS) == concerns.stopped(whole, concerns.STOPS)
