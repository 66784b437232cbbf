"""What is said before the work of a block: which exercise, how much of it, and how it is done. Pure."""

import math
from collections.abc import Iterator, Sequence
from itertools import cycle

from backcare_tui.diary.records.routine import Side
from backcare_tui.library.exercises import POSITIONS, Dose
from backcare_tui.player.here import Here
from backcare_tui.player.lines import PAUSE_S, Line, Slot, filled, in_turn, laid, sentence
from backcare_tui.player.script import say_side, title_of
from backcare_tui.player.timeline import READY_S, Block, Timeline
from backcare_tui.text import clean, say_count
from backcare_tui.wording.routines import HOLD_SAID_S

EASE_OUT = "Ease out."
"""A hold is over."""
SILENCE_S = 12.0
"""The longest silence in what is counted; a choice of ours."""
HALF_REST_FROM_S = 40
"""In a shorter rest nobody needs to hear of the middle."""
LAST_S = (3, 2, 1)
COUNTED_FROM_S = 10
"""In shorter segments a spoken 3, 2, 1 would be most of what is heard."""


def ready_lines(here: Here) -> tuple[Line, ...]:
    """The exercise, how much of it, and each cue: what has no room is left to the work."""
    fitting = tuple(line for line in _words(here) if line.end_s <= here.segment.length_s)
    return fitting or in_turn([_eased(here, _name(here))])


def turn_lines(here: Here) -> tuple[Line, ...]:
    """To the other side."""
    now = f"Now the {say_side(here.block.side)}."
    return laid([Slot(0.0, (_eased(here, now), now))], here.segment.length_s)


def rest_lines(here: Here) -> tuple[Line, ...]:
    """How long, what comes then, and meanwhile how to breathe; no cue of the work, which would call to it."""
    block, length_s = here.block, here.segment.length_s
    rest = f"Rest, {say_length(length_s)}."
    after = f"Then {', '.join(filter(None, (say_set(block), _the_side(block))))}."
    then = f"{rest} {after}"
    slots = [Slot(0.0, (_eased(here, then), then, rest, "Rest."))]
    if length_s >= HALF_REST_FROM_S:
        slots.append(Slot(length_s / 2, (f"{say_length(length_s // 2)} left.",)))
    slots += counts(length_s)
    fillers = cycle(filter(None, (sentence(block.exercise.breathing), after)))
    return filled(laid(slots, length_s), length_s, fillers, SILENCE_S)


def room(plan: Timeline) -> dict[int, int]:
    """Seconds that the words before each exercise need, by the number of its block.

    Where the person set less time than usual to get ready, it is theirs: the words are cut to it.
    """
    found = {}
    for at, segment in enumerate(plan.segments):
        own_s = plan.blocks[segment.block].ready_s
        if segment.kind == "ready" and (own_s is None or own_s >= READY_S):
            *_, last = _words(Here(plan.blocks, plan.segments, at))
            found[segment.block] = math.ceil(last.end_s + 2 * PAUSE_S)
    return found


def counts(length_s: float) -> Iterator[Slot]:
    """3, 2, 1 in what is long enough."""
    if length_s >= COUNTED_FROM_S:
        for left_s in LAST_S:
            yield Slot(length_s - left_s, (f"{left_s}.",))


def cue_sentences(block: Block) -> tuple[str, ...]:
    """The cues of an exercise and how to breathe, as sentences."""
    own = block.exercise
    return tuple(map(sentence, filter(None, (*(own.cues or (own.setup,)), own.breathing))))


def say_length(length_s: int) -> str:
    """`20 seconds`, `1 minute`, `2 minutes 30`, as it is said aloud."""
    minutes, seconds = divmod(length_s, 60)
    if length_s < 120 and seconds:
        return say_count(length_s, "second")
    said = say_count(minutes, "minute")
    return f"{said} {seconds}" if seconds else said


def say_left(minutes: int) -> str:
    """What is left, as a sentence: `1 minute left`, `3 minutes left`."""
    return f"{say_count(minutes, 'minute')} left."


def say_set(block: Block) -> str:
    """`set 2 of 3`; nothing where there is only one."""
    return f"set {block.set} of {block.dose.sets}" if block.dose.sets > 1 else ""


def say_amount(dose: Dose, sides: Sequence[Side | None]) -> str:
    """How much, as a sentence that is said aloud: `2 sets of 10 times on each side, held 3 seconds`."""
    held = ""
    match dose.mode:
        case "reps":
            amount = f"{dose.reps} times" if dose.reps > 1 else "once"
            held = f", held {say_length(dose.hold_s)}" if dose.hold_s >= HOLD_SAID_S else ""
        case "hold":
            holds = say_count(dose.reps, "hold") if dose.reps > 1 else "one hold"
            amount = f"{holds} of {say_length(dose.hold_s)}"
        case "time":
            times = f"{dose.reps} times " if dose.reps > 1 else ""
            amount = f"{times}{say_length(dose.hold_s)}"
    words = f"{dose.sets} sets of {amount}" if dose.sets > 1 else amount
    named = [side for side in sides if side]
    on = " on each side" if len(named) > 1 else f" on the {named[0]}" if named else ""
    return f"{words[0].upper()}{words[1:]}{on}{held}."


def _words(here: Here) -> tuple[Line, ...]:
    """All that there is to say of an exercise before it begins."""
    return in_turn((_eased(here, f"{_name(here)} {_where(here)}"), *_how(here)))


def _name(here: Here) -> str:
    """`Next: Cat and Cow, on hands and knees.` The position is named where it changes."""
    block = here.block
    is_last = block.step == here.blocks[-1].step
    head = "First" if here.at == 0 else "The last one" if is_last else "Next"
    position = block.exercise.position
    place = POSITIONS.get(position, position).lower() if here.is_moved else ""
    return f"{head}: {', '.join(filter(None, (title_of(block), say_side(block.side), place)))}."


def _where(here: Here) -> str:
    """Which exercise of how many, and what is left: `Exercise 2 of 7, about 6 minutes left`."""
    steps = here.blocks[-1].step + 1
    minutes = round(here.left_s / 60)
    left = f"about {say_count(minutes, 'minute')}" if minutes else "less than a minute"
    return f"Exercise {here.block.step + 1} of {steps}, {left} left."


def _how(here: Here) -> Iterator[str]:
    """The set-up, how much, and each cue."""
    block = here.block
    yield sentence(" ".join(filter(None, (block.exercise.setup, clean(block.note)))))
    yield say_amount(block.dose, here.sides)
    if block.exercise.cues:
        yield from map(sentence, block.exercise.cues)
    yield sentence(block.exercise.breathing)


def _eased(here: Here, words: str) -> str:
    return f"{EASE_OUT} {words}" if here.is_let_go else words


def _the_side(block: Block) -> str:
    return f"the {say_side(block.side)}" if block.side else ""
