// The findings: where, what, how to mend it; each leads to its page.

import { copyAddress } from './copy.js';
import { goTo } from './pages.js';

const $ = (id) => document.getElementById(id);
const KIND = { error: 'galat', warning: 'peringatan', info: 'info' };

const element = (name, text, kind = '') => {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind !== '') made.className = kind;
  if (name === 'button') made.type = 'button';
  return made;
};

function draw(finding) {
  const li = document.createElement('li');
  li.dataset.tingkat = finding.tingkat;
  const page = finding.halaman;
  const message = element(page === null ? 'div' : 'button', '', 'pesan');
  message.append(element('b', `${finding.kata} ${finding.kode}`, KIND[finding.tingkat]), ` ${finding.pesan}`);
  if (page !== null) message.addEventListener('click', () => goTo(page, finding));
  const line = element('div', '', 'baris');
  line.append(element('span', finding.alamat ?? finding.tempat));
  if (finding.alamat !== null) {
    const button = element('button', 'Salin sel');
    button.setAttribute('aria-label', `Salin alamat sel ${finding.alamat}`);
    button.addEventListener('click', () => copyAddress(finding.alamat, button));
    line.append(button);
  }
  if (page !== null) line.append(element('span', `hal. ${page}`));
  li.append(message, line);
  const detail = [...finding.rincian];
  if (finding.dasar !== null) detail.push(`dasar: ${finding.dasar}`);
  if (finding.perbaiki !== null) detail.push(`perbaiki: ${finding.perbaiki}`);
  if (detail.length > 0) {
    const details = document.createElement('details');
    // Whoever must mend it needs the figures and the remedy.
    details.open = finding.tingkat === 'error';
    details.append(element('summary', 'Rincian'), ...detail.map((text) => element('p', text)));
    li.append(details);
  }
  return li;
}

let last = '';

export function drawFindings(opd) {
  // Drawn anew only when they differ, so that the keyboard's place is kept.
  const none = opd.temuan.length === 0 && !opd.sibuk;
  $('judul-temuan').textContent = opd.berkas === null ? 'Temuan antar-Perangkat Daerah' : 'Temuan';
  const now = JSON.stringify([opd.berkas, opd.temuan, none]);
  if (now === last) return;
  last = now;
  const list = $('daftar-temuan');
  list.replaceChildren(...opd.temuan.map(draw));
  if (none) list.append(element('li', 'Tidak ada temuan.'));
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
