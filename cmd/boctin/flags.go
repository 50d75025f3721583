package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/output"
	"github.com/boctin/boctin/internal/review/labels"
	"github.com/boctin/boctin/normalize/lexicon"
)

// batchFlags are the flags of the verbs that go through many documents.
type batchFlags struct {
	out, format, errors    string
	pretty, bom, resume    bool
	workers                int
	from, shard            string
	data, date, url, sites string
	explain                bool
	maxBytes               int64
	limits                 extract.Limits
	timeout                time.Duration
	quiet                  bool
}

// add defines the flags that every batch has.
func (b *batchFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVarP(&b.out, "output", "o", "", "write to `FILE` (csv: a directory or FILE.zip); it gets its name when it is finished")
	f.StringVar(&b.format, "format", "jsonl", "jsonl, json (one array) or csv (eight tables)")
	f.BoolVar(&b.pretty, "pretty", false, "indent the JSON")
	f.BoolVar(&b.bom, "bom", false, "csv: begin with a byte order mark, so that Excel reads Vietnamese")
	f.StringVar(&b.errors, "errors", "", "write one JSON line a failure to `FILE`")
	f.BoolVar(&b.resume, "resume", false, "go on where an interrupted run stopped, or begin one that writes to FILE directly")
	f.BoolVar(&b.explain, "explain", false, "say the rule or lexicon line behind each finding")
	b.addReading(cmd)
}

// addReading defines the flags of all that say what is read and within which limits.
func (b *batchFlags) addReading(cmd *cobra.Command) {
	f := cmd.Flags()
	f.IntVarP(&b.workers, "jobs", "j", runtime.NumCPU(), "processor cores to use, `N`; the output is the same for any")
	f.StringVar(&b.from, "from", "", "take paths from `LIST`, one a line or NUL-separated; - is standard input")
	f.StringVar(&b.shard, "shard", "", "do only part `i/n` of the inputs, counted from 0: the n parts together are the whole")
	f.StringVar(&b.data, "data", "", "lay site and lexicon files of `DIR`/sites and DIR/lexicon over the built-in ones")
	f.StringVar(&b.date, "date", "", "date of documents that print none, as `YYYY-MM-DD`")
	f.Int64Var(&b.maxBytes, "max-bytes", 16<<20, "give up a document of more than `N` bytes, decompressed")
	b.limits = extract.DefaultLimits()
	f.IntVar(&b.limits.Text, "max-text", b.limits.Text, "give up an article of more than `N` characters")
	f.DurationVar(&b.timeout, "timeout", 10*time.Second, "give up a document that takes longer than `TIME`; 0: never")
	f.BoolVarP(&b.quiet, "quiet", "q", false, "no progress and no summary; failures are still told")
}

// addPages defines the flags of the verbs that read pages.
func (b *batchFlags) addPages(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&b.url, "url", "", "`URL` of the page, for a single input")
	f.IntVar(&b.limits.Tags, "max-nodes", b.limits.Tags, "give up a page with more elements than `N`")
	f.IntVar(&b.limits.Depth, "max-depth", b.limits.Depth, "leave out tags that are nested deeper than `N`; their text stays")
	f.StringVar(&b.sites, "sites", "", "none: the generic reader alone, without site profiles")
}

// check refuses flags that do not go together.
func (b *batchFlags) check(paths []string) error {
	if b.date != "" {
		if _, err := time.Parse(time.DateOnly, b.date); err != nil {
			return misused("--date %s is no day: write it as 2025-08-17", b.date)
		}
	}
	switch {
	case b.workers < 1:
		return misused("-j %d: give at least 1", b.workers)
	case b.sites != "" && b.sites != "none":
		return misused("--sites %s: only none is known; --data DIR adds site files", b.sites)
	case b.errors == "-":
		return misused("--errors - would mix failures with records: give it a file; they are told on standard error anyway")
	case b.url != "" && !input.IsAddress(b.url):
		return misused("--url %s is no address: write it as https://tuoitre.vn/tin.htm", b.url)
	case b.url != "" && (len(paths) != 1 || b.from != "" || isDir(paths[0])):
		return misused("--url is for a single page: give one file, or - for standard input")
	case b.from == "-" && slices.Contains(paths, "-"):
		return misused("standard input cannot be both a page and the list of paths: drop - or --from -")
	}
	return b.checkLimits()
}

