// Questions to the program, and the addresses of an agency's answers.

export async function ask(path, options) {
  const reply = await fetch(path, options).catch(() => {
    throw new Error('program Renstra tidak menjawab');
  });
  if (!reply.ok) {
    const why = await reply.json().catch(() => ({}));
    throw new Error(why.pesan ?? 'program tidak menjawab');
  }
  return reply;
}

export const post = (path, body = {}) => ask(path, {
  method: 'POST', headers: { 'X-Renstra': '1', 'Content-Type': 'application/json' }, body: JSON.stringify(body),
});

export const api = (name, rest = '') => `/api/opd/${encodeURIComponent(name)}${rest}`;
