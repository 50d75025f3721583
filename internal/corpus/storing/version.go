package storing

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"github.com/boctin/boctin/normalize/lexicon"
)

// Version names the words of a lexicon and the program whose rules read them,
// so that findings made with others are known to be old.
func Version(words *lexicon.Lexicon, program string) string {
	sum := sha256.New()
	sum.Write([]byte(program))
	if err := json.NewEncoder(sum).Encode(words); err != nil {
		panic(err) // strings and numbers alone
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}
