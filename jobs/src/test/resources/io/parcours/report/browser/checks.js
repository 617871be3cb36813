// Checks of the page that is open, each returning a list of {selector, text, detail}. Run as a function's body, so that
// the page sees none of these names. Geometry is in CSS pixels of the viewport; nothing is scrolled or changed.
const TOLERANCE = 1.5;
const SMALLEST_TEXT = 10;
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'title', 'desc', 'metadata', 'option', 'textarea']);
const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [onclick],'
    + ' [role=button], [role=tab], [role=checkbox], [role=switch], [role=slider], [role=link]';

/** Nothing changes while the checks look: what was worked out for an element holds for all that ask. */
function remembered(work) {
  const known = new Map();
  return key => {
    if (!known.has(key)) {
      known.set(key, work(key));
    }
    return known.get(key);
  };
}

const styleOf = remembered(element => getComputedStyle(element));
const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const shorten = text => (text.length > 60 ? text.slice(0, 57) + '...' : text);
const squeeze = text => (text || '').replace(/\s+/g, ' ').trim();
const round = number => Math.round(number * 10) / 10;

function selector(element) {
  const parts = [];
  for (let each = element; each && each !== document.documentElement; each = each.parentElement) {
    if (each.id) {
      parts.unshift('#' + each.id);
      break;
    }
    let part = each.localName;
    const alike = each.parentElement
        ? [...each.parentElement.children].filter(child => child.localName === each.localName) : [];
    if (each.classList.length) {
      part += '.' + each.classList[0];
    }
    parts.unshift(alike.length > 1 ? part + ':nth-of-type(' + (alike.indexOf(each) + 1) + ')' : part);
  }
  return parts.join(' > ') || 'html';
}

function finding(element, text, detail) {
  return { selector: selector(element), text: shorten(squeeze(text)), detail };
}

// ---- what can be seen of a text

/** Texts for screen readers alone are shrunk, clipped or moved away to nothing by the usual recipes. */
const readersOnly = remembered(element => unseen(element)
    || (element.parentElement !== null && readersOnly(element.parentElement)));

function unseen(element) {
  const style = styleOf(element);
  if (element.matches('a[href], button') && outOfReach(element)) {
    return true; // comes into view with the focus, which the way of Tab looks after
  }
  return /inset\((50|100)%/.test(style.clipPath) || /^rect\((0px|1px)[ ,]+(0px|1px)/.test(style.clip)
      || (element instanceof HTMLElement && style.overflowX === 'hidden' && element.offsetWidth <= 1);
}

/** Above or left of the page, where nobody can scroll to. */
function outOfReach(element) {
  const box = element.getBoundingClientRect();
  return box.right + scrollX <= 0 || box.bottom + scrollY <= 0;
}

/** What cuts off text that leaves it, from the element itself outwards: an absolute box passes by what is not positioned. */
const clippers = remembered(element => {
  const found = [];
  let place = 'static';
  for (let each = element; each && place !== 'fixed'; each = each.parentElement) {
    const style = styleOf(each);
    const holds = style.position !== 'static' || style.transform !== 'none';
    if (place === 'absolute' && !holds) {
      continue;
    }
    place = style.position;
    const cuts = each.localName === 'svg' || (each instanceof HTMLElement && style.display !== 'inline');
    if (cuts && (style.overflowX !== 'visible' || style.overflowY !== 'visible')) {
      found.push({ element: each, style, box: boxOf(each) });
    }
  }
  return found;
});

const boxOf = remembered(element => {
  if (element === document.body || element === document.documentElement) {
    const root = document.documentElement;
    return { left: -scrollX, right: root.clientWidth - scrollX, top: -Infinity, bottom: Infinity };
  }
  const box = element.getBoundingClientRect();
  if (!(element instanceof HTMLElement)) {
    return box;
  }
  const left = box.left + element.clientLeft;
  const top = box.top + element.clientTop;
  return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight };
});

/** A line of text reaches from its ascent to its descent, but ink seldom does. */
function inked(left, top, right, bottom) {
  const height = bottom - top;
  const above = top + height * 0.18;
  const below = bottom - height * 0.12;
  return [{ x: left, y: above }, { x: right, y: above }, { x: right, y: below }, { x: left, y: below }];
}

function quadsOf(node, element) {
  if (element instanceof SVGTextContentElement) {
    const matrix = element.getScreenCTM();
    const turned = Math.abs(matrix.b) > 0.01 || Math.abs(matrix.c) > 0.01;
    if (turned && element.childElementCount === 0) {
      const box = element.getBBox();
      return [inked(box.x, box.y, box.x + box.width, box.y + box.height)
          .map(point => new DOMPoint(point.x, point.y).matrixTransform(matrix))];
    }
  }
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(box => box.width > 0.5 && box.height > 0.5)
      .map(box => inked(box.left, box.top, box.right, box.bottom));
}

const lowest = (quad, axis) => Math.min(...quad.map(point => point[axis]));
const highest = (quad, axis) => Math.max(...quad.map(point => point[axis]));

function outermostDrawing(element) {
  let drawing = null;
  for (let each = element; each; each = each.parentElement) {
    if (each.localName === 'svg') {
      drawing = each;
    }
  }
  return drawing;
}

const allTexts = remembered(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || UNREAD.has(element.localName) || !shown(element) || readersOnly(element)) {
      continue;
    }
    const quads = quadsOf(node, element);
    if (quads.length) {
      found.push({ node, element, text: node.data, quads, drawing: element instanceof SVGElement
          ? outermostDrawing(element) : null });
    }
  }
  return found;
});

