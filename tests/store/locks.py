"""A locked diary, made at once: its key is locked at the lowest cost, which takes no second to open."""

from base64 import b64decode
from pathlib import Path

from backcare_tui.store.keys import Key
from backcare_tui.store.locked import LockedPlaces, places_of
from backcare_tui.store.locking import lock_diary

WORDS = "correct horse"
KEY = Key(
    "AGE-SECRET-KEY-1TT2L2XDH0TTDNDZMSUVAPJQ45CAFPGLQ8ERL5AY0KYV7D73VE5MQVZZNEX",
    "age1u8jjduantufgda9q25jflpjywxeeecvx89mewa9rn2d2am04zc2suqnmhv",
)
KEY_FILE = b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBnVDNURExZV3pkbVJQa2NhVFRTdERBIDEKZU9ReFNHKzZP"
    "OWR0UzRYK2hlOGVzUXJpZ3VucDhwNEdHZ1FOZ0RuRGVRWQotLS0gUlQwd1MxSy81TlMyU1ZZVnU5a0N5Sk1iTWdo"
    "QkFBMnVKOEJOeHZsQVJnYwpEDhOLeDjgUvBj6VM+mWeLEgzDr76gWoS7L7Vk3cHRoUhrawJagBTz0+7kaFzQkwG8"
    "qeJo0rBtVIhq5bldcBlcjCZDrvfLn/1yZlUo5qU57SyfNG7HBHtjwqwaL2vkZc1EAdVyRXifQ8LzzaRdtTfAn/kl"
    "m4RtZY4SILLvzEqxDW02Nx8yL/NFU3cWSKyM2AxF0A4hqiXEK/FpLbSsvASwwUAMYj+1FoMf3vKKu11EOyqJpo1V"
    "tmRo"
)
"""KEY as age locks it with WORDS, by scrypt at 2 rounds instead of a million."""


def locked(path: Path) -> LockedPlaces:
    """The places of a diary that is locked now with KEY; what is not there is begun."""
    places = places_of(path)
    places.diary.parent.mkdir(mode=0o700, exist_ok=True)
    lock_diary(places, KEY, KEY_FILE)
    return places


def opened(path: Path) -> bytes:
    """The bytes of the diary in a locked file, or in a copy of one."""
    return KEY.cipher.opened(path.read_bytes())
