package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/boctin/boctin/crawl"
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/internal/review/labels"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// maxPage is how many bytes of a page are read; the crawl fetches no more.
const maxPage = 16 << 20

// reader reads pages; its version names the words and rules it reads with.
type reader struct {
	stages  *pipeline.Stages
	version string
	words   *lexicon.Lexicon
	data    string
}

// identify has a corpus tell who is who by these words, and by the judgements of the
// overlay and of the corpus.
func identify(c *corpus.Corpus, words *lexicon.Lexicon, data string) error {
	judged, err := identity.ReadJudgements(data, c.DB.Dir)
	if err != nil {
		return misused("%v", err)
	}
	c.Resolvers.People, c.Events.PlaceNames = identity.New(words, judged), words.ProvinceNames
	return nil
}

// newReader takes the sites that are loaded already, if they are.
func newReader(known *sites.Sites, data string) (*reader, error) {
	if known == nil {
		var err error
		if known, err = loadSites(data, ""); err != nil {
			return nil, err
		}
	}
	words, err := loadLexicon(data)
	if err != nil {
		return nil, err
	}
	said, err := labelsOf(data)
	if err != nil {
		return nil, err
	}
	return &reader{&pipeline.Stages{Extractor: extract.New(known), Normalizer: normalize.New(words), Labels: said}, storing.Version(words, buildVersion()), words, data}, nil
}

// labelsOf gives what lays the labels of an overlay over the records of a corpus; nil
// where there are none.
func labelsOf(data string) (pipeline.Labels, error) {
	said, err := labels.Read(data)
	if err != nil {
		return nil, fmt.Errorf("wrong labels in %s: correct them, or take them out:\n%w", filepath.Join(data, labels.Folder), err)
	}
	if len(said.IDs()) == 0 {
		return nil, nil
	}
	return said.Lay, nil
}

// keeping is what crawl and refresh do with the pages that they fetched.
type keeping struct {
	app    *app
	dir    string
	reader func() (*reader, error)
	silent bool
	say    func(format string, args ...any) // nil: as the program talks
	sum    *storing.Stored                  // what was stored since the crawl began
}

// some stores what there is while a crawl is still at work, and says only what
// failed.
func (s *keeping) some(ctx context.Context) error {
	c, err := s.app.opened(corpus.Create, s.dir)
	if err != nil {
		return err
	}
	defer c.Close()
	c.DB.OnWait = s.waiting
	with, err := s.reader()
	if err != nil {
		return err
	}
	done, err := c.Storing.Fill(ctx, storing.Filling{Stages: with.stages, Lexicon: with.version, Workers: 1, MaxBytes: maxPage, Failed: s.failed})
	*s.sum = s.sum.Plus(done)
	return err
}

// run stores what the WARC files hold and the tables do not.
func (s *keeping) run(ctx context.Context) error {
	c, err := s.app.opened(corpus.Create, s.dir)
	if err != nil {
		return s.app.noCorpus(err)
	}
	defer c.Close()
	c.DB.OnWait = s.waiting
	with, err := s.reader()
	if err != nil {
		return err
	}
	if err := identify(c, with.words, with.data); err != nil {
		return err
	}
	draw := s.app.talk.counting(s.silent)
	done, err := c.Storing.Fill(ctx, storing.Filling{Stages: with.stages, Lexicon: with.version, Workers: runtime.NumCPU(),
		MaxBytes: maxPage, Failed: s.failed, Progress: progressOf(draw), Step: stepOf(draw, together)})
	s.app.talk.progress.end()
	s.app.talk.progress = nil
	done = s.sum.Plus(done)
	*s.sum = done
	s.tell(done)
	switch {
	case errors.Is(err, context.Canceled):
		s.app.talk.say("interrupted: what is stored stays; boctin refresh --corpus %s --no-fetch stores the rest", s.dir)
		return errFailed
	case err != nil:
		return err
	case done.Failed > 0:
		return errFailed
	}
	return nil
}

// waiting says that another program holds the database.
func (s *keeping) waiting() {
	say := s.say
	if say == nil {
		say = s.app.talk.say
	}
	say("another program holds %s: waiting for it, up to a minute", filepath.Join(s.dir, crawl.Database))
}

func (s *keeping) failed(url, reason string) {
	say := s.say
	if say == nil {
		say = s.app.talk.say
	}
	say("%s: not stored: %s", pipeline.Printable(url), reason)
}

// progressOf draws what is stored, on a terminal.
func progressOf(draw func(string)) func(storing.Stored) {
	if draw == nil {
		return nil
	}
	return func(n storing.Stored) {
		draw(fmt.Sprintf("%s stored, %d changed", pipeline.Count(uint64(n.New), "article"), n.Changed))
	}
}

// together is what is done with many articles at a time.
const together = "compared with the others"

// stepOf draws how many of what are done.
func stepOf(draw func(string), done string) store.Step {
	if draw == nil {
		return nil
	}
	return func(n int, what string) { draw(pipeline.Count(uint64(n), what) + " " + done) }
}

func (s *keeping) tell(n storing.Stored) {
	switch {
	case s.silent:
	case terminal(os.Stderr):
		s.app.talk.say("%s stored, %d changed", pipeline.Count(uint64(n.New), "new article"), n.Changed)
	default:
		s.app.talk.numbers(n)
	}
}

// spare refuses an output that is one of the corpus's own files.
func spare(dir, out string) error {
	if out == "" {
		return nil
	}
	own := filepath.Join(dir, crawl.Archive)
	clash := input.Inside(out, own)
	for _, name := range []string{crawl.Database, crawl.Database + "-wal", crawl.Database + "-shm", "boctin.lock", "judgements.toml", "."} {
		if path := filepath.Join(dir, name); input.Real(out) == input.Real(path) {
			clash, own = true, path
		}
	}
	if clash {
		return misused("%s would be written over %s, which the corpus %s lives on: give another name", out, own, dir)
	}
	return nil
}

// noCorpus makes a wrong --corpus a misuse.
func (a *app) noCorpus(err error) error {
	if errors.Is(err, store.ErrNoCorpus) || errors.Is(err, store.ErrEmpty) {
		return misused("%v", err)
	}
	return err
}
