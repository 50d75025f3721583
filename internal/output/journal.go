package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin/internal/input"
)

// Journal says how far a run has got: everything up to Done is in the files,
// which are as long as Sizes say. It stands beside the output until that is
// finished.
type Journal struct {
	Command string            `json:"command"` // what makes a run the same run
	Part    bool              `json:"part"`    // the files still have their temporary names
	Done    *input.Position   `json:"done,omitempty"`
	Sizes   map[string]int64  `json:"sizes"` // bytes by final name
	Counts  map[string]uint64 `json:"counts,omitempty"`
}

// journalSuffix makes the journal's name from that of the output.
const journalSuffix = ".journal"

// readJournal gives the journal of an output, or nil where there is none.
func readJournal(path string) (*Journal, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var j *Journal
	if err == nil {
		err = json.Unmarshal(data, &j)
	}
	if err == nil && j != nil {
		j, err = j.spelled(plainly)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read the journal %s: %w: remove it and start over without --resume", path, reason(err))
	}
	return j, nil
}

// spelled gives the journal with every name in it written another way.
func (j *Journal) spelled(name func(string) (string, error)) (*Journal, error) {
	out := *j
	var errs []error
	with := func(s string) string {
		s, err := name(s)
		errs = append(errs, err)
		return s
	}
	out.Command = with(j.Command)
	if j.Done != nil {
		done := *j.Done
		done.Path = with(done.Path)
		out.Done = &done
	}
	if j.Sizes != nil {
		out.Sizes = map[string]int64{}
		for file, size := range j.Sizes {
			out.Sizes[with(file)] = size
		}
	}
	return &out, errors.Join(errs...)
}

// safely writes a name as JSON can hold it: one that is no UTF-8 as a quoted string of
// Go, and so one that begins with a quotation mark itself.
func safely(name string) (string, error) {
	if utf8.ValidString(name) && !strings.HasPrefix(name, `"`) {
		return name, nil
	}
	return strconv.Quote(name), nil
}

// plainly undoes safely.
func plainly(name string) (string, error) {
	if !strings.HasPrefix(name, `"`) {
		return name, nil
	}
	return strconv.Unquote(name)
}

// onDisk writes a file down to the disk: one that is renamed before may be empty after a
// failure of power.
func onDisk(name string, data []byte) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// write replaces the journal in one step.
func (j *Journal) write(path string) error {
	safe, err := j.spelled(safely)
	if err != nil {
		return err
	}
	data, err := json.Marshal(safe)
	if err != nil {
		return err
	}
	temp := path + ".new"
	if err := onDisk(temp, append(data, '\n')); err != nil {
		return fmt.Errorf("cannot write the journal %s: %w", path, reason(err))
	}
	if err := os.Rename(temp, path); err != nil {
		return fmt.Errorf("cannot write the journal %s: %w", path, reason(err))
	}
	return nil
}
