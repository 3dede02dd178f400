// The page: which agency is shown, and what happens when something changes.

import { api, ask, post } from './api.js';
import { say, tell } from './message.js';
import { showPanel } from './panel.js';
import { drawCity } from './city.js';
import { drawPages, listenPages } from './pages.js';
import { drawFindings, listenFindings } from './findings.js';
import { listenCompare } from './compare.js';
import { listenDerived } from './derived.js';
import { drawDownloads, listenDownloads } from './download.js';
import { listenUpload } from './upload.js';
import { drawOverview, listenOverview } from './overview.js';
import { drawPrinting, listenPrinting } from './print.js';
import { listenSettings } from './settings.js';

const $ = (id) => document.getElementById(id);
let current = new URLSearchParams(location.hash.slice(1)).get('opd');
let turn = 0;

// The city or the agency that is chosen.
function showView() {
  const whole = current === null;
  document.body.dataset.tampil = whole ? 'kota' : 'opd';
  $('ke-kota').setAttribute('aria-current', String(whole));
  // The search stands by the list that it narrows.
  const place = $(whole ? 'cari-di-kota' : 'cari-di-daftar');
  if ($('kotak-cari').parentElement !== place) place.append($('kotak-cari'));
  document.querySelector('.tab [data-panel="halaman"]').textContent = whole ? 'Kota' : 'Dokumen';
  document.querySelector('.lompat').hidden = whole;
  showPanel('halaman');
}

let city = null;

function redraw() {
  if (city === null) return;
  drawCity(city.opd, current, choose);
  drawOverview(city, choose);
  document.body.classList.toggle('tanpa-temuan', city.temuan.length === 0);
  if (current === null) drawFindings({ berkas: null, temuan: city.temuan, sibuk: false });
}

async function refreshCity() {
  const first = city === null;
  city = await (await ask('/api/kota')).json();
  $('kota').textContent = city.nama;
  document.title = `Renstra ${city.nama}`;
  document.body.classList.remove('memuat');
  redraw();
  if (first && current === null) say('');
  // The one workbook of a folder that is no city's.
  if (first && current === null && city.sendiri && city.opd.length === 1) await choose(city.opd[0].berkas);
  const gone = current !== null && !city.opd.some((opd) => opd.berkas === current);
  if (gone) {
    tell(`${current} sudah tidak ada di folder kota ini`);
    await choose(null);
  }
}

async function refreshOpd() {
  if (current === null) return;
  // Of two answers only the later one counts.
  const mine = ++turn;
  const opd = await (await ask(api(current))).json();
  if (mine !== turn) return;
  drawPages(opd);
  drawFindings(opd);
  drawDownloads(opd);
  $('kendala').hidden = opd.kendala === null;
  $('kendala').textContent = opd.kendala === null ? '' : `${opd.halaman.length > 0 ? 'Halaman di bawah berasal dari penyimpanan sebelumnya: ' : ''}${opd.kendala}`;
  const name = opd.nama ?? opd.berkas;
  if (opd.sibuk) {
    say(`Menyusun ${name}…`);
  } else if (opd.kendala !== null) {
    say(`${name}: ${opd.kendala}`.split('\n')[0]);
  } else if (opd.lama_ms !== null) {
    const time = opd.disimpan === null ? '' : `, disimpan ${new Date(opd.disimpan * 1000).toLocaleTimeString('id-ID', { hour: '2-digit', minute: '2-digit' })}`;
    const changed = opd.berubah.length === 0 ? '' : `, perubahan terakhir: ${opd.berubah.slice(0, 3).join(', ')}${opd.berubah.length > 3 ? ' …' : ''}`;
    say(`${opd.halaman.length} halaman${opd.rancangan ? ' sebagai rancangan' : ''}${time}, ${opd.galat} galat${changed}`);
  }
}

// An agency by its workbook, or the city as a whole.
async function choose(name) {
  const before = current;
  current = name;
  try {
    await refreshOpd();
  } catch (error) {
    // What is shown stays what is chosen.
    current = before;
    failed(error);
    return;
  }
  location.hash = name === null ? '' : new URLSearchParams({ opd: name });
  showView();
  if (name === null) {
    say('');
    redraw();
  }
  for (const button of document.querySelectorAll('#daftar button')) {
    button.setAttribute('aria-current', String(button.dataset.berkas === name));
  }
}

const failed = (error) => say(`Gagal: ${error.message}`);

// One question at a time; what comes meanwhile is asked once more afterwards.
function steady(refresh) {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await refresh().catch(failed);
    }
    running = false;
  };
}

const cityChanged = steady(refreshCity);
const opdChanged = steady(refreshOpd);
const printingChanged = steady(() => drawPrinting(choose));

const events = new EventSource('/api/peristiwa');
events.addEventListener('opd', (event) => {
  // First the city, which says whether the workbook is still there.
  cityChanged().then(() => { if (event.data === current) opdChanged(); });
});
events.addEventListener('kota', () => { cityChanged(); opdChanged(); });
events.addEventListener('cetak', () => printingChanged());
events.onopen = () => { lost(false); cityChanged(); opdChanged(); printingChanged(); };
events.onerror = () => lost(true);

// Nothing can be asked of a program that has ended; what was read stays.
function lost(on) {
  $('putus').hidden = !on;
  for (const part of document.querySelectorAll('nav, .kepala-opd, .alat, #semua, #kelola, #cetakan, #langkah, #isi-tabel button, .kepala-tombol')) part.inert = on;
}

async function end(path, text) {
  await post(path);
  events.close();
  lost(true);
  $('putus').textContent = text;
}

$('tutup').addEventListener('click', () => (
  end('/api/tutup', 'Program Renstra sudah ditutup. Halaman ini boleh ditutup; buka lagi program Renstra dengan klik ganda.').catch(failed)
));
$('lain').addEventListener('click', async () => {
  await end('/api/lain', 'Menuju halaman pemilihan kota…').catch(failed);
  for (;;) {
    await new Promise((done) => { setTimeout(done, 250); });
    const who = await fetch('/api/siapa').then((reply) => reply.json()).catch(() => null);
    if (who !== null && who.kota === null) break;
  }
  location.replace('/');
});
$('ke-kota').addEventListener('click', () => choose(null));
$('excel').addEventListener('click', () => post(api(current, '/excel')).catch((error) => tell(error.message)));

for (const button of document.querySelectorAll('.tab button')) {
  button.addEventListener('click', () => showPanel(button.dataset.panel));
}
listenPages();
listenFindings();
listenDownloads();
listenUpload(choose, () => current);
listenOverview(choose, redraw);
listenPrinting(choose);
listenSettings();
listenDerived(() => current);
listenCompare(() => current);
showView();
