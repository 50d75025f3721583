package event

// rule is one way in which a sentence tells an event: at an item of one of the
// classes whose frame has all of one set and none of another, match gives the events or
// nothing.
type rule struct {
	name  string
	on    classes
	has   frame
	lacks frame
	match func(s *sentence, k int) []*draft
}

// fits tells whether the rule may begin at an item.
func (r *rule) fits(x *item) bool { return x.is(r.on) && x.frame&(r.has|r.lacks) == r.has }

// rules are tried in this order; the first that gives an event has the item.
func rules() []rule {
	return []rule{
		// A được B tiếp; A bị B khởi tố; A được bầu làm
		{"event/passive-by", isVerb, hasObject, 0, passiveBy},
		// Các bị can bị khởi tố gồm: A, B; người bị bắt là A
		{"event/those-are", isVerb, 0, 0, thoseAre},
		{"event/passive", isVerb, hasObject | takes, 0, passive},
		// Nhà nước Lào trao tặng A Huân chương Tự do
		{"event/awards-him", isDecision | isOn, 0, 0, awardsHim},
		// Bằng khen được trao cho A
		{"event/award-to", isPassive, 0, 0, awardTo},
		// Bộ Chính trị quyết định A thôi giữ chức; A giữ chức Chủ tịch
		{"event/takes-office", isVerb, endured | takesPost, 0, takesOffice},
		{"event/office-of", isVerb, endured | takesPost, 0, officeOf},
		{"event/office-left", isVerb, endured | takesPost, 0, officeLeft},
		// kỷ luật A bằng hình thức cách chức X; cách chức Y
		{"event/by-measure", isVerb, takesPost, endured, byMeasure},
		{"event/office-given", isVerb, takesPost, endured, officeGiven},
		// Đơn từ chức của A được Thủ tướng chấp thuận
		{"event/petition", isPetition, 0, 0, petition},
		// Người được bổ nhiệm thay thế là A
		{"event/chosen-is", isVerb, takesPost | hasObject, endured, chosenIs},
		// A được phân công làm X, thôi giữ chức Y
		{"event/office-too", isVerb, takesPost, 0, officeToo},
		// thăng cấp bậc hàm Thượng tướng đối với A
		{"event/rank-given", isVerb, takesRank, 0, rankGiven},
		{"event/disciplined", isVerb, takesMeasure, endured, given},
		{"event/awarded", isVerb, takesAward, endured, given},
		// Bộ Tư lệnh đón nhận Huân chương; A nhận kỷ luật khiển trách
		{"event/receives", isVerb, endured, takesPost | takesCase, receives},
		// Công an bắt; Viện kiểm sát truy tố; Tòa án xét xử
		{"event/case", isVerb, takesCase, endured, ofCase},
		// Tòa án đưa A ra xét xử
		{"event/brought", isVerb, takesCase | endured, 0, brought},
		// A thăm Nhật Bản; thăm và làm việc với
		{"event/visit-of", isVerb, takesPlace, 0, visitOf},
		{"event/visit", isVerb, takesPlace, 0, visits},
		// Thỏa thuận được A và B ký
		{"event/signed-by", isVerb, takesDocument | hasWith, 0, signedBy},
		// A và B ký Bản ghi nhớ
		{"event/signs", isVerb, takesDocument, 0, signs},
		// A tiếp B; A hội đàm với B; A và B hội đàm; cuộc gặp giữa A và B
		{"event/meets", isVerb, hasObject, takes, meetsObject},
		{"event/meets-with", isVerb, hasWith, takes, meetsWith},
		{"event/met-together", isVerb, mutual, takes, metTogether},
		{"event/fronted", isVerb, hasObject, takes | mutual, fronted},
		{"event/fronted-with", isVerb, hasWith, takes, frontedWith},
		{"event/between", isVerb | isNoun, talks, 0, between},
		// Tại buổi tiếp B, A khẳng định
		{"event/at-meeting", isNoun, talks, 0, atMeeting},
		// Tại hội đàm, A và B nhất trí
		{"event/at-talks", isNoun, talks, 0, atTalks},
		// A và B trao đổi về Syria trong cuộc điện đàm cuối ngày 10/6
		{"event/recalled", isNoun, talks, 0, recalled},
		// Tại phiên họp sáng 26/7, A giao; A tại cuộc họp hôm 6-2
		{"event/at-occasion", isNoun, 0, talks, atOccasion},
		// A chủ trì phiên họp; dưới sự chủ trì của A; Lễ … do A chủ trì
		{"event/under-chair", isPart, chairs, 0, underChair},
		{"event/chaired-by", isPart, presides, 0, chairedBy},
		{"event/chair-is", isPart, chairs, 0, chairIs},
		{"event/takes-part", isPart, 0, 0, takesPart},
		{"event/speech-at", isSpeech, 0, 0, speechAt},
		{"event/takes-place", isNoun, 0, 0, happening},
		{"event/headline-guest", isNoun, welcomes, talks, headlineGuest},
		{"event/alongside", isAlongside, 0, 0, alongside},
		// Đoàn Việt Nam do A làm Trưởng đoàn; đoàn Trung Quốc do B làm Trưởng đoàn
		{"event/delegations", isPerson, 0, 0, delegations},
	}
}
