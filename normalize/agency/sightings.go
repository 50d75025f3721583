package agency

import "slices"

// sightings are countries or places in the order in which the article names them.
type sightings []sighting

// near bounds how many findings before or after a place are looked at, so that
// time grows with the text and no faster.
const near = 40

// position gives the index of the first sighting that does not stand before a
// token.
func (list sightings) position(text, token int) int {
	at, _ := slices.BinarySearchFunc(list, token, func(s sighting, token int) int {
		if s.text != text {
			return s.text - text
		}
		return s.token - token
	})
	return at
}

// before gives those that stand shortly before a node, the last of them last.
func (list sightings) before(d *node) sightings {
	at := list.position(d.text, d.from)
	return list[max(0, at-near):at]
}

// behind gives those that stand shortly behind the start of a node.
func (list sightings) behind(d *node) sightings {
	at := list.position(d.text, d.from)
	return list[at:min(len(list), at+near)]
}

// last gives the sighting before a token in the same text.
func (list sightings) last(text, token int) (s sighting, ok bool) {
	at := list.position(text, token)
	if at == 0 || list[at-1].text != text {
		return s, false
	}
	return list[at-1], true
}

// lastTwo gives the last two countries of a list.
func (list sightings) lastTwo() (last, other string) {
	for i := len(list) - 1; i >= 0; i-- {
		switch code := list[i].code; {
		case last == "":
			last = code
		case code != last:
			return last, code
		}
	}
	return last, ""
}

// lastForeign gives the last country of a list that is not Vietnam.
func (list sightings) lastForeign() string {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].code != home {
			return list[i].code
		}
	}
	return ""
}
