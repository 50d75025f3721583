package meta

import (
	"html"
	"regexp"

	"github.com/boctin/boctin/extract/lines"
)

// writes finds the statements that put a text into an element: of the DOM, of
// jQuery.
var writes = regexp.MustCompile(`(?:getElementById\(\s*["']([\w-]+)["']\s*\)\s*(?:;\s*\w+\s*)?|\$\(\s*["']#([\w-]+)["']\s*\)|querySelector\(\s*["']#([\w-]+)["']\s*\))\s*(?:\.(?:innerHTML|innerText|textContent)\s*=\s*|\.(?:html|text)\(\s*)(?:"([^"\n]{4,160})"|'([^'\n]{4,160})')`)

// prints finds what is written where the script stands.
var prints = regexp.MustCompile(`document\.write(?:ln)?\(\s*(?:"([^"\n]{4,160})"|'([^'\n]{4,160})')\s*\)`)

// Here is the key of what a script writes where it stands, in no element with an id.
const Here = ""

// written reads what scripts write into elements; a script is never run.
func written(scripts [][]byte) map[string]string {
	all := map[string]string{}
	for _, s := range scripts {
		for _, m := range writes.FindAllSubmatch(s, 20) {
			id := string(m[1]) + string(m[2]) + string(m[3])
			all[id] = lines.Squeeze(html.UnescapeString(string(m[4]) + string(m[5])))
		}
		for _, m := range prints.FindAllSubmatch(s, 1) {
			all[Here] = lines.Squeeze(html.UnescapeString(string(m[1]) + string(m[2])))
		}
	}
	return all
}
