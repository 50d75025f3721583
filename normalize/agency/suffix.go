package agency

import (
	"github.com/boctin/boctin/normalize/viet"
)

// country reads the country behind an agency: Trung Quốc, của Lào, nước này,
// hai nước, (Mỹ).
func (r *reader) country(d *node) {
	if d.country = r.within(d); d.country != "" {
		return
	}
	i, paren := d.to, false
	if i >= len(r.x.Tokens) || r.x.Tokens[i].Gap == viet.Paragraph {
		return
	}
	switch r.x.Tokens[i].ID {
	case r.w.cua:
		i++
	case r.w.open:
		i, paren = i+1, true
	}
	if i+1 < len(r.x.Tokens) && r.x.Tokens[i].ID == r.w.nuoc {
		if id := r.x.Tokens[i+1].ID; id == r.w.nay || id == r.w.ban {
			d.this, d.to = true, i+2
			return
		}
		i++
	}
	if i+1 < len(r.x.Tokens) && r.x.Tokens[i].ID == r.w.hai && r.x.Tokens[i+1].ID == r.w.nuoc {
		d.both, d.to = true, i+2
		return
	}
	code, n := r.countryAt(i, true)
	if n == 0 || paren && (i+n >= len(r.x.Tokens) || r.x.Tokens[i+n].ID != r.w.close) {
		return
	}
	d.country, d.to = code, i+n
	if paren {
		d.to++
	}
	r.seat(d)
}

// within gives the country that a name ends with, if it is one of those that
// have such a body: Cảnh sát biển Việt Nam.
func (r *reader) within(d *node) string {
	for i := max(d.from+1, d.to-3); i < d.to; i++ {
		code, n := r.countryAt(i, true)
		if n == 0 || i+n != d.to {
			continue
		}
		for _, s := range d.bodies {
			if r.bodies[s.body].Country == code {
				return code
			}
		}
	}
	return ""
}

// seat reads where an embassy sits: "Đại sứ quán Lào tại Việt Nam".
func (r *reader) seat(d *node) {
	if d.body < 0 || r.bodies[d.body].Kind != "embassy" {
		return
	}
	if i := d.to; i < len(r.x.Tokens) && r.x.Tokens[i].ID == r.w.tai {
		if _, n := r.countryAt(i+1, true); n > 0 {
			d.to = i + 1 + n
		} else if end := r.capitals_(r.x, i+1); end > i+1 {
			d.to = end
		}
	}
	d.made = r.x.Slice(d.from, d.to)
}

// countryAt reads the name of a country; short ones only where behind.
func (r *reader) countryAt(i int, behind bool) (code string, n int) {
	if i >= len(r.x.Tokens) || r.x.Tokens[i].Shape == viet.Lower || behind && r.x.Tokens[i].Gap == viet.Paragraph {
		return "", 0
	}
	code, n = r.countries.Longest(r.x, i)
	if n == 0 && behind {
		code, n = r.shorts.Longest(r.x, i)
	}
	if n == 1 && !behind && !r.standsAlone(i) {
		return "", 0
	}
	if _, m := r.alien.Longest(r.x, i); m > n {
		return "", 0
	}
	return code, n
}

// standsAlone refuses a short country that may be another word: Anh at the
// start of a sentence, or the first syllable of a longer name.
func (r *reader) standsAlone(i int) bool {
	if len(r.x.Word(i)) > 6 {
		return true
	}
	first := i == 0 || r.x.Tokens[i-1].Sentence != r.x.Tokens[i].Sentence
	return !first && !r.continues(r.x, i, 1) && (r.x.Tokens[i-1].Shape == viet.Lower || r.x.Tokens[i-1].Kind == viet.Punct)
}
