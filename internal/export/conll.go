package export

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/viet"
)

// conllSheet writes one token a line, its columns parted by tabs: form, start
// and end in its field (code points), the id of what it is part of or an
// underscore, the BIO tag of the whole mention of an official (rank, post and
// name), and the BIO tag for training: PER (the bare name), ORG, DATE. Of tags
// that overlap the longest stands. An empty line ends a sentence; a -DOCSTART-
// line, with the field and the id of the article, begins a field.
func conllSheet(b *bytes.Buffer, r *boctin.Record) error {
	found := findings(r)
	for _, p := range parts(r) {
		flat, whole := flatTags(found[p.field]), wholeTags(found[p.field])
		fmt.Fprintf(b, "-DOCSTART-\t%s\t_\t%s\tO\tO\n\n", p.field, r.ID)
		c := counter{text: p.text}
		sentence := int32(0)
		for _, t := range cut(p, append(slices.Clone(flat), whole...)) {
			if t.Sentence > sentence {
				b.WriteByte('\n')
				sentence = t.Sentence
			}
			start := c.at(t.Start)
			inner, outer := tagAt(flat, t.Start), tagAt(whole, t.Start)
			fmt.Fprintf(b, "%s\t%d\t%d\t%s\t%s\t%s\n", p.text[t.Start:t.End], start, c.at(t.End), cmp.Or(inner.id, outer.id, "_"),
				outer.bio(t.Start), inner.bio(t.Start))
		}
		b.WriteByte('\n')
	}
	return nil
}

// tag is a labelled range of a text, in bytes.
type tag struct {
	start, end int
	label, id  string
}

func (t *tag) bio(at int) string {
	switch {
	case t.label == "":
		return "O"
	case t.start == at:
		return "B-" + t.label
	}
	return "I-" + t.label
}

// flatTags gives the tags for training, none over another.
func flatTags(found []finding) []tag {
	var tags []tag
	for _, f := range found {
		t := tag{f.start, f.end, "ORG", f.id}
		switch f.label {
		case official:
			t = tag{f.start + f.name[0], f.start + f.name[1], "PER", f.id}
		case date:
			t = tag{f.start, f.end, "DATE", f.value}
		}
		tags = append(tags, t)
	}
	return longest(tags)
}

func wholeTags(found []finding) []tag {
	var tags []tag
	for _, f := range found {
		if f.label == official {
			tags = append(tags, tag{f.start, f.end, official, f.id})
		}
	}
	return longest(tags)
}

// longest drops the tags that overlap a longer one, and puts the rest in order.
func longest(tags []tag) []tag {
	slices.SortStableFunc(tags, func(a, b tag) int {
		return cmp.Or(cmp.Compare(b.end-b.start, a.end-a.start), cmp.Compare(a.start, b.start))
	})
	var kept []tag // by place
	for _, t := range tags {
		i, _ := slices.BinarySearchFunc(kept, t.start, func(k tag, start int) int { return cmp.Compare(k.start, start) })
		if t.end <= t.start || i < len(kept) && kept[i].start < t.end || i > 0 && kept[i-1].end > t.start {
			continue
		}
		kept = slices.Insert(kept, i, t)
	}
	return kept
}

// tagAt gives the tag that covers a place, or an empty one.
func tagAt(tags []tag, at int) tag {
	i, found := slices.BinarySearchFunc(tags, at, func(t tag, at int) int { return cmp.Compare(t.start, at) })
	if !found {
		i--
	}
	if i >= 0 && at < tags[i].end {
		return tags[i]
	}
	return tag{}
}

// cut gives the tokens of a text, and cuts those in two in which a tag begins or
// ends, so that every tag begins and ends with a token.
func cut(p part, tags []tag) []viet.Token {
	var edges []int
	for _, t := range tags {
		edges = append(edges, t.start, t.end)
	}
	slices.Sort(edges)
	var out []viet.Token
	for _, t := range viet.NewVocabulary(0).Parse(p.field, p.text).Tokens {
		for len(edges) > 0 && edges[0] < t.End {
			if edges[0] > t.Start {
				head := t
				head.End, t.Start = edges[0], edges[0]
				out = append(out, head)
			}
			edges = edges[1:]
		}
		out = append(out, t)
	}
	return out
}
