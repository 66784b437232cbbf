"""The commands of a session: before it, while it is played, and after it."""

from backcare_tui.commands.command import Command
from backcare_tui.commands.pages import HELP

PAUSE = Command("player.pause", "space", "pause", "pause", "Stand still, and go on.")
BACK = Command(
    "player.back",
    "left",
    "back",
    "back",
    "To the beginning of this side or exercise; at its beginning, to the one before.",
    shown_as="←",
)
SKIP = Command(
    "player.skip", "right", "skip", "skip", "On to the next side or exercise.", shown_as="→"
)
BEGIN = Command(
    "player.begin",
    "enter",
    "begin",
    "begin",
    "Begin at once, without the rest of what leads to it.",
    show=False,
)
LONGER = Command(
    "player.longer",
    "plus,equals_sign",
    "longer",
    "more",
    "More or less time for this; of repetitions, one more or one less.",
    shown_as="+",
)
SHORTER = Command(
    "player.shorter",
    "minus",
    "shorter",
    "less",
    "More or less time for this; of repetitions, one more or one less.",
    shown_as="-",
)
PAIN_NOW = Command(
    "player.pain",
    "y",
    "ask_pain",
    "pain",
    "How your back is now, one digit: 2 points more than before, and the session ends.",
    shown_as="0-9",
)
PAIN_DIGITS = tuple(
    Command(
        f"player.pain-{severity}", str(severity), f"pain_now({severity})", "pain", "", show=False
    )
    for severity in range(10)
)
LEG = Command(
    "player.leg",
    "l",
    "leg",
    "leg",
    "Pain, numbness or tingling goes down a leg: the session ends.",
)
STOP = Command(
    "player.stop",
    "x,escape,q",
    "stop",
    "stop",
    "End here, and say why; what was done is kept.",
    shown_as="x",
)
SOUND = Command(
    "player.sound",
    "V",
    "change_sound",
    "sound",
    "The bell, the voice where there is one, or silence.",
)
RESTART = Command(
    "player.restart", "r", "restart", "restart", "Begin anew; what was done stays done.", show=False
)
PLAYING = (
    PAUSE,
    STOP,
    BACK,
    SKIP,
    LONGER,
    SHORTER,
    SOUND,
    PAIN_NOW,
    *PAIN_DIGITS,
    LEG,
    BEGIN,
    RESTART,
    HELP,
)
"""What can be done while a routine is played."""
START = Command(
    "session.start",
    "enter",
    "start",
    "start",
    "Begin; a digit for pain now begins at once, too.",
    shown_as="enter",
)
KEEP_STEPS = Command(
    "session.keep-steps",
    "v",
    "keep_steps",
    "as it is",
    "Do the routine as it is, or with what fits what you stated.",
)
ANOTHER = Command(
    "session.another",
    "m",
    "something_now",
    "another",
    "Another routine that fits now, for another place: lying down, in a chair, on your feet.",
)
NOT_NOW = Command(
    "session.leave", "escape,q", "leave", "close", "Close; nothing is begun.", shown_as="esc"
)
STATE_CONDITIONS = Command(
    "session.conditions",
    "e",
    "state_conditions",
    "what I have",
    "Say what you have of what changes parts of it, or that it is none of these.",
)
WAY_DOWN = Command(
    "session.way-down",
    "G",
    "way_down",
    "way down",
    "Do Down and Up first: to the floor and up again, with a chair.",
)
BEFORE_A_SESSION = (START, KEEP_STEPS, STATE_CONDITIONS, WAY_DOWN, NOT_NOW, HELP)
CLOSE_SESSION = Command(
    "session.close",
    "enter,escape,q",
    "close",
    "close",
    "Close; everything is saved already.",
    shown_as="enter",
)
AFTER_A_SESSION = (CLOSE_SESSION, HELP)
