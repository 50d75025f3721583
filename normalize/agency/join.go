package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
)

// joinPlaces gives a place that is written without its province the one province that the
// article writes behind the same name, phường Long Bình, tỉnh Đồng Nai, or else the one it
// speaks of that has a place of that name.
func (a *article) joinPlaces() {
	type name struct{ typ, name string }
	told := map[name]int32{}
	each := func(visit func(p *finding.Place, said bool)) {
		for _, d := range a.nodes {
			for o := d; o != nil; o = o.owner {
				visit(&o.place, d.told)
			}
		}
		for i := range a.spots {
			visit(&a.spots[i].place, a.spots[i].told)
		}
	}
	each(func(p *finding.Place, said bool) {
		n := name{p.Type, p.Name}
		before, known := told[n]
		switch {
		case !said:
		case known && before != p.Province:
			told[n] = -1
		default:
			told[n] = p.Province
		}
	})
	about := provinces{a, map[int32]bool{}}
	about.gather()
	each(func(p *finding.Place, said bool) {
		if province, known := told[name{p.Type, p.Name}]; known && !said {
			p.Province = province
		}
		if p.Province < 0 {
			p.Province = about.oneBearer(p)
		}
	})
}

// provinces are those that the article names, or places in which; where it names none,
// that after which the site is named.
type provinces struct {
	*article
	spoken map[int32]bool
}

func (a provinces) gather() {
	for i := range a.spots {
		if p := a.spots[i].place.Province; p >= 0 {
			a.spoken[p] = true
		}
	}
	if len(a.spoken) == 0 {
		a.spoken[a.host] = true
	}
}

// oneBearer gives the one of the provinces that has a place of that name and level,
// -1 for none or several: xã Tân Thành, where the article speaks of Lạng Sơn.
func (a provinces) oneBearer(p *finding.Place) int32 {
	found := int32(-1)
	for _, k := range a.bearers()[p.Name] {
		up := a.provinceOf(k)
		if a.lex.Places[k].Level != p.Level || !a.spoken[up] || up == found {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = up
	}
	return found
}

// joinSeats gives an embassy that is named without its host the one that the article
// names with it: Đại sứ quán Lào, where Đại sứ quán Lào tại Việt Nam stands too.
func (a *article) joinSeats() {
	type mission struct {
		body    int32
		country string
	}
	seats := map[mission]string{}
	each := func(visit func(d *node, m mission)) {
		for _, d := range a.nodes {
			if d.body >= 0 && (foreign(d.country) || d.country == home && a.bodies[d.body].Kind == "embassy") {
				visit(d, mission{d.body, d.country})
			}
		}
	}
	each(func(d *node, m mission) {
		if before, known := seats[m]; d.seat != "" {
			if known && before != d.seat {
				seats[m] = ""
				return
			}
			seats[m] = d.seat
		}
	})
	joinBareMissions(a.words, a.nodes)
	each(func(d *node, m mission) {
		if seat := seats[m]; d.seat == "" && seat != "" {
			d.seat, d.made = seat, d.made+" "+seat
		}
	})
}

// joinBareMissions gives an embassy that is named by that word alone the state of the only one that
// the article names: Đại sứ quán, behind Đại sứ quán Việt Nam tại Lào.
func joinBareMissions(w *words, nodes []*node) {
	only := map[int32]*node{}
	each := func(visit func(d *node)) {
		for _, d := range nodes {
			if d.body >= 0 && w.bodies[d.body].Kind == "embassy" {
				visit(d)
			}
		}
	}
	each(func(d *node) {
		if d.country == "" {
			return
		}
		switch o, known := only[d.body]; {
		case known && !(o != nil && sameMission(o, d)):
			only[d.body] = nil
		case !known, d.seat != "":
			only[d.body] = d
		}
	})
	each(func(d *node) {
		if o := only[d.body]; o != nil && d.country == "" && !d.says() {
			d.country, d.seat, d.made = o.country, o.seat, o.made
		}
	})
}

// sameMission tells whether two missions of one name may be one: of one state, and not in two places.
func sameMission(o, d *node) bool {
	return o.country == d.country && (o.seat == d.seat || o.seat == "" || d.seat == "")
}

// joinUnits gives the units of armies that are named by their numbers alone to the state that the article
// names behind the same one: Quân khu 2, where Quân khu 2 Thái Lan stands too.
func joinUnits(w *words, nodes []*node) {
	var states map[string]string
	for _, d := range nodes {
		if d.read != readUnitAbroad {
			continue
		}
		if states == nil {
			states = map[string]string{}
		}
		states[d.made] = d.country
	}
	if states == nil {
		return
	}
	for _, d := range nodes {
		if d.body < 0 || w.bodies[d.body].slot != "number" {
			continue
		}
		b := &w.bodies[d.body]
		if code := states[b.head+" "+d.made]; code != "" {
			d.made, d.kind, d.country, d.body, d.bodies = b.head+" "+d.made, b.Kind, code, -1, nil
		}
	}
}

// joinLonger gives the bodies whose name is short for another's the one that the article names in full, with the same
// proper name or number: Hải quan cửa khẩu Hữu Nghị, where Chi cục Hải quan cửa khẩu Hữu Nghị stands too.
func joinLonger(w *words, nodes []*node) {
	type named struct{ body, own string }
	full := map[named]*node{}
	short := func(d *node) bool { return d.body >= 0 && d.made != "" && len(w.bodies[d.body].StandsFor) > 0 }
	if !slices.ContainsFunc(nodes, short) {
		return
	}
	for _, d := range nodes {
		if d.body >= 0 && d.made != "" {
			full[named{w.bodies[d.body].Name, d.made}] = d
		}
	}
	for _, d := range nodes {
		if !short(d) {
			continue
		}
		for _, name := range w.bodies[d.body].StandsFor {
			if o := full[named{name, d.made}]; o != nil {
				d.body, d.bodies = o.body, o.bodies
				break
			}
		}
	}
}

// ofPlaceInFull is a body that the article names with its place.
type ofPlaceInFull struct {
	body, place string
	level       lexicon.Level
}

// inFullElsewhere gives the body that the article names in full, of the place whose committee has a unit that is short for it:
// Ban Chấp hành of Tỉnh ủy A, where Ban Chấp hành Đảng bộ tỉnh A stands too; nil for none.
func inFullElsewhere(a *article, d *node, owner *entity) *node {
	switch {
	case owner == nil, d.body < 0, owner.body == nil, owner.owner != nil, owner.place.Name == "":
		return nil
	}
	short := a.bodies[d.body].StandsFor
	if len(short) == 0 || !owner.body.ofPlace() || len(owner.body.PartyOf) > 0 {
		return nil
	}
	if a.inFull == nil {
		a.inFull = map[ofPlaceInFull]*node{}
		for _, o := range a.nodes {
			if o.body >= 0 && o.place.Name != "" {
				a.inFull[ofPlaceInFull{a.bodies[o.body].Name, o.place.Name, o.place.Level}] = o
			}
		}
	}
	for _, name := range short {
		if o := a.inFull[ofPlaceInFull{name, owner.place.Name, owner.place.Level}]; o != nil {
			return o
		}
	}
	return nil
}
