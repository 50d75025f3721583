package review

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
)

// ErrChanged says that a file is another than when the plan was made.
var ErrChanged = errors.New("it was changed in the meantime: look at the correction again")

// Apply writes what a plan says, and takes it down in the history. Files that are not
// those of the plan any more are left as they are: ErrChanged.
func (o *Overlay) Apply(ctx context.Context, p *Plan) (e Entry, err error) {
	err = o.locked(func() error {
		for _, c := range p.Changes {
			if err := o.unchanged(c.Path, digest(c.Before)); err != nil {
				return err
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		all, err := o.History()
		if err != nil {
			return err
		}
		e = Entry{ID: nextID(all), Day: o.day(), State: begun, What: p.What, Correction: p.Correction, Touched: p.touched}
		for _, c := range p.Changes {
			e.Files = append(e.Files, c.edit())
		}
		if err := o.note(e); err != nil {
			return err
		}
		for _, c := range p.Changes {
			if err := o.write(c); err != nil {
				return errors.Join(err, o.recover())
			}
		}
		e.State = Done
		return o.noteStep(e.ID, e.State)
	})
	return e, err
}

// unchanged holds a file against a digest.
func (o *Overlay) unchanged(path, want string) error {
	now, err := o.read(path)
	if err == nil && digest(now) != want {
		err = fmt.Errorf("%s: %w", filepath.Join(o.Dir, filepath.FromSlash(path)), ErrChanged)
	}
	return err
}

// recover takes back what was begun, or being undone, when a writer was ended. It is
// for the holder of the lock alone.
func (o *Overlay) recover() error {
	h, err := o.history()
	if err != nil {
		return err
	}
	for i := range h.entries {
		e := &h.entries[i]
		if e.State != begun && e.State != undoing {
			continue
		}
		var left []Edit
		for _, w := range e.Files {
			now, err := o.read(w.Path)
			if err != nil {
				return err
			}
			if before, ok := w.back(now); ok && digest(now) != w.Before { // else it was not written, or is back already
				if err := o.write(Change{Path: w.Path, Before: now, After: before}); err != nil {
					return err
				}
				now = before
			}
			left = append(left, Edit{Path: w.Path, After: digest(now)})
		}
		if err := o.noteStep(e.ID, Undone, left...); err != nil {
			return err
		}
	}
	return nil
}

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
		changes, err := o.backOf(&h, &e)
		if err == nil {
			err = o.checkBack(&e, changes)
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		return o.takeBack(&e, changes)
	})
	return e, err
}

// backOf gives what the files of a correction are to hold when it is taken back.
func (o *Overlay) backOf(h *history, e *Entry) (changes []Change, err error) {
	for _, w := range e.Files {
		now, err := o.read(w.Path)
		if err != nil {
			return nil, err
		}
		before, ok := w.back(now)
		if !ok {
			if before, ok = w.lift(now); !ok || digest(now) != h.last[w.Path] {
				return nil, o.cannot(h, e, &w, digest(now))
			}
		}
		changes = append(changes, Change{Path: w.Path, Before: now, After: before})
	}
	return changes, nil
}

// cannot says why a file cannot be brought back.
func (o *Overlay) cannot(h *history, e *Entry, w *Edit, now string) error {
	name := filepath.Join(o.Dir, filepath.FromSlash(w.Path))
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

// checkBack holds the files against boctin check as they would be.
func (o *Overlay) checkBack(e *Entry, changes []Change) error {
	base, err := o.readerNow()
	if err != nil {
		return nil // they are wrong as they are: taking back is no harm
	}
	_, err = base.with(changes)
	var faulty *Faulty
	if errors.As(err, &faulty) {
		return refused("", "without correction %s the files would be wrong: %s", e.ID, faulty.Lines[0])
	}
	return err
}

// takeBack writes the files back.
func (o *Overlay) takeBack(e *Entry, changes []Change) error {
	if err := o.noteStep(e.ID, undoing); err != nil {
		return err
	}
	for _, c := range changes {
		if err := o.write(c); err != nil {
			return errors.Join(err, o.recover())
		}
	}
	e.State, e.Undone, e.Followed = Undone, o.day(), false
	var left []Edit
	for _, c := range changes {
		left = append(left, Edit{Path: c.Path, After: digest(c.After)})
	}
	return o.noteStep(e.ID, Undone, left...)
}
