"""What each key means: one table, which `tests/house/test_keys.py` holds over all screens.

A letter or a sign means one thing in the whole program. Letters that pick an answer are none of its
business: those of a `ChoiceDialog`, of chips, and what is typed into a field.
"""

import msgspec


class Meaning(msgspec.Struct, frozen=True):
    """A key, what it means wherever it means anything, and the commands that have it."""

    key: str
    """As it is written: `a`, `/`."""
    words: str
    ids: tuple[str, ...]
    """Of commands, and of the bindings of widgets."""


ALWAYS = (
    *(
        Meaning(str(number), f"go to {mode.capitalize()}", (f"place.{mode}",))
        for number, mode in enumerate(
            ("today", "diary", "move", "massage", "diet", "trends"), start=1
        )
    ),
    Meaning("n", "pain now", ("entry.check-in",)),
    Meaning("s", "last night", ("entry.night",)),
    Meaning("w", "a glass of water", ("entry.water",)),
    Meaning("u", "undo", ("entry.undo",)),
    Meaning("c", "catch up", ("entry.catch-up",)),
    Meaning("?", "help", ("app.help", "help.manual", "search.help")),
    Meaning("W", "warning signs", ("guide.check",)),
)
"""What holds on every place and page, and means nothing else anywhere."""
ON_THINGS = (
    Meaning(
        "a",
        "add",
        (
            "add.meal",
            "add.session",
            "add.visit",
            "backup.make",
            "move.add",
            "plan.add",
            "step.add",
            "team.person",
            "trial.begin",
        ),
    ),
    Meaning(
        "e",
        "change",
        (
            "check.change",
            "course.change",
            "flare.write",
            "plan.time",
            "routine.edit",
            "session.conditions",
            "team.agree",
        ),
    ),
    Meaning("d", "delete", ("entry.remove", "exercise.remove", "routine.remove", "step.remove")),
    Meaning("r", "again", ("entry.repeat", "player.restart")),
    Meaning("g", "go to days", ("diary.go", "report.days")),
    Meaning("h", "history", ("course.past", "routine.history")),
    Meaning("H", "all of the history", ("routine.all-history",)),
    Meaning(
        "i",
        "why, and from where",
        (
            "course.sources",
            "drink.late",
            "finding.how",
            "guide.advice-today",
            "trends.findings",
            "week.why",
        ),
    ),
    Meaning(
        "x",
        "end it",
        (
            "advice.away",
            "course.end",
            "player.stop",
            "program.end",
            "question.answer",
            "trial.stop",
        ),
    ),
    Meaning(
        "q",
        "one step back",
        (
            "app.quit",
            "dialog.close",
            "form.leave",
            "list.leave",
            "page.close",
            "player.stop",
            "rescue.leave",
            "saving.give-up",
            "session.close",
            "session.leave",
            "welcome.begin",
        ),
    ),
    Meaning(
        "/",
        "find",
        (
            "body.name",
            "diary.find",
            "exercise.find",
            "list.find",
            "meal.find",
            "reading.find",
            "routine.find",
            "setting.find",
        ),
    ),
    Meaning(
        "[",
        "earlier",
        (
            "course.earlier",
            "form.earlier",
            "manual.earlier",
            "month.earlier",
            "question.before",
            "reading.earlier",
            "trends.earlier",
            "week.earlier",
        ),
    ),
    Meaning(
        "]",
        "later",
        (
            "course.later",
            "form.later",
            "manual.later",
            "month.later",
            "reading.later",
            "trends.later",
            "week.later",
        ),
    ),
    Meaning(
        "+",
        "more",
        (
            "drink.more",
            "form.more",
            "pattern.favor",
            "player.longer",
            "program.on",
            "step.more",
            "trends.longer",
        ),
    ),
    Meaning(
        "-",
        "less",
        (
            "drink.less",
            "pattern.limit",
            "player.shorter",
            "program.back",
            "step.less",
            "trends.shorter",
        ),
    ),
    Meaning(",", "settings", ("app.settings", "page.close")),
    Meaning("!", "what it is not", ("help.limits",)),
)
"""What is done with what one looks at."""
OWN = (
    Meaning("b", "breakfast", ("meal.breakfast",)),
    Meaning("f", "flare-up", ("check-in.flare",)),
    Meaning("j", "down a line", ("list.down",)),
    Meaning("k", "up a line", ("list.up",)),
    Meaning("l", "down a leg", ("player.leg",)),
    Meaning("m", "for now", ("guide.now", "session.another")),
    Meaning("o", "coffee", ("drink.coffee",)),
    Meaning("p", "plan", ("diet.pattern", "dialog.close", "routine.plan", "week.by-hand")),
    Meaning("t", "trial", ("finding.try", "trends.trials")),
    Meaning(
        "v",
        "the other view",
        (
            "body.turn",
            "diary.month",
            "hand-over.notes",
            "month.days",
            "session.keep-steps",
            "trends.measure",
        ),
    ),
    Meaning(
        "y",
        "say how it is",
        ("course.helped", "player.pain", "trends.renew", "trial.today", "week.renew"),
    ),
    Meaning("z", "put off", ("advice.snooze", "course.put-off")),
    Meaning("A", "own activities", ("guide.activities",)),
    Meaning("B", "backups", ("app.backups",)),
    Meaning("C", "new course", ("course.begin",)),
    Meaning("D", "a professional said so", ("exercise.given", "guide.seen")),
    Meaning("E", "exercises", ("routine.library",)),
    Meaning("F", "flare plan", ("guide.flare-plan",)),
    Meaning("G", "to the ground", ("session.way-down",)),
    Meaning("I", "is it any good", ("massage.benefits",)),
    Meaning("J", "move down", ("step.down",)),
    Meaning("K", "move up", ("step.up",)),
    Meaning("L", "learn", ("guide.understand",)),
    Meaning("M", "active minutes", ("routine.active-day",)),
    Meaning("N", "new baseline", ("advice.baseline",)),
    Meaning("O", "alcohol", ("drink.alcohol",)),
    Meaning(
        "P",
        "on paper",
        (
            "hand-over.pdf",
            "massage.hand-over",
            "report.pdf",
            "routine.paper",
            "sheet.pdf",
            "trends.report",
        ),
    ),
    Meaning("Q", "question", ("massage.question",)),
    Meaning("R", "read first", ("massage.when-not",)),
    Meaning("S", "signs of inflammation", ("massage.signs",)),
    Meaning("T", "team", ("hand-over.whom", "massage.team")),
    Meaning("U", "redo", ("entry.redo",)),
    Meaning("V", "voice and bell", ("player.sound",)),
    Meaning("Y", "say how yesterday was", ("trial.yesterday",)),
)
"""What only some screens have."""
GRAMMAR = (*ALWAYS, *ON_THINGS, *OWN)

PICKS = {
    "reading.answer-": "1 to 3 answer the question of a page to read",
    "player.pain-": "a digit says how the back is while a routine is played",
    "month.pain-": "a digit is the pain of an open day of the month",
    "form.digit-": "a digit answers, in a form and in the questions of the first minutes",
    "rescue.recover": "y answers whether a damaged diary is brought back",
}
"""Exceptions: what picks an answer, by what its id begins with, and why."""
STEPS = {
    "question.skip": "esc leaves a question open and goes on; [ goes back",
    "list.all": "esc ends a search on a place, where q quits",
    "diary.all": "esc ends a search on a place, where q quits",
    "meal.all": "esc ends a search on a place, where q quits",
    "routine.all": "esc ends a search on a place, where q quits",
    "unlock.leave": "q is a letter of a passphrase",
}
"""Exceptions: where esc and q are not both one step back, and why."""
