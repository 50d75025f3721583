package event

import (
	"cmp"

	"github.com/boctin/boctin"
)

// The states of an event.
const (
	done      = "done"
	planned   = "planned"
	postponed = "postponed"
	denied    = "denied"
)

// arg is an official with a role.
type arg struct {
	of   int
	role string
}

// draft is an event as one sentence tells it.
type draft struct {
	kind, status   string
	args           []arg
	bodies         []int
	strangers      bool // somebody else took part, whom nothing names as an official
	day            string
	place, name    string
	land           string // of a visit
	post, fromPost *boctin.Post
	rank, fromRank string
	measure        string
	rule           string
	page, line     int
	from, to       int  // tokens of the clause
	lo, at         int  // items of the sentence: where it begins, its trigger
	loose          bool // joins an event told before, or is none
	held           bool // a noun names the occasion: with a day of its own it is one
	listed         bool // goes on with a list: has the day of the one before
	frames         bool // a gathering at which a decision is announced
	pair           bool // names both sides: others are another event
	founds         bool // though loose, it is an event where none was told before
	work           bool // a visit that a meeting may tell as well
	reach          bool // says only that a place was reached
	mass           bool // a mass organisation holds it, or it is a press conference: none of state without officials
	half           bool // names one side only: whoever held it is told elsewhere
	said           bool // somebody says that it will be: no event but of the headline
	retold         bool // by one who was there: a day before that is when it was told
	dates          bool // says only on which day it was that these met
	inherits       bool // has the day and place of the event told before
	apart          bool // somebody leaves for it, or ends with it: the day and place before are of that
	chaired        bool // by somebody named: with the day of the sentence before it is an event
	speech         bool // somebody speaks: of the last gathering of its kind, and of no call
	over           bool // the end of a visit: its day is not the first
	fronted        bool // a visit that opens the sentence: the days of another may stand behind
}

func (d *draft) add(role string, x *side) {
	for _, of := range x.people {
		d.addOne(role, of)
	}
	for _, b := range x.bodies {
		d.bodies = appendNew(d.bodies, b)
	}
}

func (d *draft) addOne(role string, of int) {
	for i := range d.args {
		if d.args[i].of == of {
			return
		}
	}
	d.args = append(d.args, arg{of, role})
}

// gather adds who took part in another draft.
func (d *draft) gather(e *draft) {
	for _, x := range e.args {
		d.addOne(x.role, x.of)
	}
	for _, b := range e.bodies {
		d.bodies = appendNew(d.bodies, b)
	}
}

func (d *draft) has(of int) bool {
	for i := range d.args {
		if d.args[i].of == of {
			return true
		}
	}
	return false
}

// size is the number of officials and bodies.
func (d *draft) size() int { return len(d.args) + len(d.bodies) }

// draft begins an event at item k whose clause begins at item lo and ends before hi.
func (s *sentence) draft(kind string, lo, k, hi int, status string) *draft {
	lo, hi = min(lo, k), max(hi, k+1)
	d := s.memory.drafts.New()
	*d = draft{kind: kind, status: cmp.Or(status, done), lo: lo, at: k, from: s.items[lo].from, to: s.items[hi-1].to}
	return d
}
