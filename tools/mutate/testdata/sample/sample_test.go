package sample

import "testing"

func TestClass(t *testing.T) {
	for n, want := range map[int]string{-1: "outside", 0: "small", 3: "small", 5: "five", 700: "number"} {
		if got := Class(n, true); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestEndless(t *testing.T) {
	if len(Endless(3)) != 3 {
		t.Fail()
	}
}
