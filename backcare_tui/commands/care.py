"""The commands of massage and other care: the course, the care team, the hand-over page."""

from backcare_tui.commands.command import Command

BEGIN_COURSE = Command(
    "course.begin",
    "C",
    "begin_course",
    "new course",
    "Begin a series of visits, today or on a day to come.",
)
CHANGE_COURSE = Command(
    "course.change", "e", "change_course", "change", "Change the course: its visits, days and goal."
)
PUT_OFF_COURSE = Command(
    "course.put-off",
    "z",
    "put_off_course",
    "put off",
    "Put the visits off for now, or take them up again.",
)
END_COURSE = Command(
    "course.end",
    "x",
    "end_course",
    "end it",
    "End the course and say how it went; undo takes it up.",
)
DID_IT_HELP = Command(
    "course.helped",
    "y",
    "say_helped",
    "did it help?",
    "Say whether the course helps: yes, no, or not sure.",
)
EARLIER_COURSE = Command(
    "course.earlier",
    "left_square_bracket",
    "step_course(-1)",
    "course",
    "Show another of the courses that are open.",
    shown_as="[ ]",
)
LATER_COURSE = Command(
    "course.later", "right_square_bracket", "step_course(1)", "next course", "", show=False
)
PAST_COURSES = Command(
    "course.past", "h", "past_courses", "courses", "All courses, compared side by side."
)
BENEFITS = Command(
    "massage.benefits",
    "I",
    "benefits",
    "what it does",
    "What massage is said to do, how good the evidence is, and what your diary shows.",
)
WHEN_NOT = Command(
    "massage.when-not",
    "R",
    "read_when_not",
    "read first",
    "When not to have a massage, to read before you book one; then how a partner can give one.",
)
WHEN_NOT_IN_FORM = Command(
    "course.when-not",
    "ctrl+r",
    "read_when_not",
    "read first",
    "When not to have a massage, to read before you begin; the form stays as it is.",
    shown_as="^r",
    priority=True,
)
A_WEEK_LATER = Command(
    "course.week-later",
    "ctrl+l",
    "begin_week_later",
    "a week later",
    "Begin the course a week later, so that more days before it are noted.",
    shown_as="^l",
    priority=True,
)
SOURCES = Command(
    "course.sources", "i", "sources", "why", "What the words of the course rest on, and from where."
)
LOOK_FOR_SIGNS = Command(
    "massage.signs",
    "S",
    "look_for_signs",
    "signs",
    "Look for signs of inflammation, while massage is put off.",
)
CARE_TEAM = Command(
    "massage.team", "T", "care_team", "care team", "The people, the shared plan, and questions."
)
HAND_OVER_PAGE = Command(
    "massage.hand-over",
    "P",
    "hand_over",
    "hand-over",
    "The page for the next appointment: what was done, and how pain answered.",
)
NOTE_QUESTION = Command(
    "massage.question", "Q", "note_question", "question", "Note a question for an appointment."
)
ON_COURSE = (
    BEGIN_COURSE,
    CHANGE_COURSE,
    PUT_OFF_COURSE,
    END_COURSE,
    DID_IT_HELP,
    LOOK_FOR_SIGNS,
    PAST_COURSES,
    BENEFITS,
    WHEN_NOT,
    SOURCES,
    CARE_TEAM,
    HAND_OVER_PAGE,
    NOTE_QUESTION,
    EARLIER_COURSE,
    LATER_COURSE,
)
"""What can be done on the massage place besides what can be done with a visit."""

ADD_MEMBER = Command(
    "team.person", "a", "add('person')", "person", "Add somebody to the care team."
)
AGREE = Command(
    "team.agree",
    "e",
    "add('agreement')",
    "shared plan",
    "Write down what was agreed: the goals, and who does what. Older plans are kept.",
)
ANSWER = Command(
    "question.answer",
    "x",
    "answer",
    "answered",
    "Mark the question as answered, with a line of what was said.",
)
WRITE_HTML = Command(
    "hand-over.html",
    "",
    "write('html')",
    "write HTML",
    "Write the page to a file for a browser or a printer.",
)
WRITE_PDF = Command(
    "hand-over.pdf", "P", "write('pdf')", "write PDF", "Write the page to a file to print."
)
WRITE_MARKDOWN = Command(
    "hand-over.markdown", "", "write('md')", "Markdown", "Write the page as Markdown.", show=False
)
WRITE_TEXT = Command(
    "hand-over.text", "", "write('txt')", "write text", "Write the page to a file of plain text."
)
FOR_WHOM = Command(
    "hand-over.whom", "T", "choose_person", "for whom", "Choose whom the appointment is with."
)
MARK_PART = Command(
    "hand-over.mark",
    "space",
    "mark",
    "mark",
    "Take the line under the cursor in, or leave it out.",
)
STEP_NOTES = Command(
    "hand-over.notes",
    "v",
    "step_notes",
    "notes",
    "Which notes are on it: those of visits, those of every entry, or none.",
)
ON_HAND_OVER = (
    MARK_PART,
    FOR_WHOM,
    WRITE_PDF,
    WRITE_HTML,
    WRITE_TEXT,
    STEP_NOTES,
    WRITE_MARKDOWN,
)
"""What can be done with the hand-over page."""
