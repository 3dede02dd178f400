// The pages. A page is replaced only when it looks otherwise, and in its place,
// so that whoever reads goes on reading.

import { drawLayers, listenLayers, makeLayer, markFinding, unmark } from './layer.js';
import { api } from './api.js';
import { say } from './message.js';
import { showPanel } from './panel.js';

const $ = (id) => document.getElementById(id);
// Percent of the paper's size; null is the width of the window.
const ZOOM = [30, 40, 50, 60, 70, 85, 100, 125, 150, 200, 250];
// Points to pixels.
const PIXEL = 96 / 72;
const RETRIES = 6;
let shown = null;
let chapters = [];
// The page that was read before, to return to once it is there.
let wanted = null;
let zoom = null;

const figures = () => [...$('halaman').querySelectorAll('figure')];

// Of chapters that begin on one page, the first.
const chapterOf = (page) => chapters.find((bab) => bab.awal === page) ?? chapters.findLast((bab) => bab.awal < page);

// The cover is no chapter, and is a place to go to.
const withCover = (list) => (list.length > 0 && list[0].awal > 1 ? [{ judul: 'Sampul', awal: 1 }, ...list] : list);

function label(page, total) {
  const bab = chapterOf(page);
  return `Halaman berkas ${page} dari ${total}${bab ? `, ${bab.judul}` : ''}`;
}

function make(number) {
  const figure = document.createElement('figure');
  figure.id = `hal-${number}`;
  if ($('halaman').classList.contains('ikhtisar')) asButton(figure, true);
  const img = document.createElement('img');
  img.loading = 'lazy';
  img.decoding = 'async';
  const caption = document.createElement('figcaption');
  // The picture's own name says the same.
  caption.ariaHidden = 'true';
  // A page that is being laid out again is there in a moment.
  let tries = 0;
  img.addEventListener('error', () => {
    if (++tries <= RETRIES) setTimeout(() => { img.src = img.dataset.sumber; }, 400 * tries);
  });
  img.addEventListener('load', () => { tries = 0; });
  const paper = document.createElement('div');
  paper.className = 'kertas';
  paper.append(img, makeLayer());
  figure.append(paper, caption);
  const open = () => {
    if (!$('halaman').classList.contains('ikhtisar')) return;
    overview(false);
    goTo(number);
    $('halaman').focus({ preventScroll: true });
  };
  figure.addEventListener('click', open);
  figure.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if ($('halaman').classList.contains('ikhtisar')) event.preventDefault();
    open();
  });
  return figure;
}

// In the overview a page is something to choose, by keyboard too.
function asButton(figure, on) {
  if (on) {
    figure.tabIndex = 0;
    figure.setAttribute('role', 'button');
  } else {
    figure.removeAttribute('tabindex');
    figure.removeAttribute('role');
  }
}

// The new picture is fetched before the old one goes: nothing flickers.
function renew(figure, source) {
  const img = figure.querySelector('img');
  const fresh = new Image();
  fresh.onload = () => {
    if (img.dataset.sumber !== source) return;
    img.src = source;
    figure.classList.remove('baru');
    void figure.offsetWidth;
    figure.classList.add('baru');
  };
  fresh.onerror = () => { if (img.dataset.sumber === source) img.src = source; };
  fresh.src = source;
}

export function drawPages(opd) {
  const box = $('halaman');
  const other = shown !== opd.berkas;
  if (other) {
    shown = opd.berkas;
    box.replaceChildren();
    $('sel-halaman').hidden = true;
    box.scrollTop = 0;
    if (other) wanted = Number(sessionStorage.getItem(`halaman:${shown}`)) || null;
  }
  $('lihat').hidden = opd.halaman.length === 0;
  if (opd.halaman.length === 0) {
    chapters = [];
    const p = document.createElement('p');
    p.className = 'kosong';
    p.textContent = opd.kendala === null ? 'Sedang menyusun halaman…' : 'Belum ada halaman yang dapat ditampilkan.';
    if (figures().length === 0) box.replaceChildren(p);
    return;
  }
  box.querySelector('.kosong')?.remove();
  const now = withCover(opd.bab);
  const moved = JSON.stringify(chapters) !== JSON.stringify(now);
  chapters = now;
  const total = opd.halaman.length;
  const list = figures();
  for (const figure of list.slice(total)) figure.remove();
  let renewed = 0;
  opd.halaman.forEach((page, index) => {
    const number = index + 1;
    const known = list[index];
    const figure = known ?? make(number);
    if (known === undefined) box.append(figure);
    const img = figure.querySelector('img');
    const source = api(opd.berkas, `/halaman/${number}?s=${page.sidik}`);
    if (img.dataset.sumber !== source) {
      img.dataset.sumber = source;
      figure.style.setProperty('--kertas-lebar', `${page.lebar * PIXEL}px`);
      img.width = Math.round(page.lebar);
      img.height = Math.round(page.tinggi);
      // Exactly, or the pages above would move what is being read when they come.
      img.style.aspectRatio = `${page.lebar} / ${page.tinggi}`;
      if (known === undefined) {
        img.src = source;
      } else {
        renew(figure, source);
        renewed += 1;
      }
    }
    img.alt = label(number, total);
    figure.querySelector('figcaption').textContent = label(number, total);
  });
  if (moved || other) drawChapters();
  if (wanted !== null) {
    $(`hal-${wanted}`)?.scrollIntoView({ block: 'start' });
    wanted = null;
  }
  box.dataset.diperbarui = String(Number(box.dataset.diperbarui ?? 0) + renewed);
  whereAmI();
  drawLayers(opd, figures(), Math.max(0, figures().indexOf(visible())));
}

