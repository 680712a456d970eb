#!/usr/bin/env python3
"""A classifier for Gistmill in Python, with nothing but the standard library.

It finds topics by the words below and says where they stand. Run it, and put `classifier.yml` from
the folder beside it into a plug-in folder of Gistmill's:

    python3 classifier.py --port 8800

What goes over the wire is described in docs/reference/classifier-http.yaml. To make it yours,
change RULES, or write another `tags(post)`. Raise VERSION whenever a post may get other tags.
"""

import argparse
import hmac
import json
import os
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

NAME = "words"
VERSION = "1"
PROTOCOL = 1
MAX_BODY = 64 << 20
MAX_EVIDENCE = 20

# Topic: the words that speak for it.
RULES = {
    "on-device": re.compile(r"\b(?:smart)?phones?\b|\blaptops?\b|手机|端侧", re.IGNORECASE),
    "costs": re.compile(r"\b(?:costs?|prices?|cheap(?:er)?)\b|成本|价格|便宜", re.IGNORECASE),
}


def parts(post):
    """Yields the texts of a post as evidence names them: part, index, text."""
    if post.get("title"):
        yield "title", 0, post["title"]
    yield "text", 0, post["text"]
    for index, quote in enumerate(post["quoted"]):
        yield "quoted", index, quote["text"]


def evidence(post, rule):
    """Where the words of a rule stand. Python counts code points, and so does the protocol."""
    found = []
    for part, index, text in parts(post):
        for match in rule.finditer(text):
            found.append(
                {"part": part, "index": index, "start": match.start(), "text": match.group()}
            )
            if len(found) == MAX_EVIDENCE:
                return found
    return found


def tags(post):
    """The topics of one post; the same post always gets the same ones."""
    result = []
    for topic, rule in RULES.items():
        found = evidence(post, rule)
        if found:
            confidence = min(0.95, 0.6 + 0.1 * (len(found) - 1))
            result.append({"topic": topic, "confidence": confidence, "evidence": found})
    return result


def outcome(post):
    """Tags, or why there are none. One bad post is no reason to fail the others."""
    try:
        return {"tags": tags(post)}
    except Exception as e:  # whatever a rule does
        return {"failed": f"{type(e).__name__}: {e}"}


def answer(request):
    """One outcome for each post, in the order of the posts."""
    if request["version"] != PROTOCOL:
        raise ValueError(f"version {request['version']} is not known, {PROTOCOL} is")
    return {
        "version": PROTOCOL,
        "classifier": f"{NAME}@{VERSION}",
        "outcomes": [outcome(post) for post in request["posts"]],
    }


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps the connection for the next request
    disable_nagle_algorithm = True
    token = None

    def handle(self):
        try:
            super().handle()
        except ConnectionError:
            pass  # the other side has gone

    def do_POST(self):
        length = int(self.headers.get("Content-Length") or 0)
        if length > MAX_BODY:
            self.close_connection = True
            return self.reply(413, {"error": f"at most {MAX_BODY} bytes"})
        body = self.rfile.read(length)
        if self.path != "/classify":
            return self.reply(404, {"error": "post to /classify"})
        if not self.is_allowed():
            return self.reply(401, {"error": "the token is missing or wrong"})
        try:
            self.reply(200, answer(json.loads(body)))
        except (ValueError, KeyError, TypeError) as e:
            self.reply(400, {"error": f"{type(e).__name__}: {e}"})

    def is_allowed(self):
        given = self.headers.get("Authorization", "")
        return self.token is None or hmac.compare_digest(
            given.encode(), f"Bearer {self.token}".encode()
        )

    def reply(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass  # posts are nobody else's business


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--port", type=int, default=8800, help="0 takes a free one")
    chosen = options.parse_args()
    Handler.token = os.environ.get("CLASSIFIER_TOKEN")
    server = ThreadingHTTPServer((chosen.host, chosen.port), Handler)
    print(f"listening on http://{chosen.host}:{server.server_port}/classify", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
