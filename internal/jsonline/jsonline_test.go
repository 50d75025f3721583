package jsonline

import (
	"bytes"
	"encoding/json"
	"math/rand"
	"reflect"
	"strings"
	"testing"
)

// encoded is what encoding/json makes of a value.
func encoded(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

type word string

type span struct {
	Field string `json:"field"`
	Start int    `json:"start"`
}

type reason struct {
	Rule string `json:"rule,omitempty"`
	*span
}

type item struct {
	span
	Name  word     `json:"name"`
	Pair  [2]int   `json:"pair"`
	More  []string `json:"more,omitempty"`
	None  []int64  `json:"none"`
	Yes   bool     `json:"yes,omitempty"`
	Post  *span    `json:"post,omitempty"`
	Nil   *span    `json:"nil"`
	Left  string   `json:"-"`
	Whys  []reason `json:"whys,omitempty"`
	Large int64    `json:"large,omitempty"`
}

// TestAppend holds what is written to what encoding/json writes.
func TestAppend(t *testing.T) {
	s := &span{"b", 2}
	for _, v := range []item{
		{}, {span: *s, Name: "a \"<>&\\ ", Pair: [2]int{1, -2}, More: []string{"", "x"}, None: []int64{}, Yes: true, Post: s, Nil: s, Left: "x", Large: 1 << 40},
		{More: []string{}, None: []int64{0, 1}, Whys: []reason{{}, {"r", nil}, {"", s}, {"q", s}}},
	} {
		if got, want := string(New[item]().Append([]byte("x"), &v)), "x"+encoded(t, v); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestRefused holds that no type is taken that would be written otherwise.
func TestRefused(t *testing.T) {
	type nameless struct{ Name string }
	type behind struct {
		A []*json.RawMessage `json:"a"`
	}
	for _, v := range []any{1.5, map[string]int{}, nameless{}, json.RawMessage("1"), behind{}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%T is written", v)
				}
			}()
			writerOf(reflect.TypeOf(v))
		}()
	}
}

// TestString holds every character, and bytes in any order, to what encoding/json writes.
func TestString(t *testing.T) {
	hold := func(s string) {
		t.Helper()
		if got, want := string(AppendString(nil, s)), encoded(t, s); got != want {
			t.Fatalf("%q is written %s, want %s", s, got, want)
		}
	}
	for r := rune(0); r < 0x11000; r++ {
		hold("a" + string(r))
		hold(string(r) + "tám chữ cái")
	}
	random := rand.New(rand.NewSource(1))
	parts := []string{"a", "\"", "\n", "ế", "ư", "“", "\u2028", "\u2029", "\u2027", "😀", "\xe2", "\x80", "\xa8", "\xed", "\xa0", "\xe0", "\x9f", "\xc1", "\xf4", "<"}
	for range 200_000 {
		var b strings.Builder
		for range random.Intn(20) {
			b.WriteString(parts[random.Intn(len(parts))])
		}
		hold(b.String())
	}
}
