package event_test

import (
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/gauge"
)

// TestLongTextsTakeLinearTime reads texts that nobody writes, short and ten times as
// long.
func TestLongTextsTakeLinearTime(t *testing.T) {
	h := newHouse(t)
	for _, unit := range []string{
		"và tiếp và gặp và hội đàm với ", "Thủ tướng Phạm Minh Chính tiếp, ", "đoàn do ", "Bộ Công an bắt Bộ Công an và ", "dự lễ khai mạc hội nghị của ",
		"Ngày 1/8, Bộ trưởng Tô Lâm gặp Thủ tướng Phạm Minh Chính. ", "bổ nhiệm Chủ tịch, ", "bầu; miễn nhiệm, Bộ Công an và ", "Theo đó, các đồng chí: Bộ trưởng Tô Lâm, (Hà ",
	} {
		took := func(n int) time.Duration {
			in := h.inputOf(boctin.Article{Body: strings.Repeat(unit, n)})
			begun := gauge.Processor() // which a busy machine does not stretch tenfold, as it does the clock
			h.Find(in, false)
			return gauge.Processor() - begun
		}
		took(100)
		short, long := took(300), took(3000)
		if long > 40*short+200*time.Millisecond {
			t.Errorf("%q: %v, ten times as long %v", unit, short, long)
		}
	}
}
