// Package gauge holds what the programs that measure share: the pages they
// multiply, and the peak memory of a program that they run.
package gauge

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Saved reads the .html files below the roots. None is an error.
func Saved(roots []string) (pages [][]byte, err error) {
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".html") {
				return err
			}
			page, err := os.ReadFile(path)
			pages = append(pages, page)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	if len(pages) == 0 {
		return nil, fmt.Errorf("no .html below %v", roots)
	}
	return pages, nil
}

// Marked is page i of a multiplied set: a saved page with a mark of its own.
func Marked(saved [][]byte, i int) []byte {
	page := saved[i%len(saved)]
	return fmt.Appendf(page[:len(page):len(page)], "<!-- %d -->", i)
}
