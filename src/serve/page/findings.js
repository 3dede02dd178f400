// The findings: where, what, how to mend it; each leads to its page.

import { copyAddress } from './copy.js';
import { goTo } from './pages.js';

const $ = (id) => document.getElementById(id);
const KIND = { error: 'galat', warning: 'peringatan', info: 'info' };
const ORDER = ['error', 'warning', 'info'];

const element = (name, text, kind = '') => {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind !== '') made.className = kind;
  if (name === 'button') made.type = 'button';
  return made;
};

// Of the city the file has to be said as well.
let whole = false;

// Where it is in the workbook, for Excel's name box.
function place(finding) {
  const line = element('div', '', 'baris');
  line.append(element('span', whole ? finding.tempat : finding.alamat ?? finding.tempat));
  if (finding.alamat !== null) {
    const button = element('button', 'Salin sel');
    button.setAttribute('aria-label', `Salin alamat sel ${finding.alamat}`);
    button.addEventListener('click', () => copyAddress(finding.alamat, button));
    line.append(button);
  }
  return line;
}

function say(finding, words) {
  const page = finding.halaman;
  const message = element(page === null ? 'div' : 'button', '', 'pesan');
  message.append(...words);
  if (page !== null) {
    message.append(element('span', `Lihat hal. ${page}`, 'ke-halaman'));
    message.addEventListener('click', () => goTo(page, finding));
  }
  return message;
}

const badge = (finding) => element('b', `${finding.kata} ${finding.kode}`, `lencana ${KIND[finding.tingkat]}`);

const remedy = (finding) => [
  ...(finding.perbaiki === null ? [] : [element('p', `Perbaiki: ${finding.perbaiki}`, 'perbaiki')]),
  ...(finding.dasar === null ? [] : [element('p', `Dasar: ${finding.dasar}`)]),
];

function draw(finding) {
  const li = document.createElement('li');
  li.dataset.tingkat = finding.tingkat;
  li.append(say(finding, [badge(finding), ` ${finding.pesan} `]), place(finding));
  const detail = [...finding.rincian.map((text) => element('p', text)), ...remedy(finding)];
  if (detail.length > 0) {
    const details = document.createElement('details');
    // Whoever must mend it needs the figures and the remedy.
    details.open = finding.tingkat === 'error';
    details.append(element('summary', 'Rincian dan cara memperbaiki'), ...detail);
    li.append(details);
  }
  return li;
}

// The same sentence of many cells: once, with the cells under it.
function drawMany(list) {
  const [first] = list;
  const li = document.createElement('li');
  li.dataset.tingkat = first.tingkat;
  const message = element('div', '', 'pesan');
  message.append(badge(first), ` ${first.pesan} `, element('b', `(${list.length} kali)`));
  const details = document.createElement('details');
  const cells = document.createElement('ul');
  cells.append(...list.map((finding) => {
    const one = document.createElement('li');
    const words = finding.rincian.length === 0 ? ['Sel ini '] : [`${finding.rincian.join('; ')} `];
    one.append(say(finding, words), place(finding));
    return one;
  }));
  details.append(element('summary', `Tampilkan ${list.length} sel`), cells);
  li.append(message, ...remedy(first), details);
  return li;
}

// From this many on.
const MANY = 4;

function gathered(findings) {
  const groups = new Map();
  for (const finding of findings) {
    const key = JSON.stringify([finding.tingkat, finding.kode, finding.pesan, finding.perbaiki, finding.dasar]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => (group.length < MANY ? group.map(draw) : [drawMany(group)]));
}

let last = '';

export function drawFindings(opd) {
  // Drawn anew only when they differ, so that the keyboard's place is kept.
  const none = opd.temuan.length === 0 && !opd.sibuk;
  $('judul-temuan').textContent = opd.berkas === null ? 'Temuan antar-Perangkat Daerah' : 'Temuan';
  const now = JSON.stringify([opd.berkas, opd.temuan, none]);
  if (now === last) return;
  last = now;
  document.querySelector('.saring').hidden = opd.temuan.length === 0;
  const list = $('daftar-temuan');
  whole = opd.berkas === null;
  // What must be mended comes first.
  const sorted = ORDER.flatMap((kind) => opd.temuan.filter((finding) => finding.tingkat === kind));
  list.replaceChildren(...gathered(sorted));
  $('arti-temuan').textContent = sorted.some((finding) => finding.tingkat !== 'info')
    ? 'Galat harus diperbaiki sebelum PDF final dapat dibuat; peringatan perlu diperiksa.' : '';
  if (none) list.append(element('li', 'Tidak ada temuan.'));
  if (opd.temuan.length === 0 && opd.sibuk) list.append(element('li', 'Sedang memeriksa…'));
  $('jumlah').textContent = $('jumlah-kecil').textContent = `(${opd.temuan.length})`;
  for (const box of document.querySelectorAll('.saring input')) {
    const count = opd.temuan.filter((finding) => finding.tingkat === box.value).length;
    box.parentElement.querySelector('span').textContent = `(${count})`;
  }
  filter();
}

function filter() {
  const wanted = [...document.querySelectorAll('.saring input:checked')].map((box) => box.value);
  for (const li of $('daftar-temuan').children) {
    li.hidden = li.dataset.tingkat !== undefined && !wanted.includes(li.dataset.tingkat);
  }
}

export function listenFindings() {
  for (const box of document.querySelectorAll('.saring input')) box.addEventListener('change', filter);
}
