package main

import (
	"os"
	"path/filepath"

	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/internal/tomlform"
	"github.com/boctin/boctin/normalize/lexicon"
)

// format brings the files of DIR/lexicon and DIR/sites into one form.
func (a *app) format(dir string) error {
	if dir == "" || !isDir(dir) {
		return misused("boctin check --write DIR: give the directory that holds sites/ or lexicon/")
	}
	changed, failed := 0, 0
	for _, path := range dataFiles(dir) {
		var order tomlform.Order
		if filepath.Base(filepath.Dir(path)) == "lexicon" {
			order = func(table string) []string { return lexicon.Keys(filepath.Base(path), table) }
		}
		written, err := tomlform.File(path, order)
		switch {
		case err != nil:
			failed++
			a.talk.say("%v", err)
		case written:
			changed++
			a.talk.note("%s: written anew", path)
		}
	}
	a.talk.note("%s written anew", pipeline.Count(uint64(changed), "file"))
	if failed > 0 {
		return errFailed
	}
	return nil
}

// dataFiles lists the TOML files of an overlay. A link is left alone: its file may
// be somebody else's.
func dataFiles(dir string) []string {
	var files []string
	for _, pattern := range []string{"lexicon/*.toml", "sites/*.toml", "sites/families/*.toml"} {
		found, _ := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
		for _, path := range found {
			if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() {
				files = append(files, path)
			}
		}
	}
	return files
}