function drawChapters() {
  const select = $('bab');
  select.replaceChildren(...chapters.map((bab) => {
    const option = document.createElement('option');
    option.value = String(bab.awal);
    option.textContent = bab.judul;
    return option;
  }));
}

function visible() {
  const box = $('halaman').getBoundingClientRect();
  const middle = box.top + box.height / 3;
  return figures().find((figure) => figure.getBoundingClientRect().bottom > middle);
}

function whereAmI() {
  const list = figures();
  const figure = visible();
  if (figure === undefined) return;
  const number = list.indexOf(figure) + 1;
  $('nomor').textContent = `${number} / ${list.length}`;
  $('nomor').ariaLabel = `Halaman ${number} dari ${list.length}`;
  const bab = chapterOf(number);
  if (bab !== undefined) $('bab').value = String(bab.awal);
  if (!$('halaman').classList.contains('ikhtisar')) {
    sessionStorage.setItem(`halaman:${shown}`, String(number));
    const paper = parseFloat(figure.style.getPropertyValue('--kertas-lebar'));
    $('persen').textContent = `${Math.round((figure.clientWidth * 100) / paper)}%`;
  }
}

function step(by) {
  const page = figures().indexOf(visible()) + 1;
  const next = by > 0 ? chapters.find((bab) => bab.awal > page) : chapters.findLast((bab) => bab.awal < page);
  if (next !== undefined) goTo(next.awal);
}

// `finding` is marked on the page, where it is of a place.
export function goTo(number, finding = null) {
  const figure = $(`hal-${number}`);
  if (figure === null) return;
  showPanel('halaman');
  overview(false);
  for (const other of figures()) other.classList.toggle('tuju', other === figure);
  unmark();
  const place = finding === null ? null : markFinding(figure, finding);
  figure.classList.toggle('seluruh', place === null);
  if (place === null) figure.scrollIntoView({ block: 'start' });
  else place.scrollIntoView({ block: 'center', inline: 'nearest' });
  say(label(number, figures().length));
  whereAmI();
}

let left = null;

function overview(on) {
  const box = $('halaman');
  if (on === box.classList.contains('ikhtisar')) return;
  if (on) left = visible();
  $('halaman').classList.toggle('ikhtisar', on);
  $('ikhtisar').setAttribute('aria-pressed', String(on));
  for (const figure of figures()) asButton(figure, on);
  // Back where one was.
  (on ? left : left?.isConnected ? left : null)?.scrollIntoView({ block: on ? 'center' : 'start' });
}

function resize(by) {
  const figure = visible();
  if (by === 0) {
    zoom = null;
  } else if (zoom === null) {
    // From what is seen to the next step of the scale.
    const now = parseInt($('persen').textContent, 10);
    const next = by > 0 ? ZOOM.findIndex((percent) => percent > now) : ZOOM.findLastIndex((percent) => percent < now);
    zoom = next < 0 ? (by > 0 ? ZOOM.length - 1 : 0) : next;
  } else {
    zoom = Math.max(0, Math.min(ZOOM.length - 1, zoom + by));
  }
  const box = $('halaman');
  // Each page is of its own paper: only the page itself can know its width.
  box.classList.toggle('diperbesar', zoom !== null);
  if (zoom !== null) box.style.setProperty('--kali', String(ZOOM[zoom] / 100));
  $('lebar').setAttribute('aria-pressed', String(zoom === null));
  figure?.scrollIntoView({ block: 'start' });
  whereAmI();
}

export function listenPages() {
  listenLayers();
  let waiting = false;
  $('halaman').addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; whereAmI(); });
  });
  $('bab').addEventListener('change', (event) => goTo(Number(event.target.value)));
  $('kecil').addEventListener('click', () => resize(-1));
  $('besar').addEventListener('click', () => resize(1));
  $('lebar').addEventListener('click', () => resize(0));
  $('bab-lalu').addEventListener('click', () => step(-1));
  $('bab-lanjut').addEventListener('click', () => step(1));
  $('ikhtisar').addEventListener('click', () => overview(!$('halaman').classList.contains('ikhtisar')));
}
