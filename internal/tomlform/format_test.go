package tomlform

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Each case is text and its one form, which is its own form.
var cases = []struct{ name, text, want string }{
	{"keys in order, blank lines between tables, comments with their keys", `# About the file.

[[word]]
words=["a" ,  'b'] # behind
# above role
role  =   "x"
[[word]] # header
role = "y"


# about the third
[[word]]
role = "z"
# at the end
`, `# About the file.

[[word]]
# above role
role = "x"
words = ["a", 'b'] # behind

[[word]] # header
role = "y"

# about the third
[[word]]
role = "z"

# at the end
`},
	{"a long list has one element a line, a comment behind it goes above", `list = ["` + strings.Repeat("m", 60) + `", "` + strings.Repeat("n", 60) + `"] # what it is
`, `# what it is
list = [
  "` + strings.Repeat("m", 60) + `",
  "` + strings.Repeat("n", 60) + `",
]
`},
	{"a short list keeps its line when its comment is long", `list = ["a"] # ` + strings.Repeat("c", 100) + `
`, `# ` + strings.Repeat("c", 100) + `
list = ["a"]
`},
	{"comments inside a list stay", `list = [
  # first
  "a", # behind a
  "b"
  # last
]
`, `list = [
  # first
  "a", # behind a
  "b",
  # last
]
`},
	{"strings that look like something else", `a = "x # no comment" # comment
b = 'c:\dir\[x]'
c = """
two ] lines #
"""
d = { k = "]", n = [1,2] }
"tỉnh" = "Tỉnh ủy"
`, `a = "x # no comment" # comment
b = 'c:\dir\[x]'
c = """
two ] lines #
"""
d = { k = "]", n = [1, 2] }
"tỉnh" = "Tỉnh ủy"
`},
	{"a file of comments", "# nothing\n\n# yet\n", "# nothing\n\n# yet\n"},
}

func order(table string) []string {
	if table == "word" {
		return []string{"role", "words"}
	}
	return nil
}

func TestFormat(t *testing.T) {
	for _, c := range cases {
		texts := []string{c.text, c.want}
		if !strings.Contains(c.text, `"""`) {
			texts = append(texts, strings.ReplaceAll(c.text, "\n", "\r\n"))
		}
		for _, text := range texts {
			got, err := Format(text, order)
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			} else if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s:\n%s", c.name, diff)
			}
		}
	}
}

func TestFileKeepsWhatIsNoTOML(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.toml")
	const text = "list = [\"a\"\nkey = \n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if changed, err := File(path, nil); changed || err == nil || !strings.Contains(err.Error(), "left as it is") {
		t.Errorf("changed %v, error %v", changed, err)
	}
	if got, _ := os.ReadFile(path); string(got) != text {
		t.Errorf("the file now holds %q", got)
	}
}

func FuzzFormat(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Add("#\n\n#\n\n# \nrole  =1")
	f.Add("a = 1\nb = 2 #" + strings.Repeat("n", Width))
	f.Fuzz(func(t *testing.T, text string) {
		once, err := Format(text, order)
		if err != nil {
			return
		}
		twice, err := Format(once, order)
		if err != nil {
			t.Fatalf("the form of %q cannot be formed: %v", text, err)
		}
		if once != twice {
			t.Errorf("%q\nonce  %q\ntwice %q", text, once, twice)
		}
	})
}
