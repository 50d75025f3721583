package persons

// SlugOf2 picks officials that may have the id ?2, with a mark or without, by what is
// indexed.
const SlugOf2 = `slug IN (substr(?2, instr(?2, '/') + 1), substr(?2, instr(?2, '/') + 1, length(?2) - instr(?2, '/') - 8))`

// Numbered gives the numbers of the officials whose ids ? lists as JSON.
const Numbered = `(SELECT o.n FROM json_each(?) v JOIN officials o ON o.slug IN ` + SlugsOf + ` AND o.id = v.value)`

// SlugsOf are the slugs that the id v.value may have, with a mark or without.
const SlugsOf = `(substr(v.value, instr(v.value, '/') + 1), substr(v.value, instr(v.value, '/') + 1, length(v.value) - instr(v.value, '/') - 8))`
