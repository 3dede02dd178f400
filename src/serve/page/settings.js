// The settings of the city that are safe to change here.

import { ask, post } from './api.js';
import { tell } from './message.js';

const $ = (id) => document.getElementById(id);
// The colour that is taken where none is set.
const USUAL = '#1f3a5f';
let before = null;

const field = (name) => $('pengaturan').querySelector(`[name="${name}"]`);

async function open() {
  before = await (await ask('/api/pengaturan')).json();
  // A date in words is kept as it was typed.
  field('rpjmd_ditetapkan').type = /^(\d{4}-\d{2}-\d{2})?$/.test(before.rpjmd_ditetapkan) ? 'date' : 'text';
  for (const name of ['nama', 'provinsi', 'ibu_kota', 'kertas', 'rpjmd_ditetapkan']) field(name).value = before[name];
  field('warna').value = before.warna === '' ? USUAL : before.warna;
  field('batas_hari').value = before.batas_hari ?? '';
  field('perubahan').checked = before.perubahan;
  $('pengaturan-galat').textContent = '';
  $('pengaturan').showModal();
}

async function save() {
  const text = (name) => field(name).value.trim();
  const colour = text('warna');
  await post('/api/pengaturan', {
    nama: text('nama'),
    provinsi: text('provinsi'),
    ibu_kota: text('ibu_kota'),
    kertas: text('kertas'),
    // What was not set and not changed stays unset.
    warna: before.warna === '' && colour === USUAL ? '' : colour,
    perubahan: field('perubahan').checked,
    rpjmd_ditetapkan: text('rpjmd_ditetapkan'),
    batas_hari: text('batas_hari') === '' ? null : Number(text('batas_hari')),
  });
  $('pengaturan').close();
  tell('Pengaturan disimpan; dokumen disusun ulang');
}

export function listenSettings() {
  $('pengaturan-kota').addEventListener('click', () => open().catch((error) => tell(error.message)));
  $('pengaturan').querySelector('form').addEventListener('submit', (event) => {
    if (event.submitter?.value === 'batal') return;
    event.preventDefault();
    save().catch((error) => { $('pengaturan-galat').textContent = error.message; });
  });
}
