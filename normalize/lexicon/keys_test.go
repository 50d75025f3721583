package lexicon

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestEveryKeyIsDocumented holds docs/data-files.md against what the files may hold.
func TestEveryKeyIsDocumented(t *testing.T) {
	raw, err := os.ReadFile("../../docs/data-files.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range kinds {
		_, section, found := strings.Cut(string(raw), "\n### `"+k.name+".")
		if !found {
			t.Errorf("docs/data-files.md has no section of %s.toml", k.name)
			continue
		}
		section, _, _ = strings.Cut(section, "\n### ")
		for _, key := range everyKey(reflect.TypeOf(k.shape)) {
			if !strings.Contains(section, "`"+key+"`") && !strings.Contains(section, key+"]") {
				t.Errorf("docs/data-files.md, %s.toml: %s is missing", k.name, key)
			}
		}
	}
}

// everyKey lists the keys of a table and of all below it.
func everyKey(t reflect.Type) []string {
	var keys []string
	for i := range t.NumField() {
		f := t.Field(i)
		if name := f.Tag.Get("toml"); name != "" && name != "-" {
			keys = append(keys, name)
		}
		if below := elem(f.Type); below.Kind() == reflect.Struct && f.Tag.Get("toml") != "remove" {
			keys = append(keys, everyKey(below)...)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func TestKeys(t *testing.T) {
	for _, c := range []struct{ file, table, want string }{
		{"ranks.toml", "rank", "name aliases country vague remove"},
		{"agencies.vn.police.toml", "agency.dated", "alias from until"},
		{"names.toml", "", "surnames rare_surnames given middle frequent ours particles after bare_after no_street never elided dashed person remove"},
		{"ranks.toml", "sword", ""},
		{"ranks.toml", "rank.name", ""},
		{"clauses.toml", "remove.seats", "executive commune"},
		{"agencies.vn.toml", "agency.in_posts", "title words"},
		{"swords.toml", "", ""},
	} {
		if got := strings.Join(Keys(c.file, c.table), " "); got != c.want {
			t.Errorf("%s, %s: %s", c.file, c.table, got)
		}
	}
	if keys := Keys("agencies.vn.toml", "agency"); slices.Contains(keys, "-") || slices.Contains(keys, "") || len(keys) < 20 {
		t.Errorf("of an agency: %q", keys)
	}
}
