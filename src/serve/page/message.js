// What the page says: how things stand, and what was done at someone's wish.

const $ = (id) => document.getElementById(id);

export const say = (text) => { $('status').textContent = text; };

// What was done at someone's wish stays to be read; the state of things is `say`.
const LASTING = 15000;
let hiding;
export function tell(text) {
  const box = $('kabar');
  // Never hidden from those who listen: what appears together with its text is not read out.
  box.querySelector('span').textContent = text;
  box.classList.add('tampak');
  clearTimeout(hiding);
  hiding = setTimeout(untell, LASTING);
}

function untell() {
  $('kabar').classList.remove('tampak');
  $('kabar').querySelector('span').textContent = '';
}

$('kabar').querySelector('button').addEventListener('click', untell);
