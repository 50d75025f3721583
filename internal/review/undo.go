package review

import (
	"context"
	"errors"
	"path/filepath"
)

// Undo takes a correction back: its files are what they were before it, byte by byte.
// Where others were written into the same file since, it takes out what the one added.
// A *Refused says why it cannot.
func (o *Overlay) Undo(ctx context.Context, id string) (e Entry, err error) {
	err = o.locked(func() error {
		h, err := o.history()
		if err != nil {
			return err
		}
		found := find(h.entries, id)
		if found == nil {
			return refused("", "there is no correction %s", id)
		}
		if e = *found; e.State != Done {
			return refused("", "correction %s was taken back already", id)
		}
		return takingBack{o, &h, &e}.run(ctx)
	})
	return e, err
}

// takingBack takes back one correction of a history.
type takingBack struct {
	*Overlay
	history *history
	entry   *Entry
}

func (u takingBack) run(ctx context.Context) error {
	changes, err := u.changes()
	if err == nil {
		err = u.check(changes)
	}
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	return u.write(changes)
}

// changes gives what the files of the correction are to hold when it is taken back.
func (u takingBack) changes() (changes []Change, err error) {
	for _, w := range u.entry.Files {
		now, err := u.read(w.Path)
		if err != nil {
			return nil, err
		}
		before, ok := w.back(now)
		if !ok {
			if before, ok = w.lift(now); !ok || digest(now) != u.history.last[w.Path] {
				return nil, u.cannot(&w, digest(now))
			}
		}
		changes = append(changes, Change{Path: w.Path, Before: now, After: before})
	}
	return changes, nil
}

// cannot says why a file cannot be brought back.
func (u takingBack) cannot(w *Edit, now string) error {
	h, e := u.history, u.entry
	name := filepath.Join(u.Dir, filepath.FromSlash(w.Path))
	if now != h.last[w.Path] {
		return refused("", "%s was changed by hand since correction %s: take out by hand what it added, %q", name, e.ID, begins(w.Added))
	}
	var later []string
	behind := false
	for _, other := range h.entries {
		for _, x := range other.Files {
			if behind && other.State == Done && x.Path == w.Path {
				later = append(later, other.ID)
			}
		}
		behind = behind || other.ID == e.ID
	}
	return refused("", "later corrections (%v) changed %s at the same place: take those back first", later, name)
}

// check holds the files against boctin check as they would be.
func (u takingBack) check(changes []Change) error {
	base, err := u.readerNow()
	if err != nil {
		return nil // they are wrong as they are: taking back is no harm
	}
	_, err = base.with(changes)
	var faulty *Faulty
	if errors.As(err, &faulty) {
		return refused("", "without correction %s the files would be wrong: %s", u.entry.ID, faulty.Lines[0])
	}
	return err
}

// write writes the files back.
func (u takingBack) write(changes []Change) error {
	e := u.entry
	if err := u.noteStep(e.ID, undoing); err != nil {
		return err
	}
	for _, c := range changes {
		if err := u.Overlay.write(c); err != nil {
			return errors.Join(err, u.recover())
		}
	}
	e.State, e.Undone, e.Followed = Undone, u.day(), false
	var left []Edit
	for _, c := range changes {
		left = append(left, Edit{Path: c.Path, After: digest(c.After)})
	}
	return u.noteStep(e.ID, Undone, left...)
}
