// New posts on the page of today. Without this script the page is complete, only not live.
(() => {
  const section = document.querySelector('[data-since]');
  const list = document.getElementById('fresh');
  const state = document.getElementById('state');
  const news = document.getElementById('news');
  if (!section || !window.EventSource) return;

  const ROWS = 6;
  const seen = new Set([...list.children].map((row) => row.dataset.post));
  let count = 0;

  const oneLine = (text) => text.replace(/[\s\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  const cut = (text, length) => [...text].length > length ? [...text].slice(0, length).join('') + '…' : text;
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  const row = (post) => {
    const title = post.title || post.text.split('\n').map(oneLine).find((line) => line) || 'Post by ' + post.author;
    const line = element('span', cut(oneLine(title), 90));
    line.className = 'line';
    line.lang = { zh: 'zh', en: 'en' }[post.language] || (/\p{Script=Han}/u.test(title) ? 'zh' : 'en');
    const by = element('span', '');
    by.className = 'by';
    const time = element('time', 'now');
    time.dateTime = post.published;
    const author = oneLine(post.author) || 'Unknown author';
    by.append(time, ' · ' + author + (post.handle ? ' @' + oneLine(post.handle) : ''));
    post.topics.slice(0, 4).forEach((topic) => by.append(' · ' + topic.name));
    const link = document.createElement('a');
    link.href = '/posts/' + encodeURIComponent(post.id);
    link.append(line, by);
    const item = document.createElement('li');
    item.className = 'new';
    item.dataset.post = post.id;
    item.append(link);
    return item;
  };

  const stream = new EventSource('/streams/all?since=' + encodeURIComponent(section.dataset.since));
  stream.addEventListener('open', () => { state.textContent = 'Live'; });
  stream.addEventListener('error', () => { state.textContent = 'Connecting…'; });
  stream.addEventListener('post', (event) => {
    const post = JSON.parse(event.data);
    if (seen.has(post.id)) return;
    seen.add(post.id);
    section.querySelector('.quiet')?.remove();
    list.prepend(row(post));
    while (list.children.length > ROWS) list.lastElementChild.remove();
    count += 1;
    news.hidden = false;
    news.textContent = count + ' new, refresh';
  });
  stream.addEventListener('withdrawn', (event) => {
    const id = JSON.parse(event.data).id;
    [...list.children].filter((item) => item.dataset.post === id).forEach((item) => item.remove());
  });
  window.addEventListener('pagehide', () => stream.close());
})();
