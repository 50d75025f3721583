package webtest

import (
	"bufio"
	"context"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// root is the directory of the main module.
const root = ".."

// built is the program, once for all tests of a run.
var built string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "webtest")
	if err != nil {
		panic(err)
	}
	built = filepath.Join(dir, "boctin")
	build := exec.Command("go", "build", "-o", built, "./cmd/boctin")
	build.Dir, build.Stderr = root, os.Stderr
	if err := build.Run(); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// boctin runs a verb and gives what it prints.
func boctin(t testing.TB, args ...string) string {
	t.Helper()
	var said strings.Builder
	cmd := exec.Command(built, args...)
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil && cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("boctin %v: %v: %.2000s", args, err, said.String())
	}
	return string(out)
}

// site is a corpus served to a browser.
type site struct {
	dir, mine string // the corpus, and the overlay that takes corrections
	base      string // http://127.0.0.1:PORT
	entry     string // the printed address, with its token
}

// serve makes a corpus of some inputs and serves it until the test ends.
func serve(t testing.TB, inputs ...string) *site {
	t.Helper()
	s := &site{dir: filepath.Join(t.TempDir(), "corpus"), mine: filepath.Join(t.TempDir(), "mine")}
	if err := os.MkdirAll(s.mine, 0o755); err != nil {
		t.Fatal(err)
	}
	boctin(t, append([]string{"import", "-q", "--corpus", s.dir}, inputs...)...)
	cmd := exec.Command(built, "serve", "--corpus", s.dir, "--data", s.mine, "--port", "0", "--lang", "en")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Signal(os.Interrupt); cmd.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("no address was printed: %v", err)
	}
	s.entry = strings.TrimSpace(line)
	s.base, _, _ = strings.Cut(s.entry, "/?")
	return s
}

// ownPages are the inputs of the tests: pages of our own writing.
func ownPages() []string { return []string{filepath.Join(root, "testdata")} }

// client asks the site as a browser that has the token.
func (s *site) client(t testing.TB) *http.Client {
	t.Helper()
	jar, _ := cookiejar.New(nil)
	c := &http.Client{Jar: jar, Timeout: 30 * time.Second}
	answer, err := c.Get(s.entry)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s", s.entry, answer.Status)
	}
	return c
}

// chromium finds the browser; without it the test is left out.
func chromium(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("there is no Chromium here: webtest/chromium.sh installs Debian's")
	return ""
}

// tab is one page of a browser, and what went wrong in it.
type tab struct {
	context.Context
	t    testing.TB
	site *site

	hearing sync.Mutex
	faults  []string
}

// open starts a browser of its own at the printed address.
func (s *site) open(t testing.TB, width, height int) *tab {
	t.Helper()
	started, stop := chromedp.NewExecAllocator(t.Context(), browserFlags(t)...)
	t.Cleanup(stop)
	ctx, end := chromedp.NewContext(started)
	t.Cleanup(end)
	b := &tab{Context: ctx, t: t, site: s}
	if err := chromedp.Listen(ctx, b.hear); err != nil {
		t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	b.do(chromedp.EmulateViewport(int64(width), int64(height)), chromedp.Navigate(s.entry))
	return b
}

// browserFlags let a browser run in a container, silent towards the world.
func browserFlags(t testing.TB) []chromedp.ExecAllocatorOption {
	return append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), // fails at once what must not be asked
	)
}

// call sends a command of the protocol.
func call[P, R any](b *tab, cmd cdp.Command[P, R], params P) R {
	b.t.Helper()
	result, err := chromedp.Call(b, cmd, params)
	if err != nil {
		b.t.Fatal(err)
	}
	return result
}

// hear notes errors of the console and requests to any other host.
func (b *tab) hear(event any) {
	b.hearing.Lock()
	defer b.hearing.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.faults = append(b.faults, "exception: "+e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError {
			b.faults = append(b.faults, "console: an error")
		}
	case *page.EventJavascriptDialogOpening:
		b.faults = append(b.faults, "dialog: "+e.Message)
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, b.site.base+"/") && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "about:") {
			b.faults = append(b.faults, "request to another host: "+u)
		}
	}
}

// within bounds what waits for the page.
const within = 30 * time.Second

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b, within)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.t.Fatalf("at %s: %v", b.where(), err)
	}
}

func (b *tab) where() string {
	at, _ := chromedp.Run(b, chromedp.Location())
	return strings.TrimPrefix(at, b.site.base)
}

// visit opens an address of the site.
func (b *tab) visit(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.site.base + path))
}

// press clicks what leads to another page, and waits for that.
func (b *tab) press(selector string) {
	b.t.Helper()
	b.follow(chromedp.Click(chromedp.CSS(selector)))
}

// follow does what leads to another page, and waits until that one is there: what
// is looked for next may stand on the page before, too.
func (b *tab) follow(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b, within)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, actions...); err != nil {
		b.t.Fatalf("at %s: %v", b.where(), err)
	}
}

// eval gives the value of an expression as text.
func (b *tab) eval(expression string) string {
	b.t.Helper()
	value, err := chromedp.Run(b, chromedp.Evaluate[string]("String("+expression+")"))
	if err != nil {
		b.t.Fatalf("at %s: %s: %v", b.where(), expression, err)
	}
	return value
}

// clean fails the test where something went wrong on the way.
func (b *tab) clean() {
	b.t.Helper()
	b.hearing.Lock()
	defer b.hearing.Unlock()
	for _, f := range b.faults {
		b.t.Errorf("at %s: %s", b.where(), f)
	}
	b.faults = nil
}
