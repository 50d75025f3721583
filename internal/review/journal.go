package review

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"
)

// JournalFile is the name of the history of an overlay: JSON lines, to which only is
// appended.
const JournalFile = "review.jsonl"

// Edit is what a correction wrote into one file.
type Edit struct {
	Path    string `json:"path"`
	Before  string `json:"before,omitempty"`  // SHA-256; empty where there was no file
	After   string `json:"after,omitempty"`   // likewise, where there is none now
	At      int    `json:"at"`                // bytes into the file where the two differ
	Removed string `json:"removed,omitempty"` // what stood there
	Added   string `json:"added,omitempty"`   // what stands there instead
}

// Entry is one correction of the history.
type Entry struct {
	ID         string     `json:"id"`
	Day        string     `json:"day"` // RFC 3339, UTC
	State      State      `json:"state"`
	What       string     `json:"what,omitempty"`
	Correction Correction `json:"correction"`
	Files      []Edit     `json:"files,omitempty"`
	Touched    touched    `json:"touched"`
	Undone     string     `json:"undone,omitempty"` // when it was taken back
	Followed   bool       `json:"followed,omitempty"`
}

// State is how far a correction is.
type State string

// The states of a correction. What is begun, or being undone, when the program ends is
// taken back by the next writer.
const (
	begun    State = "begun"
	Done     State = "done"
	undoing  State = "undoing"
	Undone   State = "undone"
	followed State = "followed" // the corpus has followed; what is done or undone stays so
)

// step is a line of the journal behind the first one of an entry.
type step struct {
	ID    string `json:"id"`
	Day   string `json:"day"`
	State State  `json:"state"`
	Files []Edit `json:"files,omitempty"` // of what is undone: the digests after that
}

// history is the journal as it was read.
type history struct {
	entries []Entry
	last    map[string]string // digest that the last writer left of a file, by path
}

// History gives the corrections, the first one first.
func (o *Overlay) History() ([]Entry, error) {
	h, err := o.history()
	return h.entries, err
}

func (o *Overlay) history() (h history, err error) {
	h.last = map[string]string{}
	data, err := os.ReadFile(filepath.Join(o.Dir, JournalFile))
	if errors.Is(err, fs.ErrNotExist) {
		return h, nil
	}
	if err != nil {
		return h, err
	}
	at := map[string]int{}
	for n, line := range bytes.SplitAfter(data, []byte("\n")) {
		if len(line) == 0 || line[len(line)-1] != '\n' {
			continue // a write was broken off
		}
		var e Entry
		if err := json.Unmarshal(line, &e); err != nil || e.ID == "" {
			return h, fmt.Errorf("%s:%d: no entry of a history: restore the file, or take the line out", filepath.Join(o.Dir, JournalFile), n+1)
		}
		i, known := at[e.ID]
		if !known {
			at[e.ID] = len(h.entries)
			h.entries = append(h.entries, e)
			continue
		}
		h.step(&h.entries[i], &e)
	}
	return h, nil
}

// step takes a further line of an entry.
func (h *history) step(e, next *Entry) {
	files := next.Files
	switch next.State {
	case followed:
		e.Followed = true
		return
	case Done:
		files = e.Files
	case Undone:
		e.Undone = next.Day
	}
	e.State, e.Followed = next.State, false
	for _, f := range files {
		h.last[f.Path] = f.After
	}
}

// find gives an entry of the history.
func find(all []Entry, id string) *Entry {
	for i := range all {
		if all[i].ID == id {
			return &all[i]
		}
	}
	return nil
}

// note appends a line to the journal, and takes out what a broken write left behind
// the last whole line. It is for the holder of the lock alone.
func (o *Overlay) note(v any) error {
	line, err := json.Marshal(v)
	if err != nil {
		return err
	}
	name := filepath.Join(o.Dir, JournalFile)
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return err
	}
	defer f.Close()
	end, err := wholeLines(f)
	if err != nil {
		return err
	}
	if err := f.Truncate(end); err != nil {
		return err
	}
	if _, err := f.WriteAt(append(line, '\n'), end); err != nil {
		return err
	}
	return errors.Join(f.Sync(), syncDir(o.Dir))
}

// wholeLines gives the byte behind the last line that ends.
func wholeLines(f *os.File) (int64, error) {
	data, err := os.ReadFile(f.Name())
	return int64(bytes.LastIndexByte(data, '\n') + 1), err
}

func (o *Overlay) noteStep(id string, s State, files ...Edit) error {
	return o.note(step{id, o.day(), s, files})
}

func (o *Overlay) day() string { return o.Now().UTC().Format("2006-01-02T15:04:05Z") }

// nextID is a number higher than all before.
func nextID(all []Entry) string {
	most := 0
	for _, e := range all {
		if n, err := strconv.Atoi(e.ID); err == nil {
			most = max(most, n)
		}
	}
	return strconv.Itoa(most + 1)
}

// edit is what a change does, as the history tells it.
func (c *Change) edit() Edit {
	if c.Page {
		return Edit{Path: c.Path, Before: digest(c.Before), After: digest(c.After)}
	}
	return difference(c.Path, c.Before, c.After)
}

// difference tells in which stretch two texts differ.
func difference(path string, before, after []byte) Edit {
	w := Edit{Path: path, Before: digest(before), After: digest(after)}
	for w.At < len(before) && w.At < len(after) && before[w.At] == after[w.At] {
		w.At++
	}
	end := 0
	for end < len(before)-w.At && end < len(after)-w.At && before[len(before)-1-end] == after[len(after)-1-end] {
		end++
	}
	for w.At > 0 && !(atRune(before, w.At) && atRune(after, w.At)) {
		w.At--
	}
	for end > 0 && !atRune(before, len(before)-end) {
		end--
	}
	w.Removed, w.Added = string(before[w.At:len(before)-end]), string(after[w.At:len(after)-end])
	return w
}

// atRune tells whether a character begins at a byte, or the text ends there.
func atRune(text []byte, i int) bool { return i >= len(text) || utf8.RuneStart(text[i]) }

// back gives the text before the change, where the text is that behind it; ok is false
// where it is not.
func (w *Edit) back(now []byte) (before []byte, ok bool) {
	if digest(now) != w.After {
		return nil, false
	}
	if w.Before == "" {
		return nil, true
	}
	text := string(now)
	out := []byte(text[:w.At] + w.Removed + text[w.At+len(w.Added):])
	return out, digest(out) == w.Before
}

// lift takes the change out of a text that was changed elsewhere since: what it added
// must stand there once.
func (w *Edit) lift(now []byte) (out []byte, ok bool) {
	text := string(now)
	if w.Added == "" || w.Before == "" && w.Removed == "" && text == w.Added || strings.Count(text, w.Added) != 1 {
		return nil, false
	}
	return []byte(strings.Replace(text, w.Added, w.Removed, 1)), true
}
