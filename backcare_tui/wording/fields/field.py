"""What is known of one field: its names, its words, how it is read and how it is said."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, get_args

import msgspec

from backcare_tui.diary.records.base import Record, says_something
from backcare_tui.diary.values import (
    BadValue,
    Rating,
    UnknownPlace,
    allowed_in,
    choices,
    field_types,
    read_value,
)
from backcare_tui.library.taxonomy import WordKind, find_word, name_of, name_within
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.read import closed_word

Read = Callable[[str, FieldContext], Any]
Say = Callable[[Any, FieldContext], str]
Tell = Callable[[Any, FieldContext], Iterable[tuple[str, str]]]


class ShellOption(msgspec.Struct, frozen=True):
    """A field's word in `backcare log`."""

    word: str
    """With dashes (`--naps`), or without where its place says what it is (`bed`)."""
    metavar: str
    help: str
    is_optional: bool = False
    """Whether a word without dashes may be left out."""

    @property
    def name(self) -> str:
        """As errors name it: `naps`."""
        return self.word.removeprefix("--")

    @property
    def dest(self) -> str:
        """The attribute that the parser keeps it in."""
        return self.name.replace("-", "_")


class RecordField(msgspec.Struct, frozen=True):
    """A field of a record, for everybody who asks for it, reads it or says it.

    The shell, the forms, the details of an entry and the sentences about wrong values all have
    their words from here, so that none of them can know a field otherwise. What a field may hold
    is its type's own (see `diary.records`): here stands what people call it and what they type.

        bed = RecordField(Night, "bed", "To bed", "such as 23:10", reads=time_of_day)
        bed.read("2310", context)  # "23:10"
        bed.read("25:00", context)  # BadValue: To bed: "25:00" is not a time of day ...
    """

    record: type[msgspec.Struct]
    name: str
    """As in the file: `naps_min`."""
    label: str
    """As a form says it: `Naps that day`."""
    hint: str = ""
    """What stands beside an empty line of a form."""
    reads: Read | None = None
    """Reads one value; by the fixed words or by the type where nothing else is stated."""
    says: Say | None = None
    """Says a value, where its text alone does not."""
    words: WordKind | None = None
    """The list that its words are ids of; a person's own words may stand beside them."""
    shape: Literal["one", "set", "list", "pairs", "switch"] = "one"
    """Whether it holds one value, several of which each counts once, several as they come, values
    by a word, or yes and no."""
    option: ShellOption | None = None
    """Its word in `backcare log`, for what is taken down there."""
    told: str = ""
    """Its name in the details of an entry, where that is not the label."""
    tells: Tell | None = None
    """Its lines in the details of an entry, where it is not one with the value."""
    writes: Say | None = None
    """Writes a value as the text of its line, where that differs from what the file holds."""
    is_number_in_file: bool = False
    """Whether a bare number means the file's unit under the file's name: seconds of `done_s`."""
    is_asked: bool = True
    """Whether the form that changes an entry asks for it."""

    @property
    def type(self) -> Any:
        """The annotated type, which says what is allowed."""
        return field_types(self.record)[self.name]

    @property
    def is_rating(self) -> bool:
        """Whether it is one to five, each with a word."""
        return Rating in (self.type, *get_args(self.type))

    @property
    def is_several(self) -> bool:
        """Whether it holds a list."""
        return self.shape in {"set", "list"}

    @property
    def allowed(self) -> str:
        """What it may hold, in words."""
        return allowed_in(self.type)

    @property
    def shell_name(self) -> str:
        """What a person knows it by in the shell: the option, else the name in the file."""
        return self.option.name if self.option else self.name

    @property
    def names(self) -> frozenset[str]:
        """All that a person may call it, in lower case."""
        called = (self.name, self.label, self.told, self.shell_name)
        return frozenset(map(str.casefold, filter(None, called)))

    def read(self, text: str, context: FieldContext, name: str = "") -> Any:
        """The value that a text means; None where there is none.

        Args:
            text: As it was typed; several values are parted by commas.
            context: The time, and who and what is known.
            name: What the person knows the field by, where that is not the label.

        Raises:
            BadValue: For a text that means nothing here, in one sentence.
        """
        if not text.strip():
            return None
        if self.is_several or self.shape == "pairs":
            self._refuse_number_in_list(text, name)
            return self.read_each(text.split(","), context, name)
        return self._read_one(text, context, name)

    def _refuse_number_in_list(self, text: str, name: str) -> None:
        """A comma between two digits may be a decimal comma, or part two words: neither is guessed.

        Raises:
            BadValue: For such a text, saying how either is typed.
        """
        if found := re.search(r"\d+,\d+", text):
            point = found[0].replace(",", ".")
            allowed = f"clear in a list that commas part: type {point}, or a space after the comma"
            raise BadValue(name or self.label, found[0], allowed)

    def read_each(self, texts: Iterable[str], context: FieldContext, name: str = "") -> Any:
        """The value of texts that are one each, as an option that may be repeated has them.

        Raises:
            BadValue: As `read`; also where no text says anything, or two say it of one word.
        """
        typed = list(texts)
        parts = [part for part in typed if part.strip()]
        if not parts:
            raise BadValue(name or self.label, ",".join(typed), self.allowed)
        found = [self._read_one(part, context, name) for part in parts]
        if self.shape == "pairs":
            return self._paired(parts, found, name)
        return tuple(dict.fromkeys(found) if self.shape == "set" else found)

    def _paired(self, parts: list[str], found: list[tuple[str, Any]], name: str) -> Any:
        """Values by their words, each of which stands once."""
        by_word: dict[str, Any] = {}
        for part, (word, value) in zip(parts, found, strict=True):
            if word in by_word:
                said = f"possible: {word} stands there twice"
                raise BadValue(name or self.label, part.strip(), said)
            by_word[word] = value
        return msgspec.convert(by_word, self.type)

    def _read_one(self, text: str, context: FieldContext, name: str) -> Any:
        try:
            return self._value(text.strip(), context)
        except BadValue as error:
            if self.shape != "pairs" or isinstance(error, UnknownPlace):
                raise error.named(name or self.label) from None
            allowed = f"{self.allowed}, such as WORD:VALUE"
            raise BadValue(name or self.label, text.strip(), allowed) from None

    def _value(self, text: str, context: FieldContext) -> Any:
        if self.reads:
            return self.reads(text, context)
        if choices(self.type):
            return closed_word(self.type, text, self.words)
        if self.words:
            return find_word(self.words, text)
        if self.shape == "switch":
            text = {"yes": "true", "no": "false"}.get(text.casefold(), text)
        return text if self.is_several else read_value(self.record, self.name, text)

    def echo(self, value: Any, context: FieldContext) -> str:
        """How a form says what it understood; nothing where the text says it already."""
        if self.says:
            return self.says(value, context)
        if self.words is None:
            return ""
        named = (name_of(self.words, word) for word in (value if self.is_several else [value]))
        return ", ".join(named)

    def say(self, value: Any, context: FieldContext) -> str:
        """A value as the details of an entry say it, on one line."""
        if self.words and not self.says and self.is_several:
            return ", ".join(name_within(self.words, word) for word in value)
        return self.echo(value, context) or self.write(value, context)

    def write(self, value: Any, context: FieldContext) -> str:
        """A value of the record or of its document as the text of its line, which `read` takes."""
        if value is None:
            return ""
        if self.writes:
            return self.writes(value, context)
        match value:
            case list() | tuple():
                return ", ".join(map(str, value))
            case dict():
                return ", ".join(f"{word}:{each}" for word, each in value.items())
            case float():
                return f"{value:g}"
            case _:
                return str(value)

    def tell(self, record: Record, context: FieldContext) -> Iterable[tuple[str, str]]:
        """Its lines in the details of an entry: a name, and what is said of it."""
        if self.tells:
            return self.tells(record, context)
        value = getattr(record, self.name)
        if not says_something(value):
            return []
        return [(self.told or self.label, self.say(value, context))]


FieldTable = Mapping[type[msgspec.Struct], tuple[RecordField, ...]]
"""The fields of records, in the order in which they are asked for and told."""
