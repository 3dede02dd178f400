// The page: which agency is shown, and what happens when something changes.

import { drawCity } from './city.js';
import { drawPages, listenPages } from './pages.js';
import { drawFindings, listenFindings } from './findings.js';
import { drawDownloads, listenDownloads } from './download.js';
import { listenUpload } from './upload.js';

const $ = (id) => document.getElementById(id);
let current = new URLSearchParams(location.hash.slice(1)).get('opd');
let turn = 0;

export const say = (text) => { $('status').textContent = text; };

// What was done at someone's wish stays to be read; the state of things is `say`.
const LASTING = 15000;
let hiding;
export function tell(text) {
  const box = $('kabar');
  // Never hidden from those who listen: what appears together with its text is not read out.
  box.querySelector('span').textContent = text;
  box.classList.add('tampak');
  clearTimeout(hiding);
  hiding = setTimeout(untell, LASTING);
}

function untell() {
  $('kabar').classList.remove('tampak');
  $('kabar').querySelector('span').textContent = '';
}

export async function ask(path, options) {
  const reply = await fetch(path, options);
  if (!reply.ok) {
    const why = await reply.json().catch(() => ({}));
    throw new Error(why.pesan ?? 'program tidak menjawab');
  }
  return reply;
}

export const api = (name, rest = '') => `/api/opd/${encodeURIComponent(name)}${rest}`;

export function showPanel(name) {
  document.body.dataset.panel = name;
  for (const button of document.querySelectorAll('.tab button')) {
    button.setAttribute('aria-pressed', String(button.dataset.panel === name));
  }
}

async function refreshCity() {
  const city = await (await ask('/api/kota')).json();
  $('kota').textContent = city.nama;
  document.title = `Renstra ${city.nama}`;
  drawCity(city.opd, current, choose);
  if (current === null && city.opd.length > 0 && matchMedia('(min-width: 56.01rem)').matches) {
    await choose(city.opd[0].berkas);
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
    const time = (opd.lama_ms / 1000).toLocaleString('id-ID', { maximumFractionDigits: 2 });
    const changed = opd.berubah.length === 0 ? '' : `, perubahan terakhir: ${opd.berubah.slice(0, 3).join(', ')}${opd.berubah.length > 3 ? ' …' : ''}`;
    say(`${name}: ${opd.halaman.length} halaman disusun dalam ${time} detik${opd.rancangan ? ', sebagai rancangan' : ''}${changed}`);
  }
}

export async function choose(name) {
  current = name;
  location.hash = new URLSearchParams({ opd: name });
  showPanel('halaman');
  for (const button of document.querySelectorAll('#daftar button')) {
    button.setAttribute('aria-current', String(button.dataset.berkas === name));
  }
  await refreshOpd();
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

const events = new EventSource('/api/peristiwa');
events.addEventListener('opd', (event) => {
  if (event.data === current) opdChanged();
  cityChanged();
});
events.addEventListener('kota', () => { cityChanged(); opdChanged(); });
events.onopen = () => { cityChanged(); opdChanged(); };
events.onerror = () => say('Sambungan ke program terputus; mencoba lagi…');

for (const button of document.querySelectorAll('.tab button')) {
  button.addEventListener('click', () => showPanel(button.dataset.panel));
}
$('kabar').querySelector('button').addEventListener('click', untell);
listenPages();
listenFindings();
listenDownloads();
listenUpload(choose);
showPanel(current === null ? 'opd' : 'halaman');
