// What the keyboard does beside the browser's own: every page works without it.
"use strict";

const field = document.getElementById("q");

// "/" goes to the search; Escape leaves it.
document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
  if (e.key === "/" && !typing && field) {
    e.preventDefault();
    field.focus();
    field.select();
  } else if (e.key === "Escape" && e.target === field) {
    field.blur();
  }
});
