"""Builds the assets into the wheel; everything else about the package stands in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithAssets(build_py):
    """Compiles what Qt paints before the package's files are gathered."""

    def run(self) -> None:
        if subprocess.run([sys.executable, "tools/build_assets.py"], check=False).returncode:
            raise SystemExit("the assets could not be built; the reason is above")
        super().run()


setup(cmdclass={"build_py": BuildWithAssets})
