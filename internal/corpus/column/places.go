package column

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin"
)

const (
	placeLength = 8  // bits of the length of a place
	nameStart   = 7  // of where in a place a name begins
	postStart   = 21 // of where the sentence of a post begins
	postLength  = 10 // of its length
	PartLength  = 8  // of the length of a post as it is printed
)

// fits tells whether a number has so many bits at most.
func fits(n, bits int) bool { return n >= 0 && n>>bits == 0 }

// inText tells whether a place is in the title or the body, and so short that its length has
// so many bits.
func inText(s boctin.Span, bits int) bool {
	return FieldNumber(s.Field) < 2 && s.Start >= 0 && fits(s.End-s.Start, bits)
}

// Place is where an agency is named; text is given of a caption alone, else nil.
func Place(s boctin.Span, text any) any {
	if !inText(s, placeLength) {
		return listedPlace(s, text)
	}
	return (s.Start<<placeLength|(s.End-s.Start))<<1 | FieldNumber(s.Field)
}

// NamedAt is where an official is named, with his name inside; text as for place.
func NamedAt(s boctin.Span, name [2]int, text any) any {
	if !inText(s, placeLength) || name[1] != s.End-s.Start || !fits(name[0], nameStart) {
		return listedPlace(s, name[0], name[1], text)
	}
	return ((s.Start<<placeLength|name[1])<<nameStart|name[0])<<1 | FieldNumber(s.Field)
}

// listedPlace is a place as a list, with what else is said of it.
func listedPlace(s boctin.Span, more ...any) []any {
	list := append([]any{FieldNumber(s.Field), s.Start, s.End}, more...)
	for len(list) > 0 && list[len(list)-1] == nil {
		list = list[:len(list)-1]
	}
	return list
}

// Places is what a column holds of places or posts: the one that is a number, or a list.
func Places(list []any) any {
	if len(list) == 1 {
		switch one := list[0].(type) {
		case int, int64:
			return one
		}
	}
	raw, _ := json.Marshal(list) // numbers and strings alone
	return string(raw)
}

// Post is a post as an appearance gives it.
type Post struct {
	Office     int64 // offices.n
	Field      int   // of the sentence that gives it, as the tables name it
	Start, End int   // in code points
	Printed    any   // how it is printed, where that is other than title and agency: a text, or where in the sentence
	Caption    any   // the sentence, where it is of a caption
}

// Column is the post as the column holds it.
func (p *Post) Column() any {
	if p.Field > 1 || !fits(p.Start, postStart) || !fits(p.End-p.Start, postLength) || p.Office>>31 != 0 {
		return append([]any{p.Office}, listedPlace(boctin.Span{Field: FieldName(p.Field), Start: p.Start, End: p.End}, p.Printed, p.Caption)...)
	}
	bits := ((p.Office<<postStart|int64(p.Start))<<postLength|int64(p.End-p.Start))<<1 | int64(p.Field)
	if p.Printed == nil {
		return bits
	}
	return []any{bits, p.Printed}
}

// PartOf is where a text stands in a sentence; the text where it does not.
func PartOf(sentence, text string) any {
	before, _, found := strings.Cut(sentence, text)
	if n := utf8.RuneCountInString(text); found && fits(n, PartLength) {
		return utf8.RuneCountInString(before)<<PartLength | n
	}
	return text
}

// Posts reads what a column holds of posts.
func Posts(raw []byte) (list []Post, err error) {
	switch {
	case len(raw) == 0:
		return nil, nil
	case raw[0] != '[':
		list = make([]Post, 1)
		return list, list[0].UnmarshalJSON(raw)
	}
	return list, json.Unmarshal(raw, &list)
}

// UnmarshalJSON reads a post of a column.
func (p *Post) UnmarshalJSON(raw []byte) error {
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
	p.Field = int(n & 1)
	p.Start = int(n >> (1 + postLength) & (1<<postStart - 1))
	p.End = p.Start + int(n>>1&(1<<postLength-1))
	p.Office = n >> (1 + postLength + postStart)
	if len(list) == 2 {
		return json.Unmarshal(list[1], &p.Printed)
	}
	return nil
}

func (p *Post) fromList(list []json.RawMessage) error {
	for i, into := range []any{&p.Office, &p.Field, &p.Start, &p.End, &p.Printed, &p.Caption} {
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
