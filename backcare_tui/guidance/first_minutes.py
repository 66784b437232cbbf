"""The questions of the first minutes: what is asked, what an answer says, and when the check comes first."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.guidance.levels import HIGH_PAIN
from backcare_tui.guidance.questions import (
    AnswerLine,
    AnswerOption,
    AnswerValues,
    OneQuestion,
    OptionGroup,
)
from backcare_tui.guidance.safety import conditions_that_matter
from backcare_tui.guidance.symptoms import NO_CONTROL, NUMB, SEAT_WORDS
from backcare_tui.guidance.week_answers import LATER, NEVER
from backcare_tui.library.routines import routines
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import clean, say_list

WELCOME, PAIN, WHERE, AGAIN, DAYS, WORRY, MAY_NOT, NIGHTS = (
    *("welcome", "pain", "where", "again", "days", "worry", "may-not", "nights"),
)
PLACES: Mapping[str, tuple[str, ...]] = {
    "lower-back": ("lower-back-c",),
    "upper-back": ("upper-back-c",),
    "neck": ("neck-back",),
    "hips": ("buttock-l", "buttock-r"),
    "left-leg": ("thigh-back-l",),
    "right-leg": ("thigh-back-r",),
}
"""The areas of the body map that a big place stands for."""
LEGS = frozenset({"left-leg", "right-leg"})
CHECKED_WORDS = (*NUMB, *NO_CONTROL, *SEAT_WORDS, "bladder", "bowel", "weak leg", "legs give way")
"""What own words hold that lead to the check for warning signs (after Finucane 2020, JOSPT)."""
BED_TIMES = (("22:00", "06:00"), ("22:30", "06:30"), ("23:00", "07:00"), ("00:00", "08:00"))
"""Usual nights to choose from."""
WORRIES = (
    "moving could do harm",
    "it may never get better",
    "something serious may be missed",
    "work and what I cannot do",
)


@cache
def asked_conditions() -> tuple[str, ...]:
    """The ids of the conditions that matter to some routine of the library, the most often first."""
    counts = Counter(each for routine in routines() for each in conditions_that_matter(routine))
    return tuple(each for each, _ in counts.most_common())


@cache
def first_questions() -> tuple[OneQuestion, ...]:
    """What is asked, in order; the first asks nothing and says what backcare is."""
    conditions = (
        AnswerOption(id_, clean(name_of("conditions", id_))) for id_ in asked_conditions()
    )
    return (
        OneQuestion(WELCOME, "Welcome to backcare"),
        OneQuestion(PAIN, "How is your back now?", scale="severity"),
        OneQuestion(
            WHERE,
            "What hurts, and since when?",
            groups=(
                OptionGroup(
                    "places",
                    (
                        AnswerOption("lower-back", "Lower back"),
                        AnswerOption("upper-back", "Upper back"),
                        AnswerOption("neck", "Neck"),
                        AnswerOption("hips", "Hips or buttocks"),
                        AnswerOption("left-leg", "Left leg"),
                        AnswerOption("right-leg", "Right leg"),
                    ),
                    "What hurts; one or several",
                    is_many=True,
                ),
                OptionGroup(
                    "pain_lasts",
                    (
                        AnswerOption("under-6-weeks", "Under 6 weeks"),
                        AnswerOption("6-to-12-weeks", "6 to 12 weeks"),
                        AnswerOption("over-12-weeks", "Over 12 weeks"),
                    ),
                    "Since when",
                ),
            ),
        ),
        OneQuestion(
            AGAIN,
            "What do you want to do again?",
            "In your own words, such as: garden for half an hour, carry my child, sit through a film. "
            "Your week works toward it.",
            line=AnswerLine("goal", "I want to", "a few words"),
        ),
        OneQuestion(
            DAYS,
            "How are your days?",
            groups=(
                OptionGroup(
                    "minutes_a_day",
                    (
                        AnswerOption("5", "5 minutes"),
                        AnswerOption("10", "10 minutes"),
                        AnswerOption("20", "20 minutes"),
                    ),
                    "Time a day for your back",
                ),
                OptionGroup(
                    "days_are",
                    (
                        AnswerOption("sitting", "Sitting"),
                        AnswerOption("standing", "Standing"),
                        AnswerOption("lifting", "Lifting"),
                        AnswerOption("mixed", "Some of each"),
                    ),
                    "Most of the day is",
                ),
            ),
        ),
        OneQuestion(
            WORRY,
            "What worries you most?",
            "It decides what there is to read first, nothing else.",
            groups=(
                OptionGroup(
                    "worry",
                    tuple(AnswerOption(each, each[0].upper() + each[1:]) for each in WORRIES),
                ),
            ),
            line=AnswerLine("worry", "Or your words", "a few words", is_instead=True),
        ),
        OneQuestion(
            MAY_NOT,
            "Do you have any of these?",
            "They change which exercises fit you. Nothing of it leaves this computer.",
            marks=OptionGroup("conditions", tuple(conditions), is_many=True),
        ),
        OneQuestion(
            NIGHTS,
            "A course of treatment, and your nights?",
            groups=(
                OptionGroup(
                    "course_wish",
                    (
                        AnswerOption("massage", "Massage, now"),
                        AnswerOption("physical-therapy", "Physical therapy, now"),
                        AnswerOption("chiropractic", "Chiropractic, now"),
                        AnswerOption(LATER, "Later"),
                        AnswerOption(NEVER, "No"),
                    ),
                    "A course of some visits in the next weeks",
                ),
                OptionGroup(
                    "bed_times",
                    tuple(AnswerOption(f"{bed} {up}", f"{bed} to {up}") for bed, up in BED_TIMES),
                    "To bed and up, about; other times go into the settings",
                ),
            ),
        ),
    )


def needs_check(answers: AnswerValues) -> bool:
    """Whether the check for warning signs comes before anything else.

    It does for severe pain, for pain in a leg, and for own words of lost feeling or of bladder and bowel.
    """
    words = f"{answers.get('worry', '')} {answers.get('goal', '')}".casefold()
    return (
        (answers.get("severity") or 0) >= HIGH_PAIN
        or not LEGS.isdisjoint(answers.get("places", ()))
        or any(word in words for word in CHECKED_WORDS)
    )


def pain_of(answers: AnswerValues, at: dt.datetime, id_: str) -> Pain | None:
    """The entry that the number and the places make; None without a number."""
    if (severity := answers.get("severity")) is None:
        return None
    areas = tuple(area for place in answers.get("places", ()) for area in PLACES[place])
    return Pain(id=id_, at=at, severity=severity, areas=areas)


def answers_of(settings: Settings) -> AnswerValues:
    """What was answered before, as far as the settings hold it; nothing of pain, which is of now."""
    held = {
        "pain_lasts": settings.pain_lasts,
        "goal": settings.goal,
        "minutes_a_day": str(settings.minutes_a_day or ""),
        "days_are": settings.days_are,
        "worry": settings.worry,
        "conditions": [each for each in asked_conditions() if each in settings.conditions],
        "bed_times": f"{settings.usual_bed} {settings.usual_up}".strip(),
        "course_wish": settings.course_wish,
    }
    return {name: value for name, value in held.items() if value}


def settings_of(
    answers: AnswerValues, settings: Settings, today: dt.date
) -> dict[SettingName, Any]:
    """The settings that the answers make; what was left open stays as it was."""
    kept: dict[SettingName, Any] = {"introduced": today, "boundaries_seen": today}
    plain: tuple[SettingName, ...] = ("pain_lasts", "goal", "days_are", "worry", "course_wish")
    kept |= {name: answers[name] for name in plain if answers.get(name)}
    if minutes := answers.get("minutes_a_day"):
        kept["minutes_a_day"] = int(minutes)
    if times := answers.get("bed_times"):
        kept["usual_bed"], _, kept["usual_up"] = times.partition(" ")
    if "conditions" in answers:
        shown = frozenset(asked_conditions())
        kept["conditions"] = (settings.conditions - shown) | frozenset(answers["conditions"])
        kept["conditions_asked"] = settings.conditions_asked | shown
    return kept


def say_answers(kept: Mapping[SettingName, Any]) -> str:
    """What a change of them is called: `the first questions`, with what was said."""
    said = [words for name, words in SAID.items() if name in kept]
    return f"the first questions: {say_list(said)}" if said else "the first questions"


SAID: Mapping[SettingName, str] = {
    "goal": "goal",
    "minutes_a_day": "minutes a day",
    "worry": "worry",
    "conditions": "conditions",
    "usual_bed": "bed times",
    "course_wish": "course",
}
