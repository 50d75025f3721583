package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

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
	var j Journal
	if err == nil {
		err = json.Unmarshal(data, &j)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read the journal %s: %w: remove it and start over without --resume", path, reason(err))
	}
	return &j, nil
}

// write replaces the journal in one step.
func (j *Journal) write(path string) error {
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	temp := path + ".new"
	if err := os.WriteFile(temp, append(data, '\n'), 0o644); err != nil {
		return fmt.Errorf("cannot write the journal %s: %w", path, reason(err))
	}
	if err := os.Rename(temp, path); err != nil {
		return fmt.Errorf("cannot write the journal %s: %w", path, reason(err))
	}
	return nil
}
