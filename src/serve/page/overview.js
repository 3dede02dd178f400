// The city: a table of its agencies, the worst first, and what is done for all of them.

import { post, tell } from './main.js';
import { typed } from './dialog.js';

const $ = (id) => document.getElementById(id);
const STATE = { 'tidak terbaca': 0, 'ada galat': 1, 'belum diisi': 2, membaca: 3, siap: 4 };
let shown = [];

const cell = (row, text, kind = '') => {
  const td = row.insertCell();
  td.textContent = text;
  if (kind !== '') td.className = kind;
  return td;
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
  cell(row, opd.keadaan, opd.keadaan === 'siap' ? 'siap' : opd.keadaan === 'ada galat' || opd.keadaan === 'tidak terbaca' ? 'galat' : '');
  cell(row, opd.galat, opd.galat > 0 ? 'angka galat' : 'angka');
  cell(row, opd.peringatan, 'angka');
  cell(row, opd.lengkap === null || opd.lengkap[1] === 0 ? '' : `${Math.floor((opd.lengkap[0] * 100) / opd.lengkap[1])}%`, 'angka');
  cell(row, opd.pagu ?? '', 'angka');
  cell(row, opd.pagu_rpjmd ?? '–', opd.pagu_beda ? 'angka galat' : 'angka');
  cell(row, saved(opd.disimpan), 'angka');
  return row;
}

let last = '';

export function drawOverview(city, choose) {
  shown = city.opd;
  const now = JSON.stringify([city.opd, $('cari').value]);
  const count = (state) => city.opd.filter((opd) => opd.keadaan === state).length;
  const total = city.opd.length;
  $('hitung').textContent = total === 0 ? '' : `${total} Perangkat Daerah: ${count('siap')} siap, ${count('ada galat')} ada galat, ${count('belum diisi')} belum diisi${count('tidak terbaca') > 0 ? `, ${count('tidak terbaca')} tidak terbaca` : ''}.`;
  $('rpjmd').textContent = city.sendiri ? '' : city.rpjmd ? 'RPJMD kota ada; pagu dan sasaran diperiksa terhadapnya.' : 'RPJMD kota belum ada: seret rpjmd.xlsx ke jendela ini.';
  $('folder-kota').textContent = city.folder;
  $('belum').hidden = total > 0;
  $('tabel').hidden = total === 0;
  for (const button of document.querySelectorAll('#semua button[data-jenis]')) button.disabled = total === 0;
  $('opd-baru').hidden = city.sendiri;
  $('pengaturan-kota').hidden = city.sendiri;
  if (now === last) return;
  last = now;
  // The keyboard's place is kept by the name of the button.
  const focused = $('isi-tabel').contains(document.activeElement) ? document.activeElement.textContent : null;
  $('isi-tabel').replaceChildren(...city.opd.filter(matches).sort(worse).map((opd) => draw(opd, choose)));
  if (focused !== null) [...$('isi-tabel').querySelectorAll('button')].find((button) => button.textContent === focused)?.focus();
}

export function listenOverview(choose, redraw) {
  $('cari').addEventListener('input', redraw);
  $('opd-baru').addEventListener('click', async () => {
    const nama = await typed('Perangkat Daerah baru', 'Nama');
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
