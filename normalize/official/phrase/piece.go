package phrase

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// piece is a rank, honorific or post that waits for its person, with the gap
// before it.
type piece struct {
	item
	before gap
	traits traits
}

// traits are what the rules ask of a piece.
type traits uint32

const (
	isRank       traits = 1 << iota
	isPost              // those below, up to isOfCommittee, are of posts alone
	isBare              // no body stands with it
	isRuler             // it belongs to no sort of bodies: Tổng thống
	isOurs              // no state stands with it, or ours
	isUnsaid            // no state does
	isForeign           // another does
	isAbroad            // another does, or its body is another's
	isCentral           // only the whole state has it
	isCollective        // a word for many: cán bộ
	isLeading           // it stands before what else its holder is
	isMember            // held besides others: Ủy viên
	isCrown             // held beside no other
	isEnvoy
	isElected     // of a council: đại biểu
	isOfCouncil   // in the People's Committee or Council of a place
	isOfCommittee // in the party committee of a place
	isAide        // who serves a person, whom the text names behind: Trợ lý
	isPossessed   // "của" stands before it, or con rể
	isSpouse      // phu nhân stands before it
	isBeforeSmall // a word in small letters stands behind it
	isAccused     // an honorific of the accused
	isShared      // the names that follow share it
	isTallied     // a figure says how many do
	isCounted     // a numeral does
	isOne         // một stands before it
	isConferred   // by what the sentence tells
	isApposed     // a comma stands before it
	isGone        // behind a semicolon and a word that it was given up
	isDuring      // behind a post that was held at the time told of: trong thời gian giữ chức X, Y
)

// is tells whether a piece has all of the traits.
func (x *piece) is(all traits) bool { return x.traits&all == all }

// some tells whether a piece has one of the traits.
func (x *piece) some(any traits) bool { return x.traits&any != 0 }

// has tells whether a piece has all of some traits and none of others.
func (x *piece) has(all, none traits) bool { return x.traits&(all|none) == all }

// markAll gives a piece the traits of its item.
func (x *piece) markAll(t *Text) {
	x.mark(isShared, x.shared)
	x.mark(isTallied, x.tally)
	x.mark(isCounted, x.count > 1)
	x.mark(isConferred, x.conferred)
	x.mark(isOne, x.one)
	x.mark(isApposed, x.before == gapComma)
	switch x.kind {
	case rankItem:
		x.traits |= isRank
	case honorificItem:
		x.mark(isAccused, x.honor.Kind == lexicon.AccusedHonorific)
	case officeItem:
		x.markPost(t)
		x.from = max(x.from, x.office.From) // một | Tổng thống A
	}
}

// mark gives a piece a trait if it has it.
func (x *piece) mark(t traits, has bool) {
	if has {
		x.traits |= t
	}
}

func (x *piece) markPost(t *Text) {
	o, e := &x.office, x.office.Entry
	ours := o.ours()
	x.traits |= isPost
	x.mark(isBare, o.Bare())
	x.mark(isRuler, e.Ruler())
	x.mark(isOurs, ours)
	x.mark(isUnsaid, o.Country == "")
	x.mark(isForeign|isAbroad, !ours)
	x.mark(isCentral, e.Central)
	x.mark(isCollective, e.Collective)
	x.mark(isLeading, e.Leads)
	x.mark(isMember, e.Member)
	x.mark(isCrown, e.Crown)
	x.mark(isEnvoy, e.Envoy)
	x.mark(isElected, e.Elected)
	x.mark(isAide, e.Personal && o.State && o.Bare())
	x.mark(isPossessed, t.Is(x.from-1, reading.Of) || t.ended(kin, x.from))
	x.mark(isSpouse, t.ended(spouse, x.from))
	x.mark(isBeforeSmall, t.Small(x.to))
	if o.Agency >= 0 {
		body := o.Text.Bodies[o.Agency]
		x.mark(isAbroad, body.Country != Home)
		x.mark(isForeign, o.Named() != "")
		x.mark(isOfCouncil, t.council(body.Name))
		x.mark(isOfCommittee, body.Kind == "party-committee")
	}
}

// state gives the state that a post is one of: the one said, or that of its body.
func (x *piece) state() string {
	if x.kind != officeItem {
		return ""
	}
	return x.office.state()
}

// leadsOn tells whether a bare title is that of the post behind the comma, or one in the body whose office that is
// of: Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ; Tổng Thư ký Quốc hội, Chủ nhiệm Văn phòng Quốc hội.
func (x *piece) leadsOn(next *piece) bool {
	switch {
	case !x.is(isPost), !next.is(isPost), !x.some(isBare|isRuler) && !x.office.above(&next.office):
		return false
	}
	return slices.Contains(x.office.Entry.LeadsOn, next.office.Entry.Title)
}

// joinsOn tells whether nothing parts a piece from the one before it, or a dash
// or kiêm joins a post to it: Thường trực Ban Bí thư - Trưởng Ban Tổ chức Trung
// ương A.
func (x *piece) joinsOn() bool {
	switch x.before {
	case gapNone:
		return true
	case gapDash, gapAlso:
		return x.is(isPost)
	}
	return false
}

// conferredAlone tells whether the sentence confers or takes away a piece, and not the one before.
func (x *piece) conferredAlone(before *piece) bool {
	return x.is(isConferred) && !before.is(isConferred)
}
