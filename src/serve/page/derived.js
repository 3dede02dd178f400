// What follows on a plan, to take away.

import { api, ask } from './api.js';
import { tell } from './message.js';
import { download } from './download.js';

const $ = (id) => document.getElementById(id);
const field = (name) => $('turunan').querySelector(`[name="${name}"]`);

async function open(name) {
  const { tugas } = await (await ask(api(name, '/tanggung-jawab'))).json();
  const { galat } = await (await ask(api(name))).json();
  field('tahun').replaceChildren(...tugas.tahun_pagu.map((year) => new Option(String(year), String(year))));
  $('turunan-kata').textContent = galat > 0
    ? `Masih ada ${galat} galat: dokumennya dibuat sebagai rancangan.`
    : 'Isinya diambil dari Renstra ini; tidak ada yang diketik ulang.';
  yearOrNot();
  $('turunan').showModal();
}

// The IKU sheet is of all years.
function yearOrNot() {
  field('tahun').disabled = field('jenis').value === 'iku';
}

export function listenDerived(current) {
  $('turunan-buka').addEventListener('click', () => open(current()).catch((error) => tell(error.message)));
  field('jenis').addEventListener('change', yearOrNot);
  // The button is in a menu that has closed.
  $('turunan').addEventListener('close', () => $('lainnya').querySelector('summary').focus());
  $('turunan').querySelector('form').addEventListener('submit', (event) => {
    if (event.submitter?.value !== 'unduh') return;
    const wanted = { jenis: field('jenis').value, bentuk: field('bentuk').value };
    if (wanted.jenis !== 'iku') wanted.tahun = field('tahun').value;
    download(api(current(), `/turunan?${new URLSearchParams(wanted)}`), field('jenis').selectedOptions[0].textContent);
  });
}
