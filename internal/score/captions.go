package score

import "github.com/boctin/boctin"

// creditWords is how much longer a labelled caption may be than the one in the
// record, which keeps the photographer apart.
const creditWords = 8

// captions counts the labelled captions that stand with an image. The reference
// scorers only look whether they are out of the body.
func captions(t *tally, log Log, g *Gold, r *boctin.Record) {
	for _, caption := range g.Captions {
		ok := stands(words(caption), r.Images)
		t.add(ok)
		if !ok {
			log.say(g, "no image with the caption: %s", caption)
		}
	}
}

func stands(caption []string, images []boctin.Image) bool {
	for _, image := range images {
		w := words(image.Caption)
		if len(w) > 0 && startsWith(caption, w) && len(caption)-len(w) <= creditWords {
			return true
		}
	}
	return false
}
