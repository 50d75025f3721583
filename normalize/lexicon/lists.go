package lexicon

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// lay adds the lists and maps of more to those of into, which is of one type with it.
func lay(into, more reflect.Value) {
	for i := range into.NumField() {
		switch old, add := into.Field(i), more.Field(i); old.Kind() {
		case reflect.Struct:
			lay(old, add)
		case reflect.Slice:
			old.Set(reflect.AppendSlice(old.Slice3(0, old.Len(), old.Len()), add))
		case reflect.Map:
			layMap(old, add)
		}
	}
}

func layMap(old, add reflect.Value) {
	if old.IsNil() {
		old.Set(reflect.MakeMap(old.Type()))
	}
	for _, key := range add.MapKeys() {
		old.SetMapIndex(key, add.MapIndex(key))
	}
}

// take removes from the lists and maps of from what those of gone name.
func take(from, gone reflect.Value) error {
	for i := range from.NumField() {
		old, out := from.Field(i), gone.Field(i)
		var err error
		switch old.Kind() {
		case reflect.Struct:
			err = take(old, out)
		case reflect.Slice:
			err = takeEach(old, out)
		case reflect.Map:
			for _, key := range out.MapKeys() {
				old.SetMapIndex(key, reflect.Value{})
			}
		}
		if err != nil {
			return fmt.Errorf("%s: %w", tomlName(from.Type().Field(i)), err)
		}
	}
	return nil
}

// takeEach removes the elements of list that have the word of one of gone.
func takeEach(list, gone reflect.Value) error {
	for i := range gone.Len() {
		word := wordOf(gone.Index(i))
		kept := reflect.MakeSlice(list.Type(), 0, list.Len())
		for j := range list.Len() {
			if wordOf(list.Index(j)) != word {
				kept = reflect.Append(kept, list.Index(j))
			}
		}
		if kept.Len() == list.Len() {
			return fmt.Errorf("%q is not there to be removed: correct its spelling, or leave it out", word)
		}
		list.Set(kept)
	}
	return nil
}

// wordOf gives what an entry of a list is known by: itself, or its first field.
func wordOf(v reflect.Value) string {
	if v.Kind() == reflect.Struct {
		v = v.Field(0)
	}
	return v.String()
}

func tomlName(f reflect.StructField) string {
	if name, ok := f.Tag.Lookup("toml"); ok {
		return name
	}
	return f.Name
}

// layLists lays in over into, then removes what gone, which may be nil, names.
func layLists[T any](file string, into, in, gone *T) []error {
	lay(reflect.ValueOf(into).Elem(), reflect.ValueOf(in).Elem())
	if gone == nil {
		return nil
	}
	if err := take(reflect.ValueOf(into).Elem(), reflect.ValueOf(gone).Elem()); err != nil {
		return []error{fmt.Errorf("%s: remove.%w", file, err)}
	}
	return nil
}

// without gives the list without the entry of that kind and name, which at remembers.
func without[T any](l *Lexicon, list []T, kind, name string) ([]T, error) {
	key := kind + "/" + phraseKey(name)
	i, known := l.at[key]
	if !known {
		return list, fmt.Errorf("remove: there is no %q: correct its spelling, or leave the entry out", name)
	}
	delete(l.at, key)
	for k, j := range l.at {
		if j > i && strings.HasPrefix(k, kind+"/") {
			l.at[k] = j - 1
		}
	}
	return slices.Delete(list, i, i+1), nil
}
