/* Citations, the evidence panel, copying: one listener each on the document, since what is shown comes and goes. */
(() => {
  "use strict";
  const phone = window.matchMedia("(max-width: 820px)");
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  let opener = null;

  document.documentElement.lang = "zh-CN";

  /* ---- the panel ---- */
  function panelOf(element) {
    const desk = element.closest(".tk-desk");
    return desk && one(".tk-panel", desk);
  }

  function fill(panel, html) {
    const body = one(".tk-panel-body", panel);
    body.innerHTML = html;
    showFormat(body);
    const text = one(".ev-body", body);
    const mark = one("mark", body) || one(".ev-text", body);
    if (text && mark) text.scrollTop = mark.offsetTop - text.offsetTop - text.clientHeight / 3;
  }

  function mark(button) {
    all('[data-tk-ev][aria-current]').forEach((other) => other.removeAttribute("aria-current"));
    button.setAttribute("aria-current", "true");
  }

  function showEvidence(button, sheet) {
    const held = one(`[data-tk-held="${CSS.escape(button.dataset.tkEv)}"]`);
    const panel = panelOf(button);
    if (!held || !panel) return;
    mark(button);
    fill(panel, held.innerHTML);
    if (sheet && phone.matches) openSheet(panel, button);
  }

  function openSheet(panel, button) {
    opener = button;
    panel.classList.add("open");
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-modal", "true");
    one("[data-tk-close]", panel).focus({ preventScroll: true });
  }

  function closeSheet() {
    const panel = one(".tk-panel.open");
    if (!panel) return false;
    panel.classList.remove("open");
    panel.removeAttribute("role");
    panel.removeAttribute("aria-modal");
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
    opener = null;
    return true;
  }

  async function showClause(button) {
    const panel = panelOf(button);
    const text = await piece(`clause/${encodeURIComponent(button.dataset.tkClause)}`);
    if (text === null || !panel) return;
    all('[data-tk-ev][aria-current]').forEach((other) => other.removeAttribute("aria-current"));
    fill(panel, text);
    const again = one(`[data-tk-clause]:not([disabled])`, panel);
    (all("[data-tk-clause]", panel).find((b) => b.textContent === button.textContent) || again)
      ?.focus({ preventScroll: true });
  }

  /* A piece of HTML from this page's own routes; null when a newer request has taken its place. */
  async function piece(address, signal) {
    try {
      const answer = await fetch(new URL(`page/${address}`, document.baseURI), { signal });
      return await answer.text();
    } catch (error) {
      if (error.name === "AbortError") return null;
      return '<div class="tk-failure" role="alert"><p>连不上服务</p><p class="tk-hint">请确认服务仍在运行，再试一次</p></div>';
    }
  }

  /* ---- the small card over a chip ---- */
  const card = document.createElement("div");
  card.className = "tk-card original";
  card.hidden = true;

  function showCard(chip) {
    if (phone.matches || !chip.dataset.quote) return;
    if (!card.isConnected) document.body.append(card);
    card.textContent = chip.dataset.quote;
    card.hidden = false;
    const at = chip.getBoundingClientRect();
    card.style.left = `${Math.max(8, Math.min(at.left - 24, innerWidth - card.offsetWidth - 8))}px`;
    const above = at.top - card.offsetHeight - 8;
    card.style.top = `${above > 8 ? above : at.bottom + 8}px`;
  }

  /* ---- copying ---- */
  function format() {
    try { return localStorage.getItem("tiaokuan-format") || "official"; } catch { return "official"; }
  }

  function chooseFormat(name) {
    try { localStorage.setItem("tiaokuan-format", name); } catch { /* private window: for this page only */ }
    showFormat(document, name);
  }

  function showFormat(root, name = format()) {
    all("select[data-tk-format]", root).forEach((select) => { select.value = name; });
    all("input[data-tk-format]", root).forEach((radio) => { radio.checked = radio.value === name; });
    all("[data-tk-preview]", root).forEach((line) => { line.textContent = line.getAttribute(`data-${name}`); });
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      area.style.cssText = "position:fixed;opacity:0";
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  }

  async function copyFrom(button) {
    const chosen = one("[data-tk-format]", button.closest(".tk-copying") || document.createElement("i"));
    const text = button.dataset.only ?? button.getAttribute(`data-${chosen ? chosen.value : format()}`);
    await copyAndSay(button, text);
  }

  async function copyAndSay(button, text) {
    const done = await copy(text);
    button.dataset.label ??= button.textContent;
    button.textContent = done ? "已复制" : "没能复制";
    button.classList.toggle("done", done);
    button.focus({ preventScroll: true });
    announce(button.textContent);
    clearTimeout(button.timer);
    button.timer = setTimeout(() => {
      button.textContent = button.dataset.label;
      button.classList.remove("done");
    }, 1800);
  }

  /* ---- what a screen reader hears, once ---- */
  function announce(text) {
    const line = one("#tk-announce");
    if (line) { line.textContent = ""; setTimeout(() => { line.textContent = text; }, 50); }
  }

  /* ---- a finished turn: its first evidence into the panel, the conversation to its question ---- */
  let lastTurn = null;
  function arrived() {
    const turns = all("#tk-log .tk-turn");
    const turn = turns[turns.length - 1];
    const key = turn ? turn.dataset.key || `${turns.length}` : null;
    if (key === lastTurn) return;
    lastTurn = key;
    if (!turn) return;
    announce(turn.dataset.announce || "");
    turn.scrollIntoView({ block: "start", behavior: "auto" });
    const first = one(".tk-chip", turn);
    if (first) showEvidence(first, false);
    else emptyPanel(turn);
  }

  function emptyPanel(turn) {
    const panel = panelOf(turn);
    if (panel) one(".tk-panel-body", panel).innerHTML = '<div class="tk-panel-empty"><p>原文</p><p>这次的回答没有引用条款。</p></div>';
    all('[data-tk-ev][aria-current]').forEach((other) => other.removeAttribute("aria-current"));
  }

  /* ---- listeners ---- */
  const actions = [
    ["[data-tk-ev]", (button) => showEvidence(button, true)],
    ["[data-tk-clause]", showClause],
    ["[data-tk-copy]", copyFrom],
    ["[data-tk-close]", closeSheet],
  ];
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    for (const [selector, act] of actions) {
      const button = event.target.closest(selector);
      if (button) return void act(button);
    }
    if (one(".tk-panel.open") && !event.target.closest(".tk-panel")) closeSheet();
  });
  document.addEventListener("focusin", (event) => {
    if (phone.matches || !event.target.matches?.(".tk-chip:focus-visible")) return;
    showEvidence(event.target, false);
  });
  document.addEventListener("mouseover", (event) => {
    const chip = event.target instanceof Element && event.target.closest(".tk-chip");
    if (chip) showCard(chip); else card.hidden = true;
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches?.("[data-tk-format]")) chooseFormat(event.target.value);
  });
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") { card.hidden = true; closeSheet(); }
    const typing = event.target.matches?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing) {
      const box = all("#tk-question textarea, #tk-profile textarea, #tk-cite-box").find((b) => b.offsetParent);
      if (box) { event.preventDefault(); box.focus(); }
    }
  });

  window.tiaokuan = { one, all, piece, showFormat, announce, copyAndSay, arrived, closeSheet };
})();
