package officials

import (
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/identity"
)

// office is a post, and what its body is part of.
type office struct {
	persons.Office
	parent string
}

// same gives the post by which another is told, of those that are told by another.
type same map[persons.Office]persons.Office

func (s same) of(o persons.Office) persons.Office {
	if told, is := s[o]; is {
		return told
	}
	return o
}

// sameOffices finds the posts of one person that are one by several words: one of the highest of
// a state, which articles name with its body or without, or with that of which the body is part.
// Tổng Bí thư; Tổng Bí thư Đảng A; Tổng Bí thư Ban Chấp hành Trung ương Đảng A. It is told by the words
// with a body that most appearances have.
func sameOffices(offices map[int64]office, all []persons.Appeared) same {
	times := map[persons.Office]int{}
	for _, x := range all {
		for _, n := range x.Offices {
			times[offices[n].Office]++
		}
	}
	titles := map[persons.Office][]office{}
	for _, o := range offices {
		if identity.High(o.Title) {
			key := persons.Office{Title: o.Title, Former: o.Former, Acting: o.Acting}
			titles[key] = append(titles[key], o)
		}
	}
	out := same{}
	for _, list := range titles {
		if !oneBody(list) {
			continue
		}
		told := list[0].Office
		for _, o := range list[1:] {
			if o.tells(told, times) {
				told = o.Office
			}
		}
		for _, o := range list {
			out[o.Office] = told
		}
	}
	return out
}

// tells tells whether a post says more than another one: a body, else more often, else what stands
// first in the order of ids.
func (o *office) tells(other persons.Office, times map[persons.Office]int) bool {
	a, b := o.Office, other
	switch {
	case (a.Agency == "") != (b.Agency == ""):
		return b.Agency == ""
	case times[a] != times[b]:
		return times[a] > times[b]
	}
	return a.Agency < b.Agency
}

// oneBody tells whether the bodies that posts name, where they do, are one and what that is part of.
func oneBody(list []office) bool {
	parents := map[string]string{}
	for _, o := range list {
		if o.Agency == "" && o.AgencyName != "" {
			return false // of a body that nobody knows
		}
		if o.Agency != "" {
			parents[o.Agency] = o.parent
		}
	}
	tops := 0
	for _, up := range parents {
		if _, below := parents[up]; !below {
			tops++
		}
	}
	return tops <= 1
}
