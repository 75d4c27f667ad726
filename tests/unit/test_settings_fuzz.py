"""Whatever stands in the settings file: there are settings, and what they are can be kept."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.storage.settings_file import SettingsFile
from tests.fakes.stored import WallClock


@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(max_size=20)
        | st.sampled_from(["light", "17:30"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["theme", "day", "choices", "sound", "input", "room", "tempo", "text_scale", "baby", "keys", "x"]
                ),
                inner,
            )
        ),
    ).map(lambda values: json.dumps(values).encode("utf-8", errors="surrogatepass"))
)
def test_whatever_the_file_holds_there_are_settings_and_they_can_be_kept(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("config")
    (folder / "settings.json").write_bytes(content)
    store = SettingsFile(folder, WallClock())

    settings = store.load()
    store.save(settings)

    assert SettingsFile(folder, WallClock()).load() == settings
