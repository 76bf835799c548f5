// The hotline console: fetches the parts that follow from what was typed, saves every three seconds, knows the keys.
'use strict';
(() => {
  const form = document.getElementById('console');
  const state = document.getElementById('console-state');
  const id = (name) => document.getElementById(name);
  const focus = (element) => element?.focus();
  let dirty, waiting, turn = 0;

  async function send(action, shows = true) {
    const mine = shows ? ++turn : turn;
    const keeps = action !== 'look';
    const body = new URLSearchParams(new FormData(form));
    body.set('do', action);
    if (shows) body.set('fragment', '1');
    if (keeps) dirty = false;
    try {
      const response = await fetch(form.dataset.address, { method: 'POST', body, redirect: 'manual', keepalive: !shows });
      if (!response.ok) throw response;
      if (keeps) state.textContent = state.dataset.saved;
      if (shows && mine === turn) show(await response.text());
    } catch { if (keeps) { dirty = true; state.textContent = state.dataset.unsaved; } }
  }
  function show(markup) {
    const fresh = document.createElement('template');
    fresh.innerHTML = markup;
    const active = document.activeElement;
    const isTyping = active.matches('select, textarea, input:not([type=radio], [type=checkbox])') && !active.closest('[data-check]');
    for (const part of [...fresh.content.children]) {
      const old = id(part.id);
      if (old && !(isTyping && old.contains(active))) old.replaceWith(part);
    }
    if (active.isConnected) return;
    const [name, value] = [active.name, active.value].map(CSS.escape);
    focus(form.querySelector(`[name="${name}"][value="${value}"]`) ?? form.querySelector('[data-check] input') ?? id('f-summary'));
  }
  function choose(code) {
    const kept = document.createElement('input');
    Object.assign(kept, { type: 'hidden', name: 'problems', value: code });
    id('part-problems').append(kept);
    id('f-problems').value = '';
    focus(id('f-problems'));
    return send('problem:' + code);
  }
  const act = (action) => action.startsWith('problem:') ? choose(action.slice(8)) : send(action);

  form.addEventListener('input', ({ target }) => {
    dirty = true;
    clearTimeout(waiting);
    if ('look' in target.dataset) waiting = setTimeout(() => send('look'), 180);
  });
  form.addEventListener('change', ({ target }) => { if ('update' in target.dataset) send('update'); });
  form.addEventListener('submit', (event) => {
    const action = event.submitter?.value ?? '';
    if (!/^(problem|pick|drop|check|staff|thread|code|look|update)/.test(action)) { dirty = false; return; }
    event.preventDefault();
    act(action);
  });
  addEventListener('keydown', async (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.isComposing || !(form.contains(target) || event.altKey)) return;
    const field = event.altKey && { KeyL: 'language', KeyP: 'problems', KeyW: 'who', KeyT: 'place', KeyS: 'summary', KeyO: 'outcome' }[event.code];
    const picks = [...form.querySelectorAll(target.id === 'f-problems' ? '#part-found .pick' : '#part-who-is-it .pick')];
    const list = [...target.closest('.picks')?.children ?? picks];
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const isText = target.matches('input:not([type=radio], [type=checkbox], [type=date], [type=time])');
    if (field) focus(form.querySelector(`[name=${field}]:checked`) ?? id('f-' + field));
    else if (target.name === 'language' && /^[1-9]$/.test(key)) {
      const radio = form.querySelectorAll('[name=language]')[key - 1];
      if (radio) { radio.checked = dirty = true; focus(id('f-problems')); }
    } else if (step && (target.matches('.pick') || 'look' in target.dataset)) focus(list[list.indexOf(target) + step]);
    else if (key === 'Enter' && isText) {
      const check = target.closest('[data-check]');
      event.preventDefault();
      clearTimeout(waiting);
      if (check) send(check.dataset.check);
      else if (target.id !== 'f-problems') send('look');
      else if (!target.value.trim()) choose(target.dataset.default);
      else {
        await send('look');
        const first = form.querySelector('#part-found .pick');
        if (first) act(first.value);
      }
      return;
    } else return;
    event.preventDefault();
  });
  const keep = () => { if (dirty) send('autosave', false); };
  setInterval(keep, 3000);
  addEventListener('pagehide', keep);
  const clock = document.querySelector('[data-timer]');
  setInterval(() => {
    const seconds = Math.max(0, Math.trunc((Date.now() - Date.parse(clock.dateTime)) / 1000));
    clock.textContent = `${Math.trunc(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }, 1000);
})();
