"""The sentence that one is reminded by, and the system's own way to show it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from backcare_tui.reminders.machine import Machine

SENTENCE = "A minute for your back: backcare"
"""All that is ever shown: it may stand on a locked screen, for anybody."""

_TOAST = f"""\
$m = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType=WindowsRuntime]
$t = $m::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText01)
$t.GetElementsByTagName('text').Item(0).AppendChild($t.CreateTextNode('{SENTENCE}')) | Out-Null
$n = [Windows.UI.Notifications.ToastNotification]::new($t)
$m::CreateToastNotifier('Windows PowerShell').Show($n)"""
_NOTIFIERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "darwin": (("osascript", "-e", f'display notification "{SENTENCE}" with title "backcare"'),),
    "win32": (("powershell", "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", _TOAST),),
    "linux": (
        ("notify-send", "--app-name=backcare", SENTENCE),
        (
            "gdbus",
            "call",
            "--session",
            "--dest=org.freedesktop.Notifications",
            "--object-path=/org/freedesktop/Notifications",
            "--method=org.freedesktop.Notifications.Notify",
            *("backcare", "0", "", SENTENCE, "", "[]", "{}", "10000"),
        ),
    ),
}
"""What shows it on each system, the best first."""
MISSING = {
    "darwin": "osascript is not found",
    "win32": "powershell is not found",
    "linux": "neither notify-send nor gdbus is installed (notify-send comes with libnotify)",
}
"""What is said where nothing of it is there."""


def notifiers(machine: Machine) -> Iterator[tuple[str, ...]]:
    """The commands that can show the sentence here, the best first."""
    known = _NOTIFIERS.get(machine.platform, _NOTIFIERS["linux"])
    return (words for words in known if machine.has(words[0]))


def show(machine: Machine) -> bool:
    """Show the sentence; whether that could be done."""
    environ = _with_bus(machine)
    return any(machine.run(*words, environ=environ).is_done for words in notifiers(machine))


def why_nothing_is_shown(machine: Machine) -> str:
    """What is missing for it, for the beginning of a sentence; empty where nothing is."""
    if any(True for _ in notifiers(machine)):
        return ""
    return MISSING.get(machine.platform, MISSING["linux"])


def _with_bus(machine: Machine) -> Mapping[str, str] | None:
    """The surroundings with the session's bus, which cron does not hand on; None where nothing is amiss."""
    bus = Path(f"/run/user/{machine.user}/bus")
    if "DBUS_SESSION_BUS_ADDRESS" in machine.environ or not bus.exists():
        return None
    return {**machine.environ, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}"}
