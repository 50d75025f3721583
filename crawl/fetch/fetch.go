package fetch

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"sort"
	"strings"
	"time"

	"github.com/gocolly/colly/v2"

	"github.com/boctin/boctin/crawl/coding"
)

// ErrTooLarge says that a body is larger than was asked for.
var ErrTooLarge = errors.New("body is too large")

// ErrType says that the answer is of a kind that was not asked for; its body
// was not read.
var ErrType = errors.New("not a page")

// Options say how a Fetcher behaves.
type Options struct {
	UserAgent    string
	AllowPrivate bool
	Timeout      time.Duration // of one request, body included
	MaxBody      int64         // bytes, as received and again after decompression
	Proxy        *url.URL      // nil: none
}

// Fetcher is safe for concurrent use.
type Fetcher struct {
	o         Options
	transport *http.Transport
}

// Request is one GET.
type Request struct {
	URL      string
	ETag     string // sent as If-None-Match
	Modified string // sent as If-Modified-Since
	Any      bool   // takes any content type
}

// Answer is what came back.
type Answer struct {
	Status    int
	Header    http.Header
	Type      string // media type, lower case, without parameters
	Request   []byte // header block as sent
	Head      []byte // status line and header fields
	Raw       []byte // body, content encoding kept
	Body      []byte // body, content encoding undone
	IP        string
	Sent      time.Time
	Took      time.Duration
	Truncated string
}

// New makes a fetcher.
func New(o Options) *Fetcher {
	return &Fetcher{o: o, transport: &http.Transport{
		Proxy:       func(*http.Request) (*url.URL, error) { return o.Proxy, nil },
		DialContext: dialer(o.AllowPrivate || o.Proxy != nil), DisableCompression: true, TLSHandshakeTimeout: 15 * time.Second,
		MaxResponseHeaderBytes: 256 << 10, MaxIdleConnsPerHost: 1, MaxIdleConns: 200,
		IdleConnTimeout: 90 * time.Second,
	}}
}

// Close ends idle connections.
func (f *Fetcher) Close() { f.transport.CloseIdleConnections() }

type answerKey struct{}

// call is what a request and its round trip share.
type call struct {
	Request
	answer *Answer
	err    error
}

// Get makes one request through colly and follows no redirect. An answer may
// come with an error: then its body is missing or cut.
func (f *Fetcher) Get(ctx context.Context, r Request) (*Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, f.o.Timeout)
	defer cancel()
	one := &call{Request: r}
	ctx = context.WithValue(ctx, answerKey{}, one)
	c := colly.NewCollector(colly.StdlibContext(ctx), colly.AllowURLRevisit(), colly.IgnoreRobotsTxt(),
		colly.ParseHTTPErrorResponse(), colly.MaxBodySize(0), colly.UserAgent(f.o.UserAgent))
	c.CacheDir, c.Async = "", false // whatever the environment says
	c.IgnoreRobotsTxt = true
	c.SetRequestTimeout(2 * f.o.Timeout) // the context ends it first
	c.DisableCookies()
	c.WithTransport(&trip{f})
	c.SetRedirectHandler(func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse })
	err := c.Request(http.MethodGet, r.URL, nil, nil, f.header(r))
	if one.err != nil {
		err = one.err
	}
	if err != nil && ctx.Err() != nil && errors.Is(ctx.Err(), context.DeadlineExceeded) {
		err = fmt.Errorf("no whole answer within %s", f.o.Timeout)
		err = &temporary{err}
	}
	if one.answer == nil && err == nil {
		err = errors.New("no answer")
	}
	return one.answer, err
}

