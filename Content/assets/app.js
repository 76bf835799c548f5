// Tirek's one script. Every page works without it; it only makes things quicker. It stores nothing in the browser,
// writes no styles and asks no other host. What it says comes from the page, in the page's language.
'use strict';
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isTyping = (element) => element?.matches?.('input:not([type=checkbox], [type=radio]), textarea, select');
  const focused = () => document.activeElement;
  const byId = (id) => document.getElementById(id);
  const on = (target, type, act) => target.addEventListener(type, act);
  const show = (id, isShown) => { const notice = byId(id); if (notice) notice.hidden = !isShown; };

  // The line and the session

  const lineLost = () => show('line-lost', true);
  const lineBack = () => show('line-lost', false);
  on(window, 'offline', lineLost);
  on(window, 'online', lineBack);

  // Resolves to the response's text, or to undefined when there is nothing to show.
  async function load(address, options = {}) {
    try {
      const response = await fetch(address, { redirect: 'manual', ...options });
      lineBack();
      if (response.status === 401 || response.type === 'opaqueredirect') return show('session-ended', true);
      show('session-ended', false);
      if (response.ok) return await response.text();
    } catch (error) {
      if (error.name !== 'AbortError') lineLost();
    }
  }

  // Keys

  let afterG = 0;
  const letterOf = ({ key, code }) => (/^[a-z]$/i.test(key) ? key : /^Key(.)/.exec(code)?.[1] ?? '').toLowerCase();
  const follow = (link) => (link?.click(), link);

  function onKey(event) {
    const { key, code, target } = event;
    const isChord = event.ctrlKey || event.metaKey;
    if (key === 'Enter' && isChord) {
      if (target.form?.method === 'post') { event.preventDefault(); target.form.requestSubmit(); }
      return;
    }
    if (key === 'Escape') return closeMenus();
    if (isChord || event.altKey || event.isComposing || isTyping(target)) return;
    if (one('dialog[open]')) return;
    // On Cyrillic layouts the key of the slash writes a full stop, and with Shift a comma.
    const isSlash = key === '/' || (code === 'Slash' && key === '.');
    const isQuestion = key === '?' || (code === 'Slash' && key === ',');
    const letter = letterOf(event);
    if (isQuestion) one('#keys')?.showModal();
    else if (isSlash) {
      const box = one('[data-search]');
      if (!box) return;
      box.focus();
      box.select();
    } else if (Date.now() - afterG < 1500 && letter) {
      afterG = 0;
      if (!follow(all('[data-key]').find((link) => link.dataset.key.toLowerCase() === letter))) return;
    } else if (letter === 'g') afterG = Date.now();
    else if (letter !== 'n' || !follow(one('[data-new]'))) return;
    event.preventDefault();
  }
  on(window, 'keydown', onKey);

  // Menus

  function closeMenus(except) {
    for (const menu of all('details.menu[open]')) {
      if (menu.contains(except)) continue;
      if (menu.contains(focused())) one('summary', menu).focus();
      menu.open = false;
    }
  }
  on(window, 'click', (event) => closeMenus(event.target));

  // Search while typing

  function suggest(input) {
    const panel = byId(input.id + '-list');
    let timer, request;
    const options = () => all('[role=option]', panel);
    const choose = (next) => {
      for (const option of options()) option.ariaSelected = option === next;
      input.setAttribute('aria-activedescendant', next?.id ?? '');
      next?.scrollIntoView({ block: 'nearest' });
    };
    const close = () => {
      panel.hidden = true;
      input.ariaExpanded = false;
      choose();
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
      panel.hidden = focused() !== input;
      input.ariaExpanded = !panel.hidden;
      choose();
    };
    input.role = 'combobox';
    input.ariaExpanded = false;
    input.ariaAutoComplete = 'list';
    input.setAttribute('aria-controls', panel.id);
    panel.ariaLabel = panel.dataset.label;
    on(input, 'input', () => { clearTimeout(timer); timer = setTimeout(fetchNow, 150); });
    on(input, 'focus', () => { if (input.value.trim()) fetchNow(); });
    on(input, 'blur', () => setTimeout(() => { if (!panel.contains(focused())) close(); }, 150));
    on(input, 'keydown', (event) => {
      const list = panel.hidden ? [] : options();
      const at = list.findIndex((option) => option.ariaSelected === 'true');
      if (event.key === 'Escape' && !panel.hidden) close();
      else if (event.key === 'ArrowDown' && list.length) choose(list[(at + 1) % list.length]);
      else if (event.key === 'ArrowUp' && list.length) choose(list.at(at <= 0 ? -1 : at - 1));
      else if (event.key === 'Enter' && at >= 0) list[at].click();
      else return;
      event.preventDefault();
    });
    on(panel, 'mousedown', (event) => event.preventDefault());
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

  const fields = 'input, select, textarea';
  function repeat(group) {
    on(group, 'click', (event) => {
      const button = event.target.closest('button');
      if (button?.closest('[data-repeat]') !== group) return;
      if ('add' in button.dataset) {
        const row = one(':scope > template', group).content.firstElementChild.cloneNode(true);
        one(':scope > .rows', group).append(row);
        start(row);
        renumber(group);
        one(fields, row)?.focus();
      } else if ('remove' in button.dataset) {
        const row = button.closest('.row');
        const next = row.nextElementSibling ?? row.previousElementSibling;
        row.remove();
        renumber(group);
        (next ? one(fields, next) : one(':scope > [data-add]', group))?.focus();
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
    on(every, 'change', () => { for (const row of rows()) row.checked = every.checked; count(); });
    on(area, 'change', count);
    count();
  }

  // Forms: sent once, not lost

  const changed = new Set();
  on(window, 'input', (event) => {
    const form = event.target.closest?.('form[data-guard]');
    if (form) changed.add(form);
  });
  on(window, 'beforeunload', (event) => {
    if ([...changed].some((form) => form.isConnected)) event.preventDefault();
  });
  on(window, 'submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (!navigator.onLine) { event.preventDefault(); return lineLost(); }
    if ('sent' in form.dataset) return event.preventDefault();
    changed.delete(form);
    if (!('once' in form.dataset)) return;
    form.dataset.sent = '';
    const button = event.submitter?.matches('.sr') ? one('.button.primary', form) : event.submitter;
    if (!button || button.ariaLabel) return;
    const label = button.innerHTML;
    setTimeout(() => { button.ariaDisabled = true; button.textContent = form.dataset.once; });
    form.restore = () => { button.ariaDisabled = null; button.innerHTML = label; };
  });
  // A page that comes back from the browser's memory can be sent again.
  on(window, 'pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of all('form[data-sent]')) { delete form.dataset.sent; form.restore?.(); }
  });

  // Live parts

  const isBusy = (part) =>
    part.contains(focused()) || one('input:checked, details[open]', part) || [...changed].some((form) => part.contains(form));
  let waiting;
  let isOwed = false;
  function refreshSoon(delay = 300) {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, delay);
  }
  async function refresh() {
    const parts = all('[data-live][id]');
    if (!parts.length || document.hidden) return;
    // Nobody did anything: the session may grow idle all the same.
    const page = await load(location.href, { headers: { 'X-Background': '1' } });
    // What could not be fetched is fetched once the line stands again.
    isOwed = !page;
    if (!page) return;
    const fresh = new DOMParser().parseFromString(page, 'text/html');
    let isLeft = false;
    for (const part of parts) {
      const next = fresh.getElementById(part.id);
      if (!next || next.innerHTML === part.dataset.seen) continue;
      if (isBusy(part)) { isLeft = true; continue; }
      part.replaceWith(next);
      next.dataset.seen = next.innerHTML;
      start(next);
    }
    if (isLeft) refreshSoon(5000);
  }
  function listen() {
    const address = one('meta[name=events]')?.content;
    if (!address || !one('[data-live][id]')) return;
    const source = new EventSource(address);
    on(source, 'change', () => refreshSoon());
    source.onopen = () => { lineBack(); if (isOwed) refreshSoon(); };
    source.onerror = () => { if (source.readyState === EventSource.CLOSED) load(address, { method: 'HEAD' }); };
    on(document, 'visibilitychange', () => { if (!document.hidden) refreshSoon(); });
    on(window, 'pagehide', () => source.close());
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
      time.textContent = format.format(...distance < 60 ? [minutes, 'minute'] : [Math.trunc(minutes / 60), 'hour']);
    }
  }

  // Small things

  function reveal(button) {
    const input = byId(button.dataset.reveal);
    const labels = [button.ariaLabel, button.dataset.hideLabel];
    button.hidden = false;
    on(button, 'click', () => {
      const isShown = input.type === 'password';
      input.type = isShown ? 'text' : 'password';
      button.ariaLabel = labels[Number(isShown)];
    });
    if (input.form) on(input.form, 'submit', () => { input.type = 'password'; });
  }

  function start(root) {
    all('[data-suggestions]', root).forEach(suggest);
    all('[data-repeat]', root).forEach(repeat);
    all('[data-selection]', root).forEach(select);
    all('[data-reveal]', root).forEach(reveal);
    for (const button of all('[data-close]', root)) on(button, 'click', () => button.closest('dialog').close());
    for (const button of all('[data-print]', root)) {
      button.hidden = false;
      on(button, 'click', () => print());
    }
  }

  start(document);
  listen();
  one('[data-focus]')?.focus();
  setInterval(refreshTimes, 60000);
})();
