package neardup

import (
	"cmp"
	"slices"
)

// filling is what stands between the same words: "ông … giữ chức" is a place,
// a name fills it. A notice made after a template has the places of another and
// fills them otherwise; a reprint fills them alike.
type filling struct{ place, value uint32 }

// fillings are those of the smallest places, in rising order: all whose place
// is below limit.
type fillings struct {
	list  []filling
	limit uint64
}

// mostValues is how many values of one place are kept, the smallest.
const mostValues = 16

// filled finds the places of a text: two words, then numbers and names, then a word.
func filled(words []word) fillings {
	var all []filling
	for i := 0; i < len(words); i++ {
		if !words[i].fact {
			continue
		}
		end := i + 1
		for end < len(words) && words[end].fact && !words[end].opens {
			end++
		}
		if end-i > 1 || !words[i].opens || words[i].digit {
			all = append(all, filling{placeOf(words, i, end), uint32(hashOf(words[i:end]) >> 32)})
		}
		i = end - 1
	}
	slices.SortFunc(all, func(a, b filling) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.value, b.value))
	})
	return thin(slices.Compact(all))
}

// placeOf hashes the words around a filling; of a number or name among them it
// matters only that it is one.
func placeOf(words []word, begin, end int) uint32 {
	h := uint64(offset64)
	for _, i := range [...]int{begin - 2, begin - 1, end} {
		switch {
		case i < 0 || i >= len(words):
			h = mix(h ^ 1)
		case words[i].fact && !words[i].opens:
			h = mix(h ^ 2)
		default:
			h = mix(h ^ words[i].hash)
		}
	}
	return uint32(h >> 32)
}

// thin keeps mostValues of each place, and of the places the smallest.
func thin(all []filling) fillings {
	var list []filling
	for i := 0; i < len(all); {
		end := i
		for end < len(all) && all[end].place == all[i].place {
			end++
		}
		values := all[i:min(end, i+mostValues)]
		if len(list)+len(values) > sketchFill {
			return fillings{list, uint64(all[i].place)}
		}
		list = append(list, values...)
		i = end
	}
	return fillings{list, 1 << 32}
}
