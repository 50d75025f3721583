package importer

import (
	"errors"
	"testing"

	"github.com/boctin/boctin/internal/pipeline"
)

// TestCorpusThatFails ends an import, whose documents are not at fault.
func TestCorpusThatFails(t *testing.T) {
	var told []pipeline.Failure
	j := &job{Options: Options{Failed: func(f pipeline.Failure) { told = append(told, f) }}}
	damaged := errors.New("the database is damaged")
	if err := j.take(&document{stop: damaged}); !errors.Is(err, damaged) || len(told) > 0 || j.counts != (Counts{}) {
		t.Errorf("%v, told %v, counted %+v", err, told, j.counts)
	}
	if err := j.take(&document{failure: &pipeline.Failure{Path: "a"}}); err != nil || len(told) != 1 || j.counts.Failed != 1 {
		t.Errorf("%v, told %v, counted %+v", err, told, j.counts)
	}
}
