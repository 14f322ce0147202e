// Writes what happens to a verification into the page, as the API tells it.
const at = document.getElementById("progress");
const name = (kind, value) => document.getElementById("words").content.querySelector(`[data-${kind}="${value}"]`);
const SVG = "http://www.w3.org/2000/svg";

function icon(mark) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("class", `i i-${mark}`);
  drawn.setAttribute("aria-hidden", "true");
  drawn.append(document.createElementNS(SVG, "use"));
  drawn.firstChild.setAttribute("href", `#i-${mark}`);
  return drawn;
}

function mark(line, verdict, word) {
  line.className = `v-${verdict}`;
  line.querySelector(".mark").replaceChildren(icon(verdict));
  line.querySelector("em").textContent = word;
}

function line(text) {
  const made = document.createElement("li");
  const [place, words] = [document.createElement("span"), document.createElement("span")];
  place.className = "mark";
  words.dir = "auto";
  words.textContent = text;
  made.append(place, words, " ", document.createElement("em"));
  return made;
}

function count(stage, done, total) {
  if (typeof total !== "number") return;
  const bar = document.getElementById(`bar-${stage}`);
  bar.max = total || 1;
  bar.value = total ? done : 1;
  document.getElementById(`count-${stage}`).textContent = `${done} of ${total}`;
}

// A screen reader is told of each stage and of each quarter, not of every source.
function say(words, { aloud = true } = {}) {
  document.getElementById("now").textContent = words;
  if (aloud) document.getElementById("aloud").textContent = words;
}

const quarter = (done, total) => Math.floor((4 * done) / total);

// The statements are known once the article is read; the page as it is served has them.
async function listStatements() {
  const answer = await fetch(at.dataset.page, { headers: { accept: "text/html" }, redirect: "manual" });
  if (!answer.ok) return;
  const served = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector("h1").textContent = served.querySelector("h1").textContent;
  const list = served.getElementById("statements");
  if (!list || !list.children.length) return;
  const decided = new Map([...document.querySelectorAll("#statements > li[class]")].map((li) => [li.id, li]));
  for (const fresh of list.children) if (decided.has(fresh.id) && !fresh.className) fresh.replaceWith(decided.get(fresh.id));
  document.getElementById("statements").replaceWith(list);
  document.getElementById("no-statements").hidden = true;
}

const told = {
  stage({ stage, total }) {
    count(stage, 0, total);
    listing = listStatements();
    if (stage === "collect") return say(`Reading ${total === 1 ? "the source" : `${total} sources`}.`);
    say("Comparing the statements with their sources.");
  },
  source({ url, access, done, total }) {
    const word = name("access", access);
    const known = [...document.querySelectorAll("#sources > li")].find((li) => li.children[1].title === url || li.children[1].textContent === url);
    const shown = known ?? document.getElementById("sources").appendChild(line(url));
    mark(shown, word?.dataset.read === "yes" ? "supported" : "could_not_check", word?.textContent ?? access);
    document.getElementById("no-sources").hidden = true;
    count("collect", done, total);
    if (typeof total === "number" && done < total) {
      const aloud = quarter(done, total) > quarter(done - 1, total);
      say(`Reading the sources: ${total - done} to go.`, { aloud });
    }
  },
  async statement({ id, verdict, done, total }) {
    count("assess", done, total);
    await listing;
    const li = document.getElementById(id);
    if (li) mark(li, verdict, name("verdict", verdict)?.textContent ?? verdict);
  },
};
let listing = document.querySelector("#statements > li") ? null : listStatements();

const events = new EventSource(at.dataset.events);
for (const [kind, tell] of Object.entries(told)) events.addEventListener(kind, (event) => tell(JSON.parse(event.data)));
events.addEventListener("end", () => {
  events.close();
  location.reload();
});
