package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
)

// asking is one call of a verb that asks a corpus.
type asking struct {
	app  *app
	dir  string
	json bool
	out  io.Writer
}

func (q *asking) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&q.dir, "corpus", "", "the corpus `DIR`")
	cmd.Flags().BoolVar(&q.json, "json", false, "print JSON lines")
}

// with opens the corpus, asks it, and closes it.
func (q *asking) with(cmd *cobra.Command, ask func(context.Context, *corpus.Corpus) error) error {
	if q.dir == "" {
		return misused("name the corpus directory: --corpus DIR")
	}
	c, err := corpus.Open(q.dir)
	if err != nil {
		return q.app.noCorpus(err)
	}
	defer c.Close()
	out := bufio.NewWriter(q.app.stdout)
	q.out = out
	return errors.Join(ask(cmd.Context(), c), out.Flush())
}

// line prints one JSON object.
func (q *asking) line(v any) error {
	enc := json.NewEncoder(q.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
