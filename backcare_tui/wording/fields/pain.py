"""The fields of pain, and of a moment without a number for it."""

from collections.abc import Iterable
from functools import partial
from typing import Any

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.habits import medicine_words
from backcare_tui.diary.records.pain import Feeling, Interference, Medicine, Pain
from backcare_tui.diary.values import BadValue, Relief, choices
from backcare_tui.library.taxonomy import find_word, name_within
from backcare_tui.text import say_list
from backcare_tui.wording.fields import read
from backcare_tui.wording.fields.common import (
    areas,
    at,
    elsewhere,
    itself,
    length,
    line,
    mood,
    note,
)
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import FieldTable, RecordField, ShellOption

RELIEF_WORDS = {"yes": "helped", "a-little": "a little", "no": "did not help"}
"""Whether something eased the pain, in words."""
RELIEF_MARKS = {**RELIEF_WORDS, "no": "no"}
"""The same where there is little room: the marks of a word in a form."""
INTERFERENCE_HINT = "0-10: how far pain got in its way, past week"


def _eased_by(pain: Pain) -> str:
    """What eased it, and whether it did; medicines have a line of their own."""
    taken = {medicine.name for medicine in pain.medicines}
    words = dict.fromkeys((*pain.relievers, *(word for word in pain.relief if word not in taken)))
    return ", ".join(_rated(name_within("relievers", w), pain.relief.get(w)) for w in words)


def _taken(entry: Pain | Feeling) -> str:
    relief = entry.relief if isinstance(entry, Pain) else {}
    named = zip(medicine_words(entry), entry.medicines, strict=True)
    return ", ".join(_rated(words, relief.get(medicine.name)) for words, medicine in named)


def _rated(name: str, relief: str | None) -> str:
    return f"{name} ({RELIEF_WORDS[relief]})" if relief else name


def _write_medicines(medicines: Iterable[Any], _context: FieldContext) -> str:
    """As they are typed, from the record or from its document."""
    taken = msgspec.convert(msgspec.to_builtins(medicines), tuple[Medicine, ...])
    return ", ".join(each.words for each in taken)


def _medicines(record: type[Pain] | type[Feeling]) -> RecordField:
    return RecordField(
        record,
        "medicines",
        "Medicine",
        reads=read.medicine,
        shape="list",
        option=ShellOption("--medicine", "WORD", "what was taken, such as 'ibuprofen 400 mg'"),
        tells=line("Medicine", _taken) if record is Pain else elsewhere,
        writes=_write_medicines,
        is_asked=record is Pain,
    )


def _reliever(text: str, _context: FieldContext) -> str:
    return find_word("relievers", text)


def _impact(pain: Pain, _context: FieldContext) -> Iterable[tuple[str, str]]:
    """The answers to the weekly questions; their mean with the pain of that week takes more than this entry."""
    for question in OF_INTERFERENCE:
        number = getattr(pain.interference, question.name, None)
        if number is not None:
            yield question.label, f"{number} of 10"


def _question(text: str, _context: FieldContext) -> str:
    """The weekly question that is meant, by its name in the file or by its label."""
    typed = " ".join(text.casefold().split())
    for question in OF_INTERFERENCE:
        if typed in question.names:
            return question.name
    raise BadValue("", text, "a question")


_whole = partial(RecordField, Interference, hint=INTERFERENCE_HINT, says=itself)
OF_INTERFERENCE = (_whole("enjoyment", "Enjoying life"), _whole("activity", "Doing things"))
"""The weekly questions, each of which a form asks by itself."""


def _write_answers(of: Interference, _context: FieldContext) -> str:
    """The answers as they are typed: `enjoyment:3, activity:5`."""
    numbers = ((each.name, getattr(of, each.name)) for each in OF_INTERFERENCE)
    return ", ".join(f"{name}:{number}" for name, number in numbers if number is not None)


_pain = partial(RecordField, Pain)
PAIN = (
    at(Pain),
    _pain(
        "severity",
        "Pain",
        option=ShellOption("severity", "SEVERITY", "0 no pain to 10 the worst imaginable"),
        tells=elsewhere,
    ),
    _pain(
        "is_flare",
        "This is",
        shape="switch",
        option=ShellOption("--flare", "", "a flare-up, worse than is usual"),
        tells=elsewhere,
    ),
    areas(Pain, "Where"),
    _pain(
        "area_severity",
        "Pain there",
        shape="pairs",
        reads=read.pair(read.area, read.severity),
        option=ShellOption("--area-severity", "WORD:0-10", "pain of one place, where it differs"),
        tells=elsewhere,
    ),
    _pain(
        "qualities",
        "Feels",
        words="qualities",
        shape="set",
        option=ShellOption("--quality", "WORD", "how it feels, such as stiff"),
    ),
    _pain(
        "triggers",
        "Set off by",
        words="triggers",
        shape="set",
        option=ShellOption("--trigger", "WORD", "what set it off, such as sitting-long"),
    ),
    _pain(
        "relievers",
        "Eased by",
        words="relievers",
        shape="set",
        option=ShellOption("--reliever", "WORD", "what eased it, such as heat"),
        tells=line("Eased by", _eased_by),
    ),
    _pain(
        "relief",
        "It helped",
        shape="pairs",
        reads=read.pair(_reliever, partial(read.closed_word, Relief)),
        option=ShellOption(
            "--relief", "WORD:HOW", f"whether it eased it: {say_list(choices(Relief), 'or')}"
        ),
        tells=elsewhere,
    ),
    _medicines(Pain),
    mood(Pain, "mood", "Mood", "--mood"),
    _pain(
        "stiffness_min",
        "Stiffness",
        "on waking, such as 20 min",
        reads=read.minutes,
        says=length,
        option=ShellOption("--stiffness", "MIN", "minutes of stiffness on waking"),
        told="Stiff on waking",
    ),
    _pain(
        "interference",
        "Past week",
        shape="pairs",
        reads=read.pair(_question, read.severity),
        writes=_write_answers,
        option=ShellOption(
            "--interference",
            "PART:0-10",
            "how far pain got in the way, past week: of enjoyment and activity",
        ),
        tells=_impact,
    ),
    note(Pain),
)
FEELING = (
    at(Feeling),
    replace(mood(Feeling, "mood", "Mood"), says=None, tells=elsewhere),
    RecordField(
        Feeling, "words", "In words", "tired, calm", words="mood_words", shape="set", told="Words"
    ),
    _medicines(Feeling),
    note(Feeling),
)
FIELDS: FieldTable = {Pain: PAIN, Interference: OF_INTERFERENCE, Feeling: FEELING}
