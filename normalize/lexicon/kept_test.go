package lexicon

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"
)

// TestKept holds that every embedded file is in the form that is read fast, and read as
// TOML is: else the program takes half as long again to start, or starts with other words.
func TestKept(t *testing.T) {
	files, err := fs.Glob(embedded, "*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := embedded.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		stem, _, _ := strings.Cut(file, ".")
		for _, k := range kinds {
			if k.name != stem {
				continue
			}
			fast, slow := reflect.New(reflect.TypeOf(k.shape)).Interface(), reflect.New(reflect.TypeOf(k.shape)).Interface()
			if !kept(string(data), fast) {
				t.Errorf("%s is not in the form in which files are kept: run boctin check --write normalize", file)
				continue
			}
			if faults := decode(file, string(data), slow); len(faults) > 0 || !reflect.DeepEqual(fast, slow) {
				t.Errorf("%s is read otherwise than TOML is: %v", file, faults)
			}
		}
	}
}

// TestNotKept holds what is left to the decoder of TOML.
func TestNotKept(t *testing.T) {
	for _, text := range []string{
		"[[person]]\nname = 'A'\n", "[[person]]\nname = \"\\u0041\"\n", "[[person]]\nname = 1\n", "[[person]]\nnick = \"A\"\n", "[[person]]\nname=\"A\"\n",
		"[[person]\n", "[person]\nname = \"A\"\n", "[[ranks]]\n", "[[person]]\naliases = [\"A\"\n", "[[person]]\naliases = \"A\"\n", "[[person]]\nname = \"A\n", "name\n",
		"person = [{ name = \"A\", 5 }]\n", "[[person]]\nname = \"\"\"A\"\"\"\n", "[[person]]\nname = 5", "[[person]]\naliases = [1, 2]\n",
	} {
		if kept(text, new(namesFile)) {
			t.Errorf("%q is read", text)
		}
	}
	for _, text := range []string{"[[remove]]\n", "[nick]\n", " = \"A\"\n", "[[level]]\nword = [\"A\"]\n", "[[level]]\nlevel = \"county\"\n", "[[level]]\nlevel = \"province\n", "[[level]]\nnumbered = nine\n", "[[level]]\nword\n"} {
		if kept(text, new(formsFile)) {
			t.Errorf("%q is read", text)
		}
	}
	if !kept("[[level]]\nlevel = \"commune\"\nnumbered = false\n", new(formsFile)) {
		t.Error("what is false is not read")
	}
}
