// What a page does beyond links: search, filters in the URL, a choice of view, links to copy.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const fold = (text) => text.normalize('NFKC').toLowerCase();
  const make = (name, ...parts) => {
    const made = document.createElement(name);
    made.append(...parts);
    return made;
  };
  const edge = (box) => parseFloat(getComputedStyle(box).scrollPaddingLeft);
  /** Scrolls a column's box to it. */
  const bring = (heading) => {
    const box = heading.closest('.box');
    box.scrollLeft = heading.offsetLeft - edge(box);
  };
  const address = new URL(location.href);
  const remember = (name, value) => {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
    address.hash = location.hash;
    try {
      history.replaceState(history.state, '', address);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  };

  /** What the address leads to; it may hold escapes that are none. */
  const target = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  };

  const inList = pairs();
  /** The same; where the list is shown, its item there. */
  const place = () => {
    const found = target();
    return (!found?.checkVisibility() && inList.get(found?.id)) || found;
  };

  search();
  views();
  filters();
  links();
  boxes();
  all('.matrix .current').forEach(bring);
  addEventListener('resize', boxes);
  document.addEventListener('focusin', showFocus);

  /** What the list shows by the ids of the timeline: what is twice on the page has an id once. */
  function pairs() {
    const found = new Map();
    for (const group of all('tbody[id]')) {
      const heading = document.getElementById(`l.${group.id}`);
      if (!heading) continue;
      found.set(group.id, heading);
      const lists = all('ol', heading.parentElement);
      let items = [];
      for (const line of group.rows) {
        if (line.id) {
          const list = lists.shift();
          items = [...(list?.children ?? [])];
          found.set(line.id, items[0] ? list : heading);
        }
        for (const bar of line.querySelectorAll('.bar')) {
          const text = bar.firstElementChild.textContent;
          const at = items.findIndex((item) => item.dataset.y === bar.dataset.y && item.firstElementChild.textContent === text);
          if (at >= 0) found.set(bar.id, items.splice(at, 1)[0]);
        }
      }
    }
    return found;
  }

  function search() {
    const form = one('.search');
    if (!form) return;
    const input = one('#_q');
    const results = one('#_results');
    const [status, list] = results.children;
    let index;
    form.hidden = false;
    const load = () =>
      (index ??= new Promise((resolve) => {
        const script = make('script');
        script.src = 'search-index.js';
        script.onload = () => resolve(window.roadmapSearch);
        script.onerror = () => {
          // The next input asks again.
          index = undefined;
          script.remove();
          resolve();
        };
        document.head.append(script);
      }));
    // Empty, it is unseen; a status that comes with its words is not always read.
    const tell = (text, items = []) => {
      status.textContent = text;
      list.replaceChildren(...items);
    };
    const close = () => tell('');
    const show = async () => {
      const asked = input.value;
      const words = fold(asked).split(/\s+/).filter(Boolean);
      remember('q', asked.trim());
      if (!words[0]) return close();
      // A kanji, a kana or ① alone is a word; a letter is in nearly all texts.
      if (/^[!-~！-～]$/.test(asked.trim())) return tell(one('#_q-hint').textContent);
      const { none, hits, more, failed } = results.dataset;
      const answer = await load();
      if (input.value !== asked) return;
      if (!answer) return tell(failed);
      const { entries, contexts, pages } = answer;
      const within = (text) => words.filter((word) => text.includes(word)).length;
      const rank = ([text, folded]) => within(folded || text);
      // Some words may stand in its heading.
      const found = entries
        .filter((entry) => rank(entry) && within((entry[1] || entry[0]) + fold(contexts[entry[2]])) === words.length)
        .sort((a, b) => rank(b) - rank(a));
      const items = found.slice(0, 40).map(([text, , context, page, id]) => {
        const link = make('a', ...marked(text, words));
        link.href = pages[page] + (id ? `#${id}` : '');
        return make('li', link, ...(contexts[context] ? [make('small', contexts[context])] : []));
      });
      tell(found[0] ? `${found.length}${hits}${found.length > 40 ? ` ${more}` : ''}` : none, items);
    };
    input.addEventListener('focus', load, { once: true });
    input.addEventListener('input', show);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      show();
    });
    document.addEventListener('keydown', (event) => {
      // While Japanese is put in, keys choose its words; Safari tells the last by its code alone.
      if (event.isComposing || event.keyCode === 229) return;
      const isHere = form.contains(event.target);
      if (event.key === 'Escape') {
        close();
        if (isHere) input.focus();
      }
      const step = isHere && { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const stops = [input, ...all('a', list)];
      const next = stops[stops.indexOf(event.target) + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
    document.addEventListener('click', ({ target }) => {
      if (!form.contains(target) || list.contains(target)) close();
    });
    // It lies over what is next.
    form.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !form.contains(relatedTarget)) close();
    });
    const given = address.searchParams.get('q');
    if (given) {
      input.value = given;
      show();
    }
  }

  /** The text with the words that were asked for marked, where folding keeps its length. */
  function marked(text, words) {
    const folded = fold(text);
    if (folded.length !== text.length) return [text];
    const parts = [];
    let at = 0;
    for (;;) {
      const hits = words.map((word) => [folded.indexOf(word, at), word.length]).filter(([start]) => start >= 0);
      if (!hits[0]) return [...parts, text.slice(at)];
      const [start, length] = hits.sort((a, b) => a[0] - b[0] || b[1] - a[1])[0];
      parts.push(text.slice(at, start), make('mark', text.slice(start, start + length)));
      at = start + length;
    }
  }

  function views() {
    const radios = all('input[name=view]');
    if (!radios[0]) return;
    const wide = matchMedia('(width >= 64rem)');
    let chosen = radios.find(({ value }) => value === address.searchParams.get('view'))?.value;
    const set = () => {
      for (const radio of radios) radio.checked = radio.value === (chosen ?? (wide.matches ? 'timeline' : 'list'));
    };
    set();
    wide.addEventListener('change', set);
    for (const radio of radios)
      radio.addEventListener('change', () => {
        remember('view', (chosen = radio.value));
        boxes();
      });
    const reveal = () => {
      one('.target')?.classList.remove('target');
      const shown = place();
      if (!shown || shown === target()) return;
      shown.classList.add('target');
      shown.scrollIntoView();
    };
    addEventListener('hashchange', reveal);
    reveal();
  }

  function filters() {
    const form = one('.filters');
    if (!form) return;
    form.hidden = false;
    const fields = all('select', form);
    const [clear, shown, asked] = ['.filters button', '.filters .shown', '.asked'].map(one);
    for (const field of fields) {
      const given = address.searchParams.get(field.name);
      if ([...field.options].some(({ value }) => value === given)) field.value = given;
    }
    const apply = () => {
      const value = Object.fromEntries(new FormData(form));
      const [first, last = first] = (form.dataset.years || value.year || '').split('-').map(Number);
      const choices = fields.filter(({ value }) => value).map(({ selectedOptions: [{ text }] }) => text);
      const active = choices.length > 0;
      const matches = ({ dataset, classList }) => {
        const [from, end] = dataset.y.split('-').map(Number);
        const asked = (year) => (first ? year >= first && year <= last : year > 0);
        if (value.lead && !dataset.leads?.split(' ').includes(value.lead)) return false;
        if (value.show === 'begins') return !classList.contains('edge') && asked(from);
        if (value.show === 'ends') return asked(end);
        return !first || (from <= last && (end || 9999) >= first);
      };
      let count = 0;
      for (const section of all('.section')) {
        const wanted = !value.section || section.id === value.section;
        let any = false;
        for (const group of all('tbody, .item', section)) {
          let found = 0;
          for (const phase of all('[data-y]', group)) {
            const hit = wanted && matches(phase);
            phase.classList.toggle('dim', !hit);
            found += hit;
          }
          if (group.tagName === 'TBODY') count += found;
          // What it holds itself.
          const stays = found || (group.dataset.y && wanted && matches(group));
          any ||= stays;
          group.classList.toggle('unmatched', active && !stays);
        }
        // A heading stays while something below it does.
        for (const groups of [all('tbody', section), all('.item', section)]) {
          let depth = 0;
          for (const group of groups.reverse()) {
            const own = Number(/depth-(\d+)/.exec(group.className)?.[1]);
            if (own < depth) group.classList.remove('unmatched');
            if (!group.classList.contains('unmatched')) depth = own;
          }
        }
        section.classList.toggle('unmatched', active && !any);
      }
      for (const chapter of all('.chapter'))
        chapter.classList.toggle('unmatched', !chapter.querySelector('.section:not(.unmatched)'));
      // The first column of the years is seen.
      for (const heading of all('th[data-year]').reverse()) {
        const [own, open] = heading.dataset.year.split('-');
        if (heading.classList.toggle('current', own <= last && (own >= first || open === ''))) bring(heading);
      }
      shown.textContent = active ? `${count}${shown.dataset.words}` : '';
      asked.textContent = [...choices, shown.textContent].join(' / ');
      clear.hidden = !active;
      one('.no-matches').hidden = !active || one('.section:not(.unmatched)');
    };
    form.addEventListener('change', (event) => {
      remember(event.target.name, event.target.value);
      apply();
    });
    form.addEventListener('reset', () => {
      for (const field of fields) remember(field.name, '');
      setTimeout(apply);
      fields[0].focus();
    });
    // What an address leads to is shown, whatever is filtered.
    const reveal = () => {
      if (place()?.checkVisibility() === false) {
        for (const field of fields) remember(field.name, (field.value = ''));
        apply();
      }
      place()?.scrollIntoView();
    };
    addEventListener('hashchange', reveal);
    apply();
    if (address.search) reveal();
  }

  /** Beside each item its permanent address, to copy. */
  function links() {
    const announcer = one('#_announcer');
    const add = (place, page, id) => {
      const link = make('a', '#');
      link.className = 'anchor';
      link.href = `${page}#${id}`;
      link.ariaLabel = `${announcer.dataset.link}: ${place.textContent.trim().slice(0, 40)}`;
      place.append(link);
    };
    for (const row of all('.kpis tr[id]')) add(row.querySelector('p'), '', row.id);
    // On the page of a year the texts lead to the items.
    for (const section of all('body:not(.page-year) .section')) {
      const page = one('.page-section') ? '' : `section-${section.id}.html`;
      for (const group of all('tbody[id]', section)) {
        for (const heading of [group.querySelector('th > div'), inList.get(group.id)]) {
          const title = heading?.querySelector('span');
          if (!title) continue;
          title.closest('th, .item > *').ariaLabel = heading.textContent;
          add(title, page, group.id);
        }
        let row;
        for (const line of group.rows) {
          if (line.id) {
            row = line.id;
            const label = line.querySelector('th[scope=row]');
            const first = inList.get(row)?.querySelector('p');
            if (first) add(first, page, row);
            if (label) {
              add(label, page, row);
              row = undefined;
            }
          }
          for (const bar of line.querySelectorAll('.bar')) {
            const item = inList.get(bar.id)?.firstElementChild;
            add(bar.firstElementChild, page, row ?? bar.id);
            if (item?.children.length === 0) add(item, page, bar.id);
            row = undefined;
          }
        }
      }
    }
    document.addEventListener('click', async (event) => {
      const link = event.target.closest?.('a.anchor');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // A search or a filter is no part of the item's address.
      try {
        await navigator.clipboard.writeText(link.href.replace(/\?[^#]*/, ''));
      } catch {
        return;
      }
      announcer.textContent = announcer.dataset.copied;
      setTimeout(() => (announcer.textContent = ''), 3000);
    });
  }

  /** What has the focus is seen whole in its box; headings that stay at the left mislead browsers. */
  function showFocus({ target }) {
    const box = target.closest('.box');
    if (!box || box === target) return;
    const [own, { left }] = [target, box].map((one) => one.getBoundingClientRect());
    const room = own.left - left - edge(box);
    box.scrollLeft += Math.max(0, Math.min(own.right + 8 - left - box.clientWidth, room));
  }

  /** Only a box that scrolls takes the keyboard; what stays below the years stands as low as they are high. */
  function boxes() {
    for (const { tHead, parentElement } of all('.timeline .grid')) {
      const height = tHead.offsetHeight;
      if (!height) continue;
      for (const { style } of [parentElement, document.documentElement]) style.setProperty('--head', `${height}px`);
    }
    for (const box of all('.box')) {
      const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
      if (scrolls && getComputedStyle(box).overflowX !== 'visible') box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  }
})();
