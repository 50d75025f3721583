// Package jsonfault says what is wrong with JSON in the words of who wrote it.
package jsonfault

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// Say puts an error of encoding/json into the words of who wrote the text: which field holds what,
// and what it is to hold.
func Say(err error) error {
	var wrong *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &wrong):
		return errors.New(strings.TrimPrefix(err.Error(), "json: ")) // unknown field "x"
	case field(wrong.Field) == "":
		return fmt.Errorf("%s, not %s", held(wrong.Value), wanted(wrong.Type))
	}
	return fmt.Errorf("%s is %s: %s is wanted there", field(wrong.Field), held(wrong.Value), wanted(wrong.Type))
}

// field is the way to a field by the names that JSON has, without those of our types, which
// begin with a capital.
func field(path string) string {
	var names []string
	for _, name := range strings.Split(path, ".") {
		if strings.ToLower(name) == name {
			names = append(names, name)
		}
	}
	return strings.Join(names, ".")
}

// held names a value by the word of encoding/json for it.
func held(value string) string {
	kind, number, _ := strings.Cut(value, " ")
	switch {
	case number != "":
		return "the number " + number
	case kind == "array":
		return "a list"
	case kind == "object":
		return "an object"
	case kind == "bool":
		return "true or false"
	}
	return map[string]string{"string": "text", "number": "a number"}[kind]
}

// wanted names what a type is written as.
func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "text"
	case reflect.Slice, reflect.Array:
		return "a list"
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int64:
		return "a whole number"
	}
	return "an object"
}
