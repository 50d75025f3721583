package beam

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// Shard is one file of pages, and its place in the list of all.
type Shard struct {
	Index, Count int
	Path         string
}

// Shards expands what the user names: files, globs, directories of WARC files,
// and the lines of a list. The order is that of the arguments, and sorted
// inside each of them, so that the same arguments give the same names.
func Shards(ctx context.Context, args []string, list io.Reader) ([]Shard, error) {
	if list != nil {
		lines := bufio.NewScanner(list)
		for lines.Scan() {
			if line := strings.TrimSpace(lines.Text()); line != "" {
				args = append(args, line)
			}
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("the list of shards: %w", err)
		}
	}
	var paths []string
	for _, arg := range args {
		found, err := expand(ctx, arg)
		if err != nil {
			return nil, err
		}
		paths = append(paths, found...)
	}
	if len(paths) == 0 {
		return nil, errors.New("name the shards: files, globs as 'warc/*.warc.gz', or --from LIST")
	}
	shards := make([]Shard, len(paths))
	for i, path := range paths {
		shards[i] = Shard{i, len(paths), path}
	}
	return shards, nil
}

// expand gives the files that an argument names. A plain name stands for itself,
// there or not: what is missing becomes a dead letter.
func expand(ctx context.Context, arg string) ([]string, error) {
	if info, err := os.Stat(arg); err == nil && info.IsDir() {
		return match(ctx, filepath.Join(arg, "*.warc*"))
	}
	if !strings.ContainsAny(arg, "*?[") {
		return []string{arg}, nil
	}
	return match(ctx, arg)
}

func match(ctx context.Context, glob string) ([]string, error) {
	store, err := filesystem.New(ctx, glob)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	found, err := store.List(ctx, glob)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", glob, err)
	}
	found = slices.DeleteFunc(found, func(name string) bool { return strings.HasSuffix(name, ".cdxj") })
	if len(found) == 0 {
		return nil, fmt.Errorf("%s: no such files: check the path, and quote a glob so that the shell leaves it alone", glob)
	}
	slices.Sort(found)
	return found, nil
}

// opener opens paths of object stores; nil for paths of this machine.
func opener(ctx context.Context, path string) func(string) (io.ReadCloser, error) {
	if !strings.Contains(path, "://") {
		return nil
	}
	return func(path string) (io.ReadCloser, error) {
		store, err := filesystem.New(ctx, path)
		if err != nil {
			return nil, err
		}
		return store.OpenRead(ctx, path)
	}
}
