package main

import (
	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/pipeline"
)

func normalizeVerb(a *app) *cobra.Command {
	b := &batch{app: a, lines: true, steps: func(s *pipeline.Stages) []pipeline.Step { return []pipeline.Step{pipeline.Stage(s.Normalize).Step()} }}
	cmd := &cobra.Command{
		Use:   "normalize [PATH...]",
		Short: "Articles (JSON lines) to finished records, without reading HTML again",
		Long: `Read articles or records, one JSON object a line, and print finished records:
after a change of the lexicon no page is read again. Without PATH standard
input is read. A PATH may be a .jsonl file (or .gz) or a directory of them.`,
		Example: `  boctin normalize articles.jsonl -o records.jsonl
  boctin extract pages/ | boctin normalize --data my-words/`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if len(paths) == 0 && b.flags.from == "" {
				paths = []string{"-"}
			}
			return b.run(cmd, paths)
		},
	}
	b.flags.add(cmd)
	return cmd
}