const texts = () => allTexts(document);

// ---- overlap

function overlapDepth(one, other) {
  let depth = Infinity;
  for (const quad of [one, other]) {
    for (let corner = 0; corner < 2; corner++) {
      const next = quad[corner + 1];
      const length = Math.hypot(next.x - quad[corner].x, next.y - quad[corner].y) || 1;
      const axis = { x: (next.x - quad[corner].x) / length, y: (next.y - quad[corner].y) / length };
      const along = points => points.map(point => point.x * axis.x + point.y * axis.y);
      const a = along(one);
      const b = along(other);
      depth = Math.min(depth, Math.min(Math.max(...a), Math.max(...b)) - Math.max(Math.min(...a), Math.min(...b)));
    }
  }
  return depth;
}

/** What boxes leave of a text that they cut off or scroll; a turned one is left as it is. */
function within(quad, element) {
  if (quad[0].y !== quad[1].y) {
    return quad;
  }
  const seen = { left: quad[0].x, top: quad[0].y, right: quad[2].x, bottom: quad[2].y };
  clippers(element).forEach(({ box }) => {
    seen.left = Math.max(seen.left, box.left);
    seen.right = Math.max(seen.left, Math.min(seen.right, box.right));
    seen.top = Math.max(seen.top, box.top);
    seen.bottom = Math.max(seen.top, Math.min(seen.bottom, box.bottom));
  });
  return [{ x: seen.left, y: seen.top }, { x: seen.right, y: seen.top },
    { x: seen.right, y: seen.bottom }, { x: seen.left, y: seen.bottom }];
}

function textOverlap() {
  const pieces = texts().flatMap(text => text.quads.map(quad => within(quad, text.element)).map(quad => ({ ...text, quad,
      top: lowest(quad, 'y'), bottom: highest(quad, 'y') }))).sort((one, other) => one.top - other.top);
  const found = [];
  pieces.forEach((one, index) => {
    for (let next = index + 1; next < pieces.length && pieces[next].top < one.bottom; next++) {
      const other = pieces[next];
      const depth = one.node === other.node ? 0 : overlapDepth(one.quad, other.quad);
      if (depth > TOLERANCE && !halo(one, other)) {
        found.push(finding(one.element, one.text, 'overlaps "' + shorten(squeeze(other.text)) + '" ('
            + selector(other.element) + ') by ' + round(depth) + ' px'));
      }
    }
  });
  return found;
}

