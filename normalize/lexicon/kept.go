package lexicon

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"
)

// kept reads an embedded file in the form in which `boctin check --write` keeps it, some
// twenty times as fast as TOML is decoded, which was a third of the start of the program:
// a header, key or element begins its line, a comment has one of its own, and no text
// holds an escape. False where a file holds anything else, which is then for the decoder;
// a test says which, and holds what is read here to what the decoder makes of it.
func kept(data string, into any) bool {
	r := keptReader{data, map[reflect.Type]map[string][]int{}}
	root := reflect.ValueOf(into).Elem()
	table, ok := root, !strings.Contains(data, `\`)
	for r.space(); ok && r.rest != ""; r.space() {
		if strings.HasPrefix(r.rest, "[") {
			table, ok = r.header(root)
		} else {
			ok = r.entry(table)
		}
	}
	return ok
}

// keptReader goes over a file.
type keptReader struct {
	rest   string
	fields map[reflect.Type]map[string][]int // by their keys
}

// space passes over white space and comments.
func (r *keptReader) space() {
	for {
		r.rest = strings.TrimLeft(r.rest, " \n")
		if !strings.HasPrefix(r.rest, "#") {
			return
		}
		_, r.rest, _ = strings.Cut(r.rest, "\n")
	}
}

// header reads [name], [name.name] or [[name]] and gives the table that it begins.
func (r *keptReader) header(root reflect.Value) (table reflect.Value, ok bool) {
	line, rest, _ := strings.Cut(r.rest, "\n")
	r.rest = rest
	if name, many := strings.CutPrefix(line, "[["); many {
		list := r.field(root, strings.TrimSuffix(name, "]]"))
		if !list.IsValid() || list.Kind() != reflect.Slice {
			return root, false
		}
		return another(list), true
	}
	table = root
	for name := range strings.SplitSeq(strings.Trim(line, "[]"), ".") {
		if table = r.field(table, name); !table.IsValid() {
			return root, false
		}
	}
	return table, true
}

// another makes a list longer by the element that it gives.
func another(list reflect.Value) reflect.Value {
	n := list.Len()
	list.Grow(1)
	list.SetLen(n + 1)
	return list.Index(n)
}

// field gives the field of a struct that bears a key; it is not valid where none does.
func (r *keptReader) field(table reflect.Value, key string) (field reflect.Value) {
	if table.Kind() != reflect.Struct {
		return field
	}
	keys := r.fields[table.Type()]
	if keys == nil {
		keys = map[string][]int{}
		for _, f := range reflect.VisibleFields(table.Type()) {
			keys[f.Tag.Get("toml")] = f.Index
		}
		r.fields[table.Type()] = keys
	}
	if index := keys[key]; index != nil && key != "" {
		return table.FieldByIndex(index)
	}
	return field
}

// entry reads a key with its value into a table.
func (r *keptReader) entry(table reflect.Value) bool {
	key, rest, ok := strings.Cut(r.rest, " = ")
	r.rest = rest
	switch {
	case !ok:
		return false
	case table.Kind() == reflect.Map:
		return r.pair(table, strings.Trim(key, `"`))
	}
	field := r.field(table, key)
	return field.IsValid() && r.value(field)
}

// pair reads the value of a key of a map.
func (r *keptReader) pair(table reflect.Value, key string) bool {
	if table.IsNil() {
		table.Set(reflect.MakeMap(table.Type()))
	}
	v := reflect.New(table.Type().Elem()).Elem()
	ok := r.value(v)
	table.SetMapIndex(reflect.ValueOf(key), v)
	return ok
}

// value reads what stands behind a key, or as an element of a list.
func (r *keptReader) value(v reflect.Value) bool {
	switch {
	case strings.HasPrefix(r.rest, `"`):
		return r.text(v)
	case strings.HasPrefix(r.rest, "["):
		return v.Kind() == reflect.Slice && r.list(v)
	case strings.HasPrefix(r.rest, "{"):
		return r.inline(v)
	}
	return r.plain(v)
}

func (r *keptReader) text(v reflect.Value) bool {
	text, rest, ok := strings.Cut(r.rest[1:], `"`)
	r.rest = rest
	if v.Kind() == reflect.String {
		v.SetString(text)
		return ok
	}
	u, reads := v.Addr().Interface().(encoding.TextUnmarshaler)
	return ok && reads && u.UnmarshalText([]byte(text)) == nil
}

// list reads the elements between [ and ].
func (r *keptReader) list(v reflect.Value) bool {
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	return r.until("]", func() bool { return r.value(another(v)) })
}

// inline reads the keys and values between { and }.
func (r *keptReader) inline(v reflect.Value) bool {
	return r.until("}", func() bool { return r.entry(v) })
}

// until reads one thing after the other, commas between them, up to what closes them.
func (r *keptReader) until(closing string, one func() bool) bool {
	r.rest = r.rest[1:]
	for r.space(); r.rest != ""; r.space() {
		if rest, closed := strings.CutPrefix(r.rest, closing); closed {
			r.rest = rest
			return true
		}
		if !one() {
			return false
		}
		r.rest = strings.TrimPrefix(r.rest, ",")
	}
	return false
}

// plain reads a number, true or false.
func (r *keptReader) plain(v reflect.Value) bool {
	n := strings.IndexAny(r.rest, ",]} \n")
	if n < 0 {
		return false
	}
	word := r.rest[:n]
	r.rest = r.rest[n:]
	var err error
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(word == "true")
		return word == "true" || word == "false"
	case reflect.Int:
		var number int64
		number, err = strconv.ParseInt(word, 10, 64)
		v.SetInt(number)
	case reflect.Float64:
		var number float64
		number, err = strconv.ParseFloat(word, 64)
		v.SetFloat(number)
	default:
		return false
	}
	return err == nil
}
