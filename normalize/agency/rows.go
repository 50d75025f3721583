package agency

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// rowOfHeads reads "các Bộ Công an, Quốc phòng và Y tế": a head named once for all.
func (r *scanner) rowOfHeads(i int) int {
	head, n := r.heads.Longest(r.x, i)
	if n == 0 || !r.several(i-1) || r.elided[head.Word] == nil {
		return i
	}
	var row []*node
	for j := i + n; r.x.Tok(j).Gap != viet.Paragraph; {
		senses, m := r.elided[head.Word].Longest(r.x, j)
		if m > 0 && capitalised(r.x, j) {
			d := r.plain(j, m, senses)
			d.read = "agency/row-of-heads"
			row = append(row, d)
			j = d.to
			continue
		}
		if !r.x.Is(j, reading.Comma|reading.And) && !(len(row) == 0 && r.x.Is(j, reading.Colon)) {
			break
		}
		j++
	}
	if len(row) < 2 {
		return i
	}
	row[0].from = i
	r.out.nodes = append(r.out.nodes, row...)
	return row[len(row)-1].to
}

// several tells whether các, hai or a number stands at token i.
func (r *scanner) several(i int) bool {
	return r.x.Is(i, reading.Every|reading.Two) || r.x.Tok(i).Kind == viet.Number
}

// rowOfPlaces reads the places of "Công an các tỉnh A, B và C" behind a head, one
// node each.
func (r *scanner) rowOfPlaces(i int) int {
	var row []*node
	r.names.Each(r.x, i, func(senses []sense, n int) {
		if !r.several(i + n) {
			return
		}
		for _, s := range senses {
			if !r.bodies[s.body].ofPlace() || !r.written(i, n, s) {
				continue
			}
			if list := r.placesAt(i, i+n, s); len(list) > 1 {
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

// placesAt reads "các tỉnh A, B và C", also "các tỉnh, thành phố: A, B".
func (r *scanner) placesAt(from, i int, s sense) []*node {
	var row []*node
	var level *levelWord
	for i++; r.x.Tok(i).Gap != viet.Paragraph; {
		if r.x.Is(i, reading.Comma|reading.And|reading.Colon) {
			i++
			continue
		}
		start := i
		if w, n := r.levelAt(i); n > 0 {
			level, i = w, i+n
		}
		if level == nil {
			break
		}
		p, end := r.namedPlace(i, level)
		if end == i && start < i {
			continue // các tỉnh, thành phố
		}
		if end == i || !r.bodies[s.body].levels[p.Level] || p.Index < 0 && !r.mayBeUnlisted(i, p.Level) {
			break
		}
		if len(row) == 0 {
			start = from
		}
		row = append(row, r.placed(start, end, s, p, readRow))
		i = end
	}
	return row
}

// mayBeUnlisted tells whether a place at token i may be one that no list holds: a
// commune, or one with a number.
func (r *scanner) mayBeUnlisted(i int, l lexicon.Level) bool {
	return l == lexicon.CommuneLevel || r.x.Tok(i).Kind == viet.Number
}
