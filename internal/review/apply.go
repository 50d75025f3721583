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
