// Package jsonline writes values as encoding/json does, HTML left alone, at a third of the cost: the way
// through a type is worked out once, and of a string is told at a glance that it needs hardly any escape.
package jsonline

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Type writes the values of one type.
type Type[T any] struct{ write writer }

// writer appends a value as JSON.
type writer func(out []byte, v reflect.Value) []byte

// New works out how a type is written: a struct of strings, numbers, truth values and lists, structs and
// pointers of such. It panics of any other.
func New[T any]() *Type[T] { return &Type[T]{writerOf(reflect.TypeFor[T]())} }

// Append appends a value as JSON.
func (t *Type[T]) Append(out []byte, v *T) []byte { return t.write(out, reflect.ValueOf(v).Elem()) }

func writerOf(t reflect.Type) writer {
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		if _, own := reflect.PointerTo(t).MethodByName(name); own {
			panic(fmt.Sprintf("jsonline: %s writes itself", t))
		}
	}
	switch t.Kind() {
	case reflect.String:
		return func(out []byte, v reflect.Value) []byte { return AppendString(out, v.String()) }
	case reflect.Bool:
		return func(out []byte, v reflect.Value) []byte { return strconv.AppendBool(out, v.Bool()) }
	case reflect.Int, reflect.Int64:
		return func(out []byte, v reflect.Value) []byte { return strconv.AppendInt(out, v.Int(), 10) }
	case reflect.Pointer:
		return orNull(writerOf(t.Elem()), reflect.Value.Elem)
	case reflect.Slice:
		return orNull(listOf(writerOf(t.Elem())), func(v reflect.Value) reflect.Value { return v })
	case reflect.Array:
		return listOf(writerOf(t.Elem()))
	case reflect.Struct:
		return objectOf(t).append
	}
	panic(fmt.Sprintf("jsonline: %s is not written", t))
}

// orNull writes what is behind a pointer or a list, or that there is none.
func orNull(write writer, behind func(reflect.Value) reflect.Value) writer {
	return func(out []byte, v reflect.Value) []byte {
		if v.IsNil() {
			return append(out, "null"...)
		}
		return write(out, behind(v))
	}
}

func listOf(one writer) writer {
	return func(out []byte, v reflect.Value) []byte {
		out = append(out, '[')
		for i := range v.Len() {
			if i > 0 {
				out = append(out, ',')
			}
			out = one(out, v.Index(i))
		}
		return append(out, ']')
	}
}

// object is a struct.
type object struct{ fields []field }

// field is one of its fields.
type field struct {
	index   int
	key     string // with its marks: "name":
	empty   bool   // left out where it holds nothing
	write   writer
	inside  *object // instead of a key: an embedded struct, whose fields stand among the others
	pointer bool    // to that
}

func objectOf(t reflect.Type) *object {
	o := &object{}
	for i := range t.NumField() {
		f := t.Field(i)
		tag := strings.Split(f.Tag.Get("json"), ",")
		switch {
		case tag[0] == "-":
		case f.Anonymous && f.Type.Kind() == reflect.Pointer:
			o.fields = append(o.fields, field{index: i, inside: objectOf(f.Type.Elem()), pointer: true})
		case f.Anonymous:
			o.fields = append(o.fields, field{index: i, inside: objectOf(f.Type)})
		case tag[0] == "":
			panic(fmt.Sprintf("jsonline: %s.%s has no name", t, f.Name))
		default:
			o.fields = append(o.fields, field{index: i, key: `"` + tag[0] + `":`, empty: slices.Contains(tag[1:], "omitempty"), write: writerOf(f.Type)})
		}
	}
	return o
}

func (o *object) append(out []byte, v reflect.Value) []byte {
	return append(o.appendFields(append(out, '{'), v), '}')
}

func (o *object) appendFields(out []byte, v reflect.Value) []byte {
	for i := range o.fields {
		f := &o.fields[i]
		x := v.Field(f.index)
		switch {
		case f.pointer && x.IsNil(), f.empty && holdsNothing(x):
			continue
		case f.pointer:
			out = f.inside.appendFields(out, x.Elem())
			continue
		case f.inside != nil:
			out = f.inside.appendFields(out, x)
			continue
		}
		if out[len(out)-1] != '{' { // a value ends otherwise
			out = append(out, ',')
		}
		out = f.write(append(out, f.key...), x)
	}
	return out
}

// holdsNothing tells a value that omitempty leaves out.
func holdsNothing(v reflect.Value) bool {
	if v.Kind() == reflect.Slice {
		return v.Len() == 0
	}
	return v.IsZero()
}
