package webtest

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestDatasette opens boctin.db with Datasette, which make test-export installs,
// and asks it for tables, views and a word.
func TestDatasette(t *testing.T) {
	program, err := filepath.Abs(filepath.Join(root, "internal", "export", "testdata", "readers", ".venv", "bin", "datasette"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(program); err != nil {
		t.Skip("Datasette is not here: make test-export installs it, with python3")
	}
	dir := filepath.Join(t.TempDir(), "corpus")
	boctin(t, append([]string{"import", "-q", "--corpus", dir}, ownPages()...)...)
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := free.Addr().(*net.TCPAddr).Port
	free.Close()
	cmd := exec.Command(program, "serve", filepath.Join(dir, "boctin.db"), "--port", fmt.Sprint(port))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Signal(os.Interrupt); cmd.Wait() })
	base := fmt.Sprintf("http://127.0.0.1:%d/boctin", port)
	for _, query := range []string{
		"select title, body from articles where body <> '' limit 5",
		"select text, value from dates where text <> '' limit 5",
		"select text from official_mentions where text <> '' limit 5",
		"select title, agency_name, first_seen from posts_held limit 5",
		"select kind, first_day, place from events limit 5",
	} {
		if rows := asked(t, base+".json?_shape=array&sql="+strings.ReplaceAll(query, " ", "+")); len(rows) == 0 {
			t.Errorf("%s: no rows", query)
		}
	}
	if page := fetched(t, base+"/articles"); !strings.Contains(page, "<table") || !strings.Contains(page, "Công an") {
		t.Errorf("the page of the table of articles shows no article: %.300s", page)
	}
}

// asked gives the rows that Datasette answers with.
func asked(t *testing.T, address string) (rows []map[string]any) {
	t.Helper()
	body := fetched(t, address)
	if err := json.Unmarshal([]byte(body), &rows); err != nil {
		t.Errorf("%s: %.300s", address, body)
	}
	return rows
}

// fetched asks until the server is up, for a minute at most.
func fetched(t *testing.T, address string) string {
	t.Helper()
	for until := time.Now().Add(time.Minute); ; time.Sleep(200 * time.Millisecond) {
		answer, err := http.Get(address)
		if err != nil {
			if time.Now().After(until) {
				t.Fatal(err)
			}
			continue
		}
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
}