// checkLimits refuses limits that let no page through.
func (b *batchFlags) checkLimits() error {
	for name, limit := range map[string]int64{"max-bytes": b.maxBytes, "max-nodes": int64(b.limits.Tags), "max-depth": int64(b.limits.Depth)} {
		if limit < 1 {
			return misused("--%s %d: give at least 1", name, limit)
		}
	}
	switch {
	case b.limits.Text < 0:
		return misused("--max-text %d: give a number of characters, or 0 for any", b.limits.Text)
	case b.timeout < 0:
		return misused("--timeout %v: give a time, as 20s, or 0 to wait for ever", b.timeout)
	}
	return nil
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// named takes the format that the name of the output says, where no flag says it.
func (b *batchFlags) named(cmd *cobra.Command) {
	if ext := strings.ToLower(filepath.Ext(b.out)); !cmd.Flags().Changed("format") && (ext == ".csv" || ext == ".zip") {
		b.format = "csv"
	}
}

// inputs is the set of documents that the flags name.
func (b *batchFlags) inputs(a *app, paths []string, lines bool) (input.Options, error) {
	o := input.Options{Paths: paths, From: b.from, Stdin: a.stdin, URL: b.url, Lines: lines, MaxBytes: b.maxBytes}
	if b.shard != "" {
		shard, err := input.ParseShard(b.shard)
		if err != nil {
			return o, misused("--shard: %v", err)
		}
		o.Shard = shard
	}
	return o, nil
}

// sink opens the output.
func (b *batchFlags) sink(a *app, command string) (*output.Sink, output.Format, error) {
	format, err := output.NewFormat(b.format, output.Settings{Pretty: b.pretty, BOM: b.bom})
	if err != nil {
		return nil, format, misused("--format: %v", err)
	}
	s, err := output.Open(output.Options{Path: b.out, Stdout: a.stdout, Errors: b.errors, Format: format, Resume: b.resume, Command: command})
	return s, format, err
}

// overlay gives the folder of the user's own files, or nil where he has none.
func overlay(dir, folder string) (fs.FS, error) {
	if dir == "" {
		return nil, nil
	}
	if !isDir(dir) {
		return nil, misused("--data %s: no such directory", dir)
	}
	path := filepath.Join(dir, folder)
	if !isDir(path) {
		return nil, misplaced(dir)
	}
	return os.DirFS(path), nil
}

// misplaced refuses a folder whose data files stand in it, and not in a folder of their
// kind, so that none would be read.
func misplaced(dir string) error {
	stray, _ := filepath.Glob(filepath.Join(dir, "*.toml"))
	for _, name := range []string{"sites", "lexicon", labels.Folder, "judgements.toml"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return nil
		}
	}
	if len(stray) == 0 {
		return nil
	}
	return misused("--data %s: %s stands in neither lexicon/ nor sites/ of it: give the folder above, or make one of these", dir, filepath.Base(stray[0]))
}

// loadSites reads the site profiles; nil stands for --sites none.
func loadSites(data, which string) (*sites.Sites, error) {
	if which == "none" {
		return nil, nil
	}
	files, err := overlay(data, "sites")
	if err != nil {
		return nil, err
	}
	s, err := sites.Load(files)
	return s, wrongData(data, "sites", err)
}

func loadLexicon(data string) (*lexicon.Lexicon, error) {
	files, err := overlay(data, "lexicon")
	if err != nil {
		return nil, err
	}
	l, err := lexicon.Load(files)
	return l, wrongData(data, "lexicon", err)
}

// firstLines gives what of a long list of faults fits a screen.
func firstLines(list string) string {
	const most = 12
	lines := strings.Split(list, "\n")
	if len(lines) <= most {
		return list
	}
	return strings.Join(lines[:most], "\n") + fmt.Sprintf("\n… and %d more", len(lines)-most)
}

func wrongData(data, folder string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("wrong files in %s: boctin check %s lists every fault:\n%s", filepath.Join(data, folder), data, firstLines(err.Error()))
}
