// Who answers for what: one sheet for the head of the agency and one for each unit.

const $ = (id) => document.getElementById(id);
const file = new URLSearchParams(location.search).get('opd');
let duties = null;

const element = (name, text = '', kind = '') => {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind !== '') made.className = kind;
  return made;
};

const cell = (row, text, kind = '') => {
  const td = element('td', text ?? '', kind);
  row.append(td);
  return td;
};

// Rows of one item: its indicators with their targets, then its money.
function rows(item, years) {
  const lines = item.indikator.map((own) => ({ nama: own.uraian, satuan: own.satuan, nilai: own.target, kind: 'target' }));
  if (item.pagu.some((amount) => amount !== null)) lines.push({ nama: 'Pagu', satuan: 'Rp', nilai: item.pagu, kind: 'uang' });
  if (lines.length === 0) lines.push({ nama: '', satuan: '', nilai: years.map(() => null), kind: 'target' });
  return lines.map((line, at) => {
    const row = document.createElement('tr');
    if (at === 0) {
      row.className = 'awal';
      const name = element('th', '', 'nama');
      name.scope = 'rowgroup';
      name.rowSpan = lines.length;
      name.append(element('small', [item.jenis, item.kode].filter(Boolean).join(' ')), element('span', item.uraian));
      row.append(name);
    }
    cell(row, line.nama);
    cell(row, line.satuan, 'satuan');
    for (const value of line.nilai) cell(row, value, line.kind);
    return row;
  });
}

function sheet(duty, years, head) {
  const section = document.createElement('section');
  const title = head ? (duty.jabatan ?? 'Kepala Perangkat Daerah') : (duty.unit ?? 'Belum disebut unitnya');
  section.append(element('h2', title));
  const post = head ? duty.unit : duty.jabatan;
  if (post !== null && post !== title) section.append(element('p', post, 'jabatan'));
  if (!head && duty.unit !== null && duty.jabatan === null) section.append(element('p', 'Unit ini tidak ada pada lembar Struktur.', 'galat'));
  if (duty.butir.length === 0) {
    section.append(element('p', 'Belum ada yang menjadi tanggung jawabnya.'));
    return section;
  }
  const table = document.createElement('table');
  const columns = document.createElement('colgroup');
  for (const kind of ['nama', 'indikator', 'satuan', ...years.map(() => 'tahun')]) columns.append(element('col', '', kind));
  table.append(columns);
  const top = table.createTHead().insertRow();
  for (const text of ['Tanggung jawab', 'Indikator', 'Satuan', ...years]) {
    const th = element('th', String(text));
    th.scope = 'col';
    top.append(th);
  }
  for (const item of duty.butir) {
    const body = table.createTBody();
    body.append(...rows(item, years));
  }
  if (duty.jumlah !== null && duty.pagu.some((amount) => amount !== null)) {
    const row = table.createTFoot().insertRow();
    const label = cell(row, `Jumlah pagu ${duty.jumlah} (Rp)`);
    label.colSpan = 3;
    for (const amount of duty.pagu) cell(row, amount, 'uang');
  }
  const box = element('div', '', 'gulung');
  box.tabIndex = 0;
  box.role = 'region';
  box.ariaLabel = `Tabel tanggung jawab ${title}`;
  box.append(table);
  section.append(box);
  return section;
}

function draw() {
  const all = [[duties.kepala, true], ...duties.unit.map((duty) => [duty, false])];
  const chosen = $('unit').value;
  const shown = chosen === '' ? all : [all[Number(chosen)]];
  $('isi').replaceChildren(...shown.map(([duty, head]) => sheet(duty, duties.tahun, head)));
}

function choices() {
  const before = $('unit').selectedOptions[0]?.textContent;
  const names = [duties.kepala.jabatan ?? 'Kepala Perangkat Daerah', ...duties.unit.map((duty) => duty.unit ?? 'Belum disebut unitnya')];
  $('unit').replaceChildren(new Option('Semua', ''), ...names.map((name, at) => new Option(name, String(at))));
  const same = [...$('unit').options].findIndex((option) => option.textContent === before);
  $('unit').selectedIndex = Math.max(same, 0);
}

async function read() {
  const reply = await fetch(`/api/opd/${encodeURIComponent(file)}/tanggung-jawab`).catch(() => null);
  if (reply === null) {
    $('status').textContent = 'Program Renstra sudah ditutup; yang tampak adalah keadaan terakhir.';
    return;
  }
  const answer = await reply.json().catch(() => ({}));
  if (!reply.ok) {
    $('status').textContent = answer.pesan ?? 'Program tidak menjawab.';
    return;
  }
  duties = answer.tugas;
  const name = answer.nama ?? file;
  $('judul').textContent = `Penanggung jawab: ${name}`;
  document.title = `Penanggung jawab ${name}`;
  $('status').textContent = '';
  choices();
  draw();
}

$('unit').addEventListener('change', draw);
$('cetak').addEventListener('click', () => print());
const events = new EventSource('/api/peristiwa');
events.addEventListener('opd', (event) => { if (event.data === file) read(); });
events.onopen = read;
events.onerror = () => { $('status').textContent = 'Program Renstra sudah ditutup; yang tampak adalah keadaan terakhir.'; };
