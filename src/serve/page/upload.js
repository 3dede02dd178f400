// Workbooks dropped on the page or chosen.

import { ask, say, tell } from './main.js';

const MOST = 48 * 1024 * 1024;
const $ = (id) => document.getElementById(id);

async function send(file, choose) {
  if (file.size > MOST) {
    tell(`${file.name} lebih besar dari 48 MiB`);
    return;
  }
  say(`Mengirim ${file.name}…`);
  try {
    const reply = await ask(`/api/unggah/${encodeURIComponent(file.name)}`, {
      method: 'PUT', headers: { 'X-Renstra': '1' }, body: file,
    });
    const { berkas, cadangan } = await reply.json();
    tell(cadangan === null ? `${berkas} ditambahkan` : `${berkas} diganti; yang lama disimpan sebagai cadangan/${cadangan}`);
    await choose(berkas);
  } catch (error) {
    tell(`${file.name}: ${error.message}`);
  }
}

export function listenUpload(choose) {
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
    all(event.dataTransfer.files);
  });
  $('berkas').addEventListener('change', (event) => { all(event.target.files); event.target.value = ''; });
}
