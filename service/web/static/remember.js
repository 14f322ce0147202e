// Remembers, in this browser alone, who decided last, and leads from a verdict to its override.
const by = document.getElementById("by");
const KEY = "sourceproof-by";
if (by && !by.value) by.value = localStorage.getItem(KEY) ?? "";
by?.form.addEventListener("submit", () => localStorage.setItem(KEY, by.value));
document.getElementById("verdict")?.addEventListener("change", () => {
  document.getElementById("action-override").checked = true;
});
