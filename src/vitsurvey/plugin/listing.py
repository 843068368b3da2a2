"""What tells readers and machines of the pages that MkDocs did not make itself: the search index and the sitemap."""

import gzip
import json
from pathlib import Path

from vitsurvey.site import Addresses, Page


def write(path: Path, content: str) -> None:
    """Write a text file with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def add_to_search(path: Path, finished: list[Page], addresses: Addresses) -> None:
    """Add one compact entry a page; what the search plugin made of hand-written pages stays."""
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    index["docs"] += [
        {
            "location": addresses.of(page.path), "text": page.search,
            "title": f"{page.title} · {page.label}" if page.label else page.title,
        }
        for page in finished if page.search
    ]
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def write_sitemap(path: Path, addresses: list[str], site_url: str | None) -> None:
    """List every page once; without a site address there is nothing absolute to list."""
    if not path.is_file() or not site_url:
        return
    urls = "".join(f"    <url><loc>{site_url.rstrip('/')}/{address}</loc></url>\n" for address in addresses)
    head, _, _ = path.read_text(encoding="utf-8").partition("<urlset")
    text = f'{head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    path.write_text(text, encoding="utf-8")
    with gzip.GzipFile(path.with_suffix(".xml.gz"), "wb", mtime=0) as packed:
        packed.write(text.encode())
