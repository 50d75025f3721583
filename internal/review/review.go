// Package review writes what a person says is wrong into his own files, beside the
// corpus: labels of articles, words of the lexicon, judgements on persons, selectors
// of sites. It says beforehand what a correction would change, lets the corpus follow,
// and takes a correction back. It knows nothing of HTTP.
package review

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus"
)

// Overlay is the folder of a person's own data: what --data names. It is safe for
// concurrent use, also by several processes.
type Overlay struct {
	Dir     string
	Corpus  *corpus.Corpus // what the corrections are about; nil: none follows them
	Program string         // version of the program, as corpus.Version wants it
	Now     func() time.Time

	mu     sync.Mutex // of reader
	reader *reader    // of the files as they stand, made where it is needed
}

// Open gives the overlay in a folder, which is made with the first correction.
func Open(dir string, c *corpus.Corpus, program string) (*Overlay, error) {
	if dir == "" {
		return nil, errors.New("no folder for corrections: name one with --data MINE")
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	return &Overlay{Dir: abs, Corpus: c, Program: program, Now: time.Now}, nil
}

// Correction is what a person says of one finding.
type Correction struct {
	Kind    string            `json:"kind"`              // of the table of kinds
	Article string            `json:"article,omitempty"` // URL, or id of its record
	Fields  map[string]string `json:"fields"`
}

// Refused says in words for the person why a correction is not taken.
type Refused struct {
	Field  string // empty: the whole
	Format string // of fmt.Sprintf: what it says of Args, for words of another language
	Args   []any
}

// Why is the reason in English.
func (r *Refused) Why() string { return fmt.Sprintf(r.Format, r.Args...) }

func (r *Refused) Error() string {
	if r.Field == "" {
		return r.Why()
	}
	return r.Field + ": " + r.Why()
}

func refused(field, format string, args ...any) error {
	return &Refused{field, format, args}
}

// Plan is what a correction would write, and which articles it is about.
type Plan struct {
	Correction Correction
	What       string // in one line
	Changes    []Change
	touched    touched
	base       *reader // of the files as they stand
	next       *reader // of the files as they would be
}

// touched says what of the corpus a change may change.
type touched struct {
	Article string   `json:"article,omitempty"` // id of a record
	Phrases []string `json:"phrases,omitempty"` // articles that hold one of them
	Site    string   `json:"site,omitempty"`    // articles of the host, whose pages are read anew
	Persons []string `json:"persons,omitempty"` // ids: who is who
}

// Plan checks a correction and says what it would write; nothing is touched. A *Refused
// says what the person is to write otherwise.
func (o *Overlay) Plan(ctx context.Context, c Correction) (*Plan, error) {
	kind := KindOf(c.Kind)
	if kind == nil {
		return nil, refused("kind", "%q is no kind of correction", c.Kind)
	}
	if err := kind.clean(&c); err != nil {
		return nil, err
	}
	base, err := o.readerNow()
	if err != nil {
		return nil, err
	}
	p := &planner{ctx: ctx, overlay: o, Correction: c, base: base, plan: &Plan{Correction: c, base: base}}
	if kind.OnArticle {
		if err := p.readArticle(); err != nil {
			return nil, err
		}
	}
	if err := kind.plan(p); err != nil {
		return nil, err
	}
	if len(p.plan.Changes) == 0 {
		return nil, refused("", "nothing would change: it is so already")
	}
	p.plan.next, err = base.with(p.plan.Changes)
	return p.plan, err
}

// Explain finds all in the article of a record anew, with the reasons, by the files as
// they stand; nil where they are wrong, or the article cannot be read.
func (o *Overlay) Explain(r *boctin.Record) *boctin.Record {
	now, err := o.readerNow()
	if err != nil {
		return nil
	}
	return now.stages.Explained(r)
}
