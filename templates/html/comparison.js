// Narrows the comparison to changes of one kind, or with some words; what was asked for stands in the address.
(() => {
  /** Only a box that scrolls takes the keyboard. */
  const boxes = () => {
    for (const box of document.querySelectorAll('.scroll')) {
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  };
  boxes();
  addEventListener('resize', boxes);
  const form = document.querySelector('.filters');
  if (!form) return;
  const fold = (text) => text.normalize('NFKC').toLowerCase();
  const fields = [form.elements.q, form.elements.kind];
  const [status, clear] = [form.querySelector('[role=status]'), form.querySelector('button')];
  const groups = [...document.querySelectorAll('.comparison tbody')].map((group) => ({
    group,
    rows: [...group.rows].map((row) => ({
      row,
      isChange: row.classList.contains('change'),
      text: fold(row.textContent),
      kinds: [...row.querySelectorAll('.kind')].map((kind) => kind.textContent),
    })),
  }));
  const apply = () => {
    const words = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
    const kind = form.elements.kind.value;
    const active = words.length > 0 || kind !== '';
    let count = 0;
    for (const { group, rows } of groups) {
      let found = 0;
      for (const { row, isChange, text, kinds } of rows) {
        const hit = isChange && (!kind || kinds.includes(kind)) && words.every((word) => text.includes(word));
        if (hit) found += 1;
        // What is only said around the changes goes where some of them do.
        row.hidden = active && (isChange ? !hit : !row.classList.contains('section'));
      }
      group.hidden = active && found === 0;
      count += found;
    }
    status.textContent = active ? `${count}${status.dataset.words}` : '';
    clear.hidden = !active;
  };
  const remember = () => {
    const address = new URL(location.href);
    for (const { name, value } of fields) {
      if (value.trim()) address.searchParams.set(name, value.trim());
      else address.searchParams.delete(name);
    }
    try {
      history.replaceState(history.state, '', address);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  };
  const given = new URL(location.href).searchParams;
  for (const field of fields) {
    const value = given.get(field.name) ?? '';
    if (!field.options || [...field.options].some((option) => option.value === value)) field.value = value;
  }
  form.hidden = false;
  form.addEventListener('input', () => {
    remember();
    apply();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () =>
    setTimeout(() => {
      remember();
      apply();
      fields[0].focus();
    }),
  );
  // A change that an address leads to is shown, whatever is filtered.
  const reveal = () => {
    let target;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      // An escape that is none leads nowhere.
    }
    if (!target?.closest('[hidden]')) return;
    form.reset();
    setTimeout(() => target.scrollIntoView());
  };
  addEventListener('hashchange', reveal);
  apply();
  reveal();
})();
