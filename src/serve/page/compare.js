// What a workbook changes of an earlier document, to take away.

import { api, ask } from './api.js';
import { tell } from './message.js';
import { download } from './download.js';

const $ = (id) => document.getElementById(id);
const field = (name) => $('banding').querySelector(`[name="${name}"]`);
const KIND = { rpjmd: 'RPJMD kota', sebelumnya: 'Renstra sebelumnya' };

// When it was saved says more than the number of the copy.
function choice({ semula, jenis, disimpan }) {
  const when = disimpan === null ? '' : ` ${new Date(disimpan * 1000).toLocaleString('id-ID', { dateStyle: 'medium', timeStyle: 'short' })}`;
  return new Option(KIND[jenis] ?? `Cadangan${when} (${semula})`, semula);
}

async function open(name) {
  const earlier = await (await ask(api(name, '/semula'))).json();
  if (earlier.length === 0) {
    tell('Belum ada yang dapat dibandingkan: RPJMD kota belum ada, dan buku kerja ini belum pernah diganti lewat halaman ini');
    return;
  }
  field('semula').replaceChildren(...earlier.map(choice));
  // A copy of one's own work is asked for more often than the RPJMD, which the rules compare anyway.
  const copy = earlier.find(({ jenis }) => jenis !== 'rpjmd');
  if (copy !== undefined) field('semula').value = copy.semula;
  $('banding').showModal();
}

export function listenCompare(current) {
  $('banding-buka').addEventListener('click', () => open(current()).catch((error) => tell(error.message)));
  // The button is in a menu that has closed.
  $('banding').addEventListener('close', () => $('lainnya').querySelector('summary').focus());
  $('banding').querySelector('form').addEventListener('submit', (event) => {
    if (event.submitter?.value !== 'unduh') return;
    const wanted = { semula: field('semula').value, bentuk: field('bentuk').value };
    download(api(current(), `/perbandingan?${new URLSearchParams(wanted)}`), 'Perbandingan');
  });
}
