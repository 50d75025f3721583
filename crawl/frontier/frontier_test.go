package frontier

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var now = time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC)

func open(t testing.TB) (*Frontier, string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "boctin.db")
	f, err := Open(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, file
}

func hostID(t testing.TB, f *Frontier, name string) int64 {
	t.Helper()
	h, err := f.Host(name)
	if err != nil {
		t.Fatal(err)
	}
	return h.ID
}

func add(t testing.TB, f *Frontier, links ...Link) Outcome {
	t.Helper()
	out, err := f.Add(links)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func lease(t testing.TB, f *Frontier, host int64, when time.Time) *URL {
	t.Helper()
	u, err := f.Lease(host, when, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func commit(t testing.TB, f *Frontier, r *Result) Outcome {
	t.Helper()
	out, err := f.Commit(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestLeaseThenCommit(t *testing.T) {
	f, _ := open(t)
	h := hostID(t, f, "a.vn")
	add(t, f, Link{URL: "https://a.vn/b", Host: h, Kind: Page, Priority: 3}, Link{URL: "https://a.vn/", Host: h, Kind: Seed},
		Link{URL: "https://a.vn/later", Host: h, Due: now.Add(time.Hour)})
	u := lease(t, f, h, now)
	if u.URL != "https://a.vn/" || u.Known != nil {
		t.Fatalf("first is %+v", u)
	}
	want := &Known{Status: 200, ETag: `"x"`, Modified: "Sat", Digest: "d", Text: "t", Fetched: now, Changed: now, Interval: time.Hour,
		Versions: 1, Article: true, Canonical: "c", File: "w", Offset: 7, Record: "<r>", Stored: now}
	out := commit(t, f, &Result{ID: u.ID, Host: h, State: Done, Kind: List, Due: now.Add(time.Hour), Page: want, File: "w", Size: 99,
		Links: []Link{{URL: "https://a.vn/bai", Host: h, Kind: Article, Priority: 1, Via: u.ID}, {URL: "https://a.vn/b", Host: h, Priority: 9}}})
	if out != (Outcome{Added: 1, Article: 1}) {
		t.Errorf("commit: %+v", out)
	}
	if u = lease(t, f, h, now); u.URL != "https://a.vn/bai" || u.Via != "https://a.vn/" {
		t.Errorf("second is %+v", u)
	}
	if u = lease(t, f, h, now); u.URL != "https://a.vn/b" {
		t.Errorf("third is %+v", u)
	}
	if u = lease(t, f, h, now); u != nil {
		t.Errorf("what is not due was leased: %+v", u)
	}
	if due, ok, err := f.NextDue(h); err != nil || !ok || !due.Equal(now.Add(time.Hour)) {
		t.Errorf("next is due %v %v %v", due, ok, err)
	}
	if file, size, err := f.Mark(); file != "w" || size != 99 || err != nil {
		t.Errorf("mark %s %d %v", file, size, err)
	}
	if n, err := f.Requeue(now.Add(2*time.Hour), false, false, h); n != 1 || err != nil {
		t.Errorf("requeued %d, %v", n, err)
	}
	if u = lease(t, f, h, now.Add(2*time.Hour)); u == nil || *u.Known != *want {
		t.Errorf("known again: %+v", u)
	}
}

func TestLeasesEnd(t *testing.T) {
	f, file := open(t)
	h := hostID(t, f, "a.vn")
	add(t, f, Link{URL: "u", Host: h})
	lease(t, f, h, now)
	f.Close()
	f, err := Open(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if n, _ := f.Recover(now.Add(30*time.Second), false); n != 0 {
		t.Error("a lease was taken back before its end")
	}
	if n, _ := f.Recover(now.Add(61*time.Second), false); n != 1 {
		t.Error("a lease that ended was not taken back")
	}
	lease(t, f, h, now)
	if n, _ := f.Recover(now, true); n != 1 {
		t.Error("alone, a lease was not taken back")
	}
}

func TestChangedSinceFetched(t *testing.T) {
	f, _ := open(t)
	h := hostID(t, f, "a.vn")
	add(t, f, Link{URL: "u", Host: h})
	u := lease(t, f, h, now)
	commit(t, f, &Result{ID: u.ID, Host: h, State: Done, Page: &Known{Fetched: now}})
	if out := add(t, f, Link{URL: "u", Host: h, Changed: now.Add(-time.Hour)}); out.Again != 0 {
		t.Error("queued again though it changed before the fetch")
	}
	if out := add(t, f, Link{URL: "u", Host: h, Changed: now.Add(time.Hour)}); out.Again != 1 {
		t.Error("not queued again")
	}
}

func TestShapesAreLimited(t *testing.T) {
	f, _ := open(t)
	h := hostID(t, f, "a.vn")
	var links []Link
	for i := range ShapeLimit + 10 {
		links = append(links, Link{URL: fmt.Sprint("u", i), Host: h, Shape: "/lich/#"})
	}
	if out := add(t, f, links...); out.Trapped != 10 {
		t.Errorf("%+v", out)
	}
	u := lease(t, f, h, now)
	commit(t, f, &Result{ID: u.ID, Host: h, State: Done, Shape: "/lich/#", Links: []Link{{URL: "bai", Host: h, Kind: Article}}})
	if out := add(t, f, links...); out.Trapped != 0 || out.Added != 10 {
		t.Errorf("after a page that was of use: %+v", out)
	}
}

func TestHostAndYield(t *testing.T) {
	f, _ := open(t)
	h, err := f.Host("a.vn")
	if err != nil {
		t.Fatal(err)
	}
	h.Next, h.Slow, h.Fails, h.Robots, h.Status, h.RobotsAt = now, time.Second, 2, []byte("User-agent: *"), 200, now
	if err := f.SaveHost(h); err != nil {
		t.Fatal(err)
	}
	if again, err := f.HostByID(h.ID); err != nil || fmt.Sprint(*again) != fmt.Sprint(*h) {
		t.Errorf("%+v %v", again, err)
	}
	f.SaveYield(1, "a.vn", Yield{1, 2, 3, 4})
	f.SaveYield(2, "a.vn", Yield{5, 6, 7, 8})
	if ys, err := f.Yields(2, "a.vn", 5); err != nil || len(ys) != 1 || ys[0] != (Yield{1, 2, 3, 4}) {
		t.Errorf("%v %v", ys, err)
	}
}

// many fills a frontier with n URLs on ten hosts.
func many(b testing.TB, f *Frontier, n int) (hosts []int64) {
	for i := range 10 {
		hosts = append(hosts, hostID(b, f, fmt.Sprintf("h%d.vn", i)))
	}
	var links []Link
	for i := range n {
		links = append(links, Link{URL: fmt.Sprintf("https://h%d.vn/thoi-su/mot-bai-bao-co-ten-dai-nhu-that-%d.htm", i%10, i), Host: hosts[i%10], Kind: Article, Priority: 1})
		if len(links) == 10000 || i == n-1 {
			add(b, f, links...)
			links = links[:0]
		}
	}
	return hosts
}

// BenchmarkStep leases and commits one URL with ten links, eight of them
// known, at a million known URLs.
func BenchmarkStep(b *testing.B) {
	f, _ := open(b)
	hosts := many(b, f, 1_000_000)
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		h := hosts[i%10]
		u := lease(b, f, h, now)
		r := &Result{ID: u.ID, Host: h, State: Done, Kind: Article, Due: now.Add(24 * time.Hour), File: "w", Size: int64(i),
			Page: &Known{Status: 200, ETag: `"abc"`, Digest: "sha1:AAAA", Fetched: now, File: "w", Offset: int64(i), Record: "<urn:uuid:0>"}}
		for j := range 10 {
			n := (i*37 + j*1001) % 1_000_000
			if j >= 8 {
				n = 2_000_000 + i*10 + j
			}
			r.Links = append(r.Links, Link{URL: fmt.Sprintf("https://h%d.vn/thoi-su/mot-bai-bao-co-ten-dai-nhu-that-%d.htm", n%10, n), Host: h, Kind: Article, Priority: 4})
		}
		commit(b, f, r)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "steps/s")
	b.ReportMetric(resident(b), "MB-peak")
}

// resident is the most memory that the process held, in MB.
func resident(b *testing.B) float64 {
	raw, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(raw), "VmHWM:")
	var kb float64
	fmt.Sscan(rest, &kb)
	return kb / 1024
}
