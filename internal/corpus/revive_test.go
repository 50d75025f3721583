package corpus

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/neardup"
)

// phrases gives for each key of a text the eight words that have it.
func phrases(of string) map[uint64]string {
	out := map[uint64]string{}
	words, keys := strings.Fields(of), neardup.Of("", of).Keys
	for i := 0; i+8 <= len(words); i++ {
		run := strings.Join(words[i:i+8], " ")
		for seed := range uint64(40) {
			for _, k := range neardup.Of("", sentences(seed, 1)+run).Keys {
				if slices.Contains(keys, k) && out[k] == "" {
					out[k] = run
				}
			}
		}
	}
	return out
}

// carrying writes a text that shares these eight words with another, and their key alone.
func carrying(key uint64, phrase string, keys []uint64, seed *uint64) string {
	for {
		*seed++
		body := sentences(*seed, 1) + phrase
		shared := slices.DeleteFunc(neardup.Of("", body).Keys, func(k uint64) bool { return !slices.Contains(keys, k) })
		if slices.Equal(shared, []uint64{key}) {
			return body
		}
	}
}

// TestCrowdGone has two texts that are alike share no key but such as many others carry, so
// that they are not compared; when the others print something else, they are one story.
func TestCrowdGone(t *testing.T) {
	c := made(t)
	one := sentences(1, 3)
	two := one + "Tin từ phường. "
	if !neardup.Alike(neardup.Of("", one), neardup.Of("", two)) {
		t.Fatal("the two texts are not alike")
	}
	newest := map[string]storing.Entry{}
	var batch []storing.Entry
	print := func(url, body string) {
		e := plain(len(newest)+len(batch)+1, url, "2025-08-17", body)
		batch, newest[url] = append(batch, e), e
	}
	store := func(after string) {
		t.Helper()
		if _, err := c.Storing.Add(context.Background(), "v1", batch); err != nil {
			t.Fatal(err)
		}
		batch = nil
		if got, want := stored(t, c), expected(newest); got != want {
			t.Fatalf("%s: the stories are\n%s\nwant\n%s", after, got, want)
		}
		isSound(t, c)
	}
	print("https://a.vn/one", one)
	print("https://a.vn/two", two)
	var others []string
	seed := uint64(1000)
	keys := neardup.Of("", one).Keys
	for key, phrase := range phrases(one) {
		for n := range neardup.Crowd {
			url := fmt.Sprintf("https://a.vn/%x-%d", key, n)
			others = append(others, url)
			print(url, carrying(key, phrase, keys, &seed))
		}
	}
	store("among a crowd")
	if strings.Contains(stored(t, c), "https://a.vn/one https://a.vn/two") {
		t.Fatal("the two are compared among a crowd")
	}
	for n, url := range others {
		print(url, sentences(uint64(500_000+n), 3))
	}
	store("the crowd gone")
	if !strings.Contains(stored(t, c), "https://a.vn/one https://a.vn/two") {
		t.Error("the two are no story when the crowd is gone")
	}
}
