package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// fetcher has time enough on a machine that does much else.
func fetcher(allow bool) *Fetcher { return hasty(allow, time.Minute) }

func hasty(allow bool, timeout time.Duration) *Fetcher {
	return New(Options{UserAgent: "boctin/test", AllowPrivate: allow, Timeout: timeout, MaxBody: 1 << 20})
}

func TestPublic(t *testing.T) {
	for ip, want := range map[string]bool{
		"203.162.0.1": true, "8.8.8.8": true, "2001:ee0::1": true, "127.0.0.1": false, "10.1.2.3": false, "192.168.0.1": false, "172.16.9.9": false,
		"169.254.169.254": false, "0.0.0.0": false, "100.64.1.1": false, "::1": false, "fe80::1": false, "fd00::1": false, "::ffff:127.0.0.1": false,
		"64:ff9b::7f00:1": false, "64:ff9b::808:808": true, "2002:7f00:1::": false, "224.0.0.1": false, "::": false, "255.255.255.255": false, "::7f00:1": false,
	} {
		if got := Public(netip.MustParseAddr(ip)); got != want {
			t.Errorf("%s: public is %v", ip, got)
		}
	}
}

func packed(size int) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(bytes.Repeat([]byte("a"), size))
	w.Close()
	return b.Bytes()
}

func server(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("ETag", `"v1"`)
		w.Write(packed(5000))
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(packed(50 << 20))
	})
	mux.HandleFunc("/big", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for range 2000 {
			w.Write(make([]byte, 1024))
		}
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for r.Context().Err() == nil {
			if _, err := w.Write([]byte("x")); err != nil {
				return
			}
			w.(http.Flusher).Flush()
			time.Sleep(100 * time.Millisecond)
		}
	})
	mux.HandleFunc("/cut", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Length", "1000")
		w.Write([]byte("half"))
	})
	mux.HandleFunc("/pdf", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Type", "application/pdf") })
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	mux.HandleFunc("/bad", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write([]byte("not gzip"))
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestGet(t *testing.T) {
	s, f := server(t), fetcher(true)
	a, err := f.Get(context.Background(), Request{URL: s.URL + "/page"})
	if err != nil || a.Status != 200 || len(a.Body) != 5000 || !bytes.Equal(a.Raw, packed(5000)) || a.IP != "127.0.0.1" {
		t.Fatalf("%v %+v", err, a)
	}
	if !strings.HasPrefix(string(a.Head), "HTTP/1.1 200 OK\r\n") || !strings.Contains(string(a.Head), "Content-Encoding: gzip\r\n") ||
		!strings.HasPrefix(string(a.Request), "GET /page HTTP/1.1\r\nHost: 127") || !strings.Contains(string(a.Request), "User-Agent: boctin/test\r\n") {
		t.Errorf("%s%s", a.Request, a.Head)
	}
	if a, err = f.Get(context.Background(), Request{URL: s.URL + "/page", ETag: a.Header.Get("ETag")}); err != nil || a.Status != 304 {
		t.Errorf("conditional: %v %+v", err, a)
	}
	if a, err = f.Get(context.Background(), Request{URL: s.URL + "/bad"}); err != nil || string(a.Body) != "not gzip" {
		t.Errorf("said to be gzip: %v %+v", err, a)
	}
	if a, err = f.Get(context.Background(), Request{URL: s.URL + "/away"}); err != nil || a.Status != 302 || a.Header.Get("Location") != "/page" {
		t.Errorf("redirect: %v %+v", err, a)
	}
}

func TestHostileAnswers(t *testing.T) {
	s, f := server(t), hasty(true, 10*time.Minute) // however slow the machine
	for path, want := range map[string]string{
		"/bomb": "body is too large: more than 1 MiB after decompression", "/big": "body is too large: more than 1 MiB",
		"/slow": "no whole answer within 3s", "/cut": "body broke off after 4 bytes: unexpected EOF",
		"/pdf": "not a page: Content-Type is application/pdf",
	} {
		f := f
		if path == "/slow" {
			f = hasty(true, 3*time.Second)
		}
		_, err := f.Get(context.Background(), Request{URL: s.URL + path})
		if err == nil || Describe(err) != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		} else if temp := path == "/slow" || path == "/cut"; Temporary(err) != temp {
			t.Errorf("%s: temporary is %v", path, !temp)
		}
	}
}

func TestPrivateAddressIsNotReached(t *testing.T) {
	hit := false
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hit = true }))
	defer s.Close()
	_, port, _ := strings.Cut(strings.TrimPrefix(s.URL, "http://"), ":")
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0"} {
		_, err := fetcher(false).Get(context.Background(), Request{URL: fmt.Sprintf("http://%s:%s/", host, port)})
		if err == nil || !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", host, err)
		}
	}
	if hit {
		t.Error("the server was reached")
	}
}

func TestInvalidCertificate(t *testing.T) {
	s := httptest.NewTLSServer(http.NotFoundHandler())
	s.Config.ErrorLog = nil
	defer s.Close()
	_, err := fetcher(true).Get(context.Background(), Request{URL: s.URL})
	if err == nil || !strings.HasPrefix(Describe(err), "invalid certificate") || Temporary(err) {
		t.Errorf("%v", err)
	}
}
