// Everything of the city printed at once, with its progress and what came of it.

import { ask, post } from './api.js';
import { tell } from './message.js';

const $ = (id) => document.getElementById(id);
const WORD = { final: 'Cetak semua', rancangan: 'Cetak rancangan semua', rekap: 'Rekap', catatan: 'Catatan verifikasi semua' };
let running = false;

function line(entry, choose) {
  const li = document.createElement('li');
  const name = document.createElement('button');
  name.type = 'button';
  name.textContent = entry.nama;
  name.addEventListener('click', () => choose(entry.berkas));
  const state = document.createElement('span');
  state.className = entry.buruk ? 'galat' : 'siap';
  state.textContent = entry.galat > 0 ? `${entry.keadaan} (${entry.galat})` : entry.keadaan;
  li.append(name, ' ', state);
  if (entry.hasil !== null) li.append(' ', result(entry.hasil));
  return li;
}

function result(name) {
  const link = document.createElement('a');
  link.href = `/api/hasil/${encodeURIComponent(name)}`;
  link.target = '_blank';
  link.textContent = name;
  return link;
}

export async function drawPrinting(choose) {
  const run = await (await ask('/api/cetak')).json();
  if (run.jenis === null) return;
  running = run.berjalan;
  $('cetakan').hidden = false;
  $('judul-cetak').textContent = WORD[run.jenis];
  const bar = $('maju');
  bar.max = Math.max(run.jumlah, 1);
  bar.value = run.selesai;
  bar.hidden = !run.berjalan || run.jumlah === 0;
  const doing = run.sedang.length === 0 ? '' : `, sedang: ${run.sedang.join(', ')}`;
  $('cetak-kata').textContent = run.berjalan
    ? (run.jumlah === 0 ? 'Sedang dikerjakan…' : `${run.selesai} dari ${run.jumlah} selesai${doing}`)
    : run.pesan ?? '';
  $('cetak-kata').className = run.gagal ? 'galat' : '';
  $('cetak-berkas').replaceChildren(...run.berkas.flatMap((name) => [result(name), ' ']));
  const worst = [...run.baris].sort((a, b) => Number(b.buruk) - Number(a.buruk) || b.galat - a.galat);
  $('cetak-daftar').replaceChildren(...worst.map((entry) => line(entry, choose)));
  $('buka-hasil').hidden = run.berjalan;
  $('buka-hasil').dataset.jenis = run.jenis;
  for (const button of document.querySelectorAll('#semua button[data-jenis]')) button.disabled = running;
}

export function listenPrinting(choose) {
  for (const button of document.querySelectorAll('#semua button[data-jenis]')) {
    button.addEventListener('click', async () => {
      try {
        await post('/api/cetak', { jenis: button.dataset.jenis });
        await drawPrinting(choose);
      } catch (error) {
        tell(error.message);
      }
    });
  }
  $('buka-hasil').addEventListener('click', () => (
    post('/api/hasil', { jenis: $('buka-hasil').dataset.jenis }).catch((error) => tell(error.message))
  ));
}
