// What pages cannot do without a script: keys, dialogs, light and dark. Everything else works without it.
'use strict';
(() => {
  const inField = target => target.closest('input, textarea, select, [contenteditable]') !== null;
  const dialog = id => document.getElementById(id);
  const open = id => {
    const box = dialog(id);
    if (box && !box.open) {
      box.showModal();
    }
  };

  // the row that keys act on: of the first table or list that has any
  const rows = () => [...document.querySelectorAll('[data-rows] [data-row]')];
  const at = () => document.querySelector('[data-row].at');
  const moveTo = row => {
    at()?.classList.remove('at');
    if (row) {
      row.classList.add('at');
      (row.querySelector('a, button, input') ?? row).focus({preventScroll: true});
      row.scrollIntoView({block: 'nearest'});
    }
  };
  const move = by => {
    const all = rows();
    const now = all.indexOf(at());
    moveTo(all[Math.min(Math.max(now + by, 0), all.length - 1)]);
  };

  const keys = {
    '?': () => open('keys'),
    '/': () => document.querySelector('[data-search]')?.focus(),
    'j': () => move(1),
    'k': () => move(-1),
    'x': () => at()?.querySelector('input[type=checkbox]')?.click(),
  };
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open('jump');
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && inField(event.target)) {
      event.target.form?.requestSubmit();
      return;
    }
    // a note is written, then decided about: Enter goes back to its row
    if (event.key === 'Enter' && event.target.matches('[data-row] [data-key="n"]') && event.target.form.querySelector('[data-key="a"]')) {
      event.preventDefault();
      moveTo(event.target.closest('[data-row]'));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target) || document.querySelector('dialog[open]')) {
      return;
    }
    const own = at()?.querySelector(`[data-key="${CSS.escape(event.key)}"]`) ?? document.querySelector(`body > main [data-key="${CSS.escape(event.key)}"]:not([data-row] *)`);
    if (own) {
      event.preventDefault();
      own.matches('input, textarea, select') ? own.focus() : own.click();
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  document.addEventListener('focusin', event => {
    const row = event.target.closest?.('[data-rows] [data-row]');
    if (row && row !== at()) {
      at()?.classList.remove('at');
      row.classList.add('at');
    }
  });

  // a row that comes anew keeps its place; after a decision the next one is at hand
  let place = -1;
  document.addEventListener('htmx:beforeSwap', event => {
    const row = event.detail.target.closest('[data-rows] [data-row]');
    place = row && row === at() ? rows().indexOf(row) + (event.detail.requestConfig.verb === 'post' ? 1 : 0) : -1;
  });
  document.addEventListener('htmx:afterSettle', () => {
    if (place >= 0) {
      moveTo(rows()[Math.min(place, rows().length - 1)]);
      place = -1;
    }
  });

  let lastTick = null;
  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-opens]');
    if (opener) {
      open(opener.dataset.opens);
    }
    if (event.target.closest('[data-theme-switch]')) {
      const root = document.documentElement;
      const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
      document.cookie = `hub-theme=${root.dataset.theme}; path=/console; max-age=31536000; samesite=lax`;
    }
    // Shift and click tick everything between
    const tick = event.target.closest('[data-row] input[type=checkbox]');
    if (tick) {
      const ticks = rows().map(row => row.querySelector('input[type=checkbox]'));
      if (event.shiftKey && lastTick) {
        const [from, to] = [ticks.indexOf(lastTick), ticks.indexOf(tick)].sort((a, b) => a - b);
        ticks.slice(from, to + 1).forEach(box => { box.checked = tick.checked; });
      }
      lastTick = tick;
    }
    const all = event.target.closest('[data-tick-all]');
    if (all) {
      rows().forEach(row => { const box = row.querySelector('input[type=checkbox]'); if (box) { box.checked = all.checked; } });
    }
  });

  // a form acts once, however often Enter is pressed
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method === 'post' && !form.hasAttribute('hx-post')) {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = '1';
      setTimeout(() => form.querySelectorAll('button').forEach(button => { button.disabled = true; }));
    }
  });
  addEventListener('pageshow', event => {
    if (event.persisted) {
      document.querySelectorAll('form[data-sent]').forEach(form => {
        delete form.dataset.sent;
        form.querySelectorAll('button').forEach(button => { button.disabled = false; });
      });
    }
  });
})();
