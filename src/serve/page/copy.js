// A cell's address for Excel's name box.

import { tell } from './message.js';

// The old way, where the new one is not allowed.
function copyOld(text) {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

export async function copyAddress(address, button) {
  const done = await navigator.clipboard.writeText(address).then(() => true, () => copyOld(address));
  button.focus();
  tell(done
    ? `${address} disalin; tempel di Kotak Nama Excel untuk menuju sel itu`
    : `Tidak dapat menyalin; alamat selnya ${address}`);
}
