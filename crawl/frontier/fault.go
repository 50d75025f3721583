package frontier

import (
	"errors"
	"fmt"
	"syscall"

	"modernc.org/sqlite"
)

// ErrFull says that the disk is full.
var ErrFull = errors.New("the disk is full: make room and run the same command again, it goes on from here")

// Full says what to do where no room was left for a file; another error stays what it is.
func Full(err error) error {
	if errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("%w (%w)", ErrFull, err)
	}
	return err
}

// The primary result codes of SQLite for what is wrong with a file or its disk.
const (
	sqliteReadOnly = 8
	sqliteIO       = 10
	sqliteCorrupt  = 11
	sqliteFull     = 13
	sqliteCantOpen = 14
	sqliteNoDB     = 26
)

const damaged = "is damaged, or was copied while a program wrote to it: copy it anew when none does; or save what can be read with sqlite3 FILE .recover; or move it away: boctin refresh --no-fetch stores anew what stands in warc/"

// remedies say what is wrong with a database, and what to do.
var remedies = map[int]error{
	sqliteFull:     ErrFull,
	sqliteIO:       errors.New("the disk cannot be read or written: if it is full, make room, and run the same command again"),
	sqliteReadOnly: errors.New("cannot be written: it is another account's, its disk is read-only, or full"),
	sqliteCantOpen: errors.New("cannot be opened: see who may read and write it and its folder, and whether the disk is full"),
	sqliteCorrupt:  errors.New(damaged),
	sqliteNoDB:     errors.New(damaged),
}

// fault is an error of SQLite in words; its code follows.
type fault struct{ remedy, err error }

func (f *fault) Error() string   { return fmt.Sprintf("%v (%v)", f.remedy, f.err) }
func (f *fault) Unwrap() []error { return []error{f.remedy, f.err} }

// Explained says in words what SQLite calls wrong with a file, and what to do; another
// error stays what it is. What it says belongs behind the file's name.
func Explained(err error) error {
	var told *fault
	var coded *sqlite.Error
	if errors.As(err, &told) || !errors.As(err, &coded) {
		return err
	}
	if remedy := remedies[coded.Code()&0xff]; remedy != nil {
		return &fault{remedy, err}
	}
	return err
}
