package review

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
)

// alone is an overlay without a corpus.
func alone(t *testing.T) *fixture {
	t.Helper()
	o, err := Open(filepath.Join(t.TempDir(), "mine"), nil, "test")
	if err != nil {
		t.Fatal(err)
	}
	o.reader = base(o)
	return &fixture{t, o, ""}
}

// agency is the correction that adds an agency.
func agency(name string) Correction {
	return Correction{Kind: "word-agency", Fields: map[string]string{"name": name, "country": "VN"}}
}

// write plans and writes a correction.
func (f *fixture) write(c Correction) Entry {
	f.Helper()
	p, err := f.Plan(context.Background(), c)
	if err != nil {
		f.Fatalf("%v: %v", c, err)
	}
	e, err := f.Apply(context.Background(), p)
	if err != nil {
		f.Fatalf("%v: %v", c, err)
	}
	return e
}

func (f *fixture) put(path, text string) {
	f.Helper()
	name := filepath.Join(f.Dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		f.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o640); err != nil {
		f.Fatal(err)
	}
}

// pair is a judgement on two persons, another for every n: it reads no lexicon.
func pair(n int) Correction {
	return Correction{Kind: "same", Fields: map[string]string{"persons": fmt.Sprintf("vn/a-%d; vn/b-%d", n, n)}}
}

const words = "lexicon/agencies.vn.toml"

