package agency

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// readCountry reads the country behind an agency: Trung Quốc, của Lào, nước này,
// hai nước, (Mỹ).
func (r *namer) readCountry(d *node) {
	if d.country = r.within(d); d.country != "" {
		return
	}
	i := d.to
	if r.x.Is(i, reading.Break) {
		return
	}
	bracket := r.x.Is(i, reading.Opening)
	if r.x.Is(i, reading.Of|reading.Opening) {
		i++
	}
	switch {
	case r.x.Is(i, reading.Nation) && r.x.Is(i+1, reading.This|reading.Friendly):
		d.this, d.to = true, i+2
		return
	case r.x.Is(i, reading.Nation):
		i++
	case r.x.Is(i, reading.Two) && r.x.Is(i+1, reading.Nation):
		d.both, d.to = true, i+2
		return
	}
	code, n := r.countryBehind(i)
	if n == 0 || bracket && !r.x.Is(i+n, reading.Closing) {
		return
	}
	d.country, d.to = code, i+n
	if bracket {
		d.to++
	}
	r.seat(d)
}

// within gives the country that a name ends with, if it is one of those that
// have such a body: Cảnh sát biển Việt Nam.
func (r *namer) within(d *node) string {
	for i := max(d.from+1, d.to-3); i < d.to; i++ {
		code, n := r.countryBehind(i)
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
func (r *namer) seat(d *node) {
	if d.body < 0 || r.bodies[d.body].Kind != "embassy" {
		return
	}
	if end := r.seatAt(d.to + 1); r.x.Is(d.to, reading.At) && end > d.to+1 {
		d.seat, d.to = r.x.Slice(d.to, end), end
	}
	d.made = r.bodies[d.body].spelled(r.x.Slice(d.from, d.to))
}

// spelled writes a name that begins with another name of the body with its own: Sứ quán
// Lào is Đại sứ quán Lào.
func (b *body) spelled(name string) string {
	for _, alias := range b.Aliases {
		if n := len(alias); len(name) > n && strings.EqualFold(name[:n], alias) {
			return b.Name + name[n:]
		}
	}
	return name
}

// seatAt gives the end of a country, city or organisation at token i: Lào, Vương
// quốc Thái Lan, Genève, EU.
func (r *namer) seatAt(i int) int {
	at := i
	if m, ok := r.x.Longest(i, r.realms); ok {
		at += int(m.Len)
	}
	if _, n := r.countryBehind(at); n > 0 {
		return at + n
	}
	if senses, n := r.names.Longest(r.x, i); n > 0 && r.bodies[senses[0].body].Country == lexicon.International {
		return i + n
	}
	return max(i, r.capitals(i))
}
