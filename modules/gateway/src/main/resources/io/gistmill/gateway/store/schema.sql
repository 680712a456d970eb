-- The gateway's copy of the log. Everything here can be built again from the topics,
-- but for switches that are older than what the log keeps: these, and names of topics, outlive a rebuild.
-- Times: ticks (admitted, arrived, bucket, cut, tick) in seconds, published in milliseconds since 1970.

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Of each partition the offset that comes next, and its last tick.
CREATE TABLE positions (
  topic TEXT NOT NULL, part INTEGER NOT NULL, next INTEGER NOT NULL,
  PRIMARY KEY (topic, part)) WITHOUT ROWID;
CREATE TABLE ticks (
  topic TEXT NOT NULL, part INTEGER NOT NULL, tick INTEGER NOT NULL,
  PRIMARY KEY (topic, part)) WITHOUT ROWID;
CREATE TABLE counts (name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;

-- Number: the order of first arrival, and the row of its words. A withdrawn post keeps no json.
CREATE TABLE posts (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  part INTEGER NOT NULL,
  arrived INTEGER NOT NULL,
  admitted INTEGER NOT NULL,
  published INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  edited INTEGER NOT NULL,
  corrected INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL,
  account TEXT NOT NULL,
  topics TEXT NOT NULL,
  json TEXT);
CREATE INDEX posts_admitted ON posts (admitted);
CREATE INDEX posts_arrived ON posts (part, arrived);

CREATE TABLE post_topics (
  topic TEXT NOT NULL, post TEXT NOT NULL, confidence INTEGER NOT NULL,
  PRIMARY KEY (topic, post)) WITHOUT ROWID;
CREATE INDEX post_topics_post ON post_topics (post);

-- Words of posts, Chinese as pairs of characters; the text itself stands in posts.
CREATE VIRTUAL TABLE words USING fts5(
  text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

-- Every version of a post as a story told it: a digest names one of them.
CREATE TABLE told (
  post TEXT NOT NULL, story TEXT NOT NULL, bucket INTEGER NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (post, story, bucket)) WITHOUT ROWID;
CREATE INDEX told_bucket ON told (bucket);

-- The story of each post now: story after aliases, told_story and bucket name the version.
CREATE TABLE members (
  post TEXT PRIMARY KEY, story TEXT NOT NULL,
  told_story TEXT NOT NULL, bucket INTEGER NOT NULL, score INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX members_story ON members (story);
CREATE INDEX members_bucket ON members (bucket);

CREATE TABLE aliases (
  alias TEXT PRIMARY KEY, story TEXT NOT NULL, bucket INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX aliases_story ON aliases (story);

-- Cadence: daily or weekly. Label: the day or ISO week in which the window ends.
CREATE TABLE editions (
  cadence TEXT NOT NULL, label TEXT NOT NULL, route TEXT NOT NULL,
  part INTEGER NOT NULL, cut INTEGER NOT NULL, stories INTEGER NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (cadence, label, route)) WITHOUT ROWID;
CREATE INDEX editions_cut ON editions (part, cut);

CREATE TABLE topics (slug TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;

-- The last switch of each classifier, and the last tick before it.
CREATE TABLE switches (
  classifier TEXT PRIMARY KEY, since INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;

-- People. Json: all that one has subscribed to, with the contact; address: of e-mail, in lower case.
CREATE TABLE subscribers (subscriber TEXT PRIMARY KEY, address TEXT, json TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX subscribers_address ON subscribers (address);
CREATE TABLE subscriptions (id TEXT PRIMARY KEY, subscriber TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX subscriptions_subscriber ON subscriptions (subscriber);

-- Tombstones: what was written before, in milliseconds by the broker's clock, does not come back.
CREATE TABLE forgotten (subscriber TEXT PRIMARY KEY, written INTEGER NOT NULL) WITHOUT ROWID;

-- Digests made for people, by their place on the log; what became of them; ways that are closed.
CREATE TABLE sent (
  id TEXT PRIMARY KEY, subscriber TEXT NOT NULL, subscription TEXT NOT NULL,
  part INTEGER NOT NULL, place INTEGER NOT NULL, cut INTEGER NOT NULL, stories INTEGER NOT NULL,
  written INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX sent_subscription ON sent (subscription, cut);
CREATE INDEX sent_subscriber ON sent (subscriber);
CREATE INDEX sent_cut ON sent (part, cut);
CREATE TABLE deliveries (
  key TEXT PRIMARY KEY, subscriber TEXT NOT NULL, subscription TEXT NOT NULL,
  part INTEGER NOT NULL, cut INTEGER NOT NULL, written INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX deliveries_subscription ON deliveries (subscription, cut);
CREATE INDEX deliveries_subscriber ON deliveries (subscriber);
CREATE INDEX deliveries_cut ON deliveries (part, cut);
CREATE TABLE suspensions (
  subscriber TEXT NOT NULL, channel TEXT NOT NULL, written INTEGER NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (subscriber, channel)) WITHOUT ROWID;

-- Of each partition of digests: older cuts are not kept.
CREATE TABLE oldest_cuts (part INTEGER PRIMARY KEY, cut INTEGER NOT NULL);
