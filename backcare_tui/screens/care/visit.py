"""A visit: a massage or another treatment, in six keys when it is like the last one."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.forms import DIGITS, NEXT_TREATMENT
from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import BadValue
from backcare_tui.guidance.advice.table import Advice, rules, spoken
from backcare_tui.guidance.care.course import MASSAGE, UNEASY
from backcare_tui.guidance.care.team import names_of, with_whom
from backcare_tui.guidance.care.usual_visit import (
    pressure_wanted,
    usual_treatment,
    usual_visit,
    with_course,
)
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.rules.massage import postpone
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.screens.care.visit_fields import OF_MASSAGE, POSTPONE, VisitFields
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.dialogs import ask_area
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.first_key import NOW
from backcare_tui.screens.frame.folding import LongForm
from backcare_tui.screens.frame.moment_form import MomentForm
from backcare_tui.text import clean
from backcare_tui.widgets.body.body_map import BodyMap
from backcare_tui.widgets.chips.chips import Chips
from backcare_tui.widgets.fields.scale import ScaleField
from backcare_tui.widgets.label import draw_label
from backcare_tui.wording.fields.table import field_of
from backcare_tui.wording.form_rows import VISIT

LOOK = ChoiceAnswer("s", "signs", "Look for signs of inflammation now")
LATER = ChoiceAnswer("l", "", "Later")
PUT_OFF = "Your course counts as put off until you take it up again; it is on the Massage place."


class VisitForm(LongForm, MomentForm):
    """What was done, and how it felt before and after; it stands as it was the last time."""

    kind = Visit
    NAME = "visit"
    ROWS = VISIT
    AUTO_FOCUS = "#pain-before"
    CSS_PATH = ["../frame/form.tcss", "visit.tcss"]
    BINDINGS = bindings(NEXT_TREATMENT, *DIGITS)
    HELP = (
        "A massage or another treatment, filled in as it was the last time. Pain before and pain "
        "after are a digit each, a letter says how the muscles took it, enter saves. {visit.treatment} goes "
        "to another treatment."
    )
    record: Visit | None

    def __init__(
        self, desk: Desk, visit: Visit | None = None, given: Mapping[str, Any] | None = None
    ) -> None:
        """A new visit, in which some values are given, or one to change."""
        super().__init__(desk, visit)
        self._given = given or {}
        repository = desk.repository
        self._visits = repository.entries(Visit)
        self._courses = repository.entries(Course)
        self._people = names_of(repository.entries(Person))
        self._treatment = ""

    def compose_head(self) -> Iterable[Widget]:
        """What was done."""
        named = self.record.person if self.record else None
        self.fields = VisitFields(
            self.desk,
            self._first_treatment(),
            self._visits,
            self.desk.repository.entries(Person),
            named if named not in self._people else None,
        )
        self.when = self.fields.when
        yield self.fields.treatment
        self.wanted = Static(id="wanted", markup=False)
        yield self.wanted

    def compose_fields(self) -> Iterable[Widget]:
        """What is asked first, then the rest beside the body."""
        yield from self.fields.compose(self.make_more(self.fields.rows))

    def past_entries(self, days: tuple[dt.date, dt.date]) -> Iterable[Record]:
        """The visits of this treatment."""
        visits = self.desk.repository.entries(Visit, days)
        return (visit for visit in visits if visit.treatment == self._treatment)

    def not_asked(self) -> frozenset[str]:
        """What is asked of a massage alone."""
        return frozenset() if self._is_massage else frozenset(OF_MASSAGE)

    def start_values(self) -> Values:
        """Those of the visit; a new one is like the last one of its treatment."""
        if self.record:
            return {**write_document(self.record), "at": self.start_at()}
        return {**self._usual(self._first_treatment()), "at": NOW, **self._given}

    def _first_treatment(self) -> str:
        """That of the visit; of a new one what is given, else what is usual."""
        if self.record:
            return self.record.treatment
        usual = usual_treatment(self._visits, self._courses, self.desk.clock.today())
        return str(self._given.get("treatment") or usual)

    def _usual(self, treatment: str) -> Values:
        """What a new visit of a treatment has."""
        now = self.desk.clock.now()
        values = write_document(usual_visit(self._visits, treatment, now, self._people))
        return {field: value for field, value in values.items() if field not in {"id", "at"}}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        self.fields.show(values)
        self._treatment = self.fields.treatment.one or ""
        self._show_what_fits()
        self._stand()

    def values(self) -> Values:
        """What the fields hold now."""
        return self.fields.values()

    def show_title(self) -> None:
        """The title, and the fields that this treatment and this response have."""
        super().show_title()
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        at = self.fields.when.value
        self._show_wanted()
        self.fields.show_what_fits(
            is_massage=self._is_massage,
            asks_signs=self._asks_signs,
            is_over=at is not None and at.date() < self.desk.clock.today(),
        )

    def _show_wanted(self) -> None:
        """What was wanted the last time is said before this one is given."""
        before = self.record.at if self.record else None
        wish = pressure_wanted(self._visits, self._treatment, before)
        self.wanted.display = bool(wish)
        if wish:
            word = name_within("pressure_wishes", wish)
            label = draw_label(field_of(Visit, "pressure").label, here=False)
            self.wanted.update(label + f"last time you wanted: {word}")

    @property
    def _is_massage(self) -> bool:
        """Whether what belongs to a massage is asked; where it was stated, it is shown."""
        if self._treatment == MASSAGE:
            return True
        is_as_it_was = self.record is not None and self.record.treatment == self._treatment
        return is_as_it_was and any(getattr(self.record, field) for field in OF_MASSAGE)

    @property
    def _asks_signs(self) -> bool:
        if self._is_massage and self.fields.response.value in UNEASY:
            return True
        return bool(self.record and self.record.inflammation)

    def read_form(self) -> Visit:
        """The visit; whoever is new to it is not in the care team yet."""
        values = self.values()
        if "treatment" not in values:
            raise BadValue("treatment", None, "what was done, such as massage")
        hidden = set() if self._is_massage else set(OF_MASSAGE)
        hidden |= set() if self._asks_signs else {"inflammation"}
        document = {
            "id": self.record.id if self.record else new_id(),
            **{field: value for field, value in values.items() if field not in hidden},
            "at": self.read_at().isoformat(),
        }
        return self._of_its_course(read_record(Visit, document))

    def _of_its_course(self, visit: Visit) -> Visit:
        """With its course, which stays as it was where neither treatment nor day is another."""
        before = self.record
        if before is None:
            return with_course(visit, self._courses)
        visit = msgspec.structs.replace(visit, course=before.course, imported=before.imported)
        is_same = (before.treatment, before.day) == (visit.treatment, visit.day)
        return visit if is_same else with_course(visit, self._courses)

    def read_records(self) -> tuple[Record, ...]:
        """The visit, after whoever joins the care team by it."""
        return with_whom(self.read_form(), self._people, self.record)

    def follow_up(self, record: Record) -> None:
        """What the muscles did not like is answered at once."""
        if isinstance(record, Visit) and (dialog := self._answer_to(record)):
            self.app.push_screen(dialog, self._look)

    def _answer_to(self, visit: Visit) -> screens.ChoiceDialog | None:
        """What the rule says of this visit, where that is new."""
        if self.record and self.record.response == visit.response:
            return None
        facts = gather(self.desk.repository, self.desk.clock)
        reason = postpone(facts)
        if reason is None or reason.event != visit.id:
            return None
        put_off = (each.given for each in facts.courses if each.status == "postponed")
        is_put_off = any(given.id == visit.id for visits in put_off for given in visits)
        return _dialog(spoken(rules()[POSTPONE], reason), PUT_OFF if is_put_off else "")

    def _look(self, answer: str | None) -> None:
        if answer == "signs":
            self.app.push_screen(screens.SignsOfInflammation(self.desk))

    def say_title(self) -> Content:
        """The treatment and its moment."""
        name = clean(name_of("treatments", self._treatment)) if self._treatment else "Visit"
        return self.say_at("Change the visit" if self.record else name)

    def action_next_treatment(self) -> None:
        """On to another treatment."""
        self.fields.treatment.step()

    @on(Chips.Changed, "#treatment")
    def take_treatment(self) -> None:
        """Another treatment has other usual values; what was typed stays."""
        self._change_treatment(self.fields.treatment.one or "")

    @on(Chips.Changed)
    def follow_chips(self) -> None:
        """The title names the treatment."""
        self.show_title()

    def _change_treatment(self, treatment: str) -> None:
        before, self._treatment = self._treatment, treatment
        if before == treatment:
            return
        if self.record is None:
            stands, usual, filled = self.values(), self._usual(treatment), self._usual(before)
            typed = {f: v for f, v in stands.items() if v != filled.get(f)}
            emptied = {f for f in filled if f not in stands}
            kept = {f: v for f, v in usual.items() if f not in emptied}
            self.fields.show({**kept, **typed, "treatment": treatment})
        self._stand()

    def _stand(self) -> None:
        """Show the rows that this treatment has."""
        self.find_standing()
        self.fold()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A digit is a number only where one is asked for; elsewhere it is text."""
        if action == "digit":
            return isinstance(self.focused, ScaleField)
        return super().check_action(action, parameters)

    def action_digit(self, number: int) -> None:
        """Take a number, and go on to what is asked next."""
        if not isinstance(field := self.focused, ScaleField):
            return
        field.action_rate(number)
        fields = self.fields
        following: dict[ScaleField, Widget] = {
            fields.pain_before: fields.pain_after,
            fields.pain_after: fields.response,
            fields.spasm_before: fields.spasm_after,
            fields.bend_before: fields.bend_after,
        }
        if (after := following.get(field)) and after.display:
            self.set_focus(after)

    def on_body_map_name_asked(self, event: BodyMap.NameAsked) -> None:
        """Ask where one was treated, in words."""
        ask_area(self.app, "Where were you treated?", event.map)


def _dialog(advice: Advice, of_course: str) -> screens.ChoiceDialog:
    words = Content.assemble(
        (clean(advice.text), "bold"),
        "\n\n",
        clean(f"{advice.because} {of_course}"),
        "\n\n",
        (f"Source: {clean(advice.source)}", "$quiet"),
    )
    return screens.ChoiceDialog("Put massage off for now", words, LOOK, [LATER])
