#!/usr/bin/env node
// Countersign adapter in plain Node.js (18 or newer, no packages).
//
// Reads one JSON object a line on standard input and answers each with one on standard output. The
// string to sign is always cut out of the URL as it was written: the URL class would normalise it.
// ADAPTER_PROFILE=deployed switches Hoshinplan to what its public server code does.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import net from 'node:net';

const DEPLOYED = process.env.ADAPTER_PROFILE === 'deployed';

class Rejected extends Error {}

function require(condition, reason) {
  if (!condition) throw new Rejected(reason);
}

/** Text up to the first mark, and what follows it. */
function cut(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** A request with its URL cut into pieces, every piece exactly as it was written. */
class Message {
  constructor(request) {
    const [url] = cut(request.url, '#');
    const [scheme, rest] = cut(url, '://');
    this.scheme = scheme;
    [this.authority] = /^[^/?]*/.exec(rest);
    const target = rest.slice(this.authority.length);
    this.target = target.startsWith('/') ? target : '/' + target;
    this.host = this.authority.replace(/:\d*$/, '');
    [this.path, this.query] = cut(this.target, '?');
    this.method = request.method;
    this.body = Buffer.from(request.bodyBase64 ?? request.body ?? '', request.bodyBase64 ? 'base64' : 'utf8');
    this.headers = Object.entries(request.headers ?? {})
      .flatMap(([name, given]) => [given].flat().map((value) => [name, value]));
  }

  /** The value of a header that may be there once; empty if it is not there. */
  header(name) {
    const values = this.headers.filter(([given]) => given.toLowerCase() === name);
    require(values.length < 2, 'ambiguous-request');
    return values.length ? values[0][1].replace(/^[ \t]+|[ \t]+$/g, '') : '';
  }

  /** What follows the word of the scheme in the Authorization header. */
  authorization(word) {
    const value = this.header('authorization');
    require(value, 'missing-credential');
    require(value.startsWith(`${word} `), 'malformed-credential');
    return value.slice(word.length + 1);
  }
}

function checkKey(given, key) {
  require(given, 'missing-credential');
  require(given === key, 'unknown-key');
}

const mac = (digest, secret, ...parts) =>
  parts.reduce((hmac, part) => hmac.update(part), createHmac(digest, secret)).digest();

/** For values whose length is not fixed: timingSafeEqual takes only equally long ones. */
function same(one, other) {
  const [a, b] = [one, other].map((value) => createHash('sha256').update(value).digest());
  return timingSafeEqual(a, b);
}

/** Only the exact encoding: Buffer also takes unpadded, URL-safe and broken base64. */
function fromBase64(text, reason) {
  const data = Buffer.from(text, 'base64');
  require(data.toString('base64') === text, reason);
  return data;
}

/** Base64, of one of the expected MACs. */
function checkMac(signature, ...expected) {
  require(signature, 'missing-signature');
  const given = fromBase64(signature, 'malformed-signature');
  require(given.length === expected[0].length, 'malformed-signature');
  require(expected.some((one) => timingSafeEqual(given, one)), 'signature-mismatch');
}

/** The seconds since 1970 of yyyy-MM-ddTHH:mm:ss. Date also takes 30 February, so write it again. */
function seconds(text) {
  const millis = Date.parse(text + 'Z');
  require(!Number.isNaN(millis) && new Date(millis).toISOString() === text + '.000Z', 'malformed-timestamp');
  return millis / 1000;
}

/** Nanoseconds since 1970: a Date has only milliseconds, too coarse for the edge of the window. */
function instant(text) {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/.exec(text);
  require(match, 'malformed-timestamp');
  const [, whole, fraction = '', sign, hours = 0, minutes = 0] = match;
  const offset = (hours * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
  return BigInt(seconds(whole) - offset) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
}

const NANOS_PER_MINUTE = 60_000_000_000n;
const date = (now) => new Date(Number(now / 1_000_000_000n) * 1000);
const stampOf = (now) => date(now).toISOString().slice(0, 19);

/** The bytes behind the escapes, and only those: a plus sign stays one. */
function percentDecode(text) {
  const bytes = Buffer.from(text).toString('latin1');
  return Buffer.from(bytes.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
}

function withHeaders(request, added) {
  const replaced = Object.keys(added).map((name) => name.toLowerCase());
  const kept = Object.entries(request.headers ?? {}).filter(([name]) => !replaced.includes(name.toLowerCase()));
  return { ...request, headers: { ...Object.fromEntries(kept), ...added } };
}

const ticketmatic = {
  hex: ({ accesskey, secretkey, account }, stamp) =>
    mac('sha256', secretkey, accesskey + account + stamp).toString('hex'),

  sign(keys, request, now) {
    const stamp = stampOf(now);
    const value = `TM-HMAC-SHA256 key=${keys.accesskey} ts=${stamp} sign=${this.hex(keys, stamp)}`;
    return withHeaders(request, { Authorization: value });
  },

  verify(keys, message, now) {
    const given = ' ' + message.authorization('TM-HMAC-SHA256');
    const fields = /^(?: key=([^ ]*))?(?: ts=([^ ]*))?(?: sign=([^ ]*))?$/.exec(given);
    require(fields, 'malformed-credential');
    const [, key, stamp, signature] = fields;
    checkKey(key, keys.accesskey);
    require(stamp, 'missing-timestamp');
    require(now - BigInt(seconds(stamp)) * 1_000_000_000n <= 30n * NANOS_PER_MINUTE, 'expired-timestamp');
    require(signature, 'missing-signature');
    require(/^[0-9a-f]{64}$/.test(signature), 'malformed-signature');
    require(same(signature, this.hex(keys, stamp)), 'signature-mismatch');
  },
};

const ticketmaticBasic = {
  sign(keys, request) {
    const user = Buffer.from(`${keys.accesskey}:${keys.secretkey}`).toString('base64');
    return withHeaders(request, { Authorization: `Basic ${user}` });
  },

  verify(keys, message) {
    const pair = fromBase64(message.authorization('Basic'), 'malformed-credential');
    const colon = pair.indexOf(':');
    require(colon >= 0, 'malformed-credential');
    checkKey(pair.subarray(0, colon).toString(), keys.accesskey);
    require(same(pair.subarray(colon + 1), keys.secretkey), 'signature-mismatch');
  },
};

const ticketevolution = {
  mac({ secret }, message, host) {
    const withBody = ['POST', 'PUT', 'DELETE'].includes(message.method) && message.body.length > 0;
    const name = (parameter) => Buffer.from(cut(parameter, '=')[0]);
    const sorted = message.query.split('&').sort((a, b) => Buffer.compare(name(a), name(b))).join('&');
    return mac('sha256', secret, `${message.method} ${host}${message.path}?`, withBody ? message.body : sorted);
  },

  sign(keys, request) {
    const message = new Message(request);
    const signature = this.mac(keys, message, message.host).toString('base64');
    return withHeaders(request, { 'X-Token': keys.token, 'X-Signature': signature });
  },

  verify(keys, message) {
    const token = message.header('x-token');
    const signature = message.header('x-signature');
    checkKey(token, keys.token);
    checkMac(signature, ...[message.host, message.authority].map((host) => this.mac(keys, message, host)));
  },
};

const rmtrack = {
  mac: ({ secretkey }, { method, path }, when) => mac('sha1', secretkey, `${method}\n${path}\n${when}\n`),

  sign(keys, request, now) {
    const when = date(now).toUTCString();
    const signature = this.mac(keys, new Message(request), when).toString('base64');
    return withHeaders(request, { 'x-rmtrack-date': when, Authorization: `RMT ${keys.accesskey}:${signature}` });
  },

  verify(keys, message) {
    const when = message.header('x-rmtrack-date') || message.header('date');
    const [, key, signature] = /^(.*?)(?::([^:]*))?$/s.exec(message.authorization('RMT'));
    checkKey(key, keys.accesskey);
    require(when, 'missing-timestamp');
    const parsed = new Date(when); // takes nearly anything, so write it again
    require(!Number.isNaN(parsed.getTime()) && parsed.toUTCString() === when, 'malformed-timestamp');
    checkMac(signature, this.mac(keys, message, when));
  },
};

const hoshinplan = {
  mac: ({ secret }, target) => mac('sha256', secret, DEPLOYED ? target : percentDecode(target)),

  sign(keys, request, now) {
    const { scheme, authority, path, query } = new Message(request);
    const kept = query.split('&').filter((one) => !/^(app_key|timestamp|signature)(=|$)/.test(one)).join('&');
    const stamp = DEPLOYED ? stampOf(now) + 'Z' : encodeURIComponent(stampOf(now) + '+00:00');
    const added = `app_key=${encodeURIComponent(keys.app_key)}&timestamp=${stamp}`;
    const target = `${path}?${kept}${kept && '&'}${added}`;
    const signature = this.mac(keys, target).toString('base64');
    const written = DEPLOYED ? signature : encodeURIComponent(signature);
    return { ...request, url: `${scheme}://${authority}${target}&signature=${written}` };
  },

  verify(keys, message, now) {
    // The last one counts: a value that was signed may hold the same words.
    const at = Math.max(...['&', '?'].map((mark) => message.target.lastIndexOf(`${mark}signature=`)));
    const signed = at < 0 ? message.target : message.target.slice(0, at);
    const signature = at < 0 ? '' : message.target.slice(at + '&signature='.length);
    const parameters = cut(signed, '?')[1].split('&').map((one) => cut(one, '='));
    const [key, stamp] = ['app_key', 'timestamp'].map((wanted) => {
      const values = parameters.filter(([name]) => name === wanted);
      require(values.length < 2, 'ambiguous-request');
      return values.length ? percentDecode(values[0][1]).toString() : '';
    });
    checkKey(key, keys.app_key);
    require(stamp, 'missing-timestamp');
    const age = now - instant(stamp);
    require(age <= 5n * NANOS_PER_MINUTE, 'expired-timestamp');
    require(age >= 0n || !DEPLOYED, 'future-timestamp');
    checkMac(DEPLOYED ? signature : percentDecode(signature).toString(), this.mac(keys, signed));
  },
};

const SCHEMES = { ticketmatic, 'ticketmatic-basic': ticketmaticBasic, ticketevolution, rmtrack, hoshinplan };

/** Writes the request itself: http.request changes the case of a method and adds headers of its own. */
function send(request) {
  const message = new Message(request);
  if (message.scheme !== 'http') throw new Error('send speaks plain http only');
  const headers = message.headers.filter(([name]) => name.toLowerCase() !== 'connection');
  const given = (wanted) => headers.some(([name]) => name.toLowerCase() === wanted);
  if (!given('host')) headers.unshift(['Host', message.authority]);
  const hasBody = message.body.length || ['POST', 'PUT', 'PATCH'].includes(message.method);
  if (hasBody && !given('content-length')) headers.push(['Content-Length', message.body.length]);
  headers.push(['Connection', 'close']);
  const lines = [`${message.method} ${message.target} HTTP/1.1`, ...headers.map((pair) => pair.join(': '))];
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(message.authority.slice(message.host.length + 1)) || 80, message.host);
    const response = [];
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer in time')));
    socket.on('error', reject).on('data', (chunk) => response.push(chunk)).on('end', () => {
      const status = /^HTTP\/1\.\d (\d{3})/.exec(Buffer.concat(response).toString('latin1'));
      if (status) resolve(Number(status[1]));
      else reject(new Error('no HTTP answer'));
    });
    socket.write(Buffer.concat([Buffer.from(lines.join('\r\n') + '\r\n\r\n'), message.body]));
  });
}

