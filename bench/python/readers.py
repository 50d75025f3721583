#!/usr/bin/env python3
"""Article readers written in Python, each as a function from a page to a record.

usage: readers.py NAME FOLDER OUT    pages of FOLDER -> OUT/NAME.SET.jsonl and OUT/NAME.SET.cost.json
       readers.py --list             the names

FOLDER holds html/NAME.html, or NAME.html at any depth. A record has source.path,
title, body, authors and published, as boctin's has. The cost is processor time a
page in milliseconds, the fastest of three rounds, start-up left out.
"""
import importlib.metadata
import json
import logging
import pathlib
import sys
import time
import unicodedata

ROUNDS = 3
logging.disable(logging.CRITICAL)


def record(title, text, authors=(), day=None):
    """What a reader found, in the shape of a record; a day without a clock stays one."""
    if hasattr(day, "isoformat"):
        day = day.isoformat()
    out = {"title": title or "", "body": unicodedata.normalize("NFC", text or ""), "authors": [a for a in authors if a]}
    if day:
        out["published"] = {"value": str(day).replace(" ", "T", 1)}
    return out


def trafilatura():
    import trafilatura as t

    def read(page, url):
        d = t.bare_extraction(page, url=url, with_metadata=True, include_comments=False)
        return d and record(d.title, d.text, (d.author or "").split("; "), d.date)
    return read


def newspaper4k():
    import newspaper

    def read(page, url):
        a = newspaper.Article(url or "http://page.example/", language="vi")
        a.download(input_html=page.decode("utf-8", "replace"))
        a.parse()
        return record(a.title, a.text, a.authors, a.publish_date)
    return read


def readability_lxml():
    import lxml.html
    import readability

    def read(page, url):
        d = readability.Document(page, url=url)
        return record(d.short_title(), "\n".join(lxml.html.fromstring(d.summary()).itertext()))
    return read


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def read(page, url):
        tree = HTMLTree.parse_from_bytes(page)
        return record(tree.title, extract_plain_text(tree, main_content=True))
    return read


def goose3():
    import goose3 as g
    goose = g.Goose({"enable_image_fetching": False, "use_meta_language": False, "target_language": "vi"})

    def read(page, url):
        a = goose.extract(raw_html=page)
        return record(a.title, a.cleaned_text, a.authors, a.publish_datetime_utc or a.publish_date)
    return read


def boilerpy3():
    from boilerpy3 import extractors
    extractor = extractors.ArticleExtractor(raise_on_failure=False)

    def read(page, url):
        d = extractor.get_doc(page.decode("utf-8", "replace"))
        return record(d.title, d.content)
    return read


def news_please():
    from newsplease import NewsPlease

    def read(page, url):
        a = NewsPlease.from_html(page.decode("utf-8", "replace"), url=url or None)
        return record(a.title, a.maintext, a.authors or (), a.date_publish)
    return read


PEERS = {"trafilatura": trafilatura, "newspaper4k": newspaper4k, "readability-lxml": readability_lxml, "resiliparse": resiliparse,
         "goose3": goose3, "boilerpy3": boilerpy3, "news-please": news_please}


def address(file):
    """The address that a page's label knows, if any."""
    for label in (file.parent.parent / "gold" / (file.stem + ".json"), file.with_suffix(".gold.json")):
        if label.exists():
            return json.loads(label.read_text(encoding="utf-8")).get("url") or None
    return None


def once(read, pages):
    """Records of all pages, and the processor seconds that they took."""
    rows, start = [], time.process_time()
    for file, page, url in pages:
        try:
            row = read(page, url)
        except Exception:  # a peer that fails on a page gives nothing for it
            row = None
        rows.append((file, row))
    return rows, time.process_time() - start


def main():
    if sys.argv[1] == "--list":
        print(*PEERS)
        return
    name, folder, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    pages = [(f, f.read_bytes(), address(f)) for f in sorted(folder.rglob("*.html"))]
    read = PEERS[name]()
    rounds = [once(read, pages) for _ in range(ROUNDS)]
    stem = f"{name}.{folder.name}"
    with open(out / f"{stem}.jsonl", "w", encoding="utf-8") as f:
        for file, row in rounds[0][0]:
            if row:
                f.write(json.dumps({"schema": "boctin/1", "source": {"path": str(file)}, **row}, ensure_ascii=False) + "\n")
    cost = {"version": importlib.metadata.version(name), "ms_per_page": 1000 * min(r[1] for r in rounds) / len(pages)}
    (out / f"{stem}.cost.json").write_text(json.dumps(cost) + "\n")


if __name__ == "__main__":
    main()
