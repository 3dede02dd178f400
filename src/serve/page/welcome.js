// The page of a start without a city: a new one, one that is there, or the sample.

const $ = (id) => document.getElementById(id);
const PANELS = ['pilihan', 'baru', 'folder'];
let home = '';
let target = '';
let listed = '';
let choosing = 'kota';

const say = (text, wrong = false) => {
  $('kabar').textContent = text;
  $('kabar').className = wrong ? 'galat' : '';
};

const element = (name, text = '', kind = '') => {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind !== '') made.className = kind;
  if (name === 'button') made.type = 'button';
  return made;
};

function show(name) {
  for (const panel of PANELS) $(panel).hidden = panel !== name;
  const first = $(name).querySelector('input, button');
  first?.focus();
}

async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: 'POST', headers: { 'X-Renstra': '1', 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  };
  const reply = await fetch(path, options).catch(() => {
    throw new Error('program Renstra sudah ditutup; buka lagi dengan klik ganda');
  });
  if (!reply.ok) {
    const why = await reply.json().catch(() => ({}));
    throw new Error(why.pesan ?? 'program tidak menjawab');
  }
  return reply.status === 204 ? null : reply.json();
}

const attempt = (work) => async (event) => {
  event?.preventDefault();
  try {
    await work(event);
  } catch (error) {
    say(error.message, true);
  }
};

// The city is served at this very address as soon as the program has it.
async function go(path, body) {
  say('Menyiapkan kota…');
  await ask(path, body);
  for (;;) {
    await new Promise((done) => { setTimeout(done, 250); });
    const who = await fetch('/api/siapa').then((reply) => reply.json()).catch(() => null);
    if (who !== null && who.kota !== null) break;
  }
  location.replace('/');
}

function entry(path, name, city, act) {
  const button = element('button');
  button.append(element('b', name));
  if (city) button.append(element('small', 'folder kota'));
  button.title = path;
  button.addEventListener('click', attempt(act));
  const li = document.createElement('li');
  li.append(button);
  return li;
}

async function list(path) {
  const found = await ask(`/api/folder?${new URLSearchParams({ di: path })}`);
  listed = found.di;
  $('di').textContent = found.di;
  $('atas').disabled = found.atas === null;
  $('atas').onclick = attempt(() => list(found.atas));
  $('isi').replaceChildren(...found.isi.map((item) => entry(item.di, item.nama, item.kota, () => (
    item.kota && choosing === 'kota' ? go('/api/buka', { di: item.di }) : list(item.di)
  ))));
  if (found.isi.length === 0) $('isi').append(element('li', 'Tidak ada folder di dalamnya.'));
  say('');
}

async function choose(purpose) {
  choosing = purpose;
  $('judul-folder').textContent = purpose === 'kota' ? 'Buka folder kota' : 'Pilih tempat menyimpan';
  $('pakai').textContent = purpose === 'kota' ? 'Buka folder ini' : 'Simpan di folder ini';
  show('folder');
  await list(purpose === 'kota' ? home : target);
}

function place(path) {
  target = path;
  $('di-baru').textContent = path;
}

const lines = () => $('opd').value.split(/\r?\n/).map((line) => line.split('\t')[0]).filter((line) => line.trim() !== '');

function remark(agency) {
  if (agency.berkas === null) return element('td', 'nama ini tidak dapat dipakai', 'galat');
  if (agency.ganda) return element('td', 'sudah ada di atas; dibuat satu kali', 'awas');
  if (agency.bidang.length > 0) return element('td', agency.bidang.join('; '));
  const cell = element('td', agency.mirip === null ? 'bidang urusan belum dikenali; formulirnya tetap dibuat' : 'maksud Anda ', 'awas');
  if (agency.mirip !== null) {
    const button = element('button', agency.mirip);
    button.addEventListener('click', () => {
      $('opd').value = lines().map((line) => (line.trim().endsWith(agency.nama) ? agency.mirip : line)).join('\n');
      $('opd').focus();
      recognise();
    });
    cell.append(button, '?');
  }
  return cell;
}

let turn = 0;
const recognise = attempt(async () => {
  const mine = ++turn;
  const list = lines();
  const known = list.length === 0 ? [] : await ask('/api/kenali', list);
  if (mine !== turn) return;
  const table = element('table');
  const head = table.createTHead().insertRow();
  for (const title of ['Perangkat Daerah', 'Bidang urusan']) head.append(element('th', title));
  const body = table.createTBody();
  for (const agency of known) body.insertRow().append(element('td', agency.nama), remark(agency));
  $('dikenali').replaceChildren(...(known.length === 0 ? [] : [table]));
});

let waiting;
$('opd').addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(recognise, 300); });
$('buat').addEventListener('click', () => { say(''); show('baru'); });
$('buka').addEventListener('click', attempt(() => choose('kota')));
$('contoh').addEventListener('click', attempt(() => go('/api/contoh', {})));
$('pindah').addEventListener('click', attempt(() => choose('tempat')));
$('pakai').addEventListener('click', attempt(async () => {
  if (choosing === 'kota') return go('/api/buka', { di: listed });
  place(listed);
  show('baru');
}));
$('tulis').addEventListener('submit', attempt(() => list($('alamat').value.trim().replace(/^"|"$/g, ''))));
for (const button of document.querySelectorAll('.kembali')) {
  button.addEventListener('click', () => { say(''); show(choosing === 'tempat' && !$('folder').hidden ? 'baru' : 'pilihan'); });
}
$('baru').addEventListener('submit', attempt(() => go('/api/baru', {
  di: target, daerah: $('daerah').value, periode: $('periode').value.replace(/\s/g, '').replace('–', '-'),
  peraturan: $('peraturan').value, opd: lines(),
})));
$('tutup').addEventListener('click', attempt(async () => {
  await ask('/api/tutup', {});
  document.querySelector('main').replaceChildren(element('h2', 'Program Renstra sudah ditutup.'), element('p', 'Halaman ini boleh ditutup. Buka lagi program Renstra dengan klik ganda.'));
  $('tutup').disabled = true;
}));

attempt(async () => {
  const begin = await ask('/api/awal');
  home = begin.di;
  place(begin.di);
  for (const choice of begin.peraturan) {
    const option = element('option', choice.periode === null ? choice.nama : `${choice.nama} (Renstra ${choice.periode})`);
    option.value = choice.id;
    option.dataset.periode = choice.periode ?? '';
    $('peraturan').append(option);
  }
  const period = () => { $('periode').value = $('peraturan').selectedOptions[0]?.dataset.periode ?? ''; };
  $('peraturan').addEventListener('change', period);
  period();
  $('terakhir').hidden = begin.terakhir.length === 0;
  $('terakhir').querySelector('ul').replaceChildren(...begin.terakhir.map((path) => (
    entry(path, path, false, () => go('/api/buka', { di: path }))
  )));
})();
