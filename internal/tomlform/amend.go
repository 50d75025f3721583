package tomlform

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// Append puts a block behind a text, with a blank line between them. All that stands
// there stays as it is, byte by byte.
func Append(text, block string) string {
	newline := "\n"
	if strings.Contains(text, "\r\n") {
		newline = "\r\n"
		block = strings.ReplaceAll(block, "\n", newline)
	}
	switch {
	case strings.TrimSpace(text) == "":
		return text + block
	case !strings.HasSuffix(text, "\n"):
		text += newline
	}
	return text + newline + block
}

// ErrNoTable says that a file has no table that fits.
var ErrNoTable = errors.New("no such table")

// Amend gives a text in which a key of a table has another value, as written; a key
// that is not there comes behind the others of the table. The table is the first with
// that header ("[[agency]]"; "" is the head of the file) whose values, as written, fit.
// All else stays as it is, byte by byte. It fails with ErrNoTable, or where text is no
// TOML.
func Amend(text, header string, fits func(values map[string]string) bool, key, value string) (string, error) {
	unix := strings.ReplaceAll(text, "\r\n", "\n")
	crlf := unix != text
	if crlf && strings.ReplaceAll(unix, "\n", "\r\n") != text {
		return "", errors.New("some lines end in CR LF and some in LF: save the file with one of them")
	}
	tables, err := parse(unix)
	if err != nil {
		return "", err
	}
	for i := range tables {
		t := &tables[i]
		if t.header != header || !fits(t.values()) {
			continue
		}
		unix = t.put(unix, key, value)
		if crlf {
			unix = strings.ReplaceAll(unix, "\n", "\r\n")
		}
		return unix, nil
	}
	return "", fmt.Errorf("%s: %w", header, ErrNoTable)
}

// values gives the values of a table as they are written.
func (t *table) values() map[string]string {
	all := map[string]string{}
	for _, e := range t.entries {
		all[e.key] = e.value.line()
	}
	return all
}

// put writes a value in the place of that of a key, or a new line behind the table.
func (t *table) put(text, key, value string) string {
	for _, e := range t.entries {
		if e.key == key {
			return text[:e.from] + value + text[e.to:]
		}
	}
	line := key + " = " + value + "\n"
	if t.end > 0 && text[t.end-1] != '\n' {
		line = "\n" + line
	}
	return text[:t.end] + line + text[t.end:]
}

// Quote writes a string as a TOML file holds it.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < 0x20 || r == 0x7f || r == utf8.RuneError:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// List writes a list of strings as the value of a key: on the line of the key where
// that fits, else with one element a line.
func List(key string, items []string) string {
	quoted := make([]string, len(items))
	for i, s := range items {
		quoted[i] = Quote(s)
	}
	if line := "[" + strings.Join(quoted, ", ") + "]"; utf8.RuneCountInString(key+" = "+line) <= Width {
		return line
	}
	return "[\n  " + strings.Join(quoted, ",\n  ") + ",\n]"
}

// Strings gives the strings of a list in the first table of that name whose keys have
// these values; nil where there is none. A string by itself is a list of one.
func Strings(text, table string, keys map[string]string, key string) []string {
	var all map[string]any
	if _, err := toml.Decode(text, &all); err != nil {
		return nil
	}
	list, _ := all[table].([]map[string]any)
	for _, t := range list {
		if hasAll(t, keys) {
			return stringsOf(t[key])
		}
	}
	return nil
}

// ListOf gives the strings of a list as it is written.
func ListOf(written string) []string {
	var all map[string]any
	if _, err := toml.Decode("list = "+written, &all); err != nil {
		return nil
	}
	return stringsOf(all["list"])
}

func stringsOf(v any) (out []string) {
	switch v := v.(type) {
	case string:
		out = []string{v}
	case []any:
		for _, s := range v {
			if s, is := s.(string); is {
				out = append(out, s)
			}
		}
	}
	return out
}

func hasAll(table map[string]any, keys map[string]string) bool {
	for key, value := range keys {
		if table[key] != value {
			return false
		}
	}
	return true
}
