package tomlform

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func TestQuoteAndList(t *testing.T) {
	for _, s := range []string{"", "a", `"`, `\`, "tab\there", "two\nlines", "\x00\x1f\x7f", "'''", `"""`, "# [x] = {}", "Tổ Vẫy Cờ", "\u2028"} {
		var v struct{ A string }
		if _, err := toml.Decode("a = "+Quote(s), &v); err != nil || v.A != s {
			t.Errorf("%q is written %s, read %q: %v", s, Quote(s), v.A, err)
		}
		if got := ListOf(List("list", []string{s, strings.Repeat("x", 120)})); len(got) != 2 || got[0] != s {
			t.Errorf("%q in a list: %q", s, got)
		}
	}
	if got := List("list", []string{"a", "b"}); got != `["a", "b"]` {
		t.Errorf("a short list: %s", got)
	}
}

func TestAmend(t *testing.T) {
	const text = "# head\n[[a]]\nname = 'x' # behind\nlist = [ 1,\n  # inside\n  2 ] # end\n\n[[a]]\nname = \"y\"\n\n# last\n[b]\nc = 1"
	named := func(name string) func(map[string]string) bool {
		return func(values map[string]string) bool { return strings.Trim(values["name"], `"'`) == name }
	}
	for _, x := range []struct{ header, name, key, want string }{
		{"[[a]]", "x", "list", strings.Replace(text, "[ 1,\n  # inside\n  2 ]", "[]", 1)},
		{"[[a]]", "y", "list", strings.Replace(text, "\"y\"\n", "\"y\"\nlist = []\n", 1)},
		{"[b]", "", "c", strings.Replace(text, "c = 1", "c = []", 1)},
		{"[b]", "", "d", text + "\nd = []\n"},
	} {
		got, err := Amend(text, x.header, named(x.name), x.key, "[]")
		if err != nil || got != x.want {
			t.Errorf("%s %s %s: %v\n%q\nwant\n%q", x.header, x.name, x.key, err, got, x.want)
		}
		crlf, err := Amend(strings.ReplaceAll(text, "\n", "\r\n"), x.header, named(x.name), x.key, "[]")
		if err != nil || crlf != strings.ReplaceAll(x.want, "\n", "\r\n") {
			t.Errorf("%s %s %s with CR LF: %v\n%q", x.header, x.name, x.key, err, crlf)
		}
	}
	if _, err := Amend(text, "[[a]]", named("z"), "list", "[]"); !errors.Is(err, ErrNoTable) {
		t.Errorf("a table that is not there: %v", err)
	}
	if _, err := Amend("a = 1\r\nb = 2\n", "", named(""), "a", "[]"); err == nil {
		t.Error("two kinds of line ends are taken")
	}
}

func FuzzAmend(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var before map[string]any
		if _, err := toml.Decode(text, &before); err != nil {
			return
		}
		got, err := Amend(text, "[[word]]", func(map[string]string) bool { return true }, "words", `["z"]`)
		if err != nil {
			return
		}
		var after map[string]any
		if _, err := toml.Decode(got, &after); err != nil {
			t.Fatalf("%q became %q: %v", text, got, err)
		}
		list, _ := before["word"].([]map[string]any)
		if len(list) == 0 {
			return
		}
		list[0]["words"] = []any{"z"}
		if !reflect.DeepEqual(before, after) {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func FuzzAppend(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := Append(text, "[[word]]\nrole = \"z\"\n"); !strings.HasPrefix(got, text) {
			t.Errorf("%q became %q", text, got)
		}
	})
}
