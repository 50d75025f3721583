"""Programs written in Python read our exports back: pandas, spaCy, the library of FollowTheMoney."""
import json
import os
import pathlib
import unittest

EXPORTS, RECORDS = pathlib.Path(os.environ["EXPORTS"]), int(os.environ["RECORDS"])


def lines(name):
    return [json.loads(line) for line in (EXPORTS / name).read_text(encoding="utf-8").splitlines()]


class Pandas(unittest.TestCase):
    def test_parquet_equals_the_records(self):
        import pandas
        table, records = pandas.read_parquet(EXPORTS / "news.parquet"), lines("news.jsonl")
        self.assertEqual(RECORDS, len(table))
        mentions = 0
        for body, officials, record in zip(table["body"].fillna(""), table["officials"], records):
            self.assertEqual(record.get("body", ""), body)
            people = [] if officials is None else list(officials)
            self.assertEqual([o["name"] for o in record.get("officials", [])], [o["name"] for o in people])
            for m in (m for o in people for m in o["mentions"] if m["field"] == "body"):
                self.assertEqual(m["text"], body[m["start"]:m["end"]])
                mentions += 1
        self.assertGreater(mentions, 100)

    def test_csv_joins(self):
        import pandas
        articles, officials = (pandas.read_csv(EXPORTS / "tables" / f"{n}.csv") for n in ("articles", "officials"))
        self.assertEqual(RECORDS, len(articles))
        self.assertTrue(set(officials["id"]) <= set(articles["id"]))


class SpaCy(unittest.TestCase):
    def test_conll_tags_are_entities(self):
        from spacy.training.iob_utils import iob_to_biluo
        found, words, tags = 0, [], []
        for line in (EXPORTS / "news.conll").read_text(encoding="utf-8").splitlines() + [""]:
            if line and not line.startswith("#"):
                columns = line.split("\t")
                words.append(columns[0])
                tags.append(columns[-1])
                continue
            biluo = iob_to_biluo(tags)  # raises where a tag goes on from nothing
            found += sum(tag[:2] in ("B-", "U-") for tag in biluo)
            self.assertTrue(all(words))
            words, tags = [], []
        wanted = sum(len(o["mentions"]) for r in lines("news.jsonl") for o in r.get("officials", []))
        self.assertGreater(found, wanted / 2)


class FollowTheMoney(unittest.TestCase):
    def test_every_entity_is_valid(self):
        try:
            from followthemoney import model
        except ImportError:
            self.skipTest("followthemoney is not installed")
        people = 0
        for data in lines("news.ftm"):
            proxy = model.get_proxy(data, cleaned=False)
            model.get(data["schema"]).validate(data)
            for name, values in data["properties"].items():
                self.assertEqual(sorted(values), sorted(proxy.get(name)), f"{data['schema']}.{name} is cleaned away")
            people += proxy.schema.is_a("Person")
        self.assertGreater(people, 10)


if __name__ == "__main__":
    unittest.main()
