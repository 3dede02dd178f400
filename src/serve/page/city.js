// The list of agencies with their state.

import { matches } from './overview.js';

const count = (number, word, kind) => {
  const span = document.createElement('span');
  span.className = number > 0 ? kind : '';
  span.textContent = `${number} ${word}`;
  return span;
};

function state(opd) {
  const small = document.createElement('small');
  if (opd.kendala !== null && opd.nama === null) {
    const span = document.createElement('span');
    span.className = 'galat';
    span.textContent = 'tidak dapat dibaca';
    small.append(span);
  } else if (opd.nama === null && opd.sibuk) {
    small.textContent = 'membaca…';
  } else if (opd.keadaan === 'siap' && !opd.sibuk) {
    small.append(count(1, '', 'siap'));
    small.lastChild.textContent = opd.peringatan > 0 ? `siap, ${opd.peringatan} peringatan` : 'siap';
  } else {
    small.append(count(opd.galat, 'galat', 'galat'), ', ', count(opd.peringatan, 'peringatan', 'peringatan'), opd.sibuk ? ', menyusun…' : '');
  }
  return small;
}

export function drawCity(list, current, choose) {
  const ul = document.getElementById('daftar');
  // Buttons are kept, so that the keyboard's place is not lost.
  const old = new Map([...ul.querySelectorAll('button')].map((button) => [button.dataset.berkas, button]));
  const item = list.filter(matches).map((opd) => {
    let button = old.get(opd.berkas);
    if (button === undefined) {
      button = document.createElement('button');
      button.type = 'button';
      button.dataset.berkas = opd.berkas;
      button.addEventListener('click', () => choose(opd.berkas));
      document.createElement('li').append(button);
    }
    const name = document.createElement('b');
    name.textContent = opd.nama ?? opd.berkas;
    button.replaceChildren(name, state(opd));
    button.title = opd.berkas;
    button.setAttribute('aria-current', String(opd.berkas === current));
    return button.parentElement;
  });
  const same = item.length === ul.children.length && item.every((li, index) => li === ul.children[index]);
  if (!same) ul.replaceChildren(...item);
}
