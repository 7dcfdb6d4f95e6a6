/** Reads server-sent events of a response as they come. */
export async function* eventsOf(response) {
  let text = '';
  for await (const chunk of response.body) {
    text += new TextDecoder().decode(chunk);
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const one = Object.fromEntries(fields.map((line) => line.split(/: (.*)/s).slice(0, 2)));
      if (one.event) yield { event: one.event, id: one.id, data: JSON.parse(one.data) };
    }
  }
}
