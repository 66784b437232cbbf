"""A desktop notice: to which terminal it goes, in which form, and of what it tells."""

from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.player.engine import Engine
from backcare_tui.player.notices import said_of, sequence_for
from backcare_tui.player.timeline import timeline
from tests.for_each import for_each

OSC_9 = "\x1b]9;It is over\x1b\\"
OSC_99 = "\x1b]99;i=backcare:o=unfocused;It is over\x1b\\"
OSC_777 = "\x1b]777;notify;backcare;It is over\x1b\\"
TERMINALS: dict[str, str | None] = {
    "TERM=xterm-256color TERM_PROGRAM=iTerm.app": OSC_9,
    "TERM=xterm-256color TERM_PROGRAM=WezTerm": OSC_777,
    "TERM=xterm-kitty": OSC_99,
    "TERM=xterm-ghostty TERM_PROGRAM=ghostty": OSC_777,
    "TERM=foot": OSC_777,
    "TERM=rxvt-unicode-256color": OSC_777,
    "TERM=xterm-256color WT_SESSION=1": OSC_777,
    "WT_SESSION=1 TERM_PROGRAM=vscode": None,
    "TERM=xterm-256color": None,
    "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal": None,
    "TERM=xterm-256color KITTY_WINDOW_ID=1": None,
    "TERM=linux WT_SESSION=1": None,
    "TERM=dumb TERM_PROGRAM=WezTerm": None,
    "TERM=screen STY=1 WT_SESSION=1": None,
    "": None,
}
ANSWERS = {
    "xterm-256color\nkitty(0.40.1)\nall\n": True,
    "xterm-kitty\n\n1\n": True,
    "xterm-kitty\n\n0\n": False,
    "linux\n\non\n": False,
    "": False,
}
"""What tmux says of the terminal in front, and whether a notice goes there."""


@for_each("variables", TERMINALS)
def test_a_notice_goes_to_a_terminal_that_is_known_to_show_it(variables: str) -> None:
    environ = dict(each.split("=") for each in variables.split())
    sequence = sequence_for(environ)
    assert (sequence and sequence("It is over")) == TERMINALS[variables]


@for_each("answer", ANSWERS)
def test_within_tmux_the_terminal_in_front_decides(answer: str) -> None:
    environ = {"TMUX": "/tmp/x", "TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "STY": "1"}
    sequence = sequence_for(environ, lambda: answer)
    wrapped = "\x1bPtmux;" + OSC_99.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    assert (sequence and sequence("It is over")) == (wrapped if ANSWERS[answer] else None)


def test_the_end_of_each_hold_and_of_the_routine_is_told() -> None:
    steps = (
        RoutineStep("knee-to-chest", dose=DoseChange(hold_s=10, reps=1)),
        RoutineStep("pelvic-tilt", dose=DoseChange(reps=3, rep_s=4)),
        RoutineStep("belly-breathing", dose=DoseChange(hold_s=60)),
    )
    engine = Engine(timeline(Routine(name="Mine, nobody else's", steps=steps)))
    events = [*engine.go_on(0)]
    for second in range(1, 140):
        events += engine.tick(second)
    assert [said for event in events if (said := said_of(event, engine))] == [
        "Hold over: Knee to Chest",
        "Hold over: Knee to Chest",
        "The routine is over",
    ]
