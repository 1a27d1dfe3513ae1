/* The doors, the look-up box, the clause tree and addresses that open a clause. */
(() => {
  "use strict";
  const { one, all, piece, showFormat, announce, copyAndSay, arrived } = window.tiaokuan;

  /* ---- doors: an example is typed and sent ---- */
  function send(boxId, buttonId, text) {
    const box = one(`${boxId} textarea`);
    if (!box) return;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => one(buttonId)?.click(), 30);
  }

  /* ---- look-up ---- */
  let running = null, timer = 0, resting = "";
  function lookUp(box, wait) {
    clearTimeout(timer);
    timer = setTimeout(() => find(box), wait);
  }

  async function find(box) {
    const results = one("#tk-cite-results");
    const words = box.value.trim();
    running?.abort();
    resting ||= results.innerHTML;
    if ([...words].length < 2) { results.innerHTML = resting; return; }
    running = new AbortController();
    const slow = setTimeout(() => results.setAttribute("aria-busy", "true"), 200);
    const text = await piece(`cite?q=${encodeURIComponent(words)}`, running.signal);
    clearTimeout(slow);
    if (text === null) return;
    results.removeAttribute("aria-busy");
    results.innerHTML = text;
    results.scrollTop = 0;
    showFormat(results);
    announce(one(".tk-count", results)?.textContent || "");
  }

  /* ---- the clause tree ---- */
  const asked = new URLSearchParams(location.search);
  let wanted = asked.get("clause") || "";
  async function openTree(desk, query) {
    desk.dataset.state = "loading";
    const text = await piece(`tree?${new URLSearchParams(query)}`);
    if (text === null) return;
    desk.innerHTML = text;
    desk.dataset.state = "done";
    if (query.clause) goTo(query.clause, false);
  }

  function goTo(id, remember) {
    const entry = one(`[data-tk-entry="${CSS.escape(id)}"]`);
    if (!entry) return;
    all(".tk-entry.here").forEach((other) => other.classList.remove("here"));
    entry.classList.add("here");
    all("[data-tk-goto]").forEach((line) => line.toggleAttribute("aria-current", line.dataset.tkGoto === id));
    const line = one(`[data-tk-goto="${CSS.escape(id)}"]`);
    const outline = line && line.closest(".tk-outline");
    if (outline) outline.scrollTop = line.offsetTop - outline.clientHeight / 2;
    entry.scrollIntoView({ block: phoneTop() });
    if (remember) history.replaceState(history.state, "", address(id));
  }

  const phoneTop = () => (innerWidth <= 820 ? "start" : "center");

  function address(id) {
    const url = new URL(location.href);
    url.search = id ? new URLSearchParams({ clause: id }) : "";
    url.hash = "";
    return url;
  }

  function tab(name) {
    return all('#tk-tabs button[role="tab"]').find((button) => button.textContent.trim() === name);
  }

  /* ---- what has to follow when Gradio changes the page ---- */
  let opened = false, due = false, shownWaiting = false;
  function tidy() {
    due = false;
    if (wanted && !opened) {
      const button = tab("条款树");
      if (button) { opened = true; button.click(); }
    }
    const desk = one('.tk-tree-desk[data-state="empty"]');
    if (desk && desk.offsetParent) openTree(desk, wanted ? { clause: wanted } : {});
    const formats = one(".tk-formats");
    if (formats && !one("input:checked", formats)) showFormat(formats);
    const waiting = one("#tk-pending .tk-turn");
    if (waiting && !shownWaiting) waiting.scrollIntoView({ block: "nearest" });
    shownWaiting = Boolean(waiting);
    if (one(".toast-wrap .toast-body.error, .toast-wrap .error")) trouble();
    arrived();
  }

  /* Gradio says in English that a request failed; we say it in Chinese and end the waiting. */
  let troubled = 0;
  function trouble() {
    const line = one("#tk-trouble");
    if (!line) return;
    line.textContent = "这次没有完成：服务没有回应，或正忙。请稍后再试一次。";
    line.hidden = false;
    all('.tk-busy, #tk-pending [data-state="busy"]').forEach((busy) => busy.remove());
    clearTimeout(troubled);
    troubled = setTimeout(() => { line.hidden = true; }, 8000);
  }
  new MutationObserver(() => {
    if (!due) { due = true; setTimeout(tidy, 0); }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class", "hidden"] });

  document.addEventListener("input", (event) => {
    if (event.target.id === "tk-cite-box" && !event.isComposing) lookUp(event.target, 120);
  });
  document.addEventListener("compositionend", (event) => {
    if (event.target.id === "tk-cite-box") lookUp(event.target, 0);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches?.("[data-tk-doc]"))
      openTree(event.target.closest(".tk-tree-desk"), { doc: event.target.value });
  });
  document.addEventListener("click", (event) => {
    const at = (selector) => event.target instanceof Element && event.target.closest(selector);
    let button;
    if ((button = at("[data-tk-ask]"))) send("#tk-question", "#tk-send", button.dataset.tkAsk);
    else if ((button = at("[data-tk-match]"))) send("#tk-profile", "#tk-find", button.dataset.tkMatch);
    else if ((button = at("[data-tk-cite]"))) {
      const box = one("#tk-cite-box");
      box.value = button.dataset.tkCite;
      box.focus();
      find(box);
    } else if ((button = at("[data-tk-goto]")) && plain(event)) {
      event.preventDefault();
      goTo(button.dataset.tkGoto, true);
    } else if ((button = at("[data-tk-link]")) && plain(event)) {
      event.preventDefault();
      goTo(button.dataset.tkLink, true);
      copyAndSay(button, address(button.dataset.tkLink).href);
    } else if ((button = at('#tk-tabs button[role="tab"]')) && button !== tab("条款树") && event.isTrusted) {
      history.replaceState(history.state, "", address(""));
    }
  });
  const plain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
})();
