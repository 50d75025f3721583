package meta

import "testing"

// TestUnassigned takes off what stands before the JSON of a script.
func TestUnassigned(t *testing.T) {
	for body, want := range map[string]string{`window.x = {"a":1}`: `{"a":1}`, `{"a":"b=c"}`: `{"a":"b=c"}`, `["b=c"]`: `["b=c"]`, `{"a":1}`: `{"a":1}`} {
		if got := string(unassigned([]byte(body))); got != want {
			t.Errorf("%s: %s, want %s", body, got, want)
		}
	}
	for body, want := range map[string]string{`"headline": "A"`: "A", `"headline" "A"`: "", `"headline":`: "", `"headline"`: "", `"headline": 5`: "", `"headline":"A`: "", `"title":"A"`: ""} {
		if got := loosePair([]byte(body), "headline"); got != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}
