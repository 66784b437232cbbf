"""The data that ships with the program: JSON in the `data` folder of the room that reads it."""

from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
_ROOMS = Path(__file__).parents[1]


def load(room: str, name: str, kind: type[T]) -> T:
    """What a file holds, as the type that it is to have; the caller keeps it.

    Args:
        room: The package whose data it is: `library`, `guidance` or `report`.
        name: The file without its ending: `routines`.
        kind: A msgspec type; fields of the file that it does not have are left out.

    Raises:
        msgspec.ValidationError: If the file does not hold what the type says, which a test finds.
    """
    path = _ROOMS / room / "data" / f"{name}.json"
    return msgspec.json.decode(path.read_bytes(), type=kind)
