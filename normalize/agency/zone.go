package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// joinZones gives the courts and procuracies of regions that are named by their number alone the province of the
// region of that number that the article names, or else the one province that it names bodies of.
func joinZones(a *article) {
	open := func(d *node) bool { return counted(a.words, d) && isCount(d.made) }
	if !slices.ContainsFunc(a.nodes, func(d *node) bool { return open(d.top()) }) {
		return
	}
	regions := map[string]string{}
	for _, d := range a.nodes {
		if number, region, told := strings.Cut(d.top().made, zoneDash); told && counted(a.words, d.top()) {
			regions[number] = region
		}
	}
	only := ""
	if k := onlyProvince(a); k >= 0 {
		p := a.place(k, "")
		only = p.Bare()
	}
	for _, region := range regions {
		if region != only {
			only = ""
		}
	}
	for _, d := range a.nodes {
		d = d.top()
		if !open(d) {
			continue
		}
		region := regions[d.made]
		if region == "" {
			region = only
		}
		if region != "" {
			d.made += zoneDash + region
		}
	}
}

// zoneDash parts the number of a region from its province.
const zoneDash = " - "

// counted tells whether a node names a body of those of which each province counts its own.
func counted(w *words, d *node) bool {
	return d.body >= 0 && w.bodies[d.body].Counted
}

// isCount tells whether a name is a number alone.
func isCount(name string) bool { return name != "" && strings.Trim(name, figures) == "" }

// onlyProvince gives the one province of whose bodies an article speaks, -1 for none, or where it names another.
func onlyProvince(a *article) int32 {
	if a.only != nil {
		return *a.only
	}
	only := provinceOfBodies(a)
	if slices.ContainsFunc(a.spots, func(s sighting) bool { return s.place.Province >= 0 && s.place.Province != only }) {
		only = -1
	}
	a.only = &only
	return only
}

// provinceOfBodies gives the province of all bodies of places, -1 for none or several.
func provinceOfBodies(a *article) int32 {
	only := int32(-1)
	for _, d := range a.nodes {
		p := &d.top().place
		switch {
		case p.Province < 0, p.Level == lexicon.NoLevel, p.Province == only:
		case only >= 0:
			return -1
		default:
			only = p.Province
		}
	}
	return only
}

// alsoZones reads ", khu vực 2 và khu vực 3" behind the body of a region that is named by its number, and ", 2 và 3"
// behind các.
func alsoZones(r *scanner, d *node) {
	b := &r.bodies[d.body]
	if !b.zone || !isCount(d.made) {
		return
	}
	zone := b.head[strings.LastIndex(b.head[:strings.LastIndexByte(b.head, ' ')], " ")+1:]
	many := r.x.Is(d.from-1, reading.Every|reading.Two)
	for i := d.to; r.x.Is(i, reading.Comma|reading.And); {
		at := i + 1
		if r.x.Looks(at, reading.Letters, reading.Letters) && strings.EqualFold(r.x.Slice(at, at+2), zone) {
			at += 2
		} else if !many {
			return
		}
		if !r.x.Is(at, reading.Figures) || !r.figure(at) {
			return
		}
		o := r.listed(i+1, at-i, d.bodies)
		o.made, o.read = r.x.Word(at), readRow
		r.out.nodes = append(r.out.nodes, o)
		i = at + 1
	}
}
