package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// rowOfHeads reads "các Bộ Công an, Quốc phòng và Y tế": a head named once for all.
func (r *scanner) rowOfHeads(i int) int {
	head, n := r.rowed.Longest(r.x, i)
	if n == 0 || !r.several(i-1) {
		return i
	}
	var row []*node
	between := reading.Comma | reading.And | reading.Colon
	for j := i + n; !r.x.Is(j, reading.Break); {
		if d := r.inRow(head, j); d != nil {
			d.read = "agency/row-of-heads"
			row = append(row, d)
			j, between = d.to, reading.Comma|reading.And
			continue
		}
		if !r.x.Is(j, between) {
			break
		}
		j++
	}
	if len(row) < 2 {
		return i
	}
	row[0].from = i
	for _, d := range row {
		r.found(d)
	}
	return row[len(row)-1].to
}

// inRow reads a body at token j whose head stands before the row.
func (r *scanner) inRow(head string, j int) *node {
	senses, n := r.without(head, r.x, j)
	return r.fit(j, n, senses, 0)
}

// pairBehindTitle reads the bodies of two office-holders of another state, whose names
// follow or who are counted: Bộ trưởng Ngoại giao và Quốc phòng Nhật Bản là A và B; hai Bộ
// trưởng Ngoại giao và Quốc phòng Nhật Bản. It gives the token behind them, j for none.
func (r *scanner) pairBehindTitle(i, j int, head string) int {
	first, n := r.without(head, r.x, j)
	k := j + n
	if !r.x.Is(k, reading.And) {
		return j
	}
	second, m := r.without(head, r.x, k+1)
	if m == 0 || !capitalised(r.x, k+1) {
		return j
	}
	b := r.plain(k+1, m, second)
	if !foreign(b.country) || !r.several(i-1) && !r.x.Has(r.pastComma(b.to), r.named) {
		return j
	}
	a := r.plain(j, n, first)
	a.country = b.country
	for _, d := range []*node{a, b} {
		d.read = "agency/pair-behind-title"
		r.found(d)
	}
	return b.to
}

// alsoNumbered reads ", 2 và 3" behind "các Quân khu 1": units of one sort by their numbers.
func alsoNumbered(r *scanner, d *node) {
	if !r.x.Is(d.from-1, reading.Every|reading.Two) || !r.figure(d.to-1) {
		return
	}
	for i := d.to; r.x.Is(i, reading.Comma|reading.And) && r.figure(i+1); i += 2 {
		o := r.listed(i+1, 1, d.bodies)
		o.made, o.read = r.x.Word(i+1), readRow
		r.out.nodes = append(r.out.nodes, o)
	}
}

// pastComma gives the token behind a comma at token i.
func (r *scanner) pastComma(i int) int {
	if r.x.Is(i, reading.Comma) {
		return i + 1
	}
	return i
}

// several tells whether các, hai or a number stands at token i.
func (r *scanner) several(i int) bool {
	return r.x.Is(i, reading.Every|reading.Two|reading.Figures)
}

// rowOfPlaces reads the places of "Công an các tỉnh A, B và C" behind a head, one
// node each, and of "các Chi cục Thủy sản A, B".
func (r *scanner) rowOfPlaces(i int) int {
	var row []*node
	r.names.Each(r.x, i, func(senses []sense, n int) {
		read := (*scanner).placesAt
		switch {
		case r.several(i + n):
		case r.x.Is(i-1, reading.Every|reading.Two):
			read = provinceRow
		default:
			return
		}
		for _, s := range senses {
			if !r.bodies[s.body].ofPlace() {
				continue
			}
			if list := read(r, i, i+n, s); len(list) > 1 {
				row = list
			}
		}
	})
	if row == nil {
		return i
	}
	r.out.nodes = append(r.out.nodes, row...)
	return row[len(row)-1].to
}

// unitsOfRow reads a unit of several bodies of places, one node each: Phòng Cảnh sát giao thông Công an các tỉnh A, B. It gives
// the token behind the row, that of the unit where there is none.
func unitsOfRow(r *scanner, d *node) int {
	if d.owner == nil || !d.owner.generic || !r.x.Is(d.owner.to, reading.Every|reading.Two) {
		return d.from
	}
	first := len(r.out.nodes)
	end := r.rowOfPlaces(d.owner.from)
	if end == d.owner.from {
		return d.from
	}
	row := r.out.nodes[first:]
	for k, owner := range row {
		o := r.room.nodes.New()
		*o = *d
		o.owner, o.country, o.to = owner, owner.country, owner.to
		if k > 0 {
			o.from = owner.from
		}
		row[k] = o
	}
	return end
}

// placesAt reads "các tỉnh A, B và C", also "các tỉnh, thành phố: A, B".
func (r *scanner) placesAt(from, i int, s sense) []*node {
	var row []*node
	var level *levelWord
	mixed := false // words of several levels stand before the first name
	for i++; !r.x.Is(i, reading.Break); {
		if r.x.Is(i, reading.Comma|reading.And|reading.Colon) {
			i++
			continue
		}
		start := i
		if w, n := r.levelAt(i); n > 0 {
			mixed = level != nil && len(row) == 0
			level, i = w, i+n
		}
		if level == nil {
			break
		}
		p, end := r.namedPlace(i, level)
		if end == i && start < i {
			continue // các tỉnh, thành phố
		}
		if end == i || p.Index < 0 && !mayFollow(row, &p) {
			break
		}
		if mixed && p.Index >= 0 {
			p = r.place(p.Index, "") // các tỉnh, thành phố Hà Nội, Ninh Bình
		}
		if len(row) == 0 {
			start = from
		}
		row = append(row, r.placed(start, end, s, p, readRow))
		i = end
	}
	return row
}

// provinceRow reads the names of provinces "A, B và C".
func provinceRow(r *scanner, from, i int, s sense) []*node {
	var row []*node
	for {
		p := r.placeAt(i, provinceLevel)
		if !p.found() || p.Place.Index < 0 {
			return row
		}
		row = append(row, r.placed(from, p.end, s, p.Place, readRow))
		if !r.x.Is(p.end, reading.Comma|reading.And) {
			return row
		}
		i = p.end + 1
		from = i
	}
}

// mayFollow tells whether a place that no list holds may follow those of a row: a commune any,
// another only such as it.
func mayFollow(row []*node, p *finding.Place) bool {
	return p.Level == lexicon.CommuneLevel || !slices.ContainsFunc(row, func(d *node) bool { return d.place.Index >= 0 })
}
