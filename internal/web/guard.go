package web

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"html/template"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"
)

// NewToken gives a token that nobody can guess.
func NewToken() string { return rand.Text() }

// policy lets a page load nothing but our own style, script and pictures, and the
// saved page in its frame.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// headers are sent with every answer.
var headers = map[string]string{
	"Content-Security-Policy":      policy,
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "no-referrer",
	"X-Frame-Options":              "DENY",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Cache-Control":                "no-store",
}

// The bounds of a request: bytes of a form and of a question, and how long an answer
// may take.
const (
	maxForm  = 1 << 20
	maxQuery = 8 << 10
	patient  = time.Minute
)

// crossOrigin refuses what another site's page sends.
var crossOrigin = http.NewCrossOriginProtection()

// ServeHTTP lets in whoever asks this machine by a name of its own, from a page of
// ours where something is to be done, and has the token.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for name, value := range headers {
		w.Header().Set(name, value)
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	ctx, cancel := context.WithTimeout(r.Context(), patient)
	defer cancel()
	r = r.WithContext(ctx)
	switch {
	case !s.ours(r.Host):
		s.refuse(w, r, "refused.host")
	case len(r.URL.RawQuery) > maxQuery:
		http.Error(w, s.speak(r).Say("refused.long"), http.StatusRequestURITooLong)
	case crossOrigin.Check(r) != nil:
		s.refuse(w, r, "refused.origin")
	case s.opens(r.URL.Query().Get("token")):
		s.enter(w, r)
	case !s.entered(r):
		s.refuse(w, r, "refused.token")
	case r.Method == http.MethodPost && !same(r.PostFormValue("csrf"), s.csrf()):
		s.refuse(w, r, "refused.form")
	default:
		s.mux.ServeHTTP(w, r)
	}
}

// ours tells whether a Host header is a name of this machine. A name that somebody
// else owns may lead here, too (DNS rebinding); an address cannot.
func (s *Server) ours(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	name = strings.TrimSuffix(strings.TrimPrefix(name, "["), "]")
	_, err = netip.ParseAddr(name)
	return err == nil || name == "localhost" || slices.Contains(s.o.Hosts, name)
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

func (s *Server) opens(token string) bool { return same(token, s.o.Token) }

// cookieName tells servers apart that run on one machine: cookies do not know ports.
func cookieName(r *http.Request, what string) string {
	_, port, _ := net.SplitHostPort(r.Host)
	return "boctin" + port + what
}

func (s *Server) entered(r *http.Request) bool {
	c, err := r.Cookie(cookieName(r, ""))
	return err == nil && s.opens(c.Value)
}

// enter keeps the token in the browser and takes it out of the address.
func (s *Server) enter(w http.ResponseWriter, r *http.Request) {
	setCookie(w, cookieName(r, ""), s.o.Token, 0)
	q := r.URL.Query()
	q.Del("token")
	there := "/" + strings.TrimLeft(r.URL.Path, `/\`)
	if rest := q.Encode(); rest != "" {
		there += "?" + rest
	}
	http.Redirect(w, r, there, http.StatusSeeOther)
}

func setCookie(w http.ResponseWriter, name, value string, keep time.Duration) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: int(keep.Seconds())})
}

// csrf is what a form of ours carries in its field of that name.
func (s *Server) csrf() string {
	sum := hmac.New(sha256.New, []byte(s.o.Token))
	sum.Write([]byte("csrf"))
	return hex.EncodeToString(sum.Sum(nil))
}

// refuse answers in plain words, and shows nothing of the corpus. Whoever comes by a
// link from elsewhere is let in by following it from here: browsers do not send our
// cookie from there.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, key string) {
	words := s.speak(r)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusForbidden)
	data := map[string]string{"Lang": words.Lang, "Why": words.Say(key)}
	if key == "refused.token" && r.Method == http.MethodGet {
		data["Again"], data["Here"] = words.Say("refused.again"), r.URL.RequestURI()
	}
	refused.Execute(w, data)
}

var refused = template.Must(template.New("refused").Parse(`<!doctype html><html lang="{{.Lang}}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>boctin</title>
<body><main><h1>boctin</h1><p>{{.Why}}</p>{{with .Again}}<p><a href="{{$.Here}}">{{.}}</a></p>{{end}}</main></body></html>`))
