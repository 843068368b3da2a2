"""Make ready what the tests need besides Python packages: a Chromium and the `bibtex` program.

Uses what is on the machine; as root on Debian or Ubuntu installs what is missing; otherwise says plainly what to install.
Exits with 1 when there is no Chromium, because a test run without the site's own tests would read as a full one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """Return the path of a Chromium: the one CHROMIUM names, one on the PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = next((path for name in CHROMIUMS if (path := shutil.which(name))), None)
    return found or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _install(*packages: str) -> bool:
    """Install Debian packages where that is possible; whether it was."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"installing {' '.join(packages)} …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            return False
    return True


def main() -> int:
    """Prepare; 0 when the tests can run."""
    if not shutil.which("bibtex") and not (_install("texlive-binaries", "texlive-base") and shutil.which("bibtex")):
        print("note: bibtex is not installed, so what is exported is not run through it (Debian: texlive-binaries texlive-base)")
    if chromium() is None and not (_install("chromium") and chromium()):
        print(
            "no Chromium was found and none could be installed: the site cannot be tested.\n"
            "Install one (Debian: apt-get install chromium; anywhere: .venv/bin/playwright install chromium) "
            "or name one: CHROMIUM=/path/to/chromium make test",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
