package boctin

import "testing"

// TestParseRecordSaysWhichField holds that JSON of another form is refused in the words of who wrote it.
func TestParseRecordSaysWhichField(t *testing.T) {
	for line, want := range map[string]string{
		`{"title":5}`:                                      "title is a number: text is wanted there",
		`{"authors":"x"}`:                                  "authors is text: a list is wanted there",
		`{"published":"2025-01-01"}`:                       "published is text: an object is wanted there",
		`{"images":{"src":"x"}}`:                           "images is an object: a list is wanted there",
		`{"source":{"offset":1.5}}`:                        "source.offset is the number 1.5: a whole number is wanted there",
		`{"officials":[{"posts":[{"former":[]}]}]}`:        "officials.posts.former is a list: true or false is wanted there",
		`{"officials":[{"mentions":[{"name":false}]}]}`:    "officials.mentions.name is true or false: a list is wanted there",
		`{"published":{"from":{}},"dates":[{"start":""}]}`: "published.from is an object: text is wanted there",
		`[1]`:                "a list, not an object",
		`{"a`:                "unexpected end of JSON input",
		`null`:               `its schema is "", not "boctin/1"`,
		`{"schema":"rss/2"}`: `its schema is "rss/2", not "boctin/1"`,
	} {
		_, err := ParseRecord([]byte(line))
		if want = "not a record: " + want; err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", line, err, want)
		}
	}
}
