// The text of the pages over their pictures: to select, to search, and to lead to the cells of
// the workbook. What a finding or a search leads to is marked there.

import { api, ask } from './api.js';
import { copyAddress } from './copy.js';

const $ = (id) => document.getElementById(id);
const SVG = 'http://www.w3.org/2000/svg';
// Room around what is marked, in points.
const ROOM = 2;
let version = '';
let turn = 0;
// Text of every page in one line, with the place at which each of its lines begins.
let index = new Map();
let hit = { wanted: '', at: -1 };
let reading = false;
// The step that was asked for before all pages were read.
let waiting = null;

const svg = (name, attributes) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

export function makeLayer() {
  const layer = document.createElement('div');
  layer.className = 'lapis';
  layer.append(svg('svg', {}));
  layer.addEventListener('click', (event) => {
    // Whoever selects text wants the text.
    if (getSelection()?.isCollapsed === false) return;
    const line = event.target.closest('text');
    if (line !== null) showCell(line.dataset.sel ?? null);
  });
  return layer;
}

// Which cell of the workbook says what was clicked or found.
function showCell(address) {
  const box = $('sel-halaman');
  box.hidden = false;
  box.querySelector('span').textContent = address === null
    ? 'Teks ini dari peraturan atau disusun dari beberapa sel; tidak ada satu sel asalnya.'
    : `Sel di buku kerja: ${address}`;
  const button = box.querySelector('button');
  button.hidden = address === null;
  button.onclick = () => copyAddress(address, button);
}

const layerOf = (figure) => figure.querySelector('.lapis svg');

export function unmark() {
  for (const old of document.querySelectorAll('.lapis .tanda')) old.remove();
}

function mark(figure, area, kind) {
  const rect = svg('rect', {
    x: area.x - ROOM, y: area.y - ROOM, width: area.width + 2 * ROOM, height: area.height + 2 * ROOM, class: `tanda ${kind}`,
  });
  layerOf(figure).prepend(rect);
  return rect;
}

// The row and the cell of a finding; what is to be scrolled to, or null.
export function markFinding(figure, finding) {
  unmark();
  const cell = finding.sel === null ? null : mark(figure, finding.sel, 'sel');
  const row = finding.baris === null ? null : mark(figure, finding.baris, 'baris');
  return cell ?? row;
}

function fill(figure, lines) {
  const layer = layerOf(figure);
  for (const old of layer.querySelectorAll('text')) old.remove();
  const nodes = lines.map((line) => {
    const text = svg('text', {
      x: line.x, y: line.y, 'font-size': line.ukuran, textLength: line.lebar, lengthAdjust: 'spacingAndGlyphs',
    });
    text.textContent = line.teks;
    if (line.sel !== null) text.dataset.sel = line.sel;
    return text;
  });
  layer.append(...nodes);
  let all = '';
  const starts = nodes.map((node) => {
    const start = all.length;
    const text = node.textContent.trim();
    // A word that is parted at the end of its line is one word.
    all += /[\p{L}][-\u2010\u00ad]$/u.test(text) ? text.slice(0, -1) : `${text} `;
    return { start, node };
  });
  index.set(figure, { text: all.toLocaleLowerCase('id'), starts });
}

// Reads the text of all pages, first of those that are looked at.
export async function drawLayers(opd, figures, current) {
  opd.halaman.forEach((page, at) => {
    layerOf(figures[at])?.setAttribute('viewBox', `0 0 ${page.lebar} ${page.tinggi}`);
  });
  const now = JSON.stringify([opd.berkas, opd.halaman, opd.disimpan, opd.lama_ms]);
  if (now === version) return;
  version = now;
  index = new Map();
  hit = { wanted: '', at: -1 };
  unmark();
  const mine = ++turn;
  reading = true;
  const order = [...figures.slice(current), ...figures.slice(0, current)];
  for (const figure of order) {
    const path = api(opd.berkas, `/halaman/${figure.id.slice(4)}/teks`);
    const reply = await ask(path).catch(() => null);
    const page = reply?.status === 200 ? await reply.json() : { baris: [] };
    if (mine !== turn) return;
    fill(figure, page.baris);
  }
  reading = false;
  if (waiting !== null) search(waiting);
}

function hits(wanted) {
  const found = [];
  for (const figure of document.querySelectorAll('#halaman figure')) {
    const page = index.get(figure);
    for (let at = page?.text.indexOf(wanted) ?? -1; at >= 0; at = page.text.indexOf(wanted, at + 1)) {
      found.push({ figure, node: page.starts.findLast((line) => line.start <= at).node });
    }
  }
  return found;
}

function search(by) {
  const wanted = $('cari-teks').value.trim().replace(/\s+/g, ' ').toLocaleLowerCase('id');
  const say = (text) => { $('hasil-cari').textContent = text; };
  unmark();
  waiting = null;
  if (wanted === '') return say('');
  if (reading) {
    waiting = by;
    return say('membaca…');
  }
  const found = hits(wanted);
  if (found.length === 0) return say('tidak ditemukan');
  const next = hit.wanted === wanted ? hit.at + by : 0;
  hit = { wanted, at: (next + found.length) % found.length };
  const { figure, node } = found[hit.at];
  mark(figure, node.getBBox(), 'cari').scrollIntoView({ block: 'center' });
  showCell(node.dataset.sel ?? null);
  say(`${hit.at + 1} dari ${found.length}`);
}

export function listenLayers() {
  $('cari-teks').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    search(event.shiftKey ? -1 : 1);
  });
  // The cross of the field empties it.
  $('cari-teks').addEventListener('input', () => { if ($('cari-teks').value === '') search(1); });
}
