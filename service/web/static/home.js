// Eases the form: one more text without a round trip, a draft dropped onto it, and a paste that is
// too long refused with a word: cut without one, a draft would be checked as if it were whole.
const texts = document.getElementById("texts");
const add = document.getElementById("add-text");

add?.addEventListener("click", (event) => {
  event.preventDefault();
  const last = texts.lastElementChild;
  const number = texts.children.length + 1;
  const made = last.cloneNode(true);
  for (const each of made.querySelectorAll("[id], [for]")) {
    for (const name of ["id", "name", "for"]) {
      if (each.hasAttribute(name)) each.setAttribute(name, each.getAttribute(name).replace(/\d+$/, number));
    }
    if ("value" in each && each.type !== "checkbox") each.value = "";
    if (each.type === "checkbox") each.checked = true;
  }
  made.querySelectorAll(".wrong").forEach((each) => each.remove());
  made.querySelector("legend span").textContent = number;
  texts.append(made);
  made.querySelector("input").focus();
  add.hidden = number >= Number(add.dataset.most);
});

const file = document.getElementById("file");
const holds = (event) => file && event.dataTransfer?.types.includes("Files");
addEventListener("dragover", (event) => {
  if (!holds(event)) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
addEventListener("drop", (event) => {
  if (!holds(event)) return;
  event.preventDefault();
  document.body.classList.remove("dropping");
  file.files = event.dataTransfer.files;
  file.focus();
});

document.getElementById("send")?.addEventListener("beforeinput", (event) => {
  const field = event.target;
  if (!(field instanceof HTMLTextAreaElement) || field.maxLength < 0) return;
  const place = field.closest(".field");
  place.querySelector(".too-long")?.remove();
  const most = field.maxLength - 1;
  const kept = field.value.length - (field.selectionEnd - field.selectionStart);
  const come = (event.data ?? event.dataTransfer?.getData("text/plain") ?? "").length;
  if (kept + come <= most) return;
  event.preventDefault();
  const said = document.createElement("span");
  said.className = "wrong too-long";
  said.setAttribute("role", "alert");
  const instead = field.id === "draft" ? " Choose it as a file instead." : "";
  const count = (number) => number.toLocaleString("en");
  said.textContent = `Nothing was pasted: that would make ${count(kept + come)} characters, and ${count(most)} is the most.${instead}`;
  place.append(said);
});
