package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/review"
	"github.com/boctin/boctin/internal/web"
	"github.com/boctin/boctin/internal/web/chart"
	"github.com/boctin/boctin/internal/web/words"
	"github.com/boctin/boctin/normalize/lexicon"
)

// servePort is where a corpus is served if nothing else has that port.
const servePort = 8807

func serveVerb(a *app) *cobra.Command {
	s := &serving{app: a}
	cmd := &cobra.Command{
		Use:   "serve --corpus DIR",
		Short: "The corpus in a browser: search, articles beside their pages, persons, agencies, events",
		Long: `Serve a corpus to a browser on this machine, until Ctrl-C, and print the address.
It works offline, and nothing is fetched from anywhere.

The address carries a token: the browser keeps it, and whoever lacks it sees nothing.
Other machines cannot ask; with --listen they can, and read all if they have the token.
Saved pages are hostile: they are shown without scripts, links and forms, in a frame
of their own.

Every screen has an address that can be sent, and the same as JSON and CSV with
format=json or format=csv in it.`,
		Example: `  boctin serve --corpus news
  boctin serve --corpus news --lang en --port 9000
  boctin serve --corpus news --listen 192.168.1.20`,
		Args: noArguments,
		RunE: s.run,
	}
	flags := cmd.Flags()
	flags.StringVar(&s.dir, "corpus", "", "the corpus `DIR`")
	flags.StringVar(&s.data, "data", "", "lay the lexicon and judgements of `DIR` over the built-in ones, and write corrections into it")
	flags.IntVar(&s.port, "port", servePort, "serve at port `N`; 0 takes any that is free")
	flags.StringVar(&s.listen, "listen", "127.0.0.1", "serve at `ADDR`: an address or name of this machine")
	flags.StringVar(&s.lang, "lang", "", "speak `LANG`, vi or en; else as the browser asks")
	return cmd
}

// serving is one call of the verb.
type serving struct {
	app                     *app
	dir, data, listen, lang string
	port                    int
}

// heapGoal is how many bytes serve holds, pages of the database left out, before the
// garbage collector works harder; GOMEMLIMIT of the environment wins.
const heapGoal = 144 << 20

func (s *serving) run(cmd *cobra.Command, _ []string) error {
	if err := s.check(); err != nil {
		return err
	}
	if s.data != "" { // corrections make it
		if err := os.MkdirAll(s.data, 0o777); err != nil {
			return err
		}
	}
	with, err := newReader(nil, s.data)
	if err != nil {
		return err
	}
	c, err := s.app.opened(corpus.Open, s.dir)
	if err != nil {
		return s.app.noCorpus(err)
	}
	defer c.Close()
	if err := c.DB.Bound(web.CacheKiB); err != nil {
		return err
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(heapGoal)
	}
	c.Names.Read = with.stages.Normalizer.Record
	if err := identify(c, with.words, s.data); err != nil {
		return err
	}
	at, err := s.bind(cmd.Flags().Changed("port"))
	if err != nil {
		return err
	}
	defer at.Close()
	o := web.Options{Token: web.NewToken(), Hosts: []string{s.listen}, Lang: s.lang, Explain: with.stages.Explained, Atlas: atlas(with.words)}
	if s.data != "" {
		mine, err := review.Open(s.data, c, buildVersion())
		if err != nil {
			return err
		}
		o.Corrections, o.Explain = web.NewCorrections(cmd.Context(), mine), mine.Explain
	}
	handler, err := web.New(c, o)
	if err != nil {
		return err
	}
	s.tell(at, o.Token)
	return serveUntil(cmd.Context(), at, handler)
}

// atlas tells where the provinces of the lexicon lie.
func atlas(words *lexicon.Lexicon) *web.Atlas {
	at := func(p *lexicon.Place) chart.Place { return chart.Place{Name: p.Name, Lat: p.Seat.Lat, Lon: p.Seat.Lon} }
	a := &web.Atlas{Find: func(place string) (chart.Place, bool) {
		p := words.ProvinceIn(place)
		if p == nil || p.Seat == (lexicon.Coordinates{}) {
			return chart.Place{}, false
		}
		return at(p), true
	}}
	for i := range words.Places {
		if p := &words.Places[i]; p.Seat != (lexicon.Coordinates{}) {
			a.Places = append(a.Places, at(p))
		}
	}
	return a
}

func (s *serving) check() error {
	switch {
	case s.dir == "":
		return misused("name the corpus directory: --corpus DIR")
	case s.lang != "" && !slices.Contains(words.Languages, s.lang):
		return misused("--lang %s: write one of %v", s.lang, words.Languages)
	case s.port < 0 || s.port > 65535:
		return misused("--port %d is no port: write a number up to 65535", s.port)
	case s.listen == "":
		return misused("--listen needs an address of this machine, as 127.0.0.1")
	}
	return nil
}

// bind takes the port; another where it is taken and was not asked for.
func (s *serving) bind(asked bool) (net.Listener, error) {
	at, err := net.Listen("tcp", net.JoinHostPort(s.listen, strconv.Itoa(s.port)))
	if err != nil && !asked {
		at, err = net.Listen("tcp", net.JoinHostPort(s.listen, "0"))
	}
	if err != nil {
		return nil, misused("cannot serve at port %d of %s: %v; --port 0 takes a free one", s.port, s.listen, err)
	}
	return at, nil
}

// tell prints the address, which is what the verb is for, and how it ends.
func (s *serving) tell(at net.Listener, token string) {
	host := s.listen
	if ip, err := netip.ParseAddr(host); err == nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	port := at.Addr().(*net.TCPAddr).Port
	fmt.Fprintf(s.app.stdout, "http://%s/?token=%s\n", net.JoinHostPort(host, strconv.Itoa(port)), token)
	if ip, err := netip.ParseAddr(s.listen); s.listen != "localhost" && (err != nil || !ip.IsLoopback()) {
		s.app.talk.say("other machines can ask, too: whoever has this address reads all, and what is read can be overheard")
	}
	s.app.talk.say("open this address in a browser; Ctrl-C ends it")
}

// The times within which a browser must ask, and be answered.
const (
	askWithin    = 10 * time.Second
	answerWithin = 2 * time.Minute
	endWithin    = 3 * time.Second
	maxHeader    = 32 << 10
)

// serveUntil serves until the context ends, and lets what was begun come to an end.
func serveUntil(ctx context.Context, at net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: askWithin, ReadTimeout: askWithin, WriteTimeout: answerWithin, IdleTimeout: answerWithin, MaxHeaderBytes: maxHeader}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(at) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	within, cancel := context.WithTimeout(context.WithoutCancel(ctx), endWithin)
	defer cancel()
	if err := server.Shutdown(within); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}
