"""The commands: id, keys, action, words and tip. A key is named here and nowhere else."""

import msgspec
from textual.binding import Binding, BindingType


class Command(msgspec.Struct, frozen=True):
    """Something a person can do."""

    id: str
    """Stable name, by which a key can be given anew: `entry.undo`."""
    keys: str
    """Keys of Textual, with commas between."""
    action: str
    """The action that the screen or the app has."""
    words: str
    """One to three words for the footer and the palette."""
    tip: str
    """A sentence for the help; empty where another command's sentence speaks for both."""
    show: bool = True
    """Whether the footer names it."""
    shown_as: str | None = None
    """The key as the footer writes it, where Textual would write something longer."""
    priority: bool = False
    """Whether it comes before the keys of the field that has the focus."""

    def binding(self) -> Binding:
        """The command as a binding of Textual."""
        return Binding(
            self.keys,
            self.action,
            self.words,
            id=self.id,
            tooltip=self.tip,
            show=self.show,
            key_display=self.shown_as,
            priority=self.priority,
        )


PLACE_NAMES = {
    "today": "Today",
    "diary": "Diary",
    "move": "Move",
    "massage": "Massage",
    "diet": "Diet",
    "trends": "Trends",
}
"""The six modes and their names, in the order of their keys 1 to 6."""
_PLACE_TIPS = (
    "What is worth doing now.",
    "Pain and sleep, day by day.",
    "Routines, done and planned.",
    "Massages, other care, and the people who give it.",
    "Meals and drinks, as notes.",
    "The week in one look.",
)
PLACES = tuple(
    Command(f"place.{mode}", str(number), f"app.switch_mode('{mode}')", name, tip, show=False)
    for number, ((mode, name), tip) in enumerate(
        zip(PLACE_NAMES.items(), _PLACE_TIPS, strict=True), start=1
    )
)

CHECK_IN = Command(
    "entry.check-in",
    "n",
    "check_in",
    "check-in",
    "Take down pain: a digit, then enter. Everything else can wait.",
)
NIGHT = Command(
    "entry.night", "s", "night", "night", "Take down last night; your usual times stand there."
)
WATER = Command("entry.water", "w", "water", "water", "A glass of water, 250 ml, now.", show=False)
CATCH_UP = Command(
    "entry.catch-up",
    "c",
    "catch_up",
    "catch up",
    "Walk through the days of the last week without a check-in, one key a day.",
    show=False,
)
UNDO = Command("entry.undo", "u", "undo", "undo", "Take back the last change, and the one before.")
HELP = Command(
    "app.help",
    "question_mark,f1",
    "help",
    "help",
    "What this screen is for, and all of its keys.",
    shown_as="?",
)
SETTINGS = Command(
    "app.settings",
    "comma",
    "settings",
    "settings",
    "Colors, calm, and when a week begins.",
    show=False,
    shown_as=",",
)
QUIT = Command(
    "app.quit", "q", "app.quit", "quit", "Close backcare. Everything is saved already.", show=False
)
GENERAL = (CHECK_IN.action, NIGHT.action, UNDO.action, "check_signs")
"""What a place names last where it has much of its own to name."""
EVERYWHERE = (*PLACES, CHECK_IN, NIGHT, WATER, CATCH_UP, UNDO, HELP, SETTINGS, QUIT)
"""What can be done from each of the six places."""

ADD_SESSION = Command(
    "add.session", "a", "add('session')", "session", "Take down a routine that you did."
)
ADD_VISIT = Command(
    "add.visit", "a", "add('visit')", "visit", "Take down a massage or another treatment."
)
ADD_MEAL = Command("add.meal", "a", "add('meal')", "meal", "Take down a meal in a line of text.")
REMOVE_ENTRY = Command(
    "entry.remove",
    "d,delete",
    "remove_entry",
    "delete",
    "Delete the entry; undo brings it back.",
    shown_as="d",
)
REPEAT_ENTRY = Command(
    "entry.repeat", "r", "repeat_entry", "repeat", "The same entry again, now.", shown_as="r"
)
ON_ENTRIES = (REMOVE_ENTRY, REPEAT_ENTRY)
"""What can be done with the entry under the cursor."""

FIND = Command(
    "diary.find", "slash", "find", "find", "Find words in notes and entries.", shown_as="/"
)
GO_TO_DAY = Command(
    "diary.go", "g", "go_to_day", "go to day", "Go to a day: 2026-11-21, mon, 3 days ago."
)
ON_DAYS = (FIND, GO_TO_DAY)

EARLIER_WEEK = Command(
    "week.earlier",
    "left_square_bracket",
    "step(-1)",
    "week",
    "A week earlier or later, up to this one.",
    shown_as="[ ]",
)
LATER_WEEK = Command("week.later", "right_square_bracket", "step(1)", "week after", "", show=False)
ON_WEEKS = (EARLIER_WEEK, LATER_WEEK)

