#!/usr/bin/env python3
"""Finders of Vietnamese names written in Python, each as a function from a text to persons and organisations.

usage: names.py NAME FOLDER OUT    FOLDER/*.txt -> OUT/NAME.SET.jsonl and OUT/NAME.SET.cost.json
       names.py --list             the names

Every person counts as an official and every organisation as an agency of Vietnam: such finders know neither.
"""
import importlib.metadata
import json
import pathlib
import sys
import time


def underthesea():
    import underthesea as u

    def read(text):
        names, kind, found = [], None, {"PER": [], "ORG": []}

        def close():
            if kind in found and names:
                found[kind].append(" ".join(names))
        for word, *_, tag in (w for line in text.splitlines() if line.strip() for w in u.ner(line)):
            if tag.startswith("I-") and tag[2:] == kind:
                names.append(word)
                continue
            close()
            names, kind = ([word], tag[2:]) if tag != "O" else ([], None)
        close()
        return found["PER"], found["ORG"]
    return read


PEERS = {"underthesea": underthesea}


def main():
    if sys.argv[1] == "--list":
        print(*PEERS)
        return
    name, folder, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    texts = [(f, f.read_text(encoding="utf-8")) for f in sorted(folder.glob("*.txt"))]
    read = PEERS[name]()
    read("Hà Nội")  # models are loaded by the first call
    start = time.process_time()
    rows = [(f, text, *read(text)) for f, text in texts]
    spent = time.process_time() - start
    stem = f"{name}.{folder.name}"
    with open(out / f"{stem}.jsonl", "w", encoding="utf-8") as f:
        for file, text, persons, bodies in rows:
            f.write(json.dumps({"schema": "boctin/1", "source": {"path": str(file)}, "title": "", "body": text,
                                "agencies": [{"id": f"vn/{i}", "name": b, "country": "VN", "kind": "", "mentions": []} for i, b in enumerate(dict.fromkeys(bodies))],
                                "officials": [{"id": f"vn/{i}", "name": p, "country": "VN", "mentions": []} for i, p in enumerate(dict.fromkeys(persons))]},
                               ensure_ascii=False) + "\n")
    cost = {"version": importlib.metadata.version(name), "ms_per_page": 1000 * spent / len(texts)}
    (out / f"{stem}.cost.json").write_text(json.dumps(cost) + "\n")


if __name__ == "__main__":
    main()
