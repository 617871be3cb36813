(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  function theme() {
    var button = document.getElementById('theme');
    var dark = matchMedia('(prefers-color-scheme: dark)');
    function isDark() { return root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches; }
    function say() { button.textContent = isDark() ? button.dataset.light : button.dataset.dark; }
    button.hidden = false;
    button.addEventListener('click', function () { root.dataset.theme = isDark() ? 'light' : 'dark'; say(); });
    dark.addEventListener('change', say);
    say();
  }

  var MOST_BUTTONS = 6;

  function buttons(views, tabs, choose) {
    var all = [];
    each(views, function (view, number) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = view.dataset.label;
      button.title = view.dataset.label;
      button.setAttribute('aria-controls', view.id);
      button.addEventListener('click', function () { choose(number); });
      all.push(button);
      tabs.appendChild(button);
    });
    return function (chosen) {
      all.forEach(function (button, number) { button.setAttribute('aria-pressed', String(number === chosen)); });
    };
  }

  function list(views, tabs, choose) {
    var select = document.createElement('select');
    select.setAttribute('aria-label', tabs.getAttribute('aria-label'));
    each(views, function (view) {
      var option = document.createElement('option');
      option.textContent = view.dataset.label;
      select.appendChild(option);
    });
    select.addEventListener('change', function () { choose(select.selectedIndex); });
    tabs.appendChild(select);
    return function () {};
  }

  function choice(block) {
    var tabs = block.querySelector(':scope > .tabs');
    var views = block.querySelectorAll(':scope > .view');
    var mark = views.length > MOST_BUTTONS ? list(views, tabs, choose) : buttons(views, tabs, choose);
    function choose(chosen) {
      each(views, function (view, number) { view.hidden = number !== chosen; });
      mark(chosen);
    }
    tabs.hidden = views.length < 2;
    choose(0);
  }

  function filter(block) {
    var label = block.querySelector('.filter');
    if (!label) { return; }
    label.hidden = false;
    label.querySelector('input').addEventListener('input', function (event) {
      var wanted = event.target.value.trim().toLocaleLowerCase(root.lang);
      each(block.querySelectorAll('tbody tr'), function (row) {
        row.hidden = row.textContent.toLocaleLowerCase(root.lang).indexOf(wanted) < 0;
      });
    });
  }

  function compare(first, second, isNumber) {
    if (first === '' || second === '') { return first === second ? 0 : first === '' ? 1 : -1; }
    return isNumber ? Number(first) - Number(second) : first.localeCompare(second, root.lang);
  }

  function sorting(table) {
    var heads = table.querySelectorAll('thead th');
    each(heads, function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.textContent = '';
      head.appendChild(button);
      button.addEventListener('click', function () {
        var down = head.getAttribute('aria-sort') === 'descending' || (!head.hasAttribute('aria-sort') && head.className !== 'number');
        var sign = down ? 1 : -1;
        var rows = Array.prototype.slice.call(table.tBodies[0].rows);
        rows.sort(function (first, second) {
          var one = first.cells[column].dataset.order;
          var other = second.cells[column].dataset.order;
          var order = compare(one, other, head.className === 'number');
          return one === '' || other === '' ? order : sign * order;
        });
        each(heads, function (other) { other.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', down ? 'ascending' : 'descending');
        each(rows, function (row) { table.tBodies[0].appendChild(row); });
      });
    });
  }

  /** Only what scrolls needs the focus; the page says so of every box, for readers without scripts. */
  function scroller(box) {
    if (!('ResizeObserver' in window)) { return; }
    new ResizeObserver(function () { if (box.scrollWidth > box.clientWidth) { box.tabIndex = 0; } else { box.removeAttribute('tabindex'); } }).observe(box);
  }

  function place() {
    var links = document.querySelectorAll('.contents a');
    if (!('IntersectionObserver' in window)) { return; }
    var observer = new IntersectionObserver(function (entries) {
      each(entries, function (entry) {
        if (!entry.isIntersecting) { return; }
        each(links, function (link) {
          if (link.getAttribute('href') === '#' + entry.target.id) { link.setAttribute('aria-current', 'true'); } else { link.removeAttribute('aria-current'); }
        });
      });
    }, { rootMargin: '0px 0px -75% 0px' });
    each(document.querySelectorAll('main section'), function (section) { observer.observe(section); });
  }

  theme();
  each(document.querySelectorAll('.choice'), choice);
  each(document.querySelectorAll('.table-block'), filter);
  each(document.querySelectorAll('table.numbers'), sorting);
  each(document.querySelectorAll('.wide'), scroller);
  place();
  window.addEventListener('beforeprint', function () { each(document.querySelectorAll('details.numbers'), function (fold) { fold.open = true; }); });
}());