/** The same words at the same place are one text drawn twice, for a rim of another colour. */
function halo(one, other) {
  return one.text === other.text && Math.abs(lowest(one.quad, 'x') - lowest(other.quad, 'x')) < 1
      && Math.abs(one.top - other.top) < 1;
}

// ---- clipped

function clippedText() {
  const found = [];
  for (const text of texts()) {
    for (const quad of text.quads) {
      const detail = cutBy(text, quad);
      if (detail) {
        found.push(finding(text.element, text.text, detail));
        break;
      }
    }
  }
  return found;
}

function cutBy({ element, text }, quad) {
  const free = { x: true, y: true };
  for (const { element: ancestor, style, box } of clippers(element)) {
    for (const [axis, low, high] of [['x', 'left', 'right'], ['y', 'top', 'bottom']]) {
      const way = axis === 'x' ? style.overflowX : style.overflowY;
      const over = Math.max(box[low] - lowest(quad, axis), highest(quad, axis) - box[high]);
      if (!free[axis] || way === 'visible') {
        continue;
      }
      if (way === 'auto' || way === 'scroll') {
        free[axis] = false;
      } else if (over > TOLERANCE && !spelledOut(element, ancestor, text)) {
        return 'is cut off by ' + selector(ancestor) + ' (' + round(over) + ' px)';
      }
    }
  }
  return free.x && lowest(quad, 'x') + scrollX < -TOLERANCE ? 'begins left of the page' : null;
}

/** Cut with an ellipsis, after one line or several, is well where the whole text is offered on hovering. */
function spelledOut(element, ancestor, text) {
  const style = styleOf(ancestor);
  if (ancestor instanceof SVGElement || (style.textOverflow !== 'ellipsis' && style.webkitLineClamp === 'none')) {
    return false;
  }
  const title = element.closest('[title]');
  return title !== null && squeeze(title.title).includes(squeeze(text));
}

function sidewaysScroll() {
  const root = document.documentElement;
  const over = Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
  if (over <= 1) {
    return [];
  }
  const wide = [...document.body.querySelectorAll('*')].filter(element => shown(element)
      && element.getBoundingClientRect().right + scrollX > root.clientWidth + 1
      && !clippers(element).some(({ element: ancestor }) => ancestor !== document.body && ancestor !== root));
  const innermost = wide.filter(element => !wide.some(other => other !== element && element.contains(other)));
  return (innermost.length ? innermost.slice(0, 10) : [document.body])
      .map(element => finding(element, element.textContent, 'makes the page scroll sideways by ' + over + ' px'));
}

function textSize() {
  return texts().filter(text => sizeOf(text.element) < SMALLEST_TEXT - 0.05)
      .map(text => finding(text.element, text.text, 'is ' + round(sizeOf(text.element)) + ' px high, less than '
          + SMALLEST_TEXT));
}

function sizeOf(element) {
  const size = parseFloat(styleOf(element).fontSize);
  if (!(element instanceof SVGTextContentElement)) {
    return size;
  }
  const matrix = element.getScreenCTM();
  return size * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
}

// ---- contrast (WCAG 2.2, 1.4.3)

const painter = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const known = new Map();

/** Whatever way a colour is written in, a canvas knows it. */
function colour(text) {
  if (!known.has(text)) {
    painter.clearRect(0, 0, 1, 1);
    painter.fillStyle = '#000';
    painter.fillStyle = text;
    painter.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = painter.getImageData(0, 0, 1, 1).data;
    known.set(text, { red, green, blue, alpha: alpha / 255 });
  }
  return known.get(text);
}

function over(top, bottom, opacity) {
  const alpha = top.alpha * opacity;
  const mix = channel => top[channel] * alpha + bottom[channel] * (1 - alpha);
  return { red: mix('red'), green: mix('green'), blue: mix('blue'), alpha: 1 };
}

