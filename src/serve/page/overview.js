// The city: a table of its agencies, the worst first, and what is done for all of them.

import { post } from './api.js';
import { tell } from './message.js';
import { typed } from './dialog.js';

const $ = (id) => document.getElementById(id);
const BAD = ['ada galat', 'tidak terbaca'];
const STATE = { 'tidak terbaca': 0, 'ada galat': 1, 'belum diisi': 2, membaca: 3, siap: 4 };
let shown = [];

const cell = (row, text, kind = '') => {
  const td = row.insertCell();
  td.textContent = text;
  if (kind !== '') td.className = kind;
  return td;
};

const small = (text) => {
  const made = document.createElement('small');
  made.textContent = text;
  return made;
};

const worse = (a, b) => STATE[a.keadaan] - STATE[b.keadaan] || b.galat - a.galat
  || b.peringatan - a.peringatan || (a.nama ?? a.berkas).localeCompare(b.nama ?? b.berkas, 'id');

const saved = (seconds) => (seconds === null ? '' : new Date(seconds * 1000).toLocaleString('id-ID', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }));

export const matches = (opd) => {
  const wanted = $('cari').value.trim().toLocaleLowerCase('id');
  return `${opd.nama ?? ''} ${opd.berkas}`.toLocaleLowerCase('id').includes(wanted);
};

function draw(opd, choose) {
  const row = document.createElement('tr');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = opd.nama ?? opd.berkas;
  button.addEventListener('click', () => choose(opd.berkas));
  cell(row, '').append(button);
  if (opd.nama !== null) row.cells[0].append(small(opd.berkas));
  cell(row, opd.keadaan, opd.keadaan === 'siap' ? 'siap' : BAD.includes(opd.keadaan) ? 'galat' : '');
  // Of what was not read nothing is known.
  const read = opd.lengkap !== null;
  cell(row, read ? opd.galat : '', read && opd.galat > 0 ? 'angka galat' : 'angka');
  cell(row, read ? opd.peringatan : '', 'angka');
  cell(row, opd.lengkap === null || opd.lengkap[1] === 0 ? '' : `${Math.floor((opd.lengkap[0] * 100) / opd.lengkap[1])}%`, 'angka');
  cell(row, opd.pagu ?? '', 'angka');
  // What is not filled yet differs from everything.
  const differs = opd.pagu_beda && opd.keadaan !== 'belum diisi';
  cell(row, opd.pagu_rpjmd ?? '–', differs ? 'angka galat' : 'angka');
  if (differs) row.cells[6].append(small('berbeda'));
  cell(row, saved(opd.disimpan), 'angka');
  return row;
}

const KINDS = [['siap', 'siap', 'siap'], ['ada galat', 'ada galat', 'galat'], ['tidak terbaca', 'tidak terbaca', 'galat'], ['belum diisi', 'belum diisi', 'kosong'], ['membaca', 'sedang dibaca', 'kosong']];

// How many are how far, in words and as one bar.
function drawCounts(city, total) {
  const counts = KINDS
    .map(([state, word, kind]) => ({ word, kind, count: city.opd.filter((opd) => opd.keadaan === state).length }))
    .filter(({ count, word }) => count > 0 || word === 'siap');
  const text = total === 0 ? '' : `${total} Perangkat Daerah: ${counts.map(({ word, count }) => `${count} ${word}`).join(', ')}.`;
  // Said anew only when it is new.
  if ($('hitung').textContent !== text) $('hitung').textContent = text;
  $('bagan').replaceChildren(...(total === 0 ? [] : counts).map(({ kind, count }) => {
    const part = document.createElement('span');
    part.className = kind;
    part.style.flexGrow = String(count);
    return part;
  }));
}

// What plans are compared with.
function aboutRpjmd(city) {
  if (!city.rpjmd) return 'RPJMD kota belum ada, sehingga pagu dan sasaran belum dibandingkan: isi rpjmd.xlsx lalu seret ke jendela ini.';
  const read = city.opd.filter((opd) => opd.lengkap !== null);
  if (read.length === 0) return '';
  // A blank one is there too.
  if (read.every((opd) => opd.pagu_rpjmd === null)) return 'RPJMD kota belum diisi, atau belum memuat Perangkat Daerah di bawah ini; pagu dan sasaran belum dibandingkan.';
  return 'RPJMD kota ada; pagu dan sasaran diperiksa terhadapnya.';
}

// What there is to do next.
function drawNext(list, choose) {
  const worst = [...list].sort(worse)[0];
  let words = [];
  if (list.some((opd) => opd.keadaan === 'membaca')) {
    words = ['Buku kerja sedang dibaca…'];
  } else if (worst !== undefined && BAD.includes(worst.keadaan)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = worst.nama ?? worst.berkas;
    button.addEventListener('click', () => choose(worst.berkas));
    words = ['Langkah berikutnya: perbaiki ', button, worst.keadaan === 'ada galat' ? `, ${worst.galat} galat.` : ', yang tidak dapat dibaca.'];
  } else if (worst?.keadaan === 'belum diisi') {
    words = ['Langkah berikutnya: isi formulir di folder opd dengan Excel, atau kirim kepada Perangkat Daerahnya; yang terisi diseret ke jendela ini.'];
  } else if (worst !== undefined) {
    words = ['Langkah berikutnya: semua siap, tekan Cetak semua.'];
  }
  const box = $('langkah');
  const now = words.map((word) => word.textContent ?? word).join('');
  // The keyboard's place is kept.
  if (box.textContent !== now) box.replaceChildren(...words);
}

let last = '';

export function drawOverview(city, choose) {
  shown = city.opd;
  const now = JSON.stringify([city.opd, $('cari').value]);
  const total = city.opd.length;
  drawCounts(city, total);
  drawNext(city.opd, choose);
  $('rpjmd').textContent = city.sendiri ? '' : aboutRpjmd(city);
  $('folder-kota').textContent = city.folder;
  $('belum').hidden = total > 0;
  for (const part of ['semua', 'tabel', 'cari-di-kota']) $(part).hidden = total === 0;
  $('opd-baru').classList.toggle('utama', total === 0);
  $('opd-baru').hidden = city.sendiri;
  $('pengaturan-kota').hidden = city.sendiri;
  if (now === last) return;
  last = now;
  // The keyboard's place is kept by the name of the button.
  const focused = $('isi-tabel').contains(document.activeElement) ? document.activeElement.textContent : null;
  $('isi-tabel').replaceChildren(...city.opd.filter(matches).sort(worse).map((opd) => draw(opd, choose)));
  $('tak-cocok').hidden = total === 0 || city.opd.some(matches);
  if (focused !== null) [...$('isi-tabel').querySelectorAll('button')].find((button) => button.textContent === focused)?.focus();
}

export function listenOverview(choose, redraw) {
  $('cari').addEventListener('input', redraw);
  $('opd-baru').addEventListener('click', async () => {
    const nama = await typed('Perangkat Daerah baru', 'Formulir Excel kosong dibuat di folder kota ini.', 'Nama Perangkat Daerah');
    if (nama === null || nama === '') return;
    try {
      const reply = await post('/api/opd-baru', { nama });
      const { berkas } = await reply.json();
      tell(`Formulir kosong dibuat: opd/${berkas}`);
      await choose(berkas);
    } catch (error) {
      tell(error.message);
    }
  });
}

export const agencies = () => shown;
