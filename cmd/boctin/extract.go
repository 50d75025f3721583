package main

import (
	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/pipeline"
)

func extractVerb(a *app) *cobra.Command {
	b := &batch{app: a, steps: func(s *pipeline.Stages) []pipeline.Step { return []pipeline.Step{pipeline.Stage(s.Extract).Step()} }}
	cmd := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Saved pages to articles: text without boilerplate",
		Long: `Read saved pages and print one article each: title, lead, body, captions,
authors, publication. boctin normalize turns articles into finished records.

With --explain each article has its evidence: which node every paragraph came
from, and which rule cut each piece that was left out.

` + pathHelp,
		Example: `  boctin extract page.html --pretty
  boctin extract page.html --explain
  boctin extract saved-pages/ | boctin normalize > records.jsonl`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := needPaths(cmd, &b.flags, paths); err != nil {
				return err
			}
			return b.run(cmd, paths)
		},
	}
	b.flags.add(cmd)
	b.flags.addPages(cmd)
	return cmd
}