// TestHandWrittenFilesStay holds every byte outside of what a correction adds.
func TestHandWrittenFilesStay(t *testing.T) {
	for name, text := range map[string]string{
		"a comment, odd blanks":    "# Của tôi — không sửa\n\n\n[[agency]]   # tổ\nname   =   \"Tổ Một\"\naliases=[ 'Tổ 1' , \"Tổ I\" ]\n\n# hết",
		"no line end":              "[[agency]]\nname = \"Tổ Một\"",
		"CR LF":                    "# của tôi\r\n[[agency]]\r\nname = \"Tổ Một\"\r\n",
		"nothing but blank lines":  "\n\n",
		"a string of several rows": "[[agency]]\nname = \"Tổ Một\"\nname_en = \"\"\"\nGroup\n[[agency]]\n\"\"\"\n",
	} {
		f := alone(t)
		f.put(words, text)
		first := f.write(agency("Tổ Vẫy Cờ"))
		now := f.file(words)
		if !strings.HasPrefix(now, text) || strings.Count(strings.ReplaceAll(now[len(text):], "\r\n", "\n"), "[[agency]]\nname = \"Tổ Vẫy Cờ\"\n") != 1 {
			t.Errorf("%s: the file is now %q", name, now)
		}
		if info, _ := os.Stat(filepath.Join(f.Dir, words)); info.Mode().Perm() != 0o640 {
			t.Errorf("%s: its rights are now %v", name, info.Mode())
		}
		second := f.write(Correction{Kind: "alias", Fields: map[string]string{"of": "agency", "name": "Tổ Vẫy Cờ", "country": "VN", "alias": "TVC"}})
		if !strings.Contains(f.file(words), "name = \"Tổ Vẫy Cờ\"") || !strings.Contains(f.file(words), `aliases = ["TVC"]`) || !strings.HasPrefix(f.file(words), text) {
			t.Errorf("%s: with an alias the file is %q", name, f.file(words))
		}
		for _, id := range []string{second.ID, first.ID} {
			if _, err := f.Undo(context.Background(), id); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if f.file(words) != text {
			t.Errorf("%s: taken back it is %q", name, f.file(words))
		}
	}
}

// TestAliases gives each of what may be given another name one, and then a second.
func TestAliases(t *testing.T) {
	for of, x := range map[string]struct{ name, country, file string }{
		"agency":   {"Bộ Công an", "VN", words},
		"rank":     {"Đại tá", "", "lexicon/ranks.toml"},
		"post":     {"Viện trưởng", "", "lexicon/posts.toml"},
		"person":   {"Donald Trump", "US", "lexicon/people.toml"},
		"province": {"Nghệ An", "", "lexicon/places.toml"},
	} {
		f := alone(t)
		f.put(x.file, "# của tôi\n")
		before, err := f.readerNow()
		if err != nil {
			t.Fatal(err)
		}
		old := entries[of](before.words, x.name, x.country)
		if old == nil {
			t.Fatalf("%s: the lexicon has no %s", of, x.name)
		}
		for _, alias := range []string{"Xyz Một", "Xyz Hai"} {
			f.write(Correction{Kind: "alias", Fields: map[string]string{"of": of, "name": x.name, "country": x.country, "alias": alias}})
		}
		after, err := f.readerNow()
		if err != nil {
			t.Fatal(err)
		}
		now := entries[of](after.words, x.name, x.country)
		for _, name := range append(old.has, "Xyz Một", "Xyz Hai") {
			if !slices.Contains(now.has, name) {
				t.Errorf("%s: %s is gone: %v in\n%s", of, name, now.has, f.file(x.file))
			}
		}
		if strings.Count(f.file(x.file), "Xyz Một") != 1 || !strings.HasPrefix(f.file(x.file), "# của tôi\n") {
			t.Errorf("%s: the file is\n%s", of, f.file(x.file))
		}
		for _, list := range []struct{ a, b any }{{before.words.Posts.List, after.words.Posts.List}, {before.words.Agencies, after.words.Agencies}, {before.words.Leaders, after.words.Leaders}} {
			if a, b := reflect.ValueOf(list.a).Len(), reflect.ValueOf(list.b).Len(); a != b {
				t.Errorf("%s: %d entries, there were %d", of, b, a)
			}
		}
	}
}

// TestUndoInAnyOrder takes back one of several that went into one file.
func TestUndoInAnyOrder(t *testing.T) {
	f, ctx := alone(t), context.Background()
	first, second, third := f.write(agency("Tổ Một")), f.write(agency("Tổ Hai")), f.write(agency("Tổ Ba"))
	for _, e := range []Entry{second, first} {
		if _, err := f.Undo(ctx, e.ID); err != nil {
			t.Fatal(err)
		}
	}
	if got := f.file(words); strings.Contains(got, "Tổ Một") || strings.Contains(got, "Tổ Hai") || !strings.Contains(got, "Tổ Ba") {
		t.Errorf("%q", got)
	}
	if _, err := f.Undo(ctx, third.ID); err != nil {
		t.Error(err)
	}
	if _, err := f.Undo(ctx, third.ID); err == nil || !strings.Contains(err.Error(), "taken back already") {
		t.Errorf("twice: %v", err)
	}
	if _, err := f.Undo(ctx, "99"); err == nil || !strings.Contains(err.Error(), "no correction 99") {
		t.Errorf("one that is not: %v", err)
	}
	child := f.write(agency("Tổ Cha"))
	f.write(Correction{Kind: "word-agency", Fields: map[string]string{"name": "Tổ Con", "country": "VN", "parent": "Tổ Cha"}})
	if _, err := f.Undo(ctx, child.ID); err == nil || !strings.Contains(err.Error(), `no agency "Tổ Cha"`) {
		t.Errorf("one that others need: %v", err)
	}
}

// TestUndoRefusesWhatAHandChanged leaves a file that was edited since as it is.
func TestUndoRefusesWhatAHandChanged(t *testing.T) {
	f := alone(t)
	e := f.write(agency("Tổ Một"))
	text := f.file(words) + "# của tôi\n"
	f.put(words, text)
	_, err := f.Undo(context.Background(), e.ID)
	var refused *Refused
	if !errors.As(err, &refused) || !strings.Contains(err.Error(), "changed by hand since correction 1") {
		t.Errorf("%v", err)
	}
	if f.file(words) != text {
		t.Errorf("the file is now %q", f.file(words))
	}
}

// TestApplyRefusesWhatChanged writes over nothing that is another than when it was shown.
func TestApplyRefusesWhatChanged(t *testing.T) {
	f := alone(t)
	p, err := f.Plan(context.Background(), agency("Tổ Một"))
	if err != nil {
		t.Fatal(err)
	}
	f.put(words, "# của tôi\n")
	if _, err := f.Apply(context.Background(), p); !errors.Is(err, ErrChanged) {
		t.Errorf("%v", err)
	}
	if all, _ := f.History(); f.file(words) != "# của tôi\n" || len(all) > 0 {
		t.Errorf("%q %v", f.file(words), all)
	}
}

// TestFaultsOfCheck refuses what boctin check refuses, in its words, and writes nothing.
func TestFaultsOfCheck(t *testing.T) {
	f := alone(t)
	for _, x := range []struct {
		c    Correction
		want string
	}{
		{Correction{Kind: "word-agency", Fields: map[string]string{"name": "Tổ Một", "country": "VN", "parent": "Bộ Không Có"}}, `lexicon/agencies.vn.toml: "Tổ Một": parent: no agency "Bộ Không Có" in VN`},
		{Correction{Kind: "word-agency", Fields: map[string]string{"name": "Tổ Một", "country": "VN", "aliases": "Bộ Công an"}}, `"Bộ Công an" is a name of`},
		{Correction{Kind: "word-agency", Fields: map[string]string{"name": "Tổ {xyz}", "country": "VN"}}, "unknown slot"},
		{Correction{Kind: "word-rank", Fields: map[string]string{"name": "Hải tá", "country": "INT"}}, "no country code"},
		{Correction{Kind: "word-place", Fields: map[string]string{"name": "Vẫy Cờ", "type": "xã", "province": "Không Có"}}, `no province "Không Có"`},
	} {
		_, err := f.Plan(context.Background(), x.c)
		var faulty *Faulty
		if !errors.As(err, &faulty) || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%v: %v", x.c, err)
		}
	}
	if _, err := os.Stat(f.Dir); err == nil {
		t.Error("something was written")
	}
}

