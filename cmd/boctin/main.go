// Command boctin turns saved Vietnamese news pages into JSON that says who,
// when and which agency.
package main

import (
	"context"
	"io"
	"log"
	"os"

	"github.com/spf13/cobra"
)

// app is what every verb has at hand.
type app struct {
	stdin  io.Reader
	stdout io.Writer
	talk   *talk
}

// verbs is the table of verbs, in the order of the help; each stands in a file
// of its own.
var verbs = []func(*app) *cobra.Command{
	runVerb,
	extractVerb,
	normalizeVerb,
	importVerb,
	crawlVerb,
	refreshVerb,
	searchVerb,
	whoVerb,
	agencyVerb,
	eventsVerb,
	metVerb,
	newVerb,
	duplicatesVerb,
	statsVerb,
	serveVerb,
	renormalizeVerb,
	diffVerb,
	exportVerb,
	reviewVerb,
	sitesVerb,
	checkVerb,
	scoreVerb,
	schemaVerb,
	versionVerb,
	completionVerb,
	manVerb,
}

func main() {
	os.Exit(run(os.Args[1:]))
}

// run is the whole program; it gives the exit status.
func run(args []string) int {
	log.SetOutput(io.Discard) // libraries speak there of what is told otherwise, between our lines of JSON
	a := &app{stdin: os.Stdin, stdout: os.Stdout, talk: newTalk(os.Stderr)}
	if terminal(os.Stdout) {
		a.stdout = &harmlessWriter{to: os.Stdout}
	}
	root := rootVerb(a)
	root.SetArgs(args)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(os.Stderr)
	ctx, stop := interruptible(context.Background())
	defer stop()
	return a.talk.status(root.ExecuteContext(ctx))
}

func rootVerb(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:           "boctin",
		Short:         "Saved Vietnamese news pages in, JSON of who, when and which agency out",
		Long:          rootHelp,
		Example:       rootExample,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          func(cmd *cobra.Command, args []string) error { return noVerb(cmd, args) },

		PersistentPreRun: func(cmd *cobra.Command, _ []string) { standardOutput(cmd) },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.Version = versionLine()
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	for _, verb := range verbs {
		root.AddCommand(verb(a))
	}
	return root
}

// standardOutput takes - as the name of an output for standard output, as other programs do.
func standardOutput(cmd *cobra.Command) {
	for _, name := range []string{"output", "out"} {
		if flag := cmd.Flags().Lookup(name); flag != nil && flag.Value.String() == "-" {
			flag.Value.Set("") // a string, which any is
		}
	}
}

const rootHelp = `boctin (bóc tin) strips saved pages of Vietnamese police, government and news
sites to their articles, and names the dates, officials and agencies in them.

Records go to standard output as JSON lines, words for you to standard error.
Exit status: 0 all done, 1 something failed, 2 misused.`

const rootExample = `  boctin run page.html                    one page, one record
  boctin run saved-pages/ -o records.jsonl   a whole folder
  boctin run crawl.warc.gz -o tables --format csv`
