package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/boctin/boctin"
)

// tail finds the last whole line of a file of records: how long the file is up
// to its end, and which document the record came from. A file that is not
// there, or has no whole line, has length 0.
func tail(path string) (size int64, last *boctin.Source, err error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return 0, nil, nil
	}
	if err != nil {
		return 0, nil, fmt.Errorf("cannot read %s: %w", path, reason(err))
	}
	defer f.Close()
	end, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return 0, nil, err
	}
	line, size, err := lastLine(f, end)
	if err != nil || size == 0 {
		return 0, nil, err
	}
	var r boctin.Article
	if err := json.Unmarshal(line, &r); err != nil || r.Schema != boctin.Schema || r.Source.Path == "" {
		return 0, nil, misuse("%s cannot be gone on with: there is no journal beside it and its last line is no record of boctin run or extract: leave out --resume to start over", path)
	}
	return size, &r.Source, nil
}

// lastLine reads backwards from end until it has a whole line; size is where
// that line ends.
func lastLine(f io.ReaderAt, end int64) (line []byte, size int64, err error) {
	const step = 1 << 16
	var held []byte
	for at := end; at > 0; {
		n := min(step, at)
		at -= n
		block := make([]byte, n, n+int64(len(held)))
		if _, err := f.ReadAt(block, at); err != nil {
			return nil, 0, err
		}
		held = append(block, held...)
		stop := bytes.LastIndexByte(held, '\n')
		if stop < 0 {
			continue
		}
		start := bytes.LastIndexByte(held[:stop], '\n')
		if start >= 0 || at == 0 {
			return held[start+1 : stop], at + int64(stop) + 1, nil
		}
	}
	return nil, 0, nil
}
