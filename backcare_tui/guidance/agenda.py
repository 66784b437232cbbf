"""What is worth doing now. Reads some weeks, never the whole diary."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from backcare_tui.diary.derived import nights_by_day, time_asleep
from backcare_tui.diary.here import entries_of_today
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.agenda_item import AgendaItem
from backcare_tui.guidance.care_agenda import course_items, signs_items, soreness_items
from backcare_tui.guidance.flare import Flare
from backcare_tui.guidance.hard_day import hard_day
from backcare_tui.guidance.moving_agenda import gentle_items, planned_items
from backcare_tui.guidance.trial_agenda import trial_items
from backcare_tui.guidance.week_agenda import week_items
from backcare_tui.insight.week.ready import week_to_look_at
from backcare_tui.library.measures import say_water
from backcare_tui.library.scales import severity_word, sleep_quality_word
from backcare_tui.text import say_minutes, write_time
from backcare_tui.wording.entries import say_night

if TYPE_CHECKING:
    from backcare_tui.guidance.facts import Facts

RATE_AGAIN_DAYS = 14
"""How often one's own activities are asked about (our own rule)."""


def agenda(
    repository: Repository, clock: Clock, facts: "Facts | None" = None
) -> tuple[AgendaItem, ...]:
    """What is worth doing now: check-in, last night, the planned routine, care, water.

    On a hard day the gentle routine that fits now comes first, the flare's plan
    with it, and what loads the back can wait. Without a plan for today and without a session there
    is no routine; without an open course there is no course. The lines of the week of one's own that are
    about today stand there, each by itself; without such a week, that one can be made. Soreness is asked
    the day after a visit, signs of inflammation while massage is put off. Where a doctor limits drinks,
    water is there only once some was drunk. Each key is there once at most.

    Args:
        repository: The diary.
        clock: The moment.
        facts: What the rules see, where it was gathered already; the week of one's own asks for it.
    """
    day = hard_day(repository, clock, facts)
    gentle = tuple(gentle_items(repository, clock, day, facts))
    course = tuple(course_items(repository, clock))
    mine = tuple(
        each for each in week_items(repository, clock, facts) if not _is_said(each, gentle, course)
    )
    of_week = {each.what for each in mine}
    return (
        *gentle,
        *_flare_plan(day.flare, clock),
        _check_in(repository, clock),
        _night(repository, clock),
        *mine,
        *(each for each in planned_items(repository, clock, day) if each.what not in of_week),
        *trial_items(repository, clock.now()),
        *soreness_items(repository, clock),
        *signs_items(repository, clock),
        *course,
        *_activities(repository, clock),
        *(() if any(each.id == "renew" for each in mine) else _week(repository, clock)),
        *_water(repository, clock),
    )


def _is_said(
    of_week: AgendaItem, gentle: Sequence[AgendaItem], course: Sequence[AgendaItem]
) -> bool:
    """Whether another line says what one of the week does: the gentle routine for now, or the course's visit."""
    if of_week.id == "gentle":
        return bool(gentle)
    return any(of_week.what == f"{each.what} visit" for each in course)


def _flare_plan(flare: Flare | None, clock: Clock) -> Iterator[AgendaItem]:
    """While a flare goes on, the way to one's own plan for it."""
    if flare:
        number = (clock.today() - flare.first).days + 1
        yield AgendaItem("flare-plan", "open", "Your flare plan", "", f"day {number}")


def _check_in(repository: Repository, clock: Clock) -> AgendaItem:
    entries = entries_of_today(repository, Pain, clock)
    if not entries:
        return AgendaItem("check-in", "open", "Check-in", "", "")
    last = entries[-1]
    value = f"{last.severity} {severity_word(last.severity)}"
    return AgendaItem("check-in", "done", "Check-in", value, write_time(last.at))


def _night(repository: Repository, clock: Clock) -> AgendaItem:
    nights = nights_by_day(entries_of_today(repository, Night, clock))
    if not nights:
        return AgendaItem("night", "open", "Last night", "", "")
    night = nights[max(nights)]
    asleep = time_asleep(night, clock)
    length = None if asleep is None else say_minutes(asleep)
    quality = sleep_quality_word(night.quality) if night.quality else None
    value = " · ".join(filter(None, (length, quality))) or say_night(night)
    return AgendaItem("night", "done", "Last night", value, night.up or "")


def _activities(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """How well the person's own activities go, asked again after two weeks by who once said it."""
    rated = repository.entries(Ability)
    if rated and (clock.today() - rated[-1].day).days >= RATE_AGAIN_DAYS:
        yield AgendaItem("activities", "open", "My activities", "how do they go?", "")


def _week(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """From the last evening of a week until the end of the next day, unless it was looked at."""
    if first := week_to_look_at(repository, clock):
        which = "last week" if first + dt.timedelta(days=6) < clock.today() else "this week"
        yield AgendaItem("week", "open", "Week", f"{which} is ready", "", first.isoformat())


def _water(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """What was drunk, of no number: there is none that is right for everybody."""
    drunk = sum(meal.water_ml or 0 for meal in entries_of_today(repository, Meal, clock))
    if drunk or not repository.settings().fluid_limit:
        yield AgendaItem("water", "open", "Water", say_water(drunk) if drunk else "", "")