async function answer({ op, scheme: id, credentials, request, time }) {
  if (op === 'hello') {
    const schemes = Object.keys(SCHEMES);
    return { name: 'example-node', version: '1.0', language: 'javascript', schemes, ops: ['sign', 'verify', 'send'] };
  }
  if (!['sign', 'verify', 'send'].includes(op)) return { error: 'unknown op' };
  if (!Object.hasOwn(SCHEMES, id)) return { error: 'unknown scheme' };
  const scheme = SCHEMES[id];
  const now = instant(op === 'send' ? new Date().toISOString() : time);
  if (op === 'sign') return { request: scheme.sign(credentials, request, now) };
  if (op === 'send') return { status: await send(scheme.sign(credentials, request, now)) };
  try {
    scheme.verify(credentials, new Message(request), now);
    return { valid: true };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { valid: false, reason: error.message };
  }
}

async function answerLine(line) {
  let id = null;
  try {
    const call = JSON.parse(line);
    id = call.id ?? null;
    return { id, ...(await answer(call)) };
  } catch (error) { // one bad request must not end the run
    return { id, error: error instanceof SyntaxError ? 'not a JSON object' : error.message };
  }
}

// Not readline: it takes U+2028 inside a JSON string for the end of a line.
process.stdin.setEncoding('utf8');
let rest = '';
for await (const chunk of process.stdin) {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  for (const line of lines) process.stdout.write(JSON.stringify(await answerLine(line)) + '\n');
}
