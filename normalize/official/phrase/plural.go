package phrase

import "slices"

// SharePlural gives the next of two who are named in one breath the post before the
// first, where the article tells elsewhere of several who hold it, or held it: Hai cựu
// cục trưởng kháng cáo. Cựu cục trưởng A và B ….
func SharePlural(texts []*Text, list []*Mention) {
	var told []Office
	for _, t := range texts {
		told = append(told, t.Plural...)
	}
	for i := range list {
		if i > 0 && list[i].inBreathWith(list[i-1]) {
			list[i].share(list[i-1], told)
		}
	}
}

// inBreathWith tells whether a bare name follows another of its script behind "và" or a
// comma.
func (m *Mention) inBreathWith(before *Mention) bool {
	return m.Weak && m.after.of(gapAnd, gapComma) && m.Name.Foreign == before.Name.Foreign
}

// share takes the post that stands before another's name, if it is one of those told.
func (m *Mention) share(before *Mention, told []Office) {
	for _, o := range before.Offices {
		if slices.ContainsFunc(told, func(x Office) bool { return x.sort() == o.sort() }) {
			m.Offices, m.Weak = append(m.Offices, o), false
		}
	}
}
