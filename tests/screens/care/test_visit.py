"""A visit: keys in, file out; like the last one in at most six keys."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

import msgspec
import pytest
from textual.events import Key
from textual.pilot import Pilot

from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.screens import VisitForm
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import (
    but_for_when,
    click,
    flowing,
    line_with,
    lines,
    painted,
    place_of,
    press,
    seen,
    to_field,
    write,
)
from tests.stored import stored

BIG = (100, 60)
DANA = Person(id="dana", name="Dana")
LAST = Visit(
    id="last",
    at=MONDAY - dt.timedelta(days=14),
    treatment="massage",
    kind="deep-tissue",
    techniques=("petrissage", "oil"),
    person="dana",
    minutes=60,
    areas=("lower-back-l",),
    pressure=3,
    response="relaxed",
    inflammation=("redness",),
    pain_before=7,
    pain_after=5,
    bend_before=2,
    mood_after=4,
    sore_next_day=3,
    cost=75,
    note="the first",
)
NEEDLES = Visit(
    id="needles", at=MONDAY - dt.timedelta(days=20), treatment="acupuncture", minutes=30
)
COURSE = Course(id="course", treatment="massage", started=dt.date(2026, 11, 1))


class Visiting(Protocol):
    """Opens the form of a visit."""

    def __call__(
        self, visit: Visit | None = None, size: tuple[int, int] = (80, 24), **given: Any
    ) -> AbstractAsyncContextManager[Pilot[None]]:
        """The pilot, with the form in front."""


@pytest.fixture
def visiting(app_at: AppAt) -> Visiting:
    """The form over Today."""

    @asynccontextmanager
    async def opened(
        visit: Visit | None = None, size: tuple[int, int] = (80, 24), **given: Any
    ) -> AsyncIterator[Pilot[None]]:
        async with app_at(size) as pilot:
            await open_again(pilot, visit, **given)
            yield pilot

    return opened


async def open_again(pilot: Pilot[None], visit: Visit | None = None, **given: Any) -> None:
    """Open the form."""
    app: Any = pilot.app
    app.push_screen(VisitForm(app.desk, visit, given))
    await painted(pilot)


def newest(repository: TinyRepository) -> Visit:
    """The last visit of the diary."""
    return repository.entries(Visit)[-1]


async def fill(pilot: Any, label: str, text: str) -> None:
    """Write over what stands in the field of this label."""
    await to_field(pilot, label)
    await press(pilot, "end ctrl+u")
    await write(pilot, text)


@pytest.mark.thorough
async def test_keys_typed_faster_than_the_screen_follows_are_all_taken(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(LAST, DANA)
    async with app_at(BIG) as pilot:
        await press(pilot, "4 a")
        for key in "63r":
            pilot.app.post_message(Key(key, key))
        pilot.app.post_message(Key("enter", "\r"))
        await painted(pilot)
        assert "saved 08:12" in lines(pilot)[0]
    visit = repository.entries(Visit)[-1]
    assert (visit.pain_before, visit.pain_after, visit.response) == (6, 3, "relaxed")


async def test_a_massage_like_the_last_one_takes_five_keys(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(DANA, LAST)
    async with app_at() as pilot:
        await press(pilot, "4")
        await press(pilot, "a 6 3 r enter")
        assert "saved 08:12 · Massage 60 min · 6 → 3" in lines(pilot)[0]
    visit = newest(repository)
    wanted = Visit(
        id=visit.id,
        updated=visit.updated,
        at=MONDAY,
        treatment="massage",
        kind="deep-tissue",
        techniques=("petrissage", "oil"),
        person="dana",
        minutes=60,
        areas=("lower-back-l",),
        pressure=3,
        response="relaxed",
        pain_before=6,
        pain_after=3,
        cost=75,
    )
    assert visit == wanted


@pytest.mark.thorough
async def test_another_treatment_like_its_last_one_takes_five_keys_too(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(DANA, LAST, NEEDLES)
    async with app_at() as pilot:
        await press(pilot, "4")
        await press(pilot, "a ctrl+t 6 4 enter")
    visit = newest(repository)
    assert (visit.treatment, visit.minutes, visit.person) == ("acupuncture", 30, None)
    assert (visit.pain_before, visit.pain_after, visit.response) == (6, 4, None)
    assert (visit.kind, visit.techniques, visit.pressure) == (None, (), None)


async def test_undo_takes_a_visit_and_whoever_came_with_it_back(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting(size=BIG) as pilot:
        await press(pilot, "6")
        await to_field(pilot, "With")
        await write(pilot, "Dana ")
        await write(pilot, "[x]")
        await press(pilot, "ctrl+s")
        (person,) = repository.entries(Person)
        assert (person.name, newest(repository).person) == ("Dana [x]", person.id)
        await press(pilot, "u")
    assert repository.entries(Person) == ()
    assert repository.entries(Visit) == ()


async def test_one_undo_takes_back_the_change_of_a_visit_and_whoever_joined_the_team_by_it(
    visiting: Visiting, repository: TinyRepository
) -> None:
    repository.add(NEEDLES)
    async with visiting(NEEDLES, BIG) as pilot:
        await to_field(pilot, "With")
        await write(pilot, "Wen Li")
        await press(pilot, "enter ctrl+s")
        (person,) = repository.entries(Person)
        assert (person.name, newest(repository).person) == ("Wen Li", person.id)
        await press(pilot, "u")
    assert repository.entries(Person) == ()
    assert newest(repository).person is None


@pytest.mark.thorough
async def test_whoever_is_known_is_found_by_name(
    visiting: Visiting, repository: TinyRepository
) -> None:
    repository.add(DANA)
    async with visiting(size=BIG) as pilot:
        await to_field(pilot, "With")
        await write(pilot, "dana")
        await press(pilot, "enter ctrl+s")
    assert [person.id for person in repository.entries(Person)] == ["dana"]
    assert newest(repository).person == "dana"


async def test_nobody_joins_the_care_team_when_the_visit_cannot_be_saved(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting(size=BIG) as pilot:
        await to_field(pilot, "With")
        await write(pilot, "Dana")
        await press(pilot, "enter")
        await fill(pilot, "Length", "long")
        await press(pilot, "ctrl+s")
        assert "Length: this cannot be read yet." in seen(pilot)
    assert repository.entries(Person) == ()
    assert repository.entries(Visit) == ()


async def test_everything_that_can_be_said_of_a_massage_is_kept(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting(size=(120, 60)) as pilot:
        await press(pilot, "minus 0 u")
        await to_field(pilot, "Kind")
        await write(pilot, "swed")
        await press(pilot, "enter")
        await to_field(pilot, "Techniques")
        await write(pilot, "knead")
        await press(pilot, "enter")
        await write(pilot, "elbows ")
        await write(pilot, "[own]")
        await press(pilot, "enter")
        await to_field(pilot, "Pressure")
        await press(pilot, "d")
        await fill(pilot, "Length", "1h")
        await fill(pilot, "Cost", "49.5")
        await to_field(pilot, "Bend before")
        await press(pilot, "2 7")
        await to_field(pilot, "Mood before")
        await press(pilot, "2 tab 4")
        await to_field(pilot, "Note")
        await write(pilot, "[/] good")
        await press(pilot, "ctrl+s")
    visit = newest(repository)
    assert (visit.pain_before, visit.pain_after, visit.response) == (10, 0, "unchanged")
    assert (visit.kind, visit.techniques) == ("swedish", ("petrissage", "elbows [own]"))
    assert (visit.pressure, visit.minutes, visit.cost) == (4, 60, 49.5)
    assert (visit.bend_before, visit.bend_after) == (2, 7)
    assert (visit.mood_before, visit.mood_after, visit.note) == (2, 4, "[/] good")


async def test_spasm_side_effects_and_the_pressure_wanted_are_kept_and_said_the_next_time(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting(size=(120, 70)) as pilot:
        assert "last time you wanted" not in seen(pilot)
        await press(pilot, "6 3 r")
        await to_field(pilot, "Next time")
        await press(pilot, "l")
        await to_field(pilot, "Spasm before")
        await press(pilot, "7 4")
        await to_field(pilot, "Side effects")
        await write(pilot, "bru")
        await press(pilot, "enter")
        await write(pilot, "dizz")
        await press(pilot, "enter ctrl+s")
        visit = newest(repository)
        assert (visit.spasm_before, visit.spasm_after) == (7, 4)
        assert (visit.side_effects, visit.pressure_next) == (("bruise", "dizzy"), "lighter")
        await open_again(pilot)
        assert "Pressure last time you wanted: lighter" in flowing(pilot)
        await press(pilot, "5 enter")
    again = newest(repository)
    assert (again.side_effects, again.pressure_next, again.spasm_before) == ((), None, None)


async def test_a_side_effect_that_is_none_of_these_is_said_and_not_lost(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting(size=(120, 70)) as pilot:
        await to_field(pilot, "Side effects")
        await write(pilot, "sleepy")
        await press(pilot, "tab ctrl+s")
        assert "sleepy▏ is none of these" in seen(pilot)
        assert 'Side effects: "sleepy" is not one or more of bruise' in flowing(pilot)
    assert repository.entries(Visit) == ()


@pytest.mark.thorough
async def test_areas_are_chosen_on_the_body_by_key_and_by_name_without_numbers(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting(size=(120, 60)) as pilot:
        await press(pilot, "5 4 r tab space 7 slash")
        assert "Where were you treated?" in seen(pilot)
        await write(pilot, "back of neck")
        await press(pilot, "enter ctrl+s")
    assert newest(repository).areas == ("lower-back-c", "neck-back")


@pytest.mark.thorough
async def test_what_belongs_to_a_massage_is_not_asked_of_another_treatment(
    visiting: Visiting, repository: TinyRepository
) -> None:
    repository.add(NEEDLES)
    async with visiting(size=BIG) as pilot:
        assert "Acupuncture · today, 08:12" in lines(pilot)[0]
        for label in ("The muscles", "Kind", "Techniques", "Pressure"):
            assert label not in seen(pilot)
        assert "Bend before" in seen(pilot)
        await press(pilot, "6 4 enter")
    assert newest(repository).pain_after == 4


@pytest.mark.thorough
async def test_changing_the_treatment_loses_nothing_that_was_typed(
    visiting: Visiting, repository: TinyRepository
) -> None:
    repository.add(DANA, LAST, NEEDLES)
    async with visiting(size=BIG) as pilot:
        await press(pilot, "6 3 u")
        await to_field(pilot, "Pressure")
        await press(pilot, "l")
        await to_field(pilot, "Note")
        await write(pilot, "slow")
        await press(pilot, "ctrl+t")
        assert "Acupuncture" in lines(pilot)[0]
        assert "30 min" in line_with(pilot, "Length")
        assert "slow" in line_with(pilot, "Note")
        await press(pilot, "shift+tab")
        while "▌Treatment" not in seen(pilot):
            await press(pilot, "shift+tab")
        await write(pilot, "massage")
        await press(pilot, "enter ctrl+s")
    visit = newest(repository)
    assert (visit.treatment, visit.minutes, visit.person) == ("massage", 60, "dana")
    assert (visit.pain_before, visit.response, visit.pressure) == (6, "unchanged", 1)
    assert (visit.note, visit.techniques) == ("slow", ("petrissage", "oil"))


@pytest.mark.thorough
async def test_a_treatment_may_be_ones_own_word(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting(size=BIG) as pilot:
        await press(pilot, "shift+tab")
        await write(pilot, "Reiki ")
        await write(pilot, "[x]")
        await press(pilot, "enter")
        assert "Reiki [x] · today" in lines(pilot)[0]
        await press(pilot, "tab 5 ctrl+s")
        await open_again(pilot)
        assert "● Reiki [x]" in seen(pilot)
    assert newest(repository).treatment == "Reiki [x]"


@pytest.mark.thorough
async def test_the_treatment_cannot_be_taken_away(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting(size=BIG) as pilot:
        await press(pilot, "shift+tab space")
        assert "● Massage" in seen(pilot)
        await press(pilot, "ctrl+s")
    assert newest(repository).treatment == "massage"


async def test_a_muscle_that_does_not_let_go_asks_for_signs_and_puts_massage_off(
    visiting: Visiting, repository: TinyRepository
) -> None:
    repository.add(COURSE)
    async with visiting() as pilot:
        await press(pilot, "6 7")
        assert "it may be inflamed" not in flowing(pilot)
        await press(pilot, "t")
        assert (
            "or the pressure was more than it liked. Put massage off until it settles"
            in flowing(pilot)
        )
        assert "Source: Back Massage Therapy For Chronic Back Pain Relief, 2024" in flowing(pilot)
        await to_field(pilot, "You notice")
        await press(pilot, "space ctrl+s")
        assert "Put massage off for now" in seen(pilot)
        assert "Your course counts as put off until you take it up again" in flowing(pilot)
        assert "Source: Back Massage Therapy" in seen(pilot)
        await press(pilot, "s space down space ctrl+s")
    visit = newest(repository)
    assert (visit.response, visit.inflammation) == ("tensed", ("swelling",))
    (look,) = repository.entries(Signs)
    assert look.inflammation == ("swelling", "heat")


async def test_signs_can_wait(visiting: Visiting, repository: TinyRepository) -> None:
    async with visiting() as pilot:
        await press(pilot, "6 7 p enter")
        assert "The massage on Mon 23 Nov: pressure was painful." in flowing(pilot)
        assert "course" not in seen(pilot).partition("Put massage off")[2].partition("Source")[0]
        await press(pilot, "escape")
        assert "saved 08:12" in lines(pilot)[0]
    assert newest(repository).response == "painful"
    assert repository.entries(Signs) == ()


@pytest.mark.thorough
async def test_signs_typed_for_a_muscle_that_did_let_go_are_not_kept(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting() as pilot:
        await press(pilot, "6 7 t")
        await to_field(pilot, "You notice")
        await press(pilot, "space shift+tab r enter")
        assert "Put massage off for now" not in seen(pilot)
    assert newest(repository).inflammation == ()


@pytest.mark.thorough
async def test_what_was_long_ago_is_no_reason_to_put_massage_off_now(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting() as pilot:
        for ago, asked in ((7, False), (6, True)):
            await press(pilot, "6 7 t")
            await press(pilot, " ".join(["left_square_bracket"] * ago))
            await press(pilot, "enter")
            assert ("Put massage off for now" in seen(pilot)) is asked, ago
            assert MONDAY.date() - dt.timedelta(days=ago) in {
                each.day for each in repository.entries(Visit)
            }
            await open_again(pilot)


@pytest.mark.thorough
async def test_changing_something_else_of_such_a_visit_does_not_ask_again(
    visiting: Visiting, repository: TinyRepository
) -> None:
    visit = Visit(at=MONDAY, treatment="massage", response="tensed", pain_after=5)
    repository.add(visit)
    async with visiting(visit) as pilot:
        await press(pilot, "4 enter")
        assert "Put massage off for now" not in seen(pilot)
    assert newest(repository).pain_before == 4


@pytest.mark.thorough
async def test_a_visit_names_the_course_that_is_open_on_its_day(
    visiting: Visiting, repository: TinyRepository
) -> None:
    over = Course(
        id="over", treatment="massage", started=dt.date(2026, 9, 1), ended=dt.date(2026, 10, 31)
    )
    other = Course(id="other", treatment="acupuncture", started=dt.date(2026, 11, 20))
    repository.add(COURSE, over, other)
    async with visiting(treatment="massage") as pilot:
        await press(pilot, "6 enter")
        assert newest(repository).course == "course"
        await open_again(pilot, newest(repository))
        await fill(pilot, "When", "2026-10-05 10:00")
        await press(pilot, "enter")
        assert newest(repository).course == "over"
        await open_again(pilot, newest(repository))
        await fill(pilot, "When", "2026-08-05 10:00")
        await press(pilot, "enter")
    assert newest(repository).course is None


@pytest.mark.thorough
async def test_a_new_course_makes_its_treatment_the_usual_one(
    visiting: Visiting, repository: TinyRepository
) -> None:
    begun = Course(treatment="massage", started=dt.date(2026, 11, 10))
    repository.add(begun, NEEDLES)
    async with visiting() as pilot:
        assert "Massage · today, 08:12" in lines(pilot)[0]
        await press(pilot, "ctrl+t")
        assert "Acupuncture · today, 08:12" in lines(pilot)[0]


@pytest.mark.thorough
async def test_what_is_given_stands_over_what_is_usual(
    visiting: Visiting, repository: TinyRepository
) -> None:
    repository.add(DANA, LAST)
    async with visiting(treatment="massage", minutes=30) as pilot:
        await press(pilot, "enter")
    assert (newest(repository).minutes, newest(repository).kind) == (30, "deep-tissue")


async def test_a_visit_opened_and_saved_unchanged_is_the_same(
    visiting: Visiting, repository: TinyRepository
) -> None:
    repository.add(DANA, COURSE, LAST)
    (before,) = repository.entries(Visit)
    async with visiting(before, BIG) as pilot:
        assert "Change the visit · Mon 9 Nov, 08:12" in lines(pilot)[0]
        await press(pilot, "enter")
    (after,) = repository.entries(Visit)
    assert msgspec.structs.replace(after, updated=before.updated) == before


async def test_a_change_keeps_the_offset_the_seconds_and_what_is_unknown_here(
    app_at: AppAt, diary_path: Path, repository: TinyRepository, clock: FrozenClock
) -> None:
    at = dt.datetime.fromisoformat("2026-11-20T17:30:12-05:00")
    repository.add(Visit(id="kept", at=at, treatment="massage", course="gone", bend_before=4))
    tables = msgspec.json.decode(diary_path.read_bytes())
    next(iter(tables["visit"].values()))["room"] = "blue"
    diary_path.write_bytes(msgspec.json.encode(tables))
    diary = open_repository(diary_path, clock)
    async with app_at(BIG, diary) as pilot:
        await open_again(pilot, diary.entries(Visit)[0])
        await fill(pilot, "Length", "45")
        await press(pilot, "enter")
    (document,) = msgspec.json.decode(diary_path.read_bytes())["visit"].values()
    assert document["at"] == "2026-11-20T17:30:12-05:00"
    assert (document["room"], document["course"], document["minutes"]) == ("blue", "gone", 45)
    assert (document["id"], document["bend_before"]) == ("kept", 4)


@pytest.mark.thorough
async def test_what_was_stated_of_another_treatment_is_shown_and_kept(
    visiting: Visiting, repository: TinyRepository
) -> None:
    visit = Visit(at=MONDAY, treatment="osteopathy", response="unchanged", inflammation=("heat",))
    repository.add(visit)
    (before,) = repository.entries(Visit)
    async with visiting(visit, BIG) as pilot:
        assert "● unchanged" in seen(pilot)
        assert "● Warm to touch" in seen(pilot)
        await press(pilot, "ctrl+s")
    assert but_for_when(repository.entries(Visit)) == but_for_when((before,))


@pytest.mark.thorough
async def test_a_person_who_was_removed_stays_named_but_is_not_proposed_again(
    visiting: Visiting, repository: TinyRepository
) -> None:
    repository.add(DANA, LAST)
    repository.remove("dana")
    (before,) = repository.entries(Visit)
    async with visiting(before, BIG) as pilot:
        assert "● somebody no longer listed" in seen(pilot)
        await press(pilot, "6 ctrl+s")
        assert newest(repository).person == "dana"
        await open_again(pilot)
        assert "no longer" not in seen(pilot)
        await press(pilot, "5 enter")
    assert newest(repository).person is None
    assert repository.entries(Person) == ()


@pytest.mark.thorough
async def test_soreness_of_the_day_after_is_asked_once_that_day_can_be_over(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting(size=BIG) as pilot:
        assert "Sore next day" not in seen(pilot)
        await press(pilot, "5 left_square_bracket")
        assert "Massage · yesterday, 08:12" in lines(pilot)[0]
        await to_field(pilot, "Sore next day")
        await press(pilot, "4 ctrl+s")
    assert (newest(repository).sore_next_day, newest(repository).day) == (
        4,
        MONDAY.date() - dt.timedelta(days=1),
    )


async def test_a_bad_value_gets_one_sentence_and_stays_until_it_can_be_read(
    visiting: Visiting, repository: TinyRepository
) -> None:
    async with visiting(size=BIG) as pilot:
        for label, text, right in (
            ("When", "gestern", "now"),
            ("Length", "-5", "50 min"),
            ("Cost", "a lot", "60"),
            ("Cost", "-1", "60"),
        ):
            await fill(pilot, label, text)
            await press(pilot, "enter")
            assert text in line_with(pilot, f"▌{label}")
            assert f'"{text}" is not' in flowing(pilot)
            await press(pilot, "ctrl+s")
            assert f"{label}: this cannot be read yet." in seen(pilot)
            assert repository.entries(Visit) == ()
            await fill(pilot, label, right)
        await press(pilot, "enter")
    assert (newest(repository).minutes, newest(repository).cost) == (50, 60)


async def test_a_half_filled_visit_comes_back_and_one_left_untouched_is_no_draft(
    visiting: Visiting, repository: TinyRepository
) -> None:
    repository.add(DANA, LAST, NEEDLES)
    async with visiting(size=BIG) as pilot:
        await press(pilot, "escape")
        assert not any(name.startswith("draft.") for name in stored(repository))
        await open_again(pilot)
        await press(pilot, "ctrl+t 6")
        await fill(pilot, "Cost", "a lo")
        await press(pilot, "escape")
        assert "kept as a draft" in seen(pilot)
        await open_again(pilot)
        assert "Acupuncture" in lines(pilot)[0]
        assert "[6]" in line_with(pilot, "Pain before")
        assert "a lo" in line_with(pilot, "Cost")
        await press(pilot, "ctrl+n")
        assert "Massage · today" in lines(pilot)[0]
        assert "75" in line_with(pilot, "Cost")
        assert "[6]" not in seen(pilot)
        await press(pilot, "ctrl+n")
        assert "a lo" in line_with(pilot, "Cost")


@pytest.mark.thorough
async def test_a_visit_by_mouse_alone(visiting: Visiting, repository: TinyRepository) -> None:
    async with visiting(size=(120, 60)) as pilot:
        at = place_of(pilot, "Pain before")
        await pilot.click(offset=(at.x + 16 + 3 * 7 + 1, at.y))
        await pilot.click(offset=(at.x + 16 + 3 * 10 + 2, at.y + 2))
        await click(pilot, "○ unchanged", right=4)
        await click(pilot, "○ firm")
        await click(pilot, "○ Swedish")
        await click(pilot, "save")
    visit = newest(repository)
    assert (visit.pain_before, visit.pain_after, visit.response) == (7, 10, "unchanged")
    assert (visit.pressure, visit.kind) == (3, "swedish")


@pytest.mark.thorough
async def test_it_is_worked_the_same_at_any_size(
    visiting: Visiting, repository: TinyRepository
) -> None:
    repository.add(DANA, LAST)
    async with visiting(size=(36, 10)) as pilot:
        for size in ((36, 10), (40, 12), (60, 20), (200, 60)):
            await pilot.resize_terminal(*size)
            assert max(map(len, lines(pilot))) <= size[0], size
            await press(pilot, "6 3 r enter")
            assert (newest(repository).pain_after, newest(repository).response) == (3, "relaxed")
            await press(pilot, "u")
            assert newest(repository) == repository.find("last"), size
            await open_again(pilot)


@pytest.mark.thorough
async def test_the_list_of_visits_opens_this_form(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Visit(at=MONDAY, treatment="massage", minutes=60))
    async with app_at(BIG) as pilot:
        await press(pilot, "tab enter")
        assert "Change the visit · today, 08:12" in lines(pilot)[0]
