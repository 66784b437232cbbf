"""The devices that share a diary: which they are, what was merged, and what waits."""

from collections.abc import Iterator

from backcare_tui import screens
from backcare_tui.diary.custody import Custody, DeviceSaved
from backcare_tui.screens.settings.custody_page import CustodyPage, named
from backcare_tui.text import say_day
from backcare_tui.widgets.sheet import Entry

ALONE = "None yet: this device alone has saved the diary."
NO_COPY = "No copy waits beside the diary."
NOTHING_MERGED = "Nothing yet."
NAME = (
    "It is made once, and stays the same. BACKCARE_DEVICE gives another, of letters, digits, - and _, such as laptop; "
    "backcare takes that for another device from then on, and nothing is lost."
)
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
        if self.desk.safekeeping and custody.merged:
            yield "backups", "See what stood there before a merge"
        yield "copy", "Copy this device's name"

    def found(self, custody: Custody) -> Iterator[Entry]:
        """This one, the others, what was merged, what waits."""
        yield named("Here", custody.device, NAME)
        others = [self._say(each) for each in custody.devices if each.device != custody.device]
        yield named("Others", *(others or [ALONE, HOW]))
        today = self.desk.clock.today()
        merged = [f"on {say_day(day, today)}" for day in custody.merged]
        yield named("Merged", *(merged or [NOTHING_MERGED]))
        yield named("Copies", *(custody.waiting or (NO_COPY,)))

    def _say(self, saved: DeviceSaved) -> str:
        when = say_day(saved.day, self.desk.clock.today()) if saved.day else "at a time unknown"
        return f"{saved.device}, saved last: {when}"

    def do(self, action: str, custody: Custody) -> None:
        """Open what it says."""
        if action == "manual":
            self.app.push_screen(screens.ManualPage("two-devices"))
        elif action == "copy":
            self.copy(custody.device)
        elif self.desk.safekeeping:
            self.app.push_screen(screens.BackupsPage(self.desk, self.desk.safekeeping))
