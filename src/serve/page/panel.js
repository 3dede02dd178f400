// Which part of the page a narrow window shows: the list, the pages or the findings.

export function showPanel(name) {
  document.body.dataset.panel = name;
  for (const button of document.querySelectorAll('.tab button')) {
    button.setAttribute('aria-pressed', String(button.dataset.panel === name));
  }
}
