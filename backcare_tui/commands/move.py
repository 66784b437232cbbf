"""The commands of Move: routines, exercises, the steps of one's own, the plan, programs."""

from backcare_tui.commands.command import Command

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