SAVE = Command(
    "form.save", "ctrl+s", "save", "save", "Save, from any field.", shown_as="^s", priority=True
)
SAVE_AT_ONCE = Command(
    "form.enter", "enter", "save", "save", "Save what stands here.", shown_as="enter"
)
LEAVE = Command(
    "form.leave",
    "escape",
    "leave",
    "close",
    "Close the form. A half-filled one is kept as a draft.",
    shown_as="esc",
)
EARLIER_DAY = Command(
    "form.earlier",
    "left_square_bracket",
    "step_day(-1)",
    "day",
    "A day earlier or later, up to today.",
    shown_as="[ ]",
    priority=True,
)
LATER_DAY = Command(
    "form.later",
    "right_square_bracket",
    "step_day(1)",
    "day after",
    "",
    show=False,
    priority=True,
)
DISCARD = Command(
    "form.discard",
    "ctrl+n",
    "discard",
    "empty",
    "Empty the form and begin anew; once more brings back what stood there.",
    shown_as="^n",
    show=False,
    priority=True,
)
IN_FORMS = (SAVE_AT_ONCE, SAVE, EARLIER_DAY, LATER_DAY, LEAVE, DISCARD)
FORM_HELP = Command(
    "form.help", "f1", "help", "help", "What this form is for, and all of its keys.", shown_as="f1"
)

EDIT_ROUTINE = Command(
    "routine.edit",
    "e",
    "edit_routine",
    "edit",
    "Change the routine; one of the library becomes a copy of your own.",
)
START_ROUTINE = Command(
    "routine.start",
    "enter",
    "choose",
    "start",
    "Start the routine under the cursor; a program is opened.",
    shown_as="enter",
)
ALL_ROUTINES = Command(
    "routine.all", "escape", "show_all", "show all", "Search no more.", shown_as="esc"
)
NEW_ROUTINE = Command("routine.new", "m", "new_routine", "new", "Make a routine of your own.")
REMOVE_ROUTINE = Command(
    "routine.remove",
    "d,delete",
    "remove_routine",
    "delete",
    "Delete a routine of your own; undo brings it back.",
    shown_as="d",
)
ROUTINE_HISTORY = Command(
    "routine.history",
    "h",
    "history",
    "history",
    "The sessions of the routine, and how it felt.",
)
ALL_HISTORY = Command(
    "routine.all-history",
    "H",
    "all_history",
    "all sessions",
    "The sessions of every routine.",
    show=False,
)
WEEK_PLAN = Command(
    "routine.plan", "p", "week_plan", "plan", "What is planned for which days of the week."
)
LIBRARY = Command(
    "routine.library", "l", "library", "library", "All exercises, by words and by what you have."
)
FIND_ROUTINE = Command(
    "routine.find", "slash", "find", "find", "Find a routine as you type.", shown_as="/"
)
ON_ROUTINES = (
    EDIT_ROUTINE,
    NEW_ROUTINE,
    LIBRARY,
    WEEK_PLAN,
    ROUTINE_HISTORY,
    FIND_ROUTINE,
    ALL_ROUTINES,
    REMOVE_ROUTINE,
    ALL_HISTORY,
)
FIND_EXERCISE = Command(
    "exercise.find", "slash", "find", "find", "Go to the line that is searched by.", shown_as="/"
)
SHOW_ALL = Command(
    "exercise.all",
    "ctrl+n",
    "show_all",
    "show all",
    "Empty the search and let go of every filter.",
    shown_as="^n",
    priority=True,
)
TRY_EXERCISE = Command("exercise.try", "t,enter", "try", "try it", "Do it now, alone.")
EARLIER_EXERCISE = Command(
    "exercise.earlier",
    "left",
    "step(-1)",
    "exercise",
    "The exercise before this one in the list, or after it.",
    shown_as="← →",
    priority=True,
)
LATER_EXERCISE = Command(
    "exercise.later", "right", "step(1)", "next one", "", show=False, priority=True
)
CLOSE_PAGE = Command(
    "page.close", "escape", "leave", "back", "Back to where you came from.", shown_as="esc"
)

ADD_STEP = Command("step.add", "a", "add_step", "add", "Add an exercise of the library, below.")
REMOVE_STEP = Command(
    "step.remove", "d,delete", "remove_step", "remove", "Take the step out.", shown_as="d"
)
STEP_UP = Command(
    "step.up",
    "K,ctrl+up",
    "move_step(-1)",
    "move",
    "Move the step up or down.",
    shown_as="K J",
)
STEP_DOWN = Command("step.down", "J,ctrl+down", "move_step(1)", "move down", "", show=False)
MORE_OF_STEP = Command(
    "step.more",
    "plus,equals_sign",
    "dose_step(1)",
    "dose",
    "A little more of the exercise, or a little less.",
    shown_as="+ -",
)
LESS_OF_STEP = Command("step.less", "minus", "dose_step(-1)", "less", "", show=False)
ON_STEPS = (ADD_STEP, REMOVE_STEP, STEP_UP, STEP_DOWN, MORE_OF_STEP, LESS_OF_STEP)
"""What can be done with the steps of a routine of one's own."""
ADD_TO_PLAN = Command("plan.add", "a", "add_to_plan", "add", "Plan one more routine for the week.")
TIME_OF_PLAN = Command("plan.time", "t", "time_of_plan", "time", "Say at what time of day.")
WEEK_ON = Command(
    "program.on",
    "plus,equals_sign",
    "step_week(1)",
    "week",
    "Go a week on or back by hand.",
    shown_as="+ -",
)
WEEK_BACK = Command("program.back", "minus", "step_week(-1)", "week back", "", show=False)
END_PROGRAM = Command(
    "program.end", "x", "end_program", "end it", "End the program; undo takes it up again."
)
ON_PROGRAM = (WEEK_ON, WEEK_BACK, END_PROGRAM)


def bindings(*commands: Command) -> list[BindingType]:
    """The bindings of commands, for a screen's `BINDINGS`."""
    return [command.binding() for command in commands]
