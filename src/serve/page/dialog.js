// A question that must be answered before anything is done.

const $ = (id) => document.getElementById(id);

// The answer that was chosen; null when the user would rather not. Answers that are many and
// alike are a list that scrolls.
export function question(text, detail, choices, isList = false) {
  const box = $('tanya');
  $('tanya-pesan').textContent = text;
  $('tanya-rincian').textContent = detail ?? '';
  return new Promise((done) => {
    const buttons = choices.map((choice, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = choice.kata;
      if (index === 0 && !isList) button.className = 'utama';
      button.addEventListener('click', () => { done(choice); box.close(); });
      return button;
    });
    const no = document.createElement('button');
    no.type = 'button';
    no.textContent = 'Batal';
    no.addEventListener('click', () => box.close());
    const list = document.createElement('div');
    list.className = 'banyak';
    if (isList) list.append(...buttons);
    $('tanya-pilihan').replaceChildren(...(isList ? [list] : buttons), no);
    box.onclose = () => done(null);
    box.showModal();
    no.focus();
  });
}

// A line of text that the user types; null when the user would rather not.
export function typed(text, detail, label) {
  const field = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'text';
  field.append(label, ' ', input);
  const answer = question(text, detail, [{ kata: 'Buat' }]);
  $('tanya-rincian').append(field);
  input.focus();
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') $('tanya-pilihan').querySelector('button').click();
  });
  return answer.then((chosen) => (chosen === null ? null : input.value.trim()));
}
