"""The devices that share a diary: which they are, what was merged, and what waits."""

from collections.abc import Iterator, Mapping
from functools import partial

from textual import work

from backcare_tui import screens
from backcare_tui.diary.custody import Custody, DeviceSaved
from backcare_tui.screens.settings.custody_page import CustodyPage, named
from backcare_tui.text import say_day
from backcare_tui.widgets.sheet import Entry
from backcare_tui.wording.device_name import read_device_name, say_device_name

ALONE = "None yet: this device alone has saved the diary."
NO_COPY = "No copy waits beside the diary."
NOTHING_MERGED = "Nothing yet."
OF_ID = (
    "Its id is made once, and stays the same. BACKCARE_DEVICE gives another, of letters, digits, - and _, such as laptop; "
    "backcare takes that for another device from then on, and nothing is lost."
)
TITLE_OF_NAME = "What do you call this device?"
NAME_HINT = "laptop"
OF_NAME = "The name is for you: it stands wherever this device is told of, on your other devices as well. Its id stays as it is."
HOW = (
    "Put the diary into a folder that a sync service keeps alike on your devices. Copies that it leaves beside the diary "
    "are merged by themselves, entry by entry, after a backup."
)


class DevicesPage(CustodyPage):
    """What is known of the devices; the file itself says who saved it."""

    TITLE, ABOUT = "Devices", "Who keeps this diary"
    HELP = (
        "The devices that have saved this diary, and the copies that a sync left beside it. Copies merge by themselves; one "
        "that does not says why. What stood there before a merge is in the backups."
    )

    def actions(self, custody: Custody) -> Iterator[tuple[str, str]]:
        """The manual, and the way back from a merge."""
        yield "manual", "Read how two devices share a diary"
        if self.desk.upkeep.safekeeping and custody.merged:
            yield "backups", "See what stood there before a merge"
        yield "name", "Give this device a name …"
        yield "copy", "Copy this device's id"

    def found(self, custody: Custody) -> Iterator[Entry]:
        """This one, the others, what was merged, what waits."""
        names = self._names
        called = [names[custody.device]] if custody.device in names else []
        yield named("Here", *called, custody.device, OF_ID)
        others = [self._say(each) for each in custody.devices if each.device != custody.device]
        yield named("Others", *(others or [ALONE, HOW]))
        today = self.desk.clock.today()
        merged = [f"on {say_day(day, today)}" for day in custody.merged]
        yield named("Merged", *(merged or [NOTHING_MERGED]))
        yield named("Copies", *(custody.waiting or (NO_COPY,)))

    def _say(self, saved: DeviceSaved) -> str:
        when = say_day(saved.day, self.desk.clock.today()) if saved.day else "at a time unknown"
        return f"{say_device_name(saved.device, self._names)}, saved last: {when}"

    @property
    def _names(self) -> Mapping[str, str]:
        """What each device is called, by its id."""
        return self.desk.repository.settings().device_names

    def do(self, action: str, custody: Custody) -> None:
        """Open what it says."""
        if action == "manual":
            self.app.push_screen(screens.ManualPage("two-devices"))
        elif action == "copy":
            self.copy(custody.device)
        elif action == "name":
            self._ask_name(custody.device)
        elif self.desk.upkeep.safekeeping:
            self.app.push_screen(screens.BackupsPage(self.desk, self.desk.upkeep.safekeeping()))

    def _ask_name(self, device: str) -> None:
        names = self._names
        taken = {name for each, name in names.items() if each != device}
        read = partial(read_device_name, taken=taken)
        asked = screens.AskLine[str](TITLE_OF_NAME, "Name", read, str, NAME_HINT, OF_NAME)
        asked.line.text = names.get(device, "")

        def take(name: str | None) -> None:
            if name and name != names.get(device):
                self._keep_name(device, name)

        self.app.push_screen(asked, take)

    @work
    async def _keep_name(self, device: str, name: str) -> None:
        """Keep it at once; this page and all others show it."""
        named_now = {**self._names, device: name}
        await self.desk.set_all({"device_names": named_now}, words=f"this device: {name}")
