package web

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract"
	profiles "github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/internal/corpus"
	importer "github.com/boctin/boctin/internal/corpus/import"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// The address of a page that does all that a page may do to harm.
const hostileURL = "https://hostile.example/bai-viet/a.html"

// world is a corpus of the saved pages of testdata and of hostile ones, made once.
type world struct {
	dir    string
	corpus *corpus.Corpus
	stages *pipeline.Stages
	err    error
}

var made = sync.OnceValue(func() (w world) {
	known, err := profiles.Load(nil)
	words, err2 := lexicon.Load(nil)
	if err != nil || err2 != nil {
		return world{err: err}
	}
	w.stages = &pipeline.Stages{Extractor: extract.New(known), Normalizer: normalize.New(words)}
	if w.dir, w.err = os.MkdirTemp("", "boctin-web-"); w.err != nil {
		return w
	}
	if w.corpus, w.err = corpus.Make(w.dir); w.err != nil {
		return w
	}
	w.take(input.Options{Paths: []string{"../../testdata"}})
	w.take(input.Options{Paths: []string{"testdata/hostile.html"}, URL: hostileURL})
	w.take(input.Options{Paths: []string{"testdata/hostile2.html"}, URL: hostileURL})
	return w
})

func (w *world) take(in input.Options) {
	in.MaxBytes = 16 << 20
	if w.err != nil {
		return
	}
	done, err := importer.Run(context.Background(), w.corpus, input.New, importer.Options{Inputs: in, Stages: w.stages, Lexicon: "v1", Reader: "test",
		Keep: true, Software: "boctin/test", Workers: 2, Timeout: time.Minute, Failed: func(pipeline.Failure) {}})
	if w.err = err; err == nil && done.New+done.Changed == 0 {
		w.err = fmt.Errorf("nothing was imported of %v", in.Paths)
	}
}

func TestMain(m *testing.M) {
	code := m.Run()
	if w := made(); w.corpus != nil {
		w.corpus.Close()
		os.RemoveAll(w.dir)
	}
	os.Exit(code)
}

const token = "the-token-of-the-test"

func server(t testing.TB, change ...func(*Options)) *Server {
	t.Helper()
	w := made()
	if w.err != nil {
		t.Fatal(w.err)
	}
	explain := *w.stages
	explain.Explain = true
	o := Options{Token: token, Hosts: []string{"desk.lan"}, Explain: func(r *boctin.Record) *boctin.Record {
		out := explain.Normalizer.Explain(r.Article)
		return &out
	}}
	for _, f := range change {
		f(&o)
	}
	s, err := New(w.corpus, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// request is one by a browser that was let in.
func request(method, target string, body string) *http.Request {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Host = "127.0.0.1:8807"
	r.AddCookie(&http.Cookie{Name: "boctin8807", Value: token})
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	return r
}

func get(t testing.TB, s *Server, target string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, request("GET", target, ""))
	return w
}

// page gives what is shown at an address.
func shown(t testing.TB, s *Server, target string) string {
	t.Helper()
	w := get(t, s, target)
	if w.Code != http.StatusOK {
		t.Fatalf("GET %s: %d %s", target, w.Code, w.Body)
	}
	return w.Body.String()
}

func TestNoToken(t *testing.T) {
	if _, err := New(made().corpus, Options{}); err == nil {
		t.Error("a corpus is served without a token")
	}
}

func TestStatic(t *testing.T) {
	s := server(t)
	for name, kind := range map[string]string{"style.css": "text/css", "script.js": "text/javascript", "icon.svg": "image/svg+xml"} {
		w := get(t, s, "/static/"+name)
		if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), kind) {
			t.Errorf("%s: %d %s", name, w.Code, w.Header().Get("Content-Type"))
		}
	}
	if w := get(t, s, "/static/..%2Ftemplates%2Flayout.html"); w.Code == http.StatusOK {
		t.Errorf("a template is served: %d", w.Code)
	}
}

func TestScriptIsSmall(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("static", "script.js"))
	if err != nil || strings.Count(string(raw), "\n") > 100 {
		t.Errorf("the script has %d lines: %v", strings.Count(string(raw), "\n"), err)
	}
}
