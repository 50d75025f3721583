package agency

import (
	"github.com/boctin/boctin/normalize/arena"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/reading"
)

// node is one place where a text names an agency, before it is settled which.
type node struct {
	index    int // among the nodes of the article, its own or that of the unit that it is the owner of
	text     int // index of the text
	from, to int // tokens, with owner, place and country
	bodies   []sense
	body     int32 // the one of bodies that is meant, -1 for a name made by form
	alt      int32 // a family whose short form this name is too, -1 for none
	made     string
	kind     string // of a made name
	seat     string // tại Lào: where a mission sits
	place    finding.Place
	told     bool          // the places above it are written behind it
	lies     finding.Place // of a made name that its place stands in
	level    *levelWord    // of a name that stops at the word of its level: Công an tỉnh
	bare     bool          // slot or owner left out: what is meant stands elsewhere
	owner    *node
	unit     bool      // made, and named with its owner: Phòng Kinh tế, UBND huyện A
	same     *node     // the name in front of the brackets that this short form stands in
	own      []string  // countries that have a body of that name, once asked for
	settled  []*entity // what it means
	done     bool      // that is known
	country  string    // explicit
	both     bool      // hai nước: each side's
	this     bool      // nước này: the country named last
	generic  bool      // no single body: UBND các tỉnh
	short    bool      // made, and told apart by its number: Đội Quản lý thị trường số 4
	proper   bool      // made, of a head and words with capitals
	loose    bool      // made, with words behind it that no list of fields holds
	abroad   bool      // counts only where another country's body is meant
	lower    bool      // written without capitals
	read     string    // the rule by which it was read
	entry    reading.Entry
	decided  string // the rule that gave its country
	referred string // the rule that said what it points to
}

// listed makes a node of a body of the lexicon.
func (r *reader) listed(i, n int, senses []sense) *node {
	return r.listedIn(nil, i, n, senses)
}

// listedIn is listed in the memory of a node that is wanted no more, nil for none.
func (r *reader) listedIn(spare *node, i, n int, senses []sense) *node {
	if spare == nil {
		spare = r.room.nodes.New()
	}
	b := senses[0].body
	*spare = node{text: r.n, from: i, to: i + n, bodies: senses, body: b, alt: -1, made: senses[0].count, read: readListed, entry: r.bodies[b].entry}
	return spare
}

// made makes a node of a name that a form gives.
func (r *reader) made(i, end int, kind, name string) *node {
	d := r.room.nodes.New()
	*d = node{text: r.n, from: i, to: end, body: -1, alt: -1, kind: kind, made: name}
	return d
}

// room holds the nodes of an article, the form that is read at each depth, and the text that is
// read without its short form.
type room struct {
	nodes arena.Arena[node]
	forms [maxDepth + 1]form
	cut   reading.Text // what stands around a short form in brackets
}

func (r *room) clear() {
	r.nodes.Clear()
	clear(r.forms[:])
	r.cut.Src = ""
}

// placed makes a node of a body at a place that stands alone.
func (r *reader) placed(from, end int, s sense, p finding.Place, rule string) *node {
	d := r.listed(from, end-from, []sense{s})
	d.place, d.read = p, rule
	return d
}

// The ways of reading a name that no table of rules holds.
const (
	readListed      = "agency/listed"
	readCentral     = "agency/of-the-state"
	readPolicePlace = "agency/place-of-police-unit"
	readUnitAbroad  = "agency/unit-abroad"
	readAtHome      = "agency/form-at-home"
	readUpToPlace   = "agency/form-up-to-place"
	readAbroad      = "agency/abroad"
	readPlaceAbroad = "agency/place-abroad"
	readRow         = "agency/row-of-places"
	readTaught      = "agency/short-form-explained"
	readShort       = "agency/short-form-in-brackets"
)

// entities gives what a node, if there is one, was found to mean.
func (d *node) entities() []*entity {
	if d == nil {
		return nil
	}
	return d.settled
}

// top gives the last of the owners of a node, the node itself where it has none.
func (d *node) top() *node {
	for d.owner != nil {
		d = d.owner
	}
	return d
}

// open tells whether something of a node was left out, or may have been.
func (d *node) open() bool {
	if d.alt >= 0 || d.same != nil {
		return true
	}
	for o := d; o != nil; o = o.owner {
		if o.bare {
			return true
		}
	}
	return false
}

// narrow takes the one of several countries' bodies of one name whose short form stands
// behind it: Cơ quan Tình báo Quốc gia (NIS).
func (d *node) narrow(short sense) {
	for k, s := range d.bodies {
		if s.body == short.body {
			d.bodies, d.body = d.bodies[k:k+1:k+1], s.body
			return
		}
	}
}

// says tells whether the words behind a name say whose it is.
func (d *node) says() bool { return d.country != "" || d.this || d.both }

// typed tells whether a name stops at the word of its level.
func (d *node) typed() bool { return d.level != nil }

// vague tells whether a name says neither place nor the level of one.
func (d *node) vague() bool { return d.bare && d.level == nil }