// TestHostileFields lets nothing out of a value: no second entry, no other file.
func TestHostileFields(t *testing.T) {
	f, ctx := alone(t), context.Background()
	for _, x := range []Correction{
		{Kind: "word-agency", Fields: map[string]string{"name": "Tổ\n[[agency]]\nname = \"x\"", "country": "VN"}},
		{Kind: "word-agency", Fields: map[string]string{"name": "Tổ\x00", "country": "VN"}},
		{Kind: "word-agency", Fields: map[string]string{"name": "Tổ\x1b[31m", "country": "VN"}},
		{Kind: "word-agency", Fields: map[string]string{"name": "Tổ \u202eMột", "country": "VN"}},
		{Kind: "word-agency", Fields: map[string]string{"name": "Tổ \u200bMột", "country": "VN"}},
		{Kind: "word-agency", Fields: map[string]string{"name": "Tổ \u2028Một", "country": "VN"}},
		{Kind: "word-agency", Fields: map[string]string{"name": "\xff\xfe", "country": "VN"}},
		{Kind: "word-agency", Fields: map[string]string{"name": strings.Repeat("á", 500), "country": "VN"}},
		{Kind: "word-agency", Fields: map[string]string{"name": "Tổ Một", "country": "../VN"}},
		{Kind: "word-agency", Fields: map[string]string{"name": "Tổ Một", "country": "vn"}},
		{Kind: "word-agency", Fields: map[string]string{"name": "Tổ Một", "country": "VN", "file": "x"}},
		{Kind: "word-agency", Fields: map[string]string{"name": "Tổ Một", "country": "VN", "kind": "x\"]"}},
		{Kind: "site-drop", Fields: map[string]string{"site": "../../etc/passwd", "selector": "p"}},
		{Kind: "site-drop", Fields: map[string]string{"site": "families/vccorp", "selector": "p"}},
		{Kind: "site-drop", Fields: map[string]string{"site": "a.vn/..", "selector": "p"}},
		{Kind: "site-drop", Fields: map[string]string{"site": "a.vn\\x", "selector": "p"}},
		{Kind: "site-drop", Fields: map[string]string{"site": "generic", "selector": "p"}},
		{Kind: "site-drop", Fields: map[string]string{"site": "www.a.vn", "selector": "p"}},
		{Kind: "site-drop", Fields: map[string]string{"site": "a.vn", "selector": "p[["}},
		{Kind: "site-drop", Fields: map[string]string{"site": "a.vn", "selector": "   "}},
		{Kind: "same", Fields: map[string]string{"persons": "vn/a; x"}},
		{Kind: "same", Fields: map[string]string{"persons": "vn/a"}},
		{Kind: "title", Article: "../../x", Fields: map[string]string{"value": "x"}},
		{Kind: "../x"},
		{},
	} {
		_, err := f.Plan(ctx, x)
		var refused *Refused
		if !errors.As(err, &refused) {
			t.Errorf("%q: %v", x, err)
		}
	}
	if _, err := os.Stat(f.Dir); err == nil {
		t.Error("something was written")
	}
	for i, name := range []string{`Tổ "]`, `Tổ \u0041\`, "Tổ ''' một", `Tổ """ hai`, "Tổ # ba = [1]", "Tổ <script>alert(1)</script>"} {
		f.write(agency(name))
		if n := strings.Count(f.file(words), "[[agency]]"); n != i+1 {
			t.Fatalf("%q: %d entries in\n%s", name, n, f.file(words))
		}
		r, err := f.readerNow()
		if err != nil {
			t.Fatal(err)
		}
		if r.words.FindAgency("VN", name) == nil {
			t.Errorf("%q is read as something else", name)
		}
	}
	f.write(Correction{Kind: "same", Fields: map[string]string{"persons": `vn/a"b; vn/c]`, "note": `" # x`}})
	if _, err := f.readerNow(); err != nil {
		t.Error(err)
	}
}

// TestLinksAreLeftAlone writes over no link, and through none.
func TestLinksAreLeftAlone(t *testing.T) {
	f := alone(t)
	elsewhere := filepath.Join(t.TempDir(), "theirs.toml")
	if err := os.WriteFile(elsewhere, []byte("# theirs\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(f.Dir, "lexicon"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(f.Dir, words)); err != nil {
		t.Skip(err)
	}
	if _, err := f.Plan(context.Background(), agency("Tổ Một")); err == nil || !strings.Contains(err.Error(), "no plain file") {
		t.Errorf("%v", err)
	}
	if data, _ := os.ReadFile(elsewhere); string(data) != "# theirs\n" {
		t.Errorf("%q", data)
	}
}

// TestTwoWriters has many write at once: each correction is in the file, or was refused.
func TestTwoWriters(t *testing.T) {
	f, ctx := alone(t), context.Background()
	var work sync.WaitGroup
	var mu sync.Mutex
	written := 0
	for n := range 6 {
		work.Go(func() {
			o, err := Open(f.Dir, nil, "test") // as another process
			if err != nil {
				t.Error(err)
				return
			}
			o.reader = base(o)
			for try := range 20 {
				p, err := o.Plan(ctx, pair(n))
				if err == nil {
					_, err = o.Apply(ctx, p)
				}
				if err == nil {
					mu.Lock()
					written++
					mu.Unlock()
					return
				}
				if !errors.Is(err, ErrChanged) && !errors.Is(err, ErrHeld) || try == 19 {
					t.Error(err)
					return
				}
			}
		})
	}
	work.Wait()
	all, err := f.History()
	if err != nil || len(all) != written || strings.Count(f.file("judgements.toml"), "[[same]]") != written || written != 6 {
		t.Errorf("%d written, %d in the history (%v):\n%s", written, len(all), err, f.file("judgements.toml"))
	}
}

// TestBrokenOff ends a writer at every step; the next one takes back what is half.
func TestBrokenOff(t *testing.T) {
	f, ctx := alone(t), context.Background()
	f.write(agency("Tổ Một"))
	text := f.file(words)
	p, err := f.Plan(ctx, agency("Tổ Hai"))
	if err != nil {
		t.Fatal(err)
	}
	c := p.Changes[0]
	half := Entry{ID: "2", Day: f.day(), State: begun, What: "x", Files: []Edit{difference(c.Path, c.Before, c.After)}}
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"the history alone", func() error { return f.note(half) }},
		{"the file, too", func() error { half.ID = "3"; return errors.Join(f.note(half), f.Overlay.write(c)) }},
		{"half a line of the history", func() error {
			file, err := os.OpenFile(filepath.Join(f.Dir, JournalFile), os.O_APPEND|os.O_WRONLY, 0)
			if err == nil {
				_, err = file.WriteString(`{"id":"4","day":"20`)
				err = errors.Join(err, file.Close())
			}
			return err
		}},
		{"a file on its way", func() error {
			return os.WriteFile(filepath.Join(f.Dir, "lexicon", temporary+"abc"), []byte("[[agen"), 0o600)
		}},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if err := f.locked(func() error { return nil }); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if f.file(words) != text {
			t.Errorf("%s: the file is %q", step.name, f.file(words))
		}
	}
	if left, _ := filepath.Glob(filepath.Join(f.Dir, "*", temporary+"*")); len(left) > 0 {
		t.Errorf("%v", left)
	}
	f.write(agency("Tổ Ba"))
	all, err := f.History()
	if err != nil || len(all) != 4 || all[1].State != Undone || all[2].State != Undone || all[3].State != Done {
		t.Errorf("%+v %v", all, err)
	}
}

// TestKilled kills a process that writes one correction after the other.
func TestKilled(t *testing.T) {
	if dir := os.Getenv("BOCTIN_REVIEW_DIR"); dir != "" {
		writeForever(t, dir)
		return
	}
	dir := filepath.Join(t.TempDir(), "mine")
	for range 3 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$", "-test.v")
		cmd.Env = append(os.Environ(), "BOCTIN_REVIEW_DIR="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for n := 0; lines.Scan(); {
			if strings.Contains(lines.Text(), "written") {
				n++
			}
			if n == 3 {
				break
			}
		}
		cmd.Process.Kill()
		cmd.Wait()
	}
	o, err := Open(dir, nil, "test")
	if err != nil {
		t.Fatal(err)
	}
	if err := o.locked(func() error { return nil }); err != nil {
		t.Fatal(err)
	}
	if _, err := o.readerNow(); err != nil {
		t.Fatal(err)
	}
	all, err := o.History()
	if err != nil {
		t.Fatal(err)
	}
	done := 0
	for _, e := range all {
		if e.State == Done {
			done++
		}
	}
	data, _ := os.ReadFile(filepath.Join(dir, "judgements.toml"))
	if n := strings.Count(string(data), "[[same]]"); n != done || done < 9 {
		t.Errorf("%d entries, %d in the history", n, done)
	}
}

func writeForever(t *testing.T, dir string) {
	o, err := Open(dir, nil, "test")
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; ; n++ {
		p, err := o.Plan(context.Background(), pair(os.Getpid()*1000+n))
		if err == nil {
			_, err = o.Apply(context.Background(), p)
		}
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("written", n)
	}
}
