package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/boctin/boctin/internal/input"
)

// full is a disk with room for some bytes.
type full struct {
	to   io.Writer
	room int
}

func (f *full) Write(p []byte) (int, error) {
	n := min(len(p), f.room)
	f.room -= n
	if n, err := f.to.Write(p[:n]); err != nil || n == len(p) {
		return n, err
	}
	return n, &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
}

// TestFullDisk fills the disk at every byte of the last write: whole lines stand,
// the journal says nothing that is not there, and the run can be taken up.
func TestFullDisk(t *testing.T) {
	f, _ := NewFormat("jsonl", Settings{})
	line := func(i int) Chunk { return Chunk{fmt.Appendf(nil, "line %d\n", i)} }
	for room := range 21 {
		o := Options{Path: filepath.Join(t.TempDir(), "out.jsonl"), Format: f, Command: "test"}
		s, err := Open(o)
		if err != nil {
			t.Fatal(err)
		}
		s.Write(line(0))
		if err := s.Checkpoint(&input.Position{Index: 0}, nil); err != nil {
			t.Fatal(err)
		}
		s.files[0].to = &full{s.files[0].disk, room}
		for i := range 3 {
			s.Write(line(1 + i))
		}
		err = s.Checkpoint(&input.Position{Index: 3}, nil)
		if !errors.Is(err, syscall.ENOSPC) || !strings.HasSuffix(err.Error(), "out.jsonl.part: no space left on device") {
			t.Fatalf("room for %d bytes: %v", room, err)
		}
		if again := s.Checkpoint(&input.Position{Index: 3}, nil); again != err {
			t.Errorf("after a failed write the run goes on: %v", again)
		}
		s.Close()
		if data, _ := os.ReadFile(o.Path + partSuffix); len(data) != 7*(1+room/7) {
			t.Errorf("room for %d bytes: %q stands", room, data)
		}
		o.Resume = true
		s, err = Open(o)
		if err != nil || s.Resumed().Done == nil || s.Resumed().Done.Index != 0 {
			t.Fatalf("room for %d bytes: taken up at %+v, %v", room, s.Resumed(), err)
		}
		for i := range 3 {
			s.Write(line(1 + i))
		}
		if err := s.Commit(); err != nil {
			t.Fatal(err)
		}
		if data, _ := os.ReadFile(o.Path); string(data) != "line 0\nline 1\nline 2\nline 3\n" {
			t.Errorf("room for %d bytes: in the end %q", room, data)
		}
	}
}
