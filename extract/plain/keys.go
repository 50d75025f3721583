package plain

import (
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/lines"
)

// readKeys reads lines "key: value" at the top, as mails and saving programs
// write them. One line alone counts if its value proves it.
func (d headReader) readKeys() {
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.meta {
			d.article.Stamps = append(d.article.Stamps, boctin.Stamp{Text: p.text, From: boctin.FromMetadata})
			continue
		}
		if p.rule == "rule" || p.role == address {
			continue
		}
		if !d.readKey(i) {
			return
		}
	}
}

func (d headReader) readKey(i int) bool {
	p := &d.pieces[i]
	key, value, ok := strings.Cut(p.text, ":")
	value = strings.Trim(strings.TrimSpace(value), "\"'")
	kind := d.v.keys[lines.Fold(key)]
	switch {
	case !ok, kind == "", value == "" && kind != "drop" && kind != "text":
		return false
	}
	switch kind {
	case "title":
		p.text = value
		p.set(title, "key")
	case "date":
		if !lines.HasDigit([]byte(value)) {
			return false
		}
		p.set(stamp, "key")
		d.article.Stamps = append(d.article.Stamps, boctin.Stamp{Text: value, From: boctin.FromMetadata})
	case "url":
		if !lines.IsURL(value) {
			return false
		}
		p.text = value
		p.set(address, "url")
	case "author":
		sig := d.v.Sign(value)
		if len(sig.Authors) == 0 {
			return false
		}
		p.set(byline, "key")
		d.signed(sig)
	case "lead":
		p.text = value
		p.set(lead, "key")
	case "section":
		p.text = value
		p.set(section, "key")
	case "tags":
		d.tags(p, value)
	case "text": // the end of the head
		openText(d, i, value)
		return false
	default:
		if i == 0 && !d.keyFollows(i) {
			return false
		}
		p.set(cut, "key")
	}
	return true
}

// openText takes the key off the first paragraph, or out where the text begins below it.
func openText(d headReader, i int, value string) {
	p := &d.pieces[i]
	switch {
	case i == 0, d.at(i-1).role == text:
	case value == "":
		p.set(cut, "key")
	case lines.Count(value) >= shortestText:
		p.text = value
	}
}

// shortestText is how many words the first paragraph of a text has behind its key.
const shortestText = 12

// keyFollows tells whether the next piece is a key of a head too.
func (d headReader) keyFollows(i int) bool {
	key, _, ok := strings.Cut(d.at(i+1).text, ":")
	return ok && d.v.keys[lines.Fold(key)] != ""
}

func (d *document) tags(p *piece, list string) {
	p.set(tags, "tags")
	for tag := range strings.FieldsFuncSeq(list, func(r rune) bool { return strings.ContainsRune(",;#|", r) }) {
		if tag = strings.TrimSpace(tag); tag != "" && len(d.article.Tags) < 40 {
			d.article.Tags = append(d.article.Tags, tag)
		}
	}
}
