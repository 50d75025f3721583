package boctin_test

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/boctin/boctin"

// mayImport is the table of who imports whom inside the module: the first row
// whose prefix fits a package lists the prefixes that it may import.
var mayImport = []struct {
	pkg     string
	imports []string
}{
	{"cmd/", []string{"internal/", "crawl", "extract", "normalize", "docs", ""}},
	{"internal/web/words", nil},
	{"internal/web/frame", nil},
	{"internal/web/chart", nil},
	{"internal/web", []string{"internal/web/", "internal/corpus", "internal/review", ""}},
	{"internal/corpus/fold", []string{"normalize/viet"}},
	{"internal/corpus/column", []string{"internal/identity", ""}},
	{"internal/corpus/store", []string{"crawl/frontier"}},
	{"internal/corpus/pack", []string{"internal/corpus/column", "internal/corpus/store", "internal/identity", "normalize/viet", ""}},
	{"internal/corpus/register", []string{"internal/corpus/column", "internal/corpus/fold", "internal/corpus/store", "internal/identity", ""}},
	{"internal/corpus/persons", []string{"internal/corpus/column", "internal/corpus/fold", "internal/corpus/pack", "internal/corpus/register", "internal/corpus/store", "internal/identity", "crawl/discover", "normalize/lexicon"}},
	{"internal/corpus/runs", []string{"internal/corpus/store"}},
	{"internal/corpus/stories", []string{"internal/corpus/column", "internal/corpus/runs", "internal/corpus/store", "internal/neardup", ""}},
	{"internal/corpus/pages", []string{"internal/corpus/column", "internal/corpus/store", "internal/input", "crawl/lock", "crawl/warc", "extract/charset", ""}},
	{"internal/corpus/named", []string{"internal/corpus/column", "internal/corpus/fold", "internal/corpus/persons", "internal/corpus/store", "internal/identity", "normalize/viet", ""}},
	{"internal/corpus/figures", []string{"internal/corpus/column", "internal/corpus/store"}},
	{"internal/corpus/search", []string{"internal/corpus/fold", "internal/corpus/named", "internal/corpus/store", "normalize/viet"}},
	{"internal/corpus/events", []string{"internal/corpus/column", "internal/corpus/named", "internal/corpus/persons", "internal/corpus/store", "internal/identity", "normalize/viet"}},
	{"internal/automaton", nil},
	{"internal/jsonfault", nil},
	{"internal/", []string{"internal/", "crawl", "extract", "normalize", ""}},
	{"docs", nil},
	{"tools/mutate", []string{"tools/mutate/point"}},
	{"tools/", []string{"internal/", "normalize", ""}},
	{"builtin", []string{"extract", "normalize", ""}},
	{"crawl/coding", nil},
	{"crawl/warc", []string{"crawl/coding"}},
	{"crawl/discover", nil},
	{"crawl/fetch", []string{"crawl/coding"}},
	{"crawl/frontier", nil},
	{"crawl/lock", nil},
	{"crawl", []string{"crawl/", "extract/sites", ""}},
	{"extract/sites", []string{""}},
	{"extract", []string{"extract/", "internal/automaton", ""}},
	{"normalize/viet", []string{"internal/automaton"}},
	{"normalize/lexicon", []string{"normalize/viet", ""}},
	{"normalize/reading", []string{"normalize/viet", "normalize/lexicon", ""}},
	{"normalize/finding", []string{"normalize/arena", "normalize/reading", "normalize/edtf", "normalize/viet", "normalize/lexicon", ""}},
	{"normalize/rule", nil},
	{"normalize/arena", nil},
	{"normalize/internal/cases", []string{"normalize/lexicon"}},
	{"normalize/edtf", nil},
	{"normalize/date", []string{"normalize/reading", "normalize/finding", "normalize/edtf", "normalize/viet", "normalize/lexicon", ""}},
	{"normalize/agency", []string{"normalize/arena", "normalize/reading", "normalize/finding", "normalize/viet", "normalize/lexicon", ""}},
	{"normalize/official", []string{"normalize/arena", "normalize/official/", "normalize/rule", "normalize/reading", "normalize/finding", "normalize/viet", "normalize/lexicon", ""}},
	{"normalize/event", []string{"normalize/arena", "normalize/reading", "normalize/finding", "normalize/edtf", "normalize/viet", "normalize/lexicon", ""}},
	{"normalize", []string{"normalize/", ""}},
	{"", []string{"internal/jsonfault"}},
}

// onlyIn names the folders that alone may import a library.
var onlyIn = map[string][]string{
	"github.com/gocolly/colly/v2":      {"crawl"},
	"github.com/PuerkitoBio/goquery":   {"extract"},
	"github.com/spf13/cobra":           {"cmd"},
	"modernc.org/sqlite":               {"crawl/frontier", "internal/corpus/store"},
	"github.com/parquet-go/parquet-go": {"internal/export"},
}

// under tells whether a package lies in one of the folders.
func under(pkg string, folders []string) bool {
	for _, f := range folders {
		if strings.HasPrefix(pkg+"/", f+"/") {
			return true
		}
	}
	return false
}

type listed struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p listed
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func inside(path string) (string, bool) {
	rest, ok := strings.CutPrefix(path, module)
	return strings.TrimPrefix(rest, "/"), ok
}

func allowed(pkg, imported string) bool {
	for _, row := range mayImport {
		if row.pkg != "" && !strings.HasPrefix(pkg, row.pkg) || row.pkg == "" && pkg != "" {
			continue
		}
		for _, prefix := range row.imports {
			if prefix == imported || prefix != "" && strings.HasPrefix(imported+"/", strings.TrimSuffix(prefix, "/")+"/") {
				return true
			}
		}
		return false
	}
	return false
}

func TestWhoImportsWhom(t *testing.T) {
	for _, p := range packages(t) {
		pkg, _ := inside(p.ImportPath)
		for _, path := range p.Imports {
			if imported, ok := inside(path); ok && !allowed(pkg, imported) {
				t.Errorf("%s imports %s: not in the table of imports", pkg, imported)
			}
			if homes, ok := onlyIn[path]; ok && !under(pkg, homes) {
				t.Errorf("%s imports %s, which is for %v alone", pkg, path, homes)
			}
		}
	}
}

// TestBeamStaysOutside keeps the hundreds of modules of Apache Beam out of this one.
func TestBeamStaysOutside(t *testing.T) {
	out, err := exec.Command("go", "mod", "graph").Output()
	if err != nil {
		t.Fatalf("go mod graph: %v", err)
	}
	for _, name := range []string{"apache/beam", "google.golang.org/grpc@", "aws-sdk-go"} {
		if strings.Contains(string(out), name) {
			t.Errorf("the module graph holds %s: it belongs in beam/go.mod alone", name)
		}
	}
}

func TestImportTable(t *testing.T) {
	for pair, want := range map[string]bool{
		"extract > normalize": false, "normalize > extract": false, "normalize/date > normalize/agency": false,
		"crawl > extract/sites": true, "crawl > extract": false, "internal/pipeline > extract": true,
		"extract > internal/pipeline": false, "normalize/date > normalize/viet": true, "cmd/boctin > internal/pipeline": true,
		" > extract": false, "extract/sites > ": true,
	} {
		pkg, imported, _ := strings.Cut(pair, " > ")
		if allowed(pkg, imported) != want {
			t.Errorf("%s: allowed is %v", pair, !want)
		}
	}
}
