package drift_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin/builtin"
	"github.com/boctin/boctin/internal/drift"
	"github.com/boctin/boctin/internal/pipeline"
)

var update = flag.Bool("update", false, "write the digests of the real texts anew")

// golden holds no sentence of a text, only the digests of what is found in it.
const golden = "testdata/digests.txt"

// shown is how many texts of a set that are read otherwise are named.
const shown = 8

func stages(t *testing.T) *pipeline.Stages {
	t.Helper()
	x, n, err := builtin.New()
	if err != nil {
		t.Fatal(err)
	}
	return &pipeline.Stages{Extractor: x, Normalizer: n}
}

// TestRealTexts holds that every real text beside the repository is read as it was when
// somebody looked last. It says which field of which text is not; make drift shows what was
// and what is.
func TestRealTexts(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared")
	sets, err := drift.Sets(folder)
	switch {
	case err != nil:
		t.Fatal(err)
	case len(sets) == 0:
		t.Skip("no ../shared beside the repository")
	}
	if *update {
		write(t, sets, folder)
		return
	}
	old, err := drift.Read(golden)
	if err != nil {
		t.Fatal(err)
	}
	s := stages(t)
	for _, set := range parted(sets) {
		t.Run(set.Name, func(t *testing.T) { compare(t, s, &set, folder, old) })
	}
}

// partItems is how many items of a list are one part of the test: one that fails ends a
// test that is to fail fast.
const partItems = 300

// parted cuts long lists into parts.
func parted(sets []drift.Set) (all []drift.Set) {
	for _, s := range sets {
		if s.Items == nil {
			all = append(all, s)
			continue
		}
		for part := range slices.Chunk(s.Items, partItems) {
			all = append(all, drift.Set{Name: s.Name, Items: part})
		}
	}
	return all
}

func compare(t *testing.T, s *pipeline.Stages, set *drift.Set, folder string, old drift.File) {
	n, fresh, changed := 0, 0, []string{}
	for id, digest := range set.Digests(s, folder) {
		if n++; !digest.Knows(old[id]) {
			fresh++ // nobody has looked at it yet
			continue
		}
		if fields := digest.Changed(old[id]); len(fields) > 0 {
			changed = append(changed, id+": "+strings.Join(fields, ", "))
		}
	}
	if fresh > 0 {
		t.Logf("%d of %d texts are none that were there before: make golden takes what is found in them", fresh, n)
	}
	if len(changed) == 0 {
		return
	}
	t.Errorf("%d of %d texts are not read as they were (make drift shows what was and what is, make golden takes it for right):\n%s",
		len(changed), n, strings.Join(changed[:min(shown, len(changed))], "\n"))
}

// write writes the file of digests in the order of the sets.
func write(t *testing.T, sets []drift.Set, folder string) {
	s := stages(t)
	var out drift.Writer
	for _, set := range sets {
		for id, digest := range set.Digests(s, folder) {
			out.Add(id, digest)
		}
	}
	if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
