package main

import (
	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/pipeline"
)

const pathHelp = `PATH is a saved page (.html, .htm, .xhtml, .mhtml, .txt), an archive (.warc, .zip,
.tar), any of them .gz or .zst, a directory (walked in sorted order), or - for
standard input. Output order is input order.

A document that cannot be read does not stop the rest: it gives one line on
standard error, one JSON line in --errors FILE, and exit status 1. So does one
that is damaged: broken off, or with more than one character in 50 unreadable;
a few unreadable ones are an issue of the record.`

func runVerb(a *app) *cobra.Command {
	b := &batch{app: a, steps: (*pipeline.Stages).Steps}
	cmd := &cobra.Command{
		Use:   "run PATH...",
		Short: "Saved pages to finished records: the main job",
		Long:  "Read saved pages and print one record an article: text, dates, officials, agencies.\n\n" + pathHelp,
		Example: `  boctin run page.html --pretty
  boctin run saved-pages/ -o records.jsonl --errors failed.jsonl
  find /archive -name '*.warc.gz' | boctin run --from - --shard 0/4 -o part0.jsonl`,
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

// needPaths refuses a call that names no input.
func needPaths(cmd *cobra.Command, f *batchFlags, paths []string) error {
	if len(paths) > 0 || f.from != "" {
		return nil
	}
	return misused("%s needs a PATH: a saved page, a directory, or - for standard input; %s --help shows examples", cmd.CommandPath(), cmd.CommandPath())
}
