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
ADD_IN_MOVE = Command(
    "move.add",
    "a",
    "add_in_move",
    "add",
    "Take down a session that you did, or make a routine of your own.",
)
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
    "routine.library", "E", "library", "library", "All exercises, by words and by what you have."
)
ACTIVE_DAY = Command(
    "routine.active-day",
    "M",
    "active_day",
    "active minutes",
    "Take down how active today is: minutes on your feet and moving, or steps.",
    show=False,
)
FIND_ROUTINE = Command(
    "routine.find", "slash", "find", "find", "Find a routine as you type.", shown_as="/"
)
AS_TEXT = Command(
    "routine.text",
    "",
    "as_text",
    "as text",
    "The routine as text, a line for each exercise; one of the library becomes a copy of your own.",
    show=False,
)
TYPE_SHEET = Command(
    "routine.sheet",
    "",
    "type_sheet",
    "type sheet",
    "Type what your therapist gave you, a line for each exercise.",
)
ON_PAPER = Command(
    "routine.paper",
    "P",
    "on_paper",
    "on paper",
    "The routine with its figures and boxes to tick, to be printed.",
    show=False,
)
FOR_THE_MAT = Command(
    "routine.mat",
    "",
    "for_the_mat",
    "for the mat",
    "Write this routine as a page that leads it on a phone or tablet, offline.",
)
ON_ROUTINES = (
    EDIT_ROUTINE,
    ADD_IN_MOVE,
    TYPE_SHEET,
    AS_TEXT,
    ON_PAPER,
    FOR_THE_MAT,
    LIBRARY,
    WEEK_PLAN,
    ROUTINE_HISTORY,
    FIND_ROUTINE,
    ALL_ROUTINES,
    REMOVE_ROUTINE,
    ALL_HISTORY,
)
GIVEN_TO_ME = Command(
    "exercise.given",
    "D",
    "given_to_me",
    "given to me",
    "Say that a professional gave you this exercise for your back, knowing what you have.",
)
REMOVE_EXERCISE = Command(
    "exercise.remove",
    "d,delete",
    "remove_exercise",
    "delete",
    "Delete an exercise of your own; undo brings it back.",
    shown_as="d",
)
LIKENESS = Command(
    "sheet.likeness",
    "ctrl+l",
    "likeness",
    "what like",
    "Say what an exercise is like that is not known.",
    shown_as="^l",
    priority=True,
)
ON_SHEET = (LIKENESS,)
WRITE_SHEET_PDF = Command(
    "sheet.pdf", "P", "write('pdf')", "write PDF", "Write the sheet as PDF, to be printed."
)
WRITE_SHEET_HTML = Command(
    "sheet.html", "", "write('html')", "HTML", "Write the sheet as one HTML file."
)
ON_SHEET_PAPER = (WRITE_SHEET_PDF, WRITE_SHEET_HTML)
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
TRY_EXERCISE = Command(
    "exercise.try", "enter", "try", "try it", "Do it now, alone.", shown_as="enter"
)
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
START_WEEK = Command(
    "week.start",
    "enter",
    "start_week",
    "start",
    "Start the routine of the week that comes first.",
    shown_as="enter",
    priority=True,
)
KEEP_WEEK = Command(
    "week.keep",
    "enter",
    "keep_week",
    "keep it",
    "Keep the week as it stands here; undo takes it back.",
    shown_as="enter",
    priority=True,
)
WHY_OF_WEEK = Command("week.why", "i", "why_of_week", "why", "Why each line is in the week.")
RENEW_WEEK = Command(
    "week.renew",
    "y",
    "renew_week",
    "how was it?",
    "Two questions about the week that is over, then the next one with its reasons.",
)
BY_HAND = Command(
    "week.by-hand", "p", "by_hand", "by hand", "What you plan by hand for days of the week."
)
ADD_TO_PLAN = Command("plan.add", "a", "add_to_plan", "add", "Plan one more routine for the week.")
TIME_OF_PLAN = Command("plan.time", "e", "time_of_plan", "time", "Say at what time of day.")
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
