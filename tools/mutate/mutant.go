package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// pkg is a package as go list tells it.
type pkg struct {
	Path  string `json:"ImportPath"`
	Dir   string
	Files []string `json:"GoFiles"`
}

// mutant is one change of one file: what stands between two bytes becomes new.
type mutant struct {
	file       string
	from, to   int
	new        string
	at         string // file:line, as a person reads it
	what, text string
}

func list(patterns []string) ([]pkg, error) {
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,GoFiles"}, patterns...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var all []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p pkg
		if err := dec.Decode(&p); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

func (p pkg) mutants() ([]mutant, error) {
	var all []mutant
	for _, name := range p.Files {
		path := filepath.Join(p.Dir, name)
		source, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		s := scan{path: path, source: string(source), set: token.NewFileSet()}
		file, err := parser.ParseFile(s.set, path, source, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		ast.Inspect(file, s.visit)
		all = append(all, s.found...)
	}
	return all, nil
}

// scan gathers the mutants of a file.
type scan struct {
	path, source string
	set          *token.FileSet
	found        []mutant
}

func (s *scan) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.IfStmt:
		s.whole("if", n.Cond)
	case *ast.ForStmt:
		if n.Cond != nil {
			s.whole("for", n.Cond)
		}
	case *ast.BinaryExpr:
		s.operands(n)
	case *ast.SwitchStmt:
		s.clauses(n.Body, n.Tag == nil)
	case *ast.TypeSwitchStmt:
		s.clauses(n.Body, false)
	}
	return true
}

// whole neutralises a condition that is no && or ||: those go by their operands.
func (s *scan) whole(what string, cond ast.Expr) {
	if !isLogic(cond) {
		s.add(what, cond, "(%s) && false")
	}
}

// operands makes those of && true and those of || false.
func (s *scan) operands(n *ast.BinaryExpr) {
	form := map[token.Token]string{token.LAND: "((%s) || true)", token.LOR: "((%s) && false)"}[n.Op]
	if form == "" {
		return
	}
	for _, x := range []ast.Expr{n.X, n.Y} {
		if !isLogic(x) {
			s.add(n.Op.String(), x, form)
		}
	}
}

// clauses takes out each case; bare tells that the cases are conditions.
func (s *scan) clauses(body *ast.BlockStmt, bare bool) {
	for _, stmt := range body.List {
		clause := stmt.(*ast.CaseClause)
		switch {
		case clause.List == nil: // default
		case bare:
			for _, cond := range clause.List {
				s.whole("case", cond)
			}
		default:
			from, to := s.offset(clause.Case), s.offset(clause.End())
			s.put("case", from, to, "", s.source[from:s.offset(clause.Colon)])
		}
	}
}

func isLogic(x ast.Expr) bool {
	for {
		p, ok := x.(*ast.ParenExpr)
		if !ok {
			break
		}
		x = p.X
	}
	b, ok := x.(*ast.BinaryExpr)
	return ok && (b.Op == token.LAND || b.Op == token.LOR)
}

func (s *scan) offset(p token.Pos) int { return s.set.Position(p).Offset }

func (s *scan) add(what string, x ast.Expr, form string) {
	from, to := s.offset(x.Pos()), s.offset(x.End())
	s.put(what, from, to, fmt.Sprintf(form, s.source[from:to]), s.source[from:to])
}

func (s *scan) put(what string, from, to int, new, text string) {
	shown := s.path
	if here, err := os.Getwd(); err == nil {
		if near, err := filepath.Rel(here, s.path); err == nil {
			shown = near
		}
	}
	line := 1 + strings.Count(s.source[:from], "\n")
	s.found = append(s.found, mutant{
		file: s.path, from: from, to: to, new: new,
		at: fmt.Sprintf("%s:%d", shown, line), what: what, text: strings.Join(strings.Fields(text), " "),
	})
}
