package lexicon

import (
	"reflect"
	"slices"
	"strings"
)

// Keys gives the keys of a table of a lexicon file ("agency", "links"; "" for the
// head of the file) in the order in which they are written.
func Keys(file, table string) []string {
	stem, _, _ := strings.Cut(file, ".")
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.name == stem })
	if i < 0 {
		return nil
	}
	t := reflect.TypeOf(kinds[i].shape)
	for name := range strings.SplitSeq(table, ".") {
		if name == "" {
			break
		}
		f, found := fieldOf(t, name)
		if !found {
			return nil
		}
		if t = elem(f.Type); t.Kind() != reflect.Struct {
			return nil
		}
	}
	return keysOf(t)
}

// keysOf lists the keys of a struct, those of what it embeds included.
func keysOf(t reflect.Type) []string {
	var keys []string
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			keys = append(keys, keysOf(f.Type)...)
		} else if name := f.Tag.Get("toml"); name != "" && name != "-" {
			keys = append(keys, name)
		}
	}
	return keys
}

func fieldOf(t reflect.Type, key string) (reflect.StructField, bool) {
	return t.FieldByNameFunc(func(name string) bool {
		f, _ := t.FieldByName(name)
		return f.Tag.Get("toml") == key
	})
}

func elem(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}
