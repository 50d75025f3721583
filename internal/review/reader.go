package review

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing/fstest"

	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/internal/review/labels"
	"github.com/boctin/boctin/internal/score"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// reader is what reads articles by the files of an overlay.
type reader struct {
	overlay *Overlay
	files   map[string][]byte // of words and sites, by path
	stamp   string            // of the files that it was made of
	words   *lexicon.Lexicon
	sites   *sites.Sites
	labels  *labels.Labels
	people  *identity.Resolver
	stages  *pipeline.Stages
	version string
}

// Faulty says what boctin check finds wrong, one line a fault.
type Faulty struct{ Lines []string }

func (f *Faulty) Error() string { return strings.Join(f.Lines, "\n") }

// patterns are the files of an overlay that are read as data.
var patterns = []string{"lexicon/*.toml", "sites/*.toml", "sites/families/*.toml"}

// readerNow gives the reader of the files as they stand.
func (o *Overlay) readerNow() (*reader, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	files, stamp, err := o.dataFiles()
	if err != nil {
		return nil, err
	}
	if o.reader != nil && o.reader.stamp == stamp {
		return o.reader, nil
	}
	r := &reader{overlay: o, files: files, stamp: stamp}
	if err := r.make(o.reader, nil); err != nil {
		return nil, err
	}
	o.reader = r
	return r, nil
}

// dataFiles reads the files of an overlay, and names what they say.
func (o *Overlay) dataFiles() (map[string][]byte, string, error) {
	files := map[string][]byte{}
	root := os.DirFS(o.Dir)
	sum := sha256.New()
	for _, pattern := range append([]string{identity.JudgementsFile, labels.Folder + "/*" + labels.Suffix}, patterns...) {
		names, err := fs.Glob(root, pattern)
		if err != nil {
			return nil, "", err
		}
		for _, name := range names {
			data, err := fs.ReadFile(root, name)
			if err != nil {
				return nil, "", err
			}
			sum.Write([]byte(name + "\x00" + digest(data) + "\n"))
			if !strings.HasPrefix(name, labels.Folder+"/") {
				files[name] = data
			}
		}
	}
	return files, hex.EncodeToString(sum.Sum(nil)), nil
}

// with gives the reader of the files as they would be. A *Faulty says what is wrong
// with them, in the words of boctin check.
func (r *reader) with(changes []Change) (*reader, error) {
	next := &reader{overlay: r.overlay, files: maps.Clone(r.files)}
	for _, c := range changes {
		if path.Dir(c.Path) == labels.Folder {
			continue
		}
		if delete(next.files, c.Path); c.After != nil {
			next.files[c.Path] = c.After
		}
	}
	return next, next.make(r, changes)
}

// make reads words, sites, judgements and labels, as boctin check does. What the files
// of old say as well is taken from there; old may be nil.
func (r *reader) make(old *reader, changes []Change) error {
	if old == nil {
		old = &reader{}
	}
	r.stages = &pipeline.Stages{}
	faults := append(r.makeSites(old), r.makeWords(old)...)
	judged, err := r.judgements()
	faults = append(faults, lines(err)...)
	r.labels, err = labels.Read(r.overlay.Dir)
	faults = append(faults, lines(err)...)
	if len(faults) > 0 {
		return &Faulty{faults}
	}
	for _, c := range changes {
		if err := r.relabel(c); err != nil {
			return err
		}
	}
	r.people = identity.New(r.words, judged)
	r.stages.Labels = r.labels.Lay
	return nil
}

func (r *reader) makeSites(old *reader) []string {
	if old.sites != nil && r.agrees(old, "sites/") {
		r.sites, r.stages.Extractor = old.sites, old.stages.Extractor
		return nil
	}
	known, err := sites.Load(r.layer("sites"))
	if err != nil {
		return lines(err)
	}
	r.sites, r.stages.Extractor = known, extract.New(known)
	return nil
}

func (r *reader) makeWords(old *reader) (faults []string) {
	if old.words != nil && r.agrees(old, "lexicon/") {
		r.words, r.stages.Normalizer, r.version = old.words, old.stages.Normalizer, old.version
		return nil
	}
	words, err := lexicon.Load(r.layer("lexicon"))
	if err != nil {
		for _, line := range lines(err) {
			faults = append(faults, "lexicon/"+line)
		}
		return faults
	}
	r.words, r.stages.Normalizer, r.version = words, normalize.New(words), storing.Version(words, r.overlay.Program)
	return nil
}

// agrees tells whether two readers have the same files in a folder.
func (r *reader) agrees(old *reader, folder string) bool {
	return maps.EqualFunc(r.inFolder(folder), old.inFolder(folder), bytes.Equal)
}

func (r *reader) inFolder(folder string) map[string][]byte {
	in := map[string][]byte{}
	for name, data := range r.files {
		if strings.HasPrefix(name, folder) {
			in[name] = data
		}
	}
	return in
}

// relabel takes a changed label for that of the file.
func (r *reader) relabel(c Change) error {
	id, is := strings.CutSuffix(path.Base(c.Path), labels.Suffix)
	if path.Dir(c.Path) != labels.Folder || !is {
		return nil
	}
	var label *score.Label
	if c.After != nil {
		var err error
		if label, err = labels.Parse(c.After); err != nil {
			return &Faulty{[]string{c.Path + ": " + err.Error()}}
		}
	}
	r.labels = r.labels.With(id, label)
	return nil
}

// layer gives the files of a folder; nil where there is none.
func (r *reader) layer(folder string) fs.FS {
	layer := fstest.MapFS{}
	for name, data := range r.files {
		if rest, in := strings.CutPrefix(name, folder+"/"); in {
			layer[rest] = &fstest.MapFile{Data: data}
		}
	}
	if len(layer) == 0 {
		return nil
	}
	return layer
}

// judgements are those of the overlay and of the corpus.
func (r *reader) judgements() (identity.Judgements, error) {
	var files []identity.File
	if data, is := r.files[identity.JudgementsFile]; is {
		files = append(files, identity.File{Path: filepath.Join(r.overlay.Dir, identity.JudgementsFile), Text: string(data)})
	}
	if c := r.overlay.Corpus; c != nil {
		name := filepath.Join(c.DB.Dir, identity.JudgementsFile)
		data, err := os.ReadFile(name)
		if err == nil {
			files = append(files, identity.File{Path: name, Text: string(data)})
		} else if !errors.Is(err, fs.ErrNotExist) {
			return identity.Judgements{}, err
		}
	}
	return identity.ParseJudgements(files)
}

// lines gives each of some joined faults on a line of its own.
func lines(err error) []string {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all []string
		for _, e := range joined.Unwrap() {
			all = append(all, lines(e)...)
		}
		return all
	}
	return []string{err.Error()}
}