func (f *Fetcher) header(r Request) http.Header {
	h := http.Header{"User-Agent": {f.o.UserAgent}, "Accept-Encoding": {"gzip"}, "Accept-Language": {"vi,en;q=0.5"},
		"Accept": {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.1"}}
	if r.ETag != "" {
		h.Set("If-None-Match", r.ETag)
	}
	if r.Modified != "" {
		h.Set("If-Modified-Since", r.Modified)
	}
	return h
}

// trip is the round tripper under colly: it keeps the answer as it came and
// hands colly the body decoded.
type trip struct{ f *Fetcher }

func (t *trip) RoundTrip(req *http.Request) (*http.Response, error) {
	one, _ := req.Context().Value(answerKey{}).(*call)
	if one == nil {
		return nil, errors.New("request from outside the fetcher")
	}
	if err := t.f.reachable(req.URL); err != nil {
		return nil, err
	}
	a := &Answer{Sent: time.Now().UTC()}
	trace := &httptrace.ClientTrace{GotConn: func(i httptrace.GotConnInfo) {
		if ap, err := netip.ParseAddrPort(i.Conn.RemoteAddr().String()); err == nil && t.f.o.Proxy == nil {
			a.IP = ap.Addr().Unmap().String()
		}
	}}
	res, err := t.f.transport.RoundTrip(req.WithContext(httptrace.WithClientTrace(req.Context(), trace)))
	if err != nil {
		return nil, err
	}
	a.Status, a.Header, a.Request, a.Head = res.StatusCode, res.Header.Clone(), requestBlock(req), headBlock(res)
	a.Type, _, _ = mime.ParseMediaType(res.Header.Get("Content-Type"))
	one.answer = a
	one.err = t.f.body(res, one)
	a.Took = time.Since(a.Sent)
	res.Body.Close()
	res.Body, res.Uncompressed, res.ContentLength = io.NopCloser(bytes.NewReader(a.Body)), true, int64(len(a.Body))
	res.Header.Del("Content-Encoding")
	if one.err != nil {
		return nil, one.err
	}
	return res, nil
}

// reachable refuses what can be seen to be private where a proxy makes the
// connection: an address in place of a name, and this machine.
func (f *Fetcher) reachable(u *url.URL) error {
	if f.o.Proxy == nil || f.o.AllowPrivate {
		return nil
	}
	ip, err := netip.ParseAddr(u.Hostname())
	if err == nil && !Public(ip) || u.Hostname() == "localhost" || strings.HasSuffix(u.Hostname(), ".localhost") {
		return fmt.Errorf("%s: %w", u.Host, ErrPrivate)
	}
	return nil
}

// body reads and decodes the body within bounds.
func (f *Fetcher) body(res *http.Response, one *call) error {
	a := one.answer
	if !one.Any && a.Status < 300 && !pageType(a.Type) {
		return fmt.Errorf("%w: Content-Type is %s", ErrType, a.Type)
	}
	var err error
	if a.Raw, err = limited(res.Body, f.o.MaxBody); err != nil {
		if !errors.Is(err, ErrTooLarge) {
			err = &temporary{fmt.Errorf("body broke off after %d bytes: %w", len(a.Raw), err)}
		}
		return err
	}
	if a.Body, err = f.decode(a.Raw, res.Header.Values("Content-Encoding")); errors.Is(err, ErrTooLarge) {
		return fmt.Errorf("%w after decompression", err)
	}
	if err == nil && a.Type == "" && !one.Any && a.Status < 300 && !pageType(http.DetectContentType(a.Body)) {
		return fmt.Errorf("%w: it has no Content-Type and does not look like one", ErrType)
	}
	return err
}

// pageType tells whether a media type may be a page, feed or sitemap.
func pageType(t string) bool {
	t, _, _ = strings.Cut(t, ";")
	switch {
	case t == "", strings.HasPrefix(t, "text/"), strings.HasSuffix(t, "xml"):
		return t != "text/css" && t != "text/javascript"
	}
	return t == "application/gzip" || t == "application/x-gzip"
}

// limited reads at most limit bytes; more is ErrTooLarge.
func limited(r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		return nil, fmt.Errorf("%w: more than %d MiB", ErrTooLarge, limit>>20)
	}
	return b, err
}

func (f *Fetcher) decode(raw []byte, encodings []string) ([]byte, error) {
	r, err := coding.Undo(bufio.NewReader(bytes.NewReader(raw)), encodings)
	if err != nil {
		return nil, err
	}
	body, err := limited(r, f.o.MaxBody)
	if err != nil && !errors.Is(err, ErrTooLarge) {
		return nil, fmt.Errorf("content encoding %s: %w", strings.Join(encodings, ", "), err)
	}
	return body, err
}

// requestBlock writes the request as it goes over the wire.
func requestBlock(req *http.Request) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: %s\r\n", req.Method, req.URL.RequestURI(), req.URL.Host)
	writeFields(&b, req.Header)
	return b.Bytes()
}

func headBlock(res *http.Response) []byte {
	var b bytes.Buffer
	status := strings.Map(printable, res.Status)
	fmt.Fprintf(&b, "HTTP/%d.%d %s\r\n", res.ProtoMajor, res.ProtoMinor, status)
	writeFields(&b, res.Header)
	return b.Bytes()
}

func printable(r rune) rune {
	if r < ' ' {
		return -1
	}
	return r
}

func writeFields(b *bytes.Buffer, h http.Header) {
	names := make([]string, 0, len(h))
	for name := range h {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		for _, v := range h[name] {
			fmt.Fprintf(b, "%s: %s\r\n", name, v)
		}
	}
	b.WriteString("\r\n")
}
