package identity

import (
	"slices"
	"strings"
)

// fewness weighs that both are among the few who lead state and party: a name is
// seldom borne by two of some two hundred, or of the thousand below them.
func fewness(a, b *claim) float64 {
	switch min(a.height, b.height) {
	case leading:
		return 3.5
	case below:
		return 1.75
	}
	return 0
}

// How high a post stands in the state.
const (
	ordinary = iota
	below
	leading
)

// assembly is the National Assembly.
const assembly = "vn/quoc-hoi"

// leadingHeads are bodies whose heads are leading, those below them below.
var leadingHeads = []string{
	"trung-uong", assembly, "toi-cao", "vn/kiem-toan-nha-nuoc", "vn/thanh-tra-chinh-phu",
	"vn/mat-tran-to-quoc-viet-nam", "vn/tong-lien-doan-lao-dong-viet-nam", "vn/hoi-lien-hiep-phu-nu-viet-nam", "vn/hoi-nong-dan-viet-nam", "vn/hoi-cuu-chien-binh-viet-nam",
}

func rankOf(c *claim) int {
	switch {
	case c.many:
		if bodyHasAny(c, "ban-chap-hanh-trung-uong", "bo-chinh-tri") {
			return leading
		}
		return ordinary
	case c.high:
		return leading
	case c.level == province:
		return inProvince(c)
	case c.title == "thu truong":
		return below
	case c.level == nation && bodyHasAny(c, leadingHeads...), c.parent == assembly:
		if c.head || c.body == assembly {
			return leading
		}
		return below
	}
	return ordinary
}

// inProvince gives the height of a post of a province.
func inProvince(c *claim) int {
	for _, r := range provincePosts {
		if r.title == c.title && bodyHasAny(c, r.bodies...) {
			return r.height
		}
	}
	return ordinary
}

// provincePosts are the posts of a province by whose holders it is led.
var provincePosts = []struct {
	title  string
	bodies []string
	height int
}{
	{"bi thu", []string{"tinh-uy", "thanh-uy"}, leading},
	{"pho bi thu", []string{"tinh-uy", "thanh-uy"}, below},
	{"chu tich", []string{"uy-ban-nhan-dan"}, below},
	{"giam doc", []string{"cong-an"}, below},
}

// bodyHasAny tells whether the id of a claim's body holds one of some words.
func bodyHasAny(c *claim, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(c.body, w) })
}

// elite tells a post of those who lead state and party.
func (c *claim) elite() bool { return c.height == leading }
