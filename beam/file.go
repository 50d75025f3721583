package beam

import (
	"bufio"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// tempFolder holds what is not finished, inside the output.
const tempFolder = ".unfinished"

// file is one output. It has a name of its own until it is whole, so that of
// two attempts at one bundle either's file stands and never half of one.
type file struct {
	*bufio.Writer
	ctx         context.Context
	fs          filesystem.Interface
	to          io.WriteCloser
	temp, final string
}

func create(ctx context.Context, dir, name string) (*file, error) {
	store, err := filesystem.New(ctx, dir)
	if err != nil {
		return nil, err
	}
	f := &file{ctx: ctx, fs: store, temp: join(dir, tempFolder, name+"."+rand.Text()), final: join(dir, name)}
	if f.to, err = store.OpenWrite(ctx, f.temp); err != nil {
		store.Close()
		return nil, fmt.Errorf("cannot write %s: %w", f.temp, err)
	}
	f.Writer = bufio.NewWriterSize(f.to, 256<<10)
	return f, nil
}

// join puts a path together, of this machine or of an object store.
func join(dir string, names ...string) string {
	return strings.TrimSuffix(dir, "/") + "/" + strings.Join(names, "/")
}

// commit gives the file its name.
func (f *file) commit() error {
	err := f.Flush()
	if e := f.to.Close(); err == nil {
		err = e
	}
	f.to = nil
	if err == nil {
		err = filesystem.Rename(f.ctx, f.fs, f.temp, f.final)
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", f.final, err)
	}
	return nil
}

// discard closes a file, and takes away what was not committed. It may be
// called after commit.
func (f *file) discard() {
	if f == nil {
		return
	}
	if f.to != nil {
		f.to.Close()
		f.to = nil
		if r, ok := f.fs.(filesystem.Remover); ok {
			r.Remove(f.ctx, f.temp) // CleanUp takes what stays
		}
	}
	f.fs.Close()
}

// partName names part i of n of an output: the same in every run.
func partName(kind string, i, n int, ending string) string {
	return fmt.Sprintf("%s-%05d-of-%05d.%s", kind, i, n, ending)
}
