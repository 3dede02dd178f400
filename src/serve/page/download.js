// Files to take away. The program makes each when asked for, which may take a while; what it
// cannot make it says here, and the page stays.

import { api, ask } from './api.js';
import { tell } from './message.js';

const $ = (id) => document.getElementById(id);

function offer(link, address, reason) {
  link.title = reason === null ? '' : `Belum dapat: ${reason}`;
  if (reason === null) {
    link.href = address;
    for (const name of ['aria-disabled', 'aria-describedby', 'tabindex']) link.removeAttribute(name);
  } else {
    link.removeAttribute('href');
    link.setAttribute('aria-disabled', 'true');
    link.setAttribute('aria-describedby', 'alasan');
    // Reached by the keyboard, so that the reason can be heard.
    link.tabIndex = 0;
  }
}

export function drawDownloads(opd) {
  const address = (kind) => api(opd.berkas, `/unduh/${kind}`);
  const unread = opd.terbaca ? null : opd.alasan;
  offer($('rancangan'), address('rancangan'), unread);
  offer($('final'), address('final'), opd.alasan);
  offer($('verifikasi'), address('verifikasi'), unread);
  for (const id of ['turunan-buka', 'banding-buka']) $(id).disabled = unread !== null;
  offer($('tanggung'), `/tanggung-jawab?${new URLSearchParams({ opd: opd.berkas })}`, unread);
  offer($('kosong'), address('kosong'), null);
  drawState(opd, unread);
}

// How it stands with the agency, and what is done next.
function drawState(opd, unread) {
  $('nama-opd').textContent = opd.nama ?? opd.berkas;
  let text = 'Siap: tidak ada galat, PDF final dapat diunduh.';
  let kind = 'siap';
  if (unread !== null) {
    // Why, an alert says above the pages.
    [text, kind] = opd.sibuk ? ['Buku kerja sedang dibaca…', ''] : ['Buku kerja tidak dapat dibaca.', 'galat'];
  } else if (opd.keadaan === 'belum diisi') {
    [text, kind] = ['Formulir ini belum diisi. Isi di Excel lalu simpan; halaman ini ikut berubah.', ''];
  } else if (opd.galat > 0) {
    [text, kind] = [`Masih ada ${opd.galat} galat. Perbaiki di Excel lalu simpan; halaman ini ikut berubah.`, 'galat'];
  } else if (opd.peringatan > 0) {
    text = `Siap: tidak ada galat, PDF final dapat diunduh. ${opd.peringatan} peringatan perlu diperiksa.`;
  }
  $('alasan').textContent = text;
  $('alasan').className = kind;
}

function keep(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function take(link) {
  if (!link.hasAttribute('href') || link.hasAttribute('aria-busy')) return;
  link.setAttribute('aria-busy', 'true');
  await download(link.href, link.textContent);
  link.removeAttribute('aria-busy');
}

export async function download(address, what) {
  tell(`Menyiapkan ${what}…`);
  try {
    const reply = await ask(address);
    const [, name] = reply.headers.get('content-disposition')?.split("''") ?? [];
    const file = name === undefined ? what : decodeURIComponent(name);
    keep(await reply.blob(), file);
    tell(`${what} diunduh sebagai ${file}`);
  } catch (error) {
    tell(`${what}: ${error.message}`);
  }
}

export function listenDownloads() {
  const menu = $('lainnya');
  document.addEventListener('click', (event) => {
    // Also after one of its own was chosen.
    if (event.target.closest('summary') === null || !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  for (const link of document.querySelectorAll('.unduh a:not([target])')) {
    link.addEventListener('click', (event) => {
      // As a link it can still be opened elsewhere or saved by hand.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      take(link);
    });
  }
}
