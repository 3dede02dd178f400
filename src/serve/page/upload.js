// Workbooks dropped on the page or chosen; and those that are taken out again.

import { api, ask, post } from './api.js';
import { say, tell } from './message.js';
import { question } from './dialog.js';

const MOST = 48 * 1024 * 1024;
const WORKBOOK = /\.(xlsx|xlsm|xls|xlsb|ods)$/i;
const $ = (id) => document.getElementById(id);

async function put(file, decision) {
  const reply = await ask(`/api/unggah/${encodeURIComponent(file.name)}?${new URLSearchParams(decision)}`, {
    method: 'PUT', headers: { 'X-Renstra': '1' }, body: file,
  });
  return reply.json();
}

async function send(file, choose) {
  if (!WORKBOOK.test(file.name)) {
    tell(`${file.name} bukan buku kerja Excel; kirimkan berkas .xlsx, .xlsm, .xls, .xlsb, atau .ods`);
    return;
  }
  if (file.size > MOST) {
    tell(`${file.name} lebih besar dari 48 MiB`);
    return;
  }
  say(`Mengirim ${file.name}…`);
  try {
    let done = await put(file, {});
    if (done.tanya !== undefined) {
      const { pesan, rincian, pilihan } = done.tanya;
      const choice = await question(pesan, rincian, pilihan);
      if (choice === null) {
        tell(`${file.name} tidak ditambahkan`);
        return;
      }
      const decision = { cara: choice.cara };
      if (choice.sebagai !== null) decision.sebagai = choice.sebagai;
      done = await put(file, decision);
    }
    const { berkas, cadangan } = done;
    tell(cadangan === null ? `${berkas} ditambahkan` : `${berkas} diganti; yang lama disimpan sebagai cadangan/${cadangan}`);
    if (berkas !== 'rpjmd.xlsx') await choose(berkas);
  } catch (error) {
    tell(`${file.name}: ${error.message}`);
  } finally {
    say('');
  }
}

async function takeOut(name, choose) {
  const sure = await question(`Keluarkan ${name} dari kota ini?`, 'Berkasnya dipindahkan ke folder cadangan dan dapat dikembalikan dari Ringkasan kota.', [{ kata: 'Keluarkan' }]);
  if (sure === null) return;
  // Left before it goes: what is gone cannot be shown.
  await choose(null);
  const { cadangan } = await (await post(api(name, '/keluar'))).json();
  tell(`${name} dikeluarkan; disimpan sebagai cadangan/${cadangan}`);
}

async function restore(choose) {
  const kept = await (await ask('/api/cadangan')).json();
  if (kept.length === 0) {
    tell('Belum ada cadangan');
    return;
  }
  const time = (seconds) => (seconds === null ? '' : new Date(seconds * 1000).toLocaleString('id-ID', { dateStyle: 'medium', timeStyle: 'short' }));
  const list = kept.map((copy) => ({ kata: `${copy.berkas}, disimpan ${time(copy.disimpan)} (cadangan/${copy.nama})`, copy }));
  const chosen = await question('Kembalikan berkas yang mana?', 'Berkas yang sekarang ada disimpan dahulu di cadangan.', list, true);
  if (chosen === null) return;
  const { berkas } = await (await post(`/api/cadangan/${encodeURIComponent(chosen.copy.nama)}/pulih`)).json();
  tell(`${berkas} dikembalikan dari cadangan/${chosen.copy.nama}`);
  if (berkas !== 'rpjmd.xlsx') await choose(berkas);
}

export function listenUpload(choose, current) {
  const all = async (files) => { for (const file of files) await send(file, choose); };
  const carriesFile = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  addEventListener('dragover', (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    $('jatuh').hidden = false;
  });
  addEventListener('dragleave', (event) => { if (event.relatedTarget === null) $('jatuh').hidden = true; });
  addEventListener('drop', (event) => {
    event.preventDefault();
    $('jatuh').hidden = true;
    all([...event.dataTransfer.files]);
  });
  $('pilih-berkas').addEventListener('click', () => $('berkas').click());
  $('berkas').addEventListener('change', (event) => { all([...event.target.files]); event.target.value = ''; });
  const safely = (work) => () => work().catch((error) => tell(error.message));
  $('keluarkan').addEventListener('click', safely(() => takeOut(current(), choose)));
  $('cadangan').addEventListener('click', safely(() => restore(choose)));
}
