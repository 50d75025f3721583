package pipeline

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// hostileTexts are texts and pages of about size bytes that are hard on a reader
// which looks back, looks ahead or compares all with all.
var hostileTexts = map[string]func(size int) string{
	"one name.txt":       sized("Ông Nguyễn Văn An, "),
	"surname.txt":        sized("Đồng chí Nguyễn ", "Nguyễn"),
	"post surname.txt":   sized("Chủ tịch Nguyễn ", "Nguyễn"),
	"foreign.txt":        sized("Ông Xi "),
	"slips.txt":          sized("Đại tá Nguyễn Văn Anh, Đại tá Nguyễn Văn An, "),
	"names.txt":          numbered("Bộ trưởng Nguyễn %s, "),
	"namesakes.txt":      numbered("Giám đốc Sở %s Nguyễn Văn An, "),
	"lone surnames.txt":  numbered("Bộ trưởng Nguyễn %s. Ông Nguyễn nói. "),
	"meetings.txt":       sized("Bộ trưởng Tô Lâm tiếp Bộ trưởng Vương Nghị tại Hà Nội. "),
	"open clauses.txt":   sized("tiếp, hội đàm với, gặp Bộ trưởng Tô Lâm và "),
	"shared verbs.txt":   sized("bầu, bổ nhiệm; miễn nhiệm, Bộ Công an và "),
	"lists.txt":          sized("Theo đó, các đồng chí: Bộ trưởng Tô Lâm, (Hà dự hội nghị. "),
	"partners.txt":       sized("Công an xã phối hợp với Công an tỉnh bắt và "),
	"bodies.txt":         numbered("Công ty %s, Sở Y tế, "),
	"dates.txt":          sized("ngày 5/6/2025, cùng ngày, hôm qua, "),
	"paragraphs.html":    numbered("<p>Sáng 5/6, Bộ Công an họp %s.</p>"),
	"open boxes.html":    sized("<div>Sáng 5/6, <b>Bộ Công an</b>"),
	"linked texts.html":  sized(`<p><a href="/x">Bộ Công an họp bàn nhiều việc</a></p>`),
	"titles said.html":   sized(`<meta property="og:title" content="Tin tức trong ngày">`, hostilePage),
	"articles said.html": sized(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Tin"}</script>`, hostilePage),
}

const hostilePage = `<article><p>Sáng 5/6/2025, Bộ Công an tổ chức hội nghị sơ kết công tác sáu tháng đầu năm tại Hà Nội.</p>` +
	`<p>Các đơn vị báo cáo kết quả kiểm tra, xử lý vi phạm và kế hoạch của quý sau trước khi thảo luận.</p></article>`

// sized repeats a unit to a size, a tail behind it.
func sized(unit string, tail ...string) func(int) string {
	return func(size int) string { return strings.Repeat(unit, size/len(unit)) + strings.Join(tail, "") }
}

// numbered repeats a unit with another name in each.
func numbered(unit string) func(int) string {
	return func(size int) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			name := []byte{'A' + byte(i%26), 'a' + byte(i/26%26), 'a' + byte(i/676%26)}
			fmt.Fprintf(&b, unit, name)
		}
		return b.String()
	}
}

// smallest is the size of the shortest of three texts, each twice as long as the one
// before: with BOCTIN_ROUNDS (make kill) half a megabyte, else an eighth.
func smallest() int {
	if os.Getenv("BOCTIN_ROUNDS") != "" {
		return 1 << 19
	}
	return 1 << 17
}

// TestStepsGrowWithTheText counts the statements that the program runs for a hostile
// text, one twice as long, and one twice as long again: twice the text must not take
// more than 2.3 times the statements. What is counted does not depend on the machine.
func TestStepsGrowWithTheText(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program anew with counters: left out of a short run")
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "boctin")
	build := exec.Command("go", "build", "-cover", "-covermode=count", "-coverpkg=github.com/boctin/boctin/...", "-o", program, "github.com/boctin/boctin/cmd/boctin")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for name, text := range hostileTexts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			size := smallest()
			half := steps(t, program, name, text(size))
			whole := steps(t, program, name, text(2*size))
			if double := steps(t, program, name, text(4*size)); double > whole*23/10 || whole > half*23/10 {
				t.Errorf("%d, %d, %d statements for %d bytes, twice and four times as many: they outgrow the text", half, whole, double, size)
			}
		})
	}
}

// steps counts the statements that a run over one input takes.
func steps(t *testing.T, program, name, text string) (total int64) {
	t.Helper()
	dir := t.TempDir()
	page, profile := filepath.Join(dir, name), filepath.Join(dir, "profile")
	if err := os.WriteFile(page, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(program, "run", "-q", "--timeout", "30m", "--max-text", "4000000", page)
	run.Env = append(os.Environ(), "GOCOVERDIR="+dir)
	if out, err := run.CombinedOutput(); err != nil && run.ProcessState.ExitCode() != 1 {
		t.Fatalf("%v: %.500s", err, out)
	}
	if out, err := exec.Command("go", "tool", "covdata", "textfmt", "-i", dir, "-o", profile).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	f, err := os.Open(profile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		total += statements(lines.Text())
	}
	return total
}

// statements reads a line of a profile: place, statements in it, times it ran.
func statements(line string) int64 {
	fields := strings.Fields(line)
	if len(fields) != 3 {
		return 0
	}
	n, _ := strconv.ParseInt(fields[1], 10, 64)
	times, _ := strconv.ParseInt(fields[2], 10, 64)
	return n * times
}
