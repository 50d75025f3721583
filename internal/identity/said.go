package identity

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// rulesVersion changes whenever the rules would settle the same appearances
// otherwise.
const rulesVersion = "5"

// Said is an appearance as it is kept: all but the article and its day.
func (a *Appearance) Said() string {
	b := *a
	b.Article, b.Published, b.Local = "", "", ""
	raw, _ := json.Marshal(&b) // strings alone
	return string(raw)
}

// Hear reads what Said gave.
func (a *Appearance) Hear(said string) error {
	b := *a
	if err := json.Unmarshal([]byte(said), &b); err != nil {
		return fmt.Errorf("what was said of a person cannot be read: %w", err)
	}
	b.Article, b.Published, b.Local = a.Article, a.Published, a.Local
	*a = b
	return nil
}

// Version names the rules, the persons known and the judgements: whatever was
// settled under another is to be settled anew.
func (r *Resolver) Version() string {
	raw, _ := json.Marshal([]any{rulesVersion, r.leaders.list, r.judged.list})
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:8])
}
