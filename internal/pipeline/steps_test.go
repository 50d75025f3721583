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

// shorter is the size of the shorter of two texts, the other of which is twice as long:
// with BOCTIN_ROUNDS (make kill) half a megabyte, else an eighth.
func shorter() int {
	if os.Getenv("BOCTIN_ROUNDS") != "" {
		return 1 << 19
	}
	return 1 << 17
}

// TestStepsGrowWithTheText counts the statements that a hostile text takes, and one twice
// as long: that must not be more than 2.2 times as many. What is counted does not depend
// on the machine. One program reads all of them, and first a short one of each, so that
// what is made once is not counted.
func TestStepsGrowWithTheText(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the reader anew with counters: left out of a short run")
	}
	dir := t.TempDir()
	program, reader := filepath.Join(dir, "steps"), filepath.Join(dir, "covdata")
	const counted = "github.com/boctin/boctin/extract/...,github.com/boctin/boctin/normalize/...,github.com/boctin/boctin/internal/pipeline/testdata/steps"
	command(t, "go", "build", "-cover", "-covermode=atomic", "-coverpkg="+counted, "-o", program, "./testdata/steps")
	command(t, "go", "build", "-o", reader, "cmd/covdata")
	sizes := []int{1 << 12, shorter(), 2 * shorter()}
	var files []string
	for i, size := range sizes {
		if err := os.Mkdir(filepath.Join(dir, fmt.Sprint(i)), 0o700); err != nil {
			t.Fatal(err)
		}
		for name, text := range hostileTexts {
			file := filepath.Join(dir, fmt.Sprint(i), name)
			if err := os.WriteFile(file, []byte(text(size)), 0o600); err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
		}
	}
	command(t, program, files...)
	for name := range hostileTexts {
		short, long := steps(t, reader, filepath.Join(dir, "1", name)), steps(t, reader, filepath.Join(dir, "2", name))
		t.Logf("%s: %d and %d statements", name, short, long)
		if short == 0 || long > short*22/10 {
			t.Errorf("%s: %d statements for %d bytes, %d for twice as many: they outgrow the text", name, short, sizes[1], long)
		}
	}
}

func command(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %.1000s", name, err, out)
	}
}

// steps sums up the statements that ran while a file was read.
func steps(t *testing.T, reader, file string) (total int64) {
	t.Helper()
	profile := file + ".profile"
	command(t, reader, "textfmt", "-i", file+".steps", "-o", profile)
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
