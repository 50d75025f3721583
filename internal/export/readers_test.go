package export

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
)

// readers is the folder of the programs that read what we write.
const readers = "testdata/readers"

// TestOtherReaders lets programs in JavaScript read our exports: DuckDB, the
// library of FollowTheMoney, a JSON-LD processor, the types of schema.org.
// make test-export installs them.
func TestOtherReaders(t *testing.T) {
	tests, err := filepath.Glob(readers + "/*.test.mjs")
	if err != nil || len(tests) == 0 {
		t.Fatal("no readers", err)
	}
	readBack(t, "node_modules", "node", append([]string{"--test", "--test-reporter=spec"}, tests...)...)
}

// TestPythonReaders lets programs in Python read our exports: pandas, spaCy,
// the library of FollowTheMoney. make test-export installs them.
func TestPythonReaders(t *testing.T) {
	readBack(t, ".venv", readers+"/.venv/bin/python", readers+"/test_readers.py", "-v")
}

// readBack exports the records of the test pages and runs a program on them,
// where what it needs is installed.
func readBack(t *testing.T, needs, program string, args ...string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(readers, needs)); err != nil {
		t.Skip("the readers are not installed: make test-export does it, with node and npm, and with python3")
	}
	if testing.Short() {
		t.Skip("takes some twenty seconds")
	}
	dir, all := t.TempDir(), distinct(records(t))
	for _, x := range [][2]string{{"jsonl", "news.jsonl"}, {"parquet", "news.parquet"}, {"jsonld", "news.jsonld"}, {"ftm", "news.ftm"}, {"webanno", "news.webanno"}, {"csv", "tables"}, {"conll", "news.conll"}} {
		fill(t, mustOpen(t, x[0], filepath.Join(dir, x[1])), all...)
	}
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "EXPORTS="+dir, fmt.Sprint("RECORDS=", len(all)), "COUNTRIES="+strings.Join(countries(t), " "))
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%v:\n%s", err, out)
	}
	t.Logf("%s", out)
}

// distinct leaves out records of one id, which no corpus has.
func distinct(all []*boctin.Record) []*boctin.Record {
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(r *boctin.Record) bool {
		again := seen[r.ID]
		seen[r.ID] = true
		return again
	})
}

// countries gives the codes of the lexicon as FollowTheMoney has them.
func countries(t *testing.T) (codes []string) {
	t.Helper()
	words, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range words.Countries {
		if code := ftmCountry(c.Code); code != "" {
			codes = append(codes, code)
		}
	}
	return codes
}
