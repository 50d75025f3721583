package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/reading"
)

// clauseReach bounds a clause, in tokens.
const clauseReach = 80

// placeOfList gives the place that stands before the colon of a list of persons:
// "… các cán bộ tại Tuyên Quang: ông A, Phó Bí thư Tỉnh ủy". No body of the same
// kind may be named in full behind the colon.
func (r *reference) placeOfList() ([]*entity, bool) {
	if r.level() == nil {
		return nil, false
	}
	i := lastBefore(r.x, r.d.from, clauseReach, reading.Colon)
	if prev := r.named(); prev != nil && prev.from > i {
		return nil, false
	}
	return r.placeBefore(i)
}

// placeBefore gives the body at the place that the words before a token name: tại
// Kiên Giang; Ở Hà Giang, các chức danh vừa được bầu gồm.
func (r *reference) placeBefore(i int) ([]*entity, bool) {
	s, ok := r.spots.last(r.d.text, i)
	if !ok || !r.x.Opens(s.token-1) && r.broken(s.token, i) {
		return nil, false
	}
	return r.at(&s.place)
}

// at makes the body of a place, or of the province over it, as its level asks.
func (r *reference) at(p *finding.Place) ([]*entity, bool) {
	if up := r.lift(p, r.level()); up != nil {
		return one(r.placed(*up))
	}
	return nil, false
}

// broken tells whether a mark stands between two tokens, or a long way.
func (r *reference) broken(i, j int) bool {
	for k := i; k < j; k++ {
		if r.x.Is(k, reading.Comma|reading.Semicolon) {
			return true
		}
	}
	return j-i > longestRow
}

// placeOfHolder gives the place that another post of the same holder names behind:
// Ủy viên Ban Chấp hành Đảng bộ tỉnh, Giám đốc Sở Y tế tỉnh Sơn La.
func (r *reference) placeOfHolder() ([]*entity, bool) {
	if r.level() == nil {
		return nil, false
	}
	last := r.d
	for _, o := range r.nodes[min(len(r.nodes), r.d.index+1):min(len(r.nodes), r.d.index+1+maxPosts)] {
		if !sameHolder(r.x, last, o) {
			return nil, false
		}
		if o.place.Name != "" {
			return r.at(&o.place)
		}
		last = o
	}
	return nil, false
}

// placeOfParagraph gives the place of the bodies that the paragraph names before, where all are of
// one, and the body of that name stands in another paragraph, of another place.
func (r *reference) placeOfParagraph() ([]*entity, bool) {
	level, prev := r.level(), r.named()
	if level == nil || prev == nil || prev.text == r.d.text && sameParagraph(r.x, prev.from, r.d.from) {
		return nil, false
	}
	var here *finding.Place
	for o := range r.earlier(r.d) {
		if o.text != r.d.text || !sameParagraph(r.x, o.from, r.d.from) {
			break
		}
		p := r.lift(&o.place, level)
		switch {
		case o.place.Name == "":
		case p == nil || here != nil && p.Name != here.Name:
			return nil, false
		default:
			here = p
		}
	}
	if here == nil || here.Name == r.placeOf(prev).Name {
		return nil, false
	}
	return one(r.placed(*here))
}

// ruling are the kinds of bodies that a place is ruled by.
var ruling = []string{"party-committee", "executive", "council"}

// placeOfSentence gives the place of the bodies, of those by which a place is ruled, that the sentence names before, where
// all are of one: Tỉnh ủy A đã để UBND tỉnh vi phạm.
func placeOfSentence(r *reference) ([]*entity, bool) {
	level := r.level()
	if level == nil {
		return nil, false
	}
	var here *finding.Place
	for o := range r.earlier(r.d) {
		if !sameSentence(r.x, o.from, r.d.from) {
			break
		}
		for ; o != nil; o = o.owner {
			p := r.lift(&o.place, level)
			switch {
			case o.place.Name == "", p == nil, !slices.Contains(ruling, r.kindOf(o)):
			case here != nil && p.Name != here.Name:
				return nil, false
			default:
				here = p
			}
		}
	}
	if here == nil {
		return nil, false
	}
	return one(r.placed(*here))
}

