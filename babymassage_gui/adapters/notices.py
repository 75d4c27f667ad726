"""Native notifications on Linux, by the desktop's own service. Each has a thread of its own, which hears the click.

A desktop that has no such service, or does not answer, costs a reminder and nothing else.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection  # type: ignore[import-untyped]

BUS, PLACE, FACE = "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
ANSWER_SECONDS = 5.0
# A click is waited for as long as the notification stays with the desktop; the next one takes its place.
LISTEN_SECONDS = 0.5


class NoticeBoard:
    """Shows one notification at a time. `app_id` is that of the desktop file, whose icon is shown."""

    def __init__(self, app_id: str, name: str) -> None:
        self._app_id, self._name = app_id, name
        self._over: threading.Event | None = None
        self._number = 0

    def show(self, title: str, text: str, opened: Callable[[], None], refused: Callable[[], None]) -> None:
        """Show it. `opened` is called from another thread once it was pressed, `refused` if it could not be shown."""
        self.close()
        over = self._over = threading.Event()
        words = (title, text, opened, refused, over)
        # A daemon: a desktop that never answers does not keep the program from ending.
        threading.Thread(target=self._show, args=words, name="notice", daemon=True).start()

    def close(self) -> None:
        """Listen no longer; what is shown stays with the desktop."""
        if self._over is not None:
            self._over.set()
            self._over = None

    def _show(
        self, title: str, text: str, opened: Callable[[], None], refused: Callable[[], None], over: threading.Event
    ) -> None:
        try:
            from jeepney.io.blocking import open_dbus_connection

            with open_dbus_connection("SESSION") as line:
                if self._ask(line, title, text) and self._pressed(line, over):
                    opened()
        except Exception:  # edge: a worker; what a desktop answers cannot be foreseen, and Today shows the same
            if not over.is_set():
                refused()

    def _ask(self, line: DBusConnection, title: str, text: str) -> bool:
        from jeepney import DBusAddress, MatchRule, message_bus, new_method_call  # type: ignore[import-untyped]

        rule = MatchRule(type="signal", interface=FACE, path=PLACE)
        line.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_SECONDS)
        hints = {"desktop-entry": ("s", self._app_id), "category": ("s", "reminder")}
        body = (self._name, self._number, self._app_id, title, text, ["default", title], hints, -1)
        call = new_method_call(DBusAddress(PLACE, bus_name=BUS, interface=FACE), "Notify", "susssasa{sv}i", body)
        reply = line.send_and_get_reply(call, timeout=ANSWER_SECONDS)
        if isinstance(reply.body[0], str):
            raise OSError(reply.body[0])
        self._number = int(reply.body[0])
        return True

    def _pressed(self, line: DBusConnection, over: threading.Event) -> bool:
        """Whether it was pressed before it went away, or before the program ended."""
        from jeepney import HeaderFields

        while not over.is_set():
            with suppress(TimeoutError):
                message = line.receive(timeout=LISTEN_SECONDS)
                member = message.header.fields.get(HeaderFields.member)
                if member in ("ActionInvoked", "NotificationClosed") and message.body[0] == self._number:
                    return bool(member == "ActionInvoked")
        return False
