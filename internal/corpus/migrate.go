package corpus

import (
	"context"

	"github.com/boctin/boctin/internal/corpus/store"
)

func (c *Corpus) migrate(step store.Step) error {
	if err := c.DB.Migrate(func(tx *store.Tx, done int) error { return c.Writer(tx, "").catchUp(done) }); err != nil {
		return err
	}
	if err := c.upgrade(context.Background(), step); err != nil {
		return err
	}
	return c.Stories.Group(context.Background(), func(done int) { step(done, "text") })
}

// catchUp fills what migrations behind the last made one left empty.
func (w *writer) catchUp(done int) error {
	if done < 12 {
		if err := w.numberAll(); err != nil {
			return err
		}
	}
	if done < 13 {
		return w.wordings.GlimpseAll()
	}
	return nil
}
