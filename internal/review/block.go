package review

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/boctin/boctin/internal/tomlform"
	"github.com/boctin/boctin/normalize/lexicon"
)

// block writes an entry of a lexicon file as a block of the house's form: the keys in
// their order, what is empty left out, tables of the entry below it.
func block(file, table string, entry any) string {
	var b strings.Builder
	b.WriteString("[[" + table + "]]\n")
	v := reflect.ValueOf(entry)
	var below []string
	for _, key := range lexicon.Keys(file, table) {
		field, found := fieldOf(v, key)
		if !found || field.IsZero() {
			continue
		}
		if field.Kind() == reflect.Slice && field.Type().Elem().Kind() == reflect.Struct {
			for i := range field.Len() {
				below = append(below, "\n"+block(file, table+"."+key, field.Index(i).Interface()))
			}
			continue
		}
		b.WriteString(key + " = " + written(key, field) + "\n")
	}
	return b.String() + strings.Join(below, "")
}

// fieldOf gives the field of a struct that a key is read into.
func fieldOf(v reflect.Value, key string) (reflect.Value, bool) {
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("toml") == key {
			return v.Field(i), true
		}
	}
	return reflect.Value{}, false
}

// written gives a value as a file holds it.
func written(key string, v reflect.Value) string {
	switch v.Kind() {
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Slice:
		items := make([]string, v.Len())
		for i := range items {
			items[i] = v.Index(i).String()
		}
		return tomlform.List(key, items)
	}
	return tomlform.Quote(v.String())
}
