package corpus

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin"
)

// How the tables say where in an article something stands is told in schema17.sql: as a
// number of some bits where it fits, else as a list.

const (
	placeLength = 8  // bits of the length of a place
	nameStart   = 7  // of where in a place a name begins
	postStart   = 21 // of where the sentence of a post begins
	postLength  = 10 // of its length
	partLength  = 8  // of the length of a post as it is printed
)

// fits tells whether a number has so many bits at most.
func fits(n, bits int) bool { return n >= 0 && n>>bits == 0 }

// inText tells whether a place is in the title or the body, and so short that its length has
// so many bits.
func inText(s boctin.Span, bits int) bool {
	return fieldNumber(s.Field) < 2 && s.Start >= 0 && fits(s.End-s.Start, bits)
}

// place is where an agency is named; text is given of a caption alone, else nil.
func place(s boctin.Span, text any) any {
	if !inText(s, placeLength) {
		return listedPlace(s, text)
	}
	return (s.Start<<placeLength|(s.End-s.Start))<<1 | fieldNumber(s.Field)
}

// namedAt is where an official is named, with his name inside; text as for place.
func namedAt(s boctin.Span, name [2]int, text any) any {
	if !inText(s, placeLength) || name[1] != s.End-s.Start || !fits(name[0], nameStart) {
		return listedPlace(s, name[0], name[1], text)
	}
	return ((s.Start<<placeLength|name[1])<<nameStart|name[0])<<1 | fieldNumber(s.Field)
}

// listedPlace is a place as a list, with what else is said of it.
func listedPlace(s boctin.Span, more ...any) []any {
	list := append([]any{fieldNumber(s.Field), s.Start, s.End}, more...)
	for len(list) > 0 && list[len(list)-1] == nil {
		list = list[:len(list)-1]
	}
	return list
}

// places is what a column holds of places or posts: the one that is a number, or a list.
func places(list []any) any {
	if len(list) == 1 {
		switch one := list[0].(type) {
		case int, int64:
			return one
		}
	}
	raw, _ := json.Marshal(list) // numbers and strings alone
	return string(raw)
}

// numberOf counts in SQL what a column holds of places or posts.
func numberOf(column string) string {
	return `CASE typeof(` + column + `) WHEN 'integer' THEN 1 ELSE json_array_length(` + column + `) END`
}

// posted is a post as an appearance gives it.
type posted struct {
	office     int64 // offices.n
	field      int   // of the sentence that gives it, as the tables name it
	start, end int   // in code points
	printed    any   // how it is printed, where that is other than title and agency: a text, or where in the sentence
	caption    any   // the sentence, where it is of a caption
}

// column is the post as the column holds it.
func (p *posted) column() any {
	if p.field > 1 || !fits(p.start, postStart) || !fits(p.end-p.start, postLength) || p.office>>31 != 0 {
		return append([]any{p.office}, listedPlace(boctin.Span{Field: fieldName(p.field), Start: p.start, End: p.end}, p.printed, p.caption)...)
	}
	bits := ((p.office<<postStart|int64(p.start))<<postLength|int64(p.end-p.start))<<1 | int64(p.field)
	if p.printed == nil {
		return bits
	}
	return []any{bits, p.printed}
}

// partOf is where a text stands in a sentence; the text where it does not.
func partOf(sentence, text string) any {
	before, _, found := strings.Cut(sentence, text)
	if n := utf8.RuneCountInString(text); found && fits(n, partLength) {
		return utf8.RuneCountInString(before)<<partLength | n
	}
	return text
}

// postsOf reads what a column holds of posts.
func postsOf(raw []byte) (list []posted, err error) {
	switch {
	case len(raw) == 0:
		return nil, nil
	case raw[0] != '[':
		list = make([]posted, 1)
		return list, list[0].UnmarshalJSON(raw)
	}
	return list, json.Unmarshal(raw, &list)
}

// UnmarshalJSON reads a post of a column.
func (p *posted) UnmarshalJSON(raw []byte) error {
	var list []json.RawMessage
	bits := raw
	if raw[0] == '[' {
		if err := json.Unmarshal(raw, &list); err != nil {
			return err
		}
		if len(list) > 2 {
			return p.fromList(list)
		}
		bits = append(list, nil)[0]
	}
	n, err := strconv.ParseInt(string(bits), 10, 64)
	if err != nil {
		return err
	}
	p.field = int(n & 1)
	p.start = int(n >> (1 + postLength) & (1<<postStart - 1))
	p.end = p.start + int(n>>1&(1<<postLength-1))
	p.office = n >> (1 + postLength + postStart)
	if len(list) == 2 {
		return json.Unmarshal(list[1], &p.printed)
	}
	return nil
}

func (p *posted) fromList(list []json.RawMessage) error {
	for i, into := range []any{&p.office, &p.field, &p.start, &p.end, &p.printed, &p.caption} {
		if i >= len(list) {
			break
		}
		if err := json.Unmarshal(list[i], into); err != nil {
			return err
		}
	}
	if len(list) < 4 {
		return errors.New("a post lacks the place of its sentence")
	}
	return nil
}