function luminance({ red, green, blue }) {
  const linear = [red, green, blue].map(value => value / 255)
      .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function ratio(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colours that may lie behind an element: one, or those of a gradient. */
const backgrounds = remembered(element => {
  const chain = [];
  for (let each = element; each; each = each.parentElement) {
    chain.unshift(each);
  }
  const dark = /dark/.test(styleOf(document.documentElement).colorScheme)
      && matchMedia('(prefers-color-scheme: dark)').matches;
  let behind = [dark ? colour('#121212') : colour('#fff')];
  for (const each of chain) {
    const style = styleOf(each);
    behind = behind.map(below => over(colour(style.backgroundColor), below, 1));
    const stops = style.backgroundImage.match(/(rgba?|color|oklch|oklab|hsla?)\([^()]*\)/g);
    if (stops && style.backgroundImage.includes('gradient')) {
      behind = behind.flatMap(below => stops.map(stop => over(colour(stop), below, 1)));
    }
  }
  return behind;
});

function opacityOf(element, until) {
  let opacity = 1;
  for (let each = element; each && each !== until; each = each.parentElement) {
    opacity *= parseFloat(styleOf(each).opacity);
  }
  return opacity;
}

/** What a drawing has painted below a point of it before a text came. */
function painted(text, point, below) {
  let behind = below;
  for (const shape of text.drawing.querySelectorAll('rect, path, circle, ellipse, polygon')) {
    const later = text.element.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (later || !shape.checkVisibility() || shape.closest('defs, clipPath, mask, marker, pattern, symbol')) {
      continue;
    }
    const style = styleOf(shape);
    const matrix = shape.getScreenCTM();
    if (style.fill === 'none' || style.fill.startsWith('url') || !matrix) {
      continue;
    }
    if (shape.isPointInFill(new DOMPoint(point.x, point.y).matrixTransform(matrix.inverse()))) {
      behind = over(colour(style.fill), behind, parseFloat(style.fillOpacity) * opacityOf(shape, null));
    }
  }
  return behind;
}

function pointsOf(quad) {
  const at = part => ({
    x: quad[0].x + (quad[2].x - quad[0].x) * part,
    y: quad[0].y + (quad[2].y - quad[0].y) * (0.5 + (part - 0.5) * (quad[0].y === quad[1].y ? 0 : 1)),
  });
  return [at(0.05), at(0.5), at(0.95)];
}

function worstContrast(text) {
  const style = styleOf(text.element);
  const rimmed = style.paintOrder.startsWith('stroke') && style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2;
  const page = backgrounds(text.drawing || text.element);
  let behind = page;
  if (text.drawing && rimmed) {
    behind = [colour(style.stroke)];
  } else if (text.drawing) {
    behind = text.quads.flatMap(pointsOf).flatMap(point => page.map(below => painted(text, point, below)));
  }
  const ink = colour(text.drawing ? style.fill : style.color);
  const opacity = opacityOf(text.element, null) * (text.drawing ? parseFloat(style.fillOpacity) : 1);
  return Math.min(...behind.map(below => ratio(over(ink, below, opacity), below)));
}

function contrast() {
  const found = [];
  for (const text of texts().filter(({ element }) => !element.closest(':disabled, [aria-disabled=true]'))) {
    const size = sizeOf(text.element);
    const bold = parseInt(styleOf(text.element).fontWeight, 10) >= 700;
    const needed = size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
    const reached = worstContrast(text);
    if (reached < needed - 0.005) {
      found.push(finding(text.element, text.text, 'has a contrast of ' + Math.floor(reached * 100) / 100
          + ', less than ' + needed));
    }
  }
  return found;
}

// ---- accessibility

const all = query => [...document.querySelectorAll(query)];
const hiddenFromReaders = element => element.closest('[aria-hidden=true], [hidden]') !== null;

function named(element) {
  const by = (element.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean)
      .map(id => document.getElementById(id)).filter(Boolean).map(each => squeeze(each.textContent)).join(' ');
  return by || squeeze(element.getAttribute('aria-label'));
}

function nameOf(element) {
  const title = element.localName === 'svg' ? element.querySelector(':scope > title') : null;
  const labels = element.labels ? [...element.labels].map(label => label.textContent).join(' ') : '';
  return named(element) || squeeze(title && title.textContent) || squeeze(labels)
      || (element.localName === 'svg' ? '' : squeeze(element.textContent))
      || squeeze(element.getAttribute('alt')) || squeeze(element.getAttribute('title'))
      || (['submit', 'button'].includes(element.type) ? squeeze(element.value) : '')
      || [...element.querySelectorAll('svg, img')].map(nameOf).join('');
}

function accessibility() {
  return [pageItself, drawings, names, headings, tables, identifiers, landmarks, scrollers].flatMap(check => check());
}

function pageItself() {
  const root = document.documentElement;
  const found = [];
  const need = (holds, detail) => holds || found.push(finding(root, '', detail));
  need(squeeze(root.lang), 'has no lang');
  need(squeeze(document.title), 'has no title');
  need(document.querySelector('meta[name=viewport][content*=device-width]'), 'has no viewport of the device\'s width');
  need(document.characterSet === 'UTF-8', 'is not read as UTF-8 but as ' + document.characterSet);
  return found;
}

function drawings() {
  const found = [];
  for (const drawing of all('svg').filter(svg => !hiddenFromReaders(svg) && outermostDrawing(svg) === svg)) {
    if (drawing.getAttribute('role') !== 'img' || !nameOf(drawing)) {
      found.push(finding(drawing, drawing.textContent, 'is neither hidden from screen readers nor an image with a name'));
    } else if (drawing.querySelector('a, [tabindex], button')) {
      found.push(finding(drawing, nameOf(drawing), 'is an image, so that the controls in it are told to nobody'));
    }
  }
  return found;
}

function names() {
  const found = [];
  for (const control of all(CONTROLS + ', img').filter(element => shown(element))) {
    const image = control.localName === 'img';
    if (!hiddenFromReaders(control) && !nameOf(control) && !(image && control.getAttribute('alt') === '')) {
      found.push(finding(control, control.outerHTML, 'has no name'));
    } else if (hiddenFromReaders(control) && !image && control.tabIndex >= 0) {
      found.push(finding(control, nameOf(control), 'can be reached by Tab but is hidden from screen readers'));
    }
    if (control.tabIndex > 0) {
      found.push(finding(control, nameOf(control), 'jumps the queue of Tab'));
    }
  }
  return found;
}

function headings() {
  const found = [];
  const list = all('h1, h2, h3, h4, h5, h6').filter(heading => !hiddenFromReaders(heading));
  const tops = list.filter(heading => heading.localName === 'h1');
  if (tops.length !== 1) {
    found.push(finding(tops[1] || document.body, '', 'there are ' + tops.length + ' headings h1, not one'));
  }
  list.reduce((before, heading) => {
    const level = Number(heading.localName[1]);
    if (level > before + 1) {
      found.push(finding(heading, heading.textContent, 'is a heading h' + level + ' after one of h' + before));
    }
    if (!squeeze(heading.textContent)) {
      found.push(finding(heading, '', 'is a heading without text'));
    }
    return level;
  }, 0);
  return found;
}

function tables() {
  const found = [];
  for (const table of all('table').filter(each => !hiddenFromReaders(each) && each.getAttribute('role') !== 'presentation')) {
    if (!named(table) && !squeeze(table.caption && table.caption.textContent)) {
      found.push(finding(table, table.textContent, 'is a table without caption'));
    }
    if (!table.querySelector('th')) {
      found.push(finding(table, table.textContent, 'is a table without headers'));
    }
    table.querySelectorAll('th:not([scope])').forEach(header =>
      found.push(finding(header, header.textContent, 'is a header without scope')));
  }
  return found;
}

function identifiers() {
  const found = [];
  const seen = new Set();
  for (const element of all('[id]')) {
    if (seen.has(element.id)) {
      found.push(finding(element, element.textContent, 'has the id of another element'));
    }
    seen.add(element.id);
  }
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details', 'for', 'href']) {
    for (const element of all('[' + attribute + ']')) {
      const value = element.getAttribute(attribute);
      const wanted = attribute === 'href' ? (/^#./.test(value) ? [decodeURIComponent(value.slice(1))] : [])
          : value.split(/\s+/).filter(Boolean);
      wanted.filter(id => !seen.has(id)).forEach(id =>
        found.push(finding(element, element.textContent, attribute + ' names #' + id + ', which is not there')));
    }
  }
  return found;
}

function landmarks() {
  const found = [];
  if (all('main, [role=main]').length !== 1) {
    found.push(finding(document.body, '', 'there are ' + all('main, [role=main]').length + ' landmarks main, not one'));
  }
  const groups = { navigation: 'nav, [role=navigation]', complementary: 'aside, [role=complementary]',
      region: 'section[aria-label], section[aria-labelledby], [role=region]', search: 'search, [role=search]' };
  for (const [role, query] of Object.entries(groups)) {
    const list = all(query).filter(element => !hiddenFromReaders(element));
    const told = new Set();
    for (const landmark of list.length > 1 || role === 'region' ? list : []) {
      if (!named(landmark) || told.has(named(landmark))) {
        found.push(finding(landmark, named(landmark), 'is one of ' + list.length + ' landmarks ' + role
            + ' and has no name of its own'));
      }
      told.add(named(landmark));
    }
  }
  return found;
}

function scrollers() {
  return all('body *').filter(element => shown(element) && /auto|scroll/.test(styleOf(element).overflowX)
      && element.scrollWidth > element.clientWidth + 1 && element.tabIndex < 0
      && !element.querySelector('a[href], button, input, select, [tabindex="0"]'))
      .map(element => finding(element, element.textContent, 'scrolls sideways, but not for somebody with a keyboard'));
}

// ---- the keyboard

const look = element => {
  const style = styleOf(element);
  const inner = element.firstElementChild ? styleOf(element.firstElementChild) : style;
  return [style, inner].map(each => [each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) > 0 ? each.outline : '',
      each.boxShadow, each.backgroundColor, each.borderColor, each.textDecorationLine, each.stroke, each.strokeWidth]
      .join('|')).join('||');
};

const memory = Symbol.for('looks without focus');

/** Remembers what every control looks like without focus, and puts the focus before the first. */
function beforeTab() {
  document.activeElement.blur();
  getSelection().removeAllRanges();
  scrollTo(0, 0);
  const controls = all(CONTROLS).filter(element => shown(element) && !element.disabled
      && (element.tabIndex >= 0 || !element.hasAttribute('tabindex')));
  window[memory] = { controls, looks: new Map(controls.map(element => [element, look(element)])), reached: new Set(),
      unseen: [], away: [] };
  return controls.length;
}

/** Notes where Tab went; false where it has come round. */
function afterTab() {
  const { looks, reached, unseen, away } = window[memory];
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement || reached.has(element)) {
    return false;
  }
  reached.add(element);
  if (looks.has(element) ? looks.get(element) === look(element) : styleOf(element).outlineStyle === 'none') {
    unseen.push(element);
  }
  if (outOfReach(element) || readersOnly(element)) {
    away.push(element);
  }
  return true;
}

function afterLastTab() {
  const { controls, reached, unseen, away } = window[memory];
  delete window[memory];
  const together = element => (element.type === 'radio' ? element.name : element.closest('[role=tablist], [role=radiogroup]'));
  const groups = new Set([...reached].map(together).filter(Boolean));
  return [
    ...controls.filter(element => !reached.has(element) && !groups.has(together(element)))
        .map(element => finding(element, nameOf(element), 'is not reached by Tab')),
    ...unseen.map(element => finding(element, nameOf(element), 'does not show that it has the focus')),
    ...away.map(element => finding(element, nameOf(element), 'is out of sight when it has the focus')),
  ];
}

const checks = { textOverlap, clippedText, sidewaysScroll, textSize, contrast, accessibility, beforeTab, afterTab,
  afterLastTab };
return [...arguments].map(name => checks[name]());
