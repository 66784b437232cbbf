"""What a person answered in the first minutes, as the week is made from it."""

from collections.abc import Mapping
from typing import Final

import msgspec

from backcare_tui.diary.reading_settings import stored_value
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.settings import DaysAre, PainLasts, SettingName, Settings

USUAL_MINUTES: Final = 10
"""Minutes a day where nobody said how many there are (our own rule)."""


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """The answers, each with what stands for none."""

    goal: str = ""
    worry: str = ""
    minutes_a_day: int = USUAL_MINUTES
    """1 to 60."""
    days_are: DaysAre = ""
    pain_lasts: PainLasts = ""
    conditions: frozenset[str] = frozenset()
    usual_bed: str = ""
    usual_up: str = ""
    course_wish: str = ""
    """The id of a treatment, `later`, `never`, or empty."""


def intake_of(settings: Settings) -> Intake:
    """What the settings hold of it; never raises."""
    return Intake(
        goal=settings.goal,
        worry=settings.worry,
        minutes_a_day=settings.minutes_a_day or USUAL_MINUTES,
        days_are=settings.days_are,
        pain_lasts=settings.pain_lasts,
        conditions=settings.conditions,
        usual_bed=settings.usual_bed,
        usual_up=settings.usual_up,
        course_wish=settings.course_wish,
    )


def answers_as_records(
    repository: Repository, answers: Mapping[SettingName, object]
) -> tuple[Setting, ...]:
    """Answers as the settings that hold them, so that they and a week can be put as one change.

    Args:
        repository: The diary, which has some of them already.
        answers: As `Repository.set_all` takes them; None is no answer here.
    """
    held = {each.name: each for each in repository.entries(Setting) if each.device is None}
    return tuple(
        msgspec.structs.replace(held.get(name) or Setting(name=name), value=stored_value(value))
        for name, value in answers.items()
    )
