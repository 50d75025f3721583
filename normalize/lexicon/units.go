package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// usual reads units in the form in which they are kept, and tells whether the whole
// file has it. These 13,000 names were a third of what the program decodes when it
// starts. A file that holds anything else is for the decoder of TOML, which also says
// what is wrong with it.
func (f *placesFile) usual(data string) bool {
	if !utf8.ValidString(data) || strings.ContainsFunc(data, unusual) {
		return false
	}
	r := unitsReader{}
	for line := range strings.Lines(data) {
		if !r.line(strings.Trim(line, " \n")) {
			return false
		}
	}
	f.Units = r.all
	return r.list == nil
}

// unusual tells control characters and what begins an escape.
func unusual(r rune) bool { return r < ' ' && r != '\n' || r == '\\' || r == 0x7f }

// unitsReader reads units line by line.
type unitsReader struct {
	all  []units
	list *[]string // the one under way
}

// line reads a line and tells whether it is one of the usual ones.
func (r *unitsReader) line(line string) bool {
	switch {
	case line == "", line[0] == '#':
		return true
	case r.list != nil:
		return r.item(line)
	case line == "[[units]]":
		r.all = append(r.all, units{})
		return true
	}
	return len(r.all) > 0 && r.entry(&r.all[len(r.all)-1], line)
}

// item reads a line of the list under way.
func (r *unitsReader) item(line string) bool {
	if line == "]" {
		full := len(*r.list) > 0
		r.list = nil
		return full
	}
	name, ok := strings.CutSuffix(line, ",")
	if name, ok = quoted(name, ok); ok {
		*r.list = append(*r.list, name)
	}
	return ok
}

// entry reads a key with a text, or with the list that it begins. A key given twice is
// for the decoder, and so, as it could be, is one with nothing.
func (r *unitsReader) entry(u *units, line string) bool {
	key, value, ok := strings.Cut(line, " = ")
	if list := u.list(key); list != nil {
		return *list == nil && r.begin(list, value)
	}
	text := u.text(key)
	if text == nil || *text != "" {
		return false
	}
	*text, ok = quoted(value, ok)
	return ok && *text != ""
}

// begin reads a list that stands on one line, or goes on to the lines of one.
func (r *unitsReader) begin(list *[]string, value string) bool {
	if value == "[" {
		r.list = list
		return true
	}
	inner, ok := strings.CutPrefix(value, `["`)
	inner, closed := strings.CutSuffix(inner, `"]`)
	*list = strings.Split(inner, `", "`)
	return ok && closed && !slices.ContainsFunc(*list, func(name string) bool { return strings.Contains(name, `"`) })
}

// quoted takes the quotes off a text, if it is ok and has them at its ends alone.
func quoted(s string, ok bool) (string, bool) {
	if !ok || len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return "", false
	}
	s = s[1 : len(s)-1]
	return s, !strings.Contains(s, `"`)
}

// list gives the names that stand under a key, nil where it has none.
func (u *units) list(key string) *[]string {
	switch key {
	case "wards":
		return &u.Wards
	case "communes":
		return &u.Communes
	case "townships":
		return &u.Townships
	case "special_zones":
		return &u.SpecialZones
	}
	return nil
}

// text gives the text that stands under a key, nil where it has none.
func (u *units) text(key string) *string {
	switch key {
	case "province":
		return &u.Province
	case "district":
		return &u.District
	case "type":
		return &u.Type
	}
	return nil
}
