package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"maps"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// served is a program that serves a corpus, and a browser at it.
type served struct {
	*testing.T
	cmd     *exec.Cmd
	browser *http.Client
	at      string
}

// serve begins to serve a corpus, with corrections going to mine.
func serve(t *testing.T, dir, mine string) *served {
	t.Helper()
	cmd := program(t, "serve", "--corpus", dir, "--data", mine, "--port", "0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("serve prints no address: %v", err)
	}
	jar, _ := cookiejar.New(nil)
	s := &served{t, cmd, &http.Client{Jar: jar}, strings.TrimSpace(address)}
	if _, err := s.page(s.browser.Get(s.at)); err != nil {
		t.Fatal(err)
	}
	s.at, _, _ = strings.Cut(s.at, "/?")
	return s
}

func (s *served) kill() {
	s.cmd.Process.Kill()
	s.cmd.Wait()
}

// page is the text of an answer; an error where the program is gone.
func (s *served) page(r *http.Response, err error) (string, error) {
	if err != nil {
		return "", err
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	return string(body), err
}

var hidden = regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)">`)

// send fills the form of a page, and sends it to an address.
func (s *served) send(page, to string, more url.Values) (string, error) {
	fields := maps.Clone(more)
	_, form, _ := strings.Cut(page, `<form method="post"`)
	form, _, _ = strings.Cut(form, "</form>")
	for _, m := range hidden.FindAllStringSubmatch(form, -1) {
		if !fields.Has(m[1]) {
			fields.Set(m[1], html.UnescapeString(m[2]))
		}
	}
	return s.page(s.browser.PostForm(s.at+to, fields))
}

// correction is what is typed into one form.
type correction struct {
	kind, article string
	fields        url.Values
}

// corrections write into each kind of file.
var corrections = []correction{
	{"word-agency", "", url.Values{"f-name": {"Tổ Vẫy Cờ"}, "f-country": {"VN"}}},
	{"title", "https://a.vn/bai-2.htm", url.Values{"f-value": {"Một tiêu đề khác"}}},
	{"different", "", url.Values{"f-persons": {"vn/tran-van-mau; vn/le-van-thu"}, "f-note": {"hai người"}}},
	{"word-rank", "", url.Values{"f-name": {"Thượng tá nhất"}, "f-country": {"VN"}}},
	{"alias", "", url.Values{"f-alias": {"CAPHB"}, "f-of": {"agency"}, "f-name": {"Bộ Công an"}, "f-country": {"VN"}}},
	{"site-drop", "", url.Values{"f-site": {"a.vn"}, "f-selector": {"p.anh"}}},
}

// correct goes from the form to what was written. What it gives is the last page.
func (s *served) correct(c correction) (string, error) {
	form, err := s.page(s.browser.Get(s.at + "/correct?" + url.Values{"kind": {c.kind}, "url": {c.article}, "lang": {"en"}}.Encode()))
	if err != nil {
		return "", err
	}
	preview, err := s.send(form, "/correct/preview", c.fields)
	if err != nil {
		return "", err
	}
	if !strings.Contains(preview, `action="/correct"`) {
		s.Fatalf("%s: no preview: %s", c.kind, preview)
	}
	return s.send(preview, "/correct", url.Values{})
}

// entered is an entry of the list of corrections.
type entered struct {
	ID, State  string
	Followed   bool
	Correction struct{ Kind string }
}

// history is the list of corrections; an error where the program is gone.
func (s *served) history() (all []entered, err error) {
	page, err := s.page(s.browser.Get(s.at + "/corrections?format=json"))
	if err != nil {
		return nil, err
	}
	var list struct{ Entries []entered }
	if err := json.Unmarshal([]byte(page), &list); err != nil {
		s.Fatalf("%v: %s", err, page)
	}
	return list.Entries, nil
}

