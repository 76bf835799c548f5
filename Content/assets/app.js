// Tirek's one script. Every page works without it; it only makes things quicker. It stores nothing in the browser,
// writes no styles and asks no other host. What it says comes from the page, in the page's language.
'use strict';
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isTyping = (element) => element?.matches?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
  const show = (id, isShown) => { const notice = document.getElementById(id); if (notice) notice.hidden = !isShown; };

  // The line and the session

  const lineLost = () => show('line-lost', true);
  const lineBack = () => show('line-lost', false);
  addEventListener('offline', lineLost);
  addEventListener('online', lineBack);

  // Resolves to the response's text, or to undefined when there is nothing to show.
  async function load(address, options = {}) {
    try {
      const response = await fetch(address, { credentials: 'same-origin', redirect: 'manual', ...options });
      lineBack();
      if (response.status === 401 || response.type === 'opaqueredirect') { show('session-ended', true); return; }
      show('session-ended', false);
      return response.ok ? await response.text() : undefined;
    } catch (error) {
      if (error.name !== 'AbortError') lineLost();
    }
  }

  // Keys

  let afterG = 0;
  const letterOf = (event) =>
    /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code?.startsWith('Key') ? event.code[3].toLowerCase() : '';

  function onKey(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const form = event.target.form;
      if (form?.method === 'post') { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (event.key === 'Escape') return closeMenus();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (one('dialog[open]')) return;
    // On Cyrillic layouts the key of the slash writes a full stop, and with Shift a comma.
    const isSlash = event.key === '/' || (event.code === 'Slash' && event.key === '.');
    const isQuestion = event.key === '?' || (event.code === 'Slash' && event.key === ',');
    const letter = letterOf(event);
    if (isQuestion) {
      one('#keys')?.showModal();
    } else if (isSlash) {
      const box = one('[data-search]');
      if (!box) return;
      box.focus();
      box.select();
    } else if (Date.now() - afterG < 1500 && letter) {
      afterG = 0;
      const link = all('[data-key]').find((link) => link.dataset.key.toLowerCase() === letter);
      if (!link) return;
      link.click();
    } else if (letter === 'g') {
      afterG = Date.now();
    } else if (letter === 'n') {
      const link = one('[data-new]');
      if (!link) return;
      link.click();
    } else return;
    event.preventDefault();
  }
  addEventListener('keydown', onKey);

  // Menus

  function closeMenus(except) {
    for (const menu of all('details.menu[open]')) {
      if (menu.contains(except)) continue;
      if (menu.contains(document.activeElement)) one('summary', menu).focus();
      menu.open = false;
    }
  }
  addEventListener('click', (event) => closeMenus(event.target));

  // Search while typing

  function suggest(input) {
    const panel = document.getElementById(input.id + '-list');
    let timer = 0;
    let request;
    const options = () => all('[role=option]', panel);
    const close = () => {
      panel.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };
    const choose = (next) => {
      for (const option of options()) option.setAttribute('aria-selected', option === next);
      if (next) {
        input.setAttribute('aria-activedescendant', next.id);
        next.scrollIntoView({ block: 'nearest' });
      } else input.removeAttribute('aria-activedescendant');
    };
    const fetchNow = async () => {
      request?.abort();
      if (!input.value.trim()) return close();
      request = new AbortController();
      const { signal } = request;
      const body = new URLSearchParams(new FormData(input.form));
      const markup = await load(input.dataset.suggestions, { method: 'POST', body, signal });
      if (signal.aborted || markup === undefined) return;
      panel.innerHTML = markup;
      options().forEach((option, index) => { option.id = `${panel.id}-${index}`; });
      panel.role = options().length ? 'listbox' : 'status';
      panel.hidden = document.activeElement !== input;
      input.setAttribute('aria-expanded', String(!panel.hidden));
      input.removeAttribute('aria-activedescendant');
    };
    input.role = 'combobox';
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', panel.id);
    panel.ariaLabel = panel.dataset.label;
    input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(fetchNow, 150); });
    input.addEventListener('focus', () => { if (input.value.trim()) fetchNow(); });
    input.addEventListener('blur', () => setTimeout(() => { if (!panel.contains(document.activeElement)) close(); }, 150));
    input.addEventListener('keydown', (event) => {
      const list = panel.hidden ? [] : options();
      const at = list.findIndex((option) => option.getAttribute('aria-selected') === 'true');
      if (event.key === 'Escape' && !panel.hidden) close();
      else if (event.key === 'ArrowDown' && list.length) choose(list[(at + 1) % list.length]);
      else if (event.key === 'ArrowUp' && list.length) choose(list[at <= 0 ? list.length - 1 : at - 1]);
      else if (event.key === 'Enter' && at >= 0) list[at].click();
      else return;
      event.preventDefault();
    });
    panel.addEventListener('mousedown', (event) => event.preventDefault());
  }

  // Repeated groups

  function renumber(group) {
    const prefix = new RegExp(`(^|\\s|f-)${CSS.escape(group.dataset.repeat)}\\.(\\d+|__index__)(?=[.\\s-]|$)`, 'g');
    const rows = all(':scope > .rows > .row', group);
    rows.forEach((row, index) => {
      for (const element of [row, ...all('*', row)]) {
        for (const name of ['id', 'name', 'for', 'aria-describedby']) {
          const value = element.getAttribute(name);
          if (value) element.setAttribute(name, value.replace(prefix, `$1${group.dataset.repeat}.${index}`));
        }
      }
      const remove = one('[data-remove]', row);
      remove.value = `${group.dataset.repeat}.${index}`;
      for (const element of [row, remove]) {
        element.ariaLabel = element.ariaLabel.replace(/(\d+|__index__)(?!.*(\d|__index__))/, index + 1);
      }
    });
    one(':scope > [data-add]', group).hidden = rows.length >= Number(group.dataset.maximum);
  }

  function repeat(group) {
    group.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (!button || button.closest('[data-repeat]') !== group) return;
      if ('add' in button.dataset) {
        const row = one(':scope > template', group).content.firstElementChild.cloneNode(true);
        one(':scope > .rows', group).append(row);
        start(row);
        renumber(group);
        one('input, select, textarea', row)?.focus();
      } else if ('remove' in button.dataset) {
        const row = button.closest('.row');
        const next = row.nextElementSibling ?? row.previousElementSibling;
        row.remove();
        renumber(group);
        (next ? one('input, select, textarea', next) : one(':scope > [data-add]', group))?.focus();
      } else return;
      event.preventDefault();
      group.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  // Rows that can be chosen

  function select(area) {
    const rows = () => all('tbody input[type=checkbox]', area);
    const every = one('[data-select-all]', area);
    const status = one('[data-selected]', area);
    const count = () => {
      const chosen = rows().filter((row) => row.checked).length;
      status.textContent = chosen ? status.dataset.template.replace('{number}', chosen) : '';
      every.checked = chosen > 0 && chosen === rows().length;
      every.indeterminate = chosen > 0 && !every.checked;
    };
    every.hidden = false;
    every.addEventListener('change', () => { for (const row of rows()) row.checked = every.checked; count(); });
    area.addEventListener('change', count);
    count();
  }

  // Forms: sent once, not lost

  const changed = new Set();
  addEventListener('input', (event) => {
    const form = event.target.closest?.('form[data-guard]');
    if (form) changed.add(form);
  });
  addEventListener('beforeunload', (event) => {
    if ([...changed].some((form) => form.isConnected)) event.preventDefault();
  });
  addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (!navigator.onLine) { event.preventDefault(); return lineLost(); }
    if ('sent' in form.dataset) { event.preventDefault(); return; }
    changed.delete(form);
    if (!('once' in form.dataset)) return;
    form.dataset.sent = '';
    const button = event.submitter?.matches('.sr') ? one('.button.primary', form) : event.submitter;
    if (!button || button.ariaLabel) return;
    const label = button.innerHTML;
    setTimeout(() => { button.setAttribute('aria-disabled', 'true'); button.textContent = form.dataset.once; });
    form.restore = () => { button.removeAttribute('aria-disabled'); button.innerHTML = label; };
  });
  // A page that comes back from the browser's memory can be sent again.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of all('form[data-sent]')) { delete form.dataset.sent; form.restore?.(); }
  });

  // Live parts

  const isBusy = (part) =>
    part.contains(document.activeElement) || one('input:checked, details[open]', part) || [...changed].some((form) => part.contains(form));
  let waiting = 0;
  function refreshSoon(delay = 300) {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, delay);
  }
  async function refresh() {
    const parts = all('[data-live][id]');
    if (!parts.length || document.hidden) return;
    // Nobody did anything: the session may grow idle all the same.
    const page = await load(location.href, { headers: { 'X-Background': '1' } });
    if (page === undefined) return;
    const fresh = new DOMParser().parseFromString(page, 'text/html');
    let isLeft = false;
    for (const part of parts) {
      const next = fresh.getElementById(part.id);
      if (!next || next.innerHTML === part.dataset.seen) continue;
      if (isBusy(part)) { isLeft = true; continue; }
      const markup = next.innerHTML;
      part.replaceWith(next);
      next.dataset.seen = markup;
      start(next);
    }
    if (isLeft) refreshSoon(5000);
  }
  function listen() {
    const address = one('meta[name=events]')?.content;
    if (!address || !one('[data-live][id]')) return;
    const source = new EventSource(address);
    source.addEventListener('change', () => refreshSoon());
    source.onopen = lineBack;
    source.onerror = () => { if (source.readyState === EventSource.CLOSED) load(address, { method: 'HEAD' }); };
    document.addEventListener('visibilitychange', () => { if (!document.hidden) refreshSoon(); });
    addEventListener('pagehide', () => source.close());
  }

  // Times

  const language = document.documentElement.lang;
  const knowsLanguage = Intl.RelativeTimeFormat?.supportedLocalesOf(language).length > 0;
  function refreshTimes() {
    if (!knowsLanguage) return;
    const format = new Intl.RelativeTimeFormat(language, { style: 'short' });
    for (const time of all('time[data-relative]')) {
      const minutes = Math.trunc((Date.parse(time.dateTime) - Date.now()) / 60000);
      const distance = Math.abs(minutes);
      if (distance < 1 || distance >= 1440) continue;
      time.textContent = distance < 60 ? format.format(minutes, 'minute') : format.format(Math.trunc(minutes / 60), 'hour');
    }
  }

  // Small things

  function reveal(button) {
    const input = document.getElementById(button.dataset.reveal);
    const labels = [button.ariaLabel, button.dataset.hideLabel];
    button.hidden = false;
    button.addEventListener('click', () => {
      const isShown = input.type === 'password';
      input.type = isShown ? 'text' : 'password';
      button.ariaLabel = labels[Number(isShown)];
    });
    input.form?.addEventListener('submit', () => { input.type = 'password'; });
  }

  function start(root) {
    for (const input of all('[data-suggestions]', root)) suggest(input);
    for (const group of all('[data-repeat]', root)) repeat(group);
    for (const area of all('[data-selection]', root)) select(area);
    for (const button of all('[data-reveal]', root)) reveal(button);
    for (const button of all('[data-close]', root)) button.addEventListener('click', () => button.closest('dialog').close());
    for (const button of all('[data-print]', root)) {
      button.hidden = false;
      button.addEventListener('click', () => print());
    }
  }

  start(document);
  listen();
  one('[data-focus]')?.focus();
  setInterval(refreshTimes, 60000);
})();
