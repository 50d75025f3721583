package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/internal/review"
)

// reviewing is one call of review.
type reviewing struct {
	app          *app
	data, dir    string
	undo, export string
	follow, json bool
}

func reviewVerb(a *app) *cobra.Command {
	r := &reviewing{app: a}
	cmd := &cobra.Command{
		Use:   "review --data MINE [--undo ID | --follow | --export OUT]",
		Short: "List corrections, take one back, hand them over",
		Long: `List the corrections that were made in boctin serve, with what each wrote into MINE:
labels of articles (gold), words (lexicon), judgements on persons, selectors (sites).

--undo takes one back: its files are what they were before it. With --corpus the
corpus follows; --follow has it follow all that it has not yet.

--export writes what was corrected as a patch for the project into a new folder: the
labels, the words and sites, and for each word and finding the case of a corpus.toml:
a text, the day that it was read on, and what is expected of it.`,
		Example: `  boctin review --data mine
  boctin review --data mine --undo 3 --corpus news
  boctin review --data mine --export for-boctin/ --corpus news`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return r.run(cmd.Context()) },
	}
	f := cmd.Flags()
	f.StringVar(&r.data, "data", "", "the `DIR` that corrections are written into")
	f.StringVar(&r.dir, "corpus", "", "the corpus `DIR` that follows, and that texts of cases are taken from")
	f.StringVar(&r.undo, "undo", "", "take back the correction `ID`")
	f.BoolVar(&r.follow, "follow", false, "have the corpus follow what it has not yet")
	f.StringVar(&r.export, "export", "", "write a patch for the project into the new folder `OUT`")
	f.BoolVar(&r.json, "json", false, "print JSON lines")
	return cmd
}

func (r *reviewing) check() error {
	asked := 0
	for _, is := range []bool{r.undo != "", r.follow, r.export != ""} {
		if is {
			asked++
		}
	}
	switch {
	case r.data == "":
		return misused("name the directory that corrections are written into: --data MINE")
	case !isDir(r.data):
		return misused("--data %s: no such directory", r.data)
	case asked > 1:
		return misused("--undo, --follow and --export are done one at a time")
	case r.follow && r.dir == "":
		return misused("--follow needs the corpus: --corpus DIR")
	}
	return nil
}

func (r *reviewing) run(ctx context.Context) error {
	if err := r.check(); err != nil {
		return err
	}
	var c *corpus.Corpus
	if r.dir != "" {
		var err error
		if c, err = corpus.Open(r.dir); err != nil {
			return r.app.noCorpus(err)
		}
		defer c.Close()
	}
	o, err := review.Open(r.data, c, buildVersion())
	if err != nil {
		return err
	}
	switch {
	case r.undo != "":
		err = r.takeBack(ctx, o)
	case r.follow:
		err = r.followAll(ctx, o)
	case r.export != "":
		err = r.handOver(ctx, o)
	default:
		err = r.list(o)
	}
	var refused *review.Refused
	if errors.As(err, &refused) {
		return misused("%v", refused)
	}
	return err
}

// list prints the corrections, one a line.
func (r *reviewing) list(o *review.Overlay) error {
	all, err := o.History()
	if err != nil {
		return err
	}
	out := &harmlessWriter{to: r.app.stdout}
	for i := range all {
		if r.json {
			line, err := json.Marshal(&all[i])
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "%s\n", line)
			continue
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", all[i].ID, all[i].Day, stateOf(&all[i]), all[i].What)
		for _, f := range all[i].Files {
			fmt.Fprintf(out, "\t%s\n", f.Path)
		}
	}
	if len(all) == 0 && !r.json {
		r.app.talk.note("no corrections in %s", r.data)
	}
	return nil
}

func stateOf(e *review.Entry) string {
	switch {
	case e.State == review.Undone:
		return "taken back"
	case e.Followed:
		return "done"
	}
	return "written"
}

func (r *reviewing) takeBack(ctx context.Context, o *review.Overlay) error {
	e, err := o.Undo(ctx, r.undo)
	if err != nil {
		return err
	}
	r.app.talk.note("correction %s was taken back: %s", e.ID, e.What)
	if o.Corpus == nil {
		r.app.talk.note("boctin review --data %s --follow --corpus DIR has the corpus follow", r.data)
		return nil
	}
	return r.one(ctx, o, e.ID)
}

func (r *reviewing) followAll(ctx context.Context, o *review.Overlay) error {
	all, err := o.Pending()
	for i := 0; err == nil && i < len(all); i++ {
		err = r.one(ctx, o, all[i].ID)
	}
	if err == nil {
		r.app.talk.note("the corpus has followed %s", pipeline.Count(uint64(len(all)), "correction"))
	}
	return err
}

// one has the corpus follow a correction.
func (r *reviewing) one(ctx context.Context, o *review.Overlay, id string) error {
	draw := r.app.talk.counting(false)
	var progress func(done, of int)
	if draw != nil {
		progress = func(done, of int) {
			draw(fmt.Sprintf("%d of %s read anew", done, pipeline.Count(uint64(of), "article")))
		}
	}
	err := o.Follow(ctx, id, progress)
	r.app.talk.progress.end()
	r.app.talk.progress = nil
	if errors.Is(err, context.Canceled) {
		r.app.talk.say("interrupted: what is done stays; boctin review --data %s --follow --corpus %s goes on", r.data, r.dir)
		return errFailed
	}
	return err
}

func (r *reviewing) handOver(ctx context.Context, o *review.Overlay) error {
	n, err := o.Export(ctx, r.export)
	if err != nil {
		return err
	}
	r.app.talk.note("%s written: %s, %s; %s/README.md says what to do with them", r.export, pipeline.Count(uint64(n.Files), "file"), pipeline.Count(uint64(n.Cases), "case"), r.export)
	return nil
}
