package drift

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"

	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
)

// mostBytes is the most that one document of a set may have, in bytes.
const mostBytes = 64 << 20

// Digests gives the digest of each text of a set by its ID; folder is the one that the set
// was found in.
func (s *Set) Digests(stages *pipeline.Stages, folder string) iter.Seq2[string, Digest] {
	if s.Paths == nil {
		return s.ofItems(stages)
	}
	return func(yield func(string, Digest) bool) {
		in := input.New(input.Options{Paths: s.Paths, MaxBytes: mostBytes})
		for item := range in.Items(context.Background()) {
			if !yield(id(&item, folder), ofPage(stages, &item)) {
				return
			}
		}
	}
}

func (s *Set) ofItems(stages *pipeline.Stages) iter.Seq2[string, Digest] {
	return func(yield func(string, Digest) bool) {
		for _, item := range s.Items {
			r := stages.Record(item.Article)
			if !yield(item.ID, Of(item.line, &r).given()) {
				return
			}
		}
	}
}

func ofPage(stages *pipeline.Stages, item *input.Item) Digest {
	if item.Err != nil || item.Load() != nil {
		return Refused(nil)
	}
	r, err := stages.Run(item.Page)
	if err != nil {
		return Refused(item.Page.Body)
	}
	return Of(item.Page.Body, &r)
}

// id names a document: its path from the folder, and its number in a container.
func id(item *input.Item, folder string) string {
	path, err := filepath.Rel(folder, item.Page.Path)
	if err != nil {
		path = item.Page.Path
	}
	path = filepath.ToSlash(path)
	if item.Page.Record == "" {
		return path
	}
	return fmt.Sprintf("%s:%d", path, item.Index)
}
