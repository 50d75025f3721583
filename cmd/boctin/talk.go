package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/output"
	"github.com/boctin/boctin/internal/pipeline"
)

// talk is all that is said to the person at the terminal: one line a matter,
// on standard error.
type talk struct {
	out      io.Writer
	quiet    bool
	progress *progress // to be wiped before a line is said; nil where there is none
}

func newTalk(out io.Writer) *talk { return &talk{out: out} }

// say writes one line, whatever -q says.
func (t *talk) say(format string, args ...any) {
	t.progress.wipe()
	fmt.Fprintf(t.out, "boctin: %s\n", harmless(fmt.Sprintf(format, args...)))
}

// note writes one line unless -q is given.
func (t *talk) note(format string, args ...any) {
	if !t.quiet {
		t.say(format, args...)
	}
}

// misuse is an error of the command line: exit status 2.
type misuse struct{ text string }

func (m *misuse) Error() string { return m.text }

func misused(format string, args ...any) error { return &misuse{fmt.Sprintf(format, args...)} }

// errFailed says that something failed that has been told already.
var errFailed = errors.New("something failed")

// status says what went wrong, if it has not been said, and gives the exit status.
func (t *talk) status(err error) int {
	var m *misuse
	var clash *input.Clash
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFailed):
		return 1
	case errors.Is(err, context.Canceled):
		t.say("interrupted: nothing is lost; the same command begins anew")
		return 1
	case errors.As(err, &m), errors.As(err, &clash), errors.Is(err, output.ErrMisuse):
		t.say("%v", err)
		return 2
	}
	t.say("%v", err)
	return 1
}

// failed tells of one document that gave no record.
func (t *talk) failed(f pipeline.Failure) { t.say("%s", f) }

// interruptible gives a context that ends at the first Ctrl-C; the second one
// ends the program at once.
func interruptible(parent context.Context) (context.Context, func()) {
	ctx, stop := signal.NotifyContext(parent, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// noVerb answers a call without a verb, or with one that does not exist.
func noVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	if input.IsAddress(args[0]) {
		return misused("what shall be done with %s? boctin crawl --corpus DIR %s fetches it and what it leads to", args[0], args[0])
	}
	if _, err := os.Stat(args[0]); err == nil {
		return misused("what shall be done with %s? Try: boctin run %s", args[0], args[0])
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	return misused("no verb %q%s: boctin --help lists the verbs", args[0], suggest(args[0], names, ""))
}

// wrongNumber is what the reader of flags says of a number that is none.
var wrongNumber = regexp.MustCompile(`^invalid argument "(.*)" for "(?:-\w, )?(--[\w-]+)" flag: (?:strconv\.Parse(?:Int|Float|Uint)|parse error)`)

// flagError answers a flag that does not exist or has a wrong value.
func flagError(cmd *cobra.Command, err error) error {
	name, unknown := strings.CutPrefix(err.Error(), "unknown flag: --")
	if strings.Contains(err.Error(), "missing unit in duration") {
		return misused("%s: write seconds as 5s, minutes as 2m", strings.TrimPrefix(err.Error(), "invalid argument "))
	}
	if m := wrongNumber.FindStringSubmatch(err.Error()); m != nil {
		return misused("%s %s: write a number, as %s 4", m[2], m[1], m[2])
	}
	if !unknown {
		return misused("%v: %s --help lists the flags", err, cmd.CommandPath())
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return misused("no flag --%s%s: %s --help lists the flags", name, suggest(name, names, "--"), cmd.CommandPath())
}

// suggest gives " (did you mean x?)" where a known name is near.
func suggest(word string, known []string, prefix string) string {
	best, near := "", max(2, len(word)/3)+1
	for _, k := range known {
		d := fold.Distance(word, k, near)
		if len(word) > 1 && strings.HasPrefix(k, word) {
			d = 1
		}
		if d < near {
			best, near = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %s%s?)", prefix, best)
}
