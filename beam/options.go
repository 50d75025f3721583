package beam

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/normalize/lexicon"
)

// Options say what a job does. They travel to the workers.
type Options struct {
	Output   string   // directory, or the beginning of object names
	Formats  []string // jsonl, parquet
	Posts    bool     // posts of officials with first and last seen
	Stories  bool     // articles that print one text
	Events   bool     // events of the world with the articles that tell each
	Parts    int      // files that posts, stories and events are parted into
	Data     string   // overlay of site and lexicon files, at one path on every worker; may be empty
	Date     string   // of documents that print none
	Generic  bool     // no site profiles
	Jobs     int      // cores of one worker process; 0: all
	MaxBytes int64    // of one document
	Timeout  time.Duration
}

// The formats of records.
const (
	JSONLines = "jsonl"
	Parquet   = "parquet"
)

// Check refuses options that do not go together.
func (o *Options) Check() error {
	for _, f := range o.Formats {
		if f != JSONLines && f != Parquet {
			return fmt.Errorf("no format %q: choose jsonl, parquet or jsonl,parquet", f)
		}
	}
	switch {
	case o.Output == "":
		return fmt.Errorf("name the output: --output DIR")
	case len(o.Formats) == 0:
		return fmt.Errorf("name a format: --format jsonl,parquet")
	case o.Parts < 1 || o.MaxBytes < 1 || o.Jobs < 0 || o.Timeout < 0:
		return fmt.Errorf("--parts and --max-bytes must be more than 0, --jobs and --timeout not less")
	}
	if o.Date != "" {
		if _, err := time.Parse(time.DateOnly, o.Date); err != nil {
			return fmt.Errorf("--date %s is no day: write it as 2025-08-17", o.Date)
		}
	}
	return nil
}

// overAll tells whether a step over all articles is wanted.
func (o *Options) overAll() bool { return o.Posts || o.Stories || o.Events }

func (o *Options) writes(format string) bool { return slices.Contains(o.Formats, format) }

// overlay gives the folder of the user's own files, or nil where he has none.
func (o *Options) overlay(folder string) (fs.FS, error) {
	if o.Data == "" {
		return nil, nil
	}
	if _, err := os.Stat(o.Data); err != nil {
		return nil, fmt.Errorf("--data: %w: it must stand at this path on every worker", err)
	}
	path := filepath.Join(o.Data, folder)
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return nil, nil
	}
	return os.DirFS(path), nil
}

// resolver tells who is who, by the words of the overlay and its judgements.
func (o *Options) resolver() (*identity.Resolver, error) {
	files, err := o.overlay("lexicon")
	if err != nil {
		return nil, err
	}
	words, err := lexicon.Load(files)
	if err != nil {
		return nil, err
	}
	judged, err := identity.ReadJudgements(o.Data)
	return identity.New(words, judged), err
}
