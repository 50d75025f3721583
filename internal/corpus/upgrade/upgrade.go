// Package upgrade brings a database up to date that an older boctin wrote: what its tables
// hold otherwise is stored anew, a batch in each transaction.
package upgrade

import (
	"cmp"
	"context"

	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/stories"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// Older is a database that may be of an older step.
type Older struct {
	db      *store.DB
	storing *storing.Storing
	stories *stories.Stories
}

// Of gives a database with what stores anew what it holds.
func Of(db *store.DB, s *storing.Storing, t *stories.Stories) *Older { return &Older{db, s, t} }

// batch stores anew what waits, in one transaction.
type batch struct {
	*storing.Writer
	tx *store.Tx
}

func (c *Older) in(tx *store.Tx) *batch { return &batch{c.storing.In(tx, ""), tx} }

func in(tx *store.Tx) *batch { return &batch{storing.NewWriter(tx, ""), tx} }

// Run makes the tables that the database lacks, and stores anew what waits. Broken off, it
// goes on when the corpus is opened the next time.
func (c *Older) Run(step store.Step) error {
	if err := c.db.Migrate(func(tx *store.Tx, done int) error { return c.in(tx).catchUp(done, step) }); err != nil {
		return err
	}
	if err := c.upgrade(context.Background(), step); err != nil {
		return err
	}
	return c.stories.Group(context.Background(), func(done int) { step(done, "text") })
}

// catchUp fills what migrations behind the last made one left empty.
func (w *batch) catchUp(done int, step store.Step) error {
	if done < 13 {
		if err := w.Wordings.GlimpseAll(); err != nil {
			return err
		}
	}
	if done < 20 {
		if err := stories.PackKeys(w.tx); err != nil {
			return err
		}
	}
	if done < 21 {
		if err := cmp.Or(stories.PackDigests(w.tx), w.PackDocuments(), w.NumberAll(step)); err != nil {
			return err
		}
	}
	if done < 22 {
		return w.foldNames()
	}
	return nil
}
