#!/usr/bin/env python3
"""Takes webhooks over HTTP and hands each body to `prodpair incident intake`.

    receive-alerts.py [PORT]        listens on 127.0.0.1, port 9487

POST /alertmanager, /pagerduty or /datadog. Put it behind whatever already speaks TLS to the outside, and let that one ask for
a password. Everything that prodpair says goes to this program's standard error.
"""

import http.server
import subprocess
import sys

SOURCES = ("alertmanager", "pagerduty", "datadog")
LIMIT = 16 << 20
# What is wrong with the payload stays wrong, and is not to be sent again; all else may come right.
STATUS = {0: 200, 64: 400, 65: 400, 66: 400, 77: 403}


class Receiver(http.server.BaseHTTPRequestHandler):
    timeout = 30

    def do_POST(self):
        source = self.path.strip("/")
        length = self.headers.get("Content-Length", "")
        if source not in SOURCES:
            return self.send_error(404)
        if not length.isdigit() or int(length) > LIMIT:
            return self.send_error(413)
        body = self.rfile.read(int(length))
        command = ["prodpair", "incident", "intake", "--from", source]
        signature = self.headers.get("X-PagerDuty-Signature")
        if source == "pagerduty" and signature is not None:
            command += ["--signature=" + signature]
        try:
            done = subprocess.run(command, input=body, stdout=subprocess.PIPE, timeout=30)
        except (OSError, subprocess.TimeoutExpired) as error:
            self.log_error("%s", error)
            return self.send_error(503)
        self.send_response(STATUS.get(done.returncode, 503))
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(done.stdout)))
        self.end_headers()
        self.wfile.write(done.stdout)


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 9487
    http.server.ThreadingHTTPServer(("127.0.0.1", port), Receiver).serve_forever()