// work makes the corrections of a list that are not made yet, in their order, each
// followed by the corpus, until all are made or the program is gone.
func (s *served) work(list []correction) (all bool) {
	for _, c := range list {
		for followed := false; !followed; {
			before, err := s.history()
			if err != nil {
				return false
			}
			made := false
			for _, e := range before {
				if e.Correction.Kind == c.kind && e.State == "done" {
					made, followed = true, e.Followed
					if !followed && !s.follow(e.ID) {
						return false
					}
				}
			}
			if !made {
				if _, err := s.correct(c); err != nil {
					return false
				}
			}
		}
	}
	return true
}

// follow has the corpus follow a correction, and waits.
func (s *served) follow(id string) (ended bool) {
	job := s.at + "/correct/job?format=json&id=" + id
	for begun := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		if time.Since(begun) > 5*time.Minute {
			s.Fatalf("the corpus never follows correction %s", id)
		}
		page, err := s.page(s.browser.Get(job))
		if err != nil {
			return false
		}
		var now struct{ State, Error string }
		if err := json.Unmarshal([]byte(page), &now); err != nil {
			s.Fatalf("%v: %s", err, page)
		}
		switch now.State {
		case "done":
			return true
		case "failed":
			if !strings.Contains(now.Error, "full") {
				s.Fatalf("the corpus does not follow: %s", now.Error)
			}
			fallthrough
		case "waiting", "stopped":
			form, err := s.page(s.browser.Get(s.at + "/corrections?lang=en"))
			if err == nil {
				_, err = s.send(form, "/correct/follow", url.Values{"id": {id}})
			}
			if err != nil {
				return false
			}
		}
	}
}

// written is what corrections wrote, without the days in their history.
func written(t *testing.T, mine string) string {
	t.Helper()
	var all []string
	for name, data := range contents(t, mine) {
		if name != "/review.jsonl" && name != "/review.lock" {
			all = append(all, fmt.Sprintf("%s\n%s", name, data))
		}
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// TestServeKilled kills boctin serve while corrections are written and the corpus follows
// them: in the end all are made once, and files and corpus are as if nobody had.
func TestServeKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some ten seconds")
	}
	r := seeded(t)
	from, calm, hard := collection(t, 90), t.TempDir(), t.TempDir()
	mine := map[string]string{calm: t.TempDir(), hard: t.TempDir()}
	for _, dir := range []string{calm, hard} {
		done(t, "import", "--corpus", dir, from)
	}
	s := serve(t, calm, mine[calm])
	begun := time.Now()
	if !s.work(corrections) {
		t.Fatal("the program is gone")
	}
	took := time.Since(begun)
	s.kill()
	killed := 0
	for range rounds(4) {
		s := serve(t, hard, mine[hard])
		timer := time.AfterFunc(time.Duration(r.Int64N(int64(took)/3)), func() { s.cmd.Process.Kill() })
		if !s.work(corrections) {
			killed++
		}
		timer.Stop()
		s.kill()
	}
	s = serve(t, hard, mine[hard])
	if !s.work(corrections) {
		t.Fatal("the program is gone")
	}
	entries, err := s.history()
	if err != nil {
		t.Fatal(err)
	}
	made := 0
	for _, e := range entries {
		if e.State == "done" {
			made++
		}
	}
	if made != len(corrections) {
		t.Errorf("%d corrections are made, want %d: %+v", made, len(corrections), entries)
	}
	s.kill()
	sameWork(t, mine, hard, calm)
	done(t, "check", mine[hard])
	if left, _ := filepath.Glob(filepath.Join(mine[hard], "*", ".boctin-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	t.Logf("killed %d times", killed)
}

// sameWork holds what was written about one corpus, and the corpus, against another that
// nothing disturbed.
func sameWork(t *testing.T, mine map[string]string, hard, calm string) {
	t.Helper()
	if got, want := written(t, mine[hard]), written(t, mine[calm]); got != want {
		t.Errorf("the files are\n%s\nand undisturbed\n%s", got, want)
	}
	sameHoldings(t, hard, calm)
	if faults := faultsOf(t, hard); len(faults) > 0 {
		t.Errorf("%q", faults)
	}
}
