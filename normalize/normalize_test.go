package normalize_test

import (
	"reflect"
	"sync"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// TestRecordLeavesNothingBehind reads articles in one order, and in others by
// several goroutines at once: what one article leaves in the memory that the next
// one uses must not be seen in its record.
func TestRecordLeavesNothingBehind(t *testing.T) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	n := normalize.New(lex)
	all, _ := articles(t)
	if len(all) == 0 {
		t.Fatal("no articles in testdata")
	}
	first := all[0]
	n.Explain(all[len(all)-1])
	if !reflect.DeepEqual(n.Explain(first), normalize.New(lex).Explain(first)) {
		t.Errorf("%s: not what a new normalizer reads", first.Title)
	}
	want := make([]boctin.Record, len(all))
	for i, a := range all {
		want[i] = n.Explain(a)
	}
	var wait sync.WaitGroup
	for worker := range 4 {
		wait.Go(func() {
			for k := range all {
				i := (k*(worker+1) + 7*worker) % len(all)
				if got := n.Explain(all[i]); !reflect.DeepEqual(got, want[i]) {
					t.Errorf("%s: another record the second time", all[i].Title)
				}
			}
		})
	}
	wait.Wait()
}
