package column

import (
	"fmt"
	"strconv"

	"github.com/boctin/boctin"
)

// InArticle picks the findings of an article, ?1, by their ids.
const InArticle = `BETWEEN ?1 << 20 AND ?1 << 20 | 1048575`

// ArticleBits are those of a finding's id behind the number of its article.
const ArticleBits = 20

// FindingID gives the id of the n-th finding of a kind of an article.
func FindingID(article int64, n int) int64 {
	return article<<ArticleBits | int64(min(n, 1<<ArticleBits-1))
}

// FieldNumber is how the tables name a field: 0 title, 1 body, 2 and on the captions.
func FieldNumber(field string) int {
	switch field {
	case "title":
		return 0
	case "body":
		return 1
	}
	var n int
	fmt.Sscanf(field, "images[%d]", &n)
	return n + 2
}

// Elsewhere gives a text where it stands in neither title nor body, from which
// the views of the tables take it; or nil.
func Elsewhere(text, field string) any {
	return Unless(field == "title" || field == "body", text)
}

// FieldName is the name of a field of an article by its number in the tables.
func FieldName(n int) string {
	switch n {
	case 0:
		return "title"
	case 1:
		return "body"
	}
	return boctin.CaptionField(n - 2)
}

// ArticleOf names the article of an appearance by its number.
func ArticleOf(appearance int64) string { return strconv.FormatInt(appearance>>ArticleBits, 10) }
