package persons

// Office is what tells one post from another.
type Office struct {
	Title      string `json:"title"`
	Agency     string `json:"agency,omitempty"` // id
	AgencyName string `json:"agency_name,omitempty"`
	Former     bool   `json:"former,omitempty"`
	Acting     bool   `json:"acting,omitempty"`
}
