"""What a person calls a device: a name for people, beside the id that tells devices apart."""

from collections.abc import Collection, Mapping

from backcare_tui.text import clean

LONGEST_NAME = 40
"""Letters of a name: so many stand beside what is said of a device."""


def read_device_name(text: str, taken: Collection[str] = ()) -> str:
    """A name as it was typed, without the spaces around it.

    Args:
        text: What was typed.
        taken: The names of the other devices.

    Raises:
        ValueError: With a sentence, if it is too long, or another device has it.

    >>> read_device_name(" the laptop ")
    'the laptop'
    """
    name = " ".join(clean(text).split())
    if len(name) > LONGEST_NAME:
        raise ValueError(f"name: it has {len(name)} letters, allowed are {LONGEST_NAME}.")
    if name.casefold() in {each.casefold() for each in taken}:
        raise ValueError(f"name: {name} is another device already; allowed is any other name.")
    return name


def say_device_name(device: str, names: Mapping[str, str]) -> str:
    """What a device is called; its id where it has no name.

    >>> say_device_name("0193", {"0193": "phone"}), say_device_name("0194", {"0193": "phone"})
    ('phone', '0194')
    """
    return names.get(device, device)