// placeOfHeading gives a body the place before the last colon, where a row of a list names who leads it there, or the
// rows follow: Xã Tân Lập: Bí thư Đảng ủy A, Chủ tịch UBND B.
func placeOfHeading(r *reference) ([]*entity, bool) {
	at := r.spots.position(r.d.text, r.d.from)
	if at == 0 || r.level() != nil || !inTitle(r.x, r.d.from) {
		return nil, false
	}
	s := &r.spots[at-1]
	if s.text != r.d.text || s.code != "" || !r.b.takesLevel(s.place.Level) {
		return nil, false
	}
	colon := colonBehind(r.x, s.token)
	if colon < 0 || !r.x.Is(colon+1, reading.Break) && !sameSentence(r.x, colon, r.d.from) {
		return nil, false
	}
	return one(r.placed(s.place))
}

// colonBehind gives the colon in which the words from token i on end, -1 for none: xã Tân Lập:.
func colonBehind(x *reading.Text, i int) int {
	const most = 7 // tokens of a place with the word of its level
	for k := i; k < i+most; k++ {
		switch {
		case x.Is(k, reading.Colon):
			return k
		case !x.Is(k, reading.Letters):
			return -1
		}
	}
	return -1
}

// placeBeside finds the place that a name such as UBND tỉnh leaves out: the
// province that the article speaks of most, else the last place of its level
// named before, else the first after.
func (r *reference) placeBeside() ([]*entity, bool) {
	level := r.level()
	if r.common() && !inTitle(r.x, r.d.from) || level == nil {
		return nil, false
	}
	if p := r.ofCourt(level); p != nil {
		return one(r.placed(*p))
	}
	at := r.spots.position(r.d.text, r.d.from)
	if p := r.mainProvince(at, level); p != nil {
		return one(r.placed(*p))
	}
	for i := at - 1; i >= max(0, at-near); i-- {
		if list, found := r.at(&r.spots[i].place); found {
			return list, true
		}
	}
	for i := at; i < min(len(r.spots), at+near); i++ {
		if list, found := r.at(&r.spots[i].place); found {
			return list, true
		}
	}
	return nil, false
}

// justice are the kinds of bodies before which a case comes: one of a place has it from another.
var justice = []string{"court", "procuracy"}

// ofCourt gives the place of the court or procuracy named last, for another one: TAND tỉnh A tuyên
// phạt cựu Giám đốc Sở Y tế tỉnh B. VKSND tỉnh đề nghị.
func (r *reference) ofCourt(level *levelWord) *finding.Place {
	if !slices.Contains(justice, r.b.Kind) {
		return nil
	}
	for o := range r.earlier(r.d) {
		if o.place.Name != "" && slices.Contains(justice, r.kindOf(o)) {
			return r.lift(&o.place, level)
		}
	}
	return nil
}

// placeOfHost gives the province after which the site is named, of a body that
// only provinces have: hdnd.ninhbinh.gov.vn, baocamau.vn.
func (r *reference) placeOfHost() ([]*entity, bool) {
	level := r.level()
	if r.host < 0 || r.d.lower || level == nil {
		return nil, false
	}
	p := r.place(r.host, "")
	if !level.fits(&p) {
		return nil, false
	}
	return one(r.placed(p))
}

// mainProvince gives the province that the article speaks of most, where it was
// named before the node or nothing was.
func (r *reference) mainProvince(at int, level *levelWord) *finding.Place {
	s := &r.stats
	if s.province < 0 || at > 0 && s.provinceAt >= at {
		return nil
	}
	if p := r.place(s.province, ""); level.fits(&p) {
		return &p
	}
	return nil
}

// lift gives the place itself or the province over it, as the word of level asks.
func (w *words) lift(p *finding.Place, level *levelWord) *finding.Place {
	if level.fits(p) {
		return p
	}
	if p.Province >= 0 {
		if up := w.place(p.Province, ""); level.fits(&up) {
			return &up
		}
	}
	return nil
}
