#!/usr/bin/env php
<?php
// Countersign adapter in plain PHP (8.0 or newer, no extensions beyond the usual ones, no Composer).
//
// Reads one JSON object a line on standard input and answers each with one on standard output. The
// string to sign is always cut out of the URL as it was written: parse_url and parse_str change it.
// ADAPTER_PROFILE=deployed switches Hoshinplan to what its public server code does.
declare(strict_types=1);

const ISO = '/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/D';
const STAMP = 'Y-m-d\TH:i:s';
define('DEPLOYED', getenv('ADAPTER_PROFILE') === 'deployed');

/** A request that does not verify; the message is the reason. */
class Rejected extends Exception {}

function check(bool $condition, string $reason): void
{
    $condition || throw new Rejected($reason);
}

/** Text up to the first mark, and what follows it. */
function cut(string $text, string $mark): array
{
    return explode($mark, $text, 2) + [1 => ''];
}

/** A request with its URL cut into pieces, every piece exactly as it was written. */
class Message
{
    public string $method, $scheme, $authority, $host, $target, $path, $query, $body;
    public array $headers = [];

    public function __construct(array $request)
    {
        [$this->scheme, $rest] = cut(cut($request['url'], '#')[0], '://');
        $this->authority = substr($rest, 0, strcspn($rest, '/?'));
        $this->host = preg_replace('/:\d*$/D', '', $this->authority);
        $target = substr($rest, strlen($this->authority));
        $this->target = str_starts_with($target, '/') ? $target : "/$target";
        [$this->path, $this->query] = cut($this->target, '?');
        $this->method = $request['method'];
        $this->body = isset($request['bodyBase64']) ? base64_decode($request['bodyBase64']) : $request['body'] ?? '';
        foreach ($request['headers'] ?? [] as $name => $given) {
            foreach ((array) $given as $value) {
                $this->headers[] = [(string) $name, $value];
            }
        }
    }

    /** The value of a header that may be there once; empty if it is not there. */
    public function header(string $name): string
    {
        $values = array_filter($this->headers, fn ($one) => strtolower($one[0]) === $name);
        check(count($values) < 2, 'ambiguous-request');
        return trim(current($values)[1] ?? '', " \t");
    }

    /** What follows the word of the scheme in the Authorization header. */
    public function authorization(string $word): string
    {
        $value = $this->header('authorization');
        check($value !== '', 'missing-credential');
        check(str_starts_with($value, "$word "), 'malformed-credential');
        return substr($value, strlen($word) + 1);
    }
}

function checkKey(string $given, string $key): void
{
    check($given !== '', 'missing-credential');
    check($given === $key, 'unknown-key');
}

/** Only the exact encoding: the strict mode of base64_decode still takes line breaks. */
function fromBase64(string $text, string $reason): string
{
    $data = (string) base64_decode($text, true);
    check(base64_encode($data) === $text, $reason);
    return $data;
}

/** Base64, of one of the expected MACs. */
function checkMac(string $signature, string ...$expected): void
{
    check($signature !== '', 'missing-signature');
    $given = fromBase64($signature, 'malformed-signature');
    check(strlen($given) === strlen($expected[0]), 'malformed-signature');
    check((bool) array_filter($expected, fn ($one) => hash_equals($one, $given)), 'signature-mismatch');
}

/** A time written in a fixed format, in UTC. PHP also takes 30 February, so write it again. */
function utc(string $format, string $text): int
{
    $time = DateTimeImmutable::createFromFormat("!$format", $text, new DateTimeZone('UTC'));
    check($time && $time->format($format) === $text, 'malformed-timestamp');
    return $time->getTimestamp();
}

/** Seconds since 1970 and the nanoseconds after them: a float would blur the edge of the window. */
function instant(string $text): array
{
    check(preg_match(ISO, $text, $match) === 1, 'malformed-timestamp');
    [, $whole, $fraction, $sign, $hours, $minutes] = $match + array_fill(0, 6, '');
    $offset = ((int) $hours * 60 + (int) $minutes) * 60;
    return [utc(STAMP, $whole) + ($sign === '-' ? $offset : -$offset), (int) str_pad($fraction, 9, '0')];
}

/** Whether more than so many seconds lie between two instants. */
function older(array $then, array $now, int $limit): bool
{
    return $now > [$then[0] + $limit, $then[1]]; // arrays compare element by element
}

function withHeaders(array $request, array $added): array
{
    $replaced = array_map('strtolower', array_keys($added));
    $keep = fn ($name) => !in_array(strtolower((string) $name), $replaced, true);
    $kept = array_filter($request['headers'] ?? [], $keep, ARRAY_FILTER_USE_KEY);
    return ['headers' => $kept + $added] + $request;
}

class Ticketmatic
{
    private static function hex(array $keys, string $stamp): string
    {
        return hash_hmac('sha256', $keys['accesskey'] . $keys['account'] . $stamp, $keys['secretkey']);
    }

    public static function sign(array $keys, array $request, array $now): array
    {
        $stamp = gmdate(STAMP, $now[0]);
        $value = "TM-HMAC-SHA256 key={$keys['accesskey']} ts=$stamp sign=" . self::hex($keys, $stamp);
        return withHeaders($request, ['Authorization' => $value]);
    }

    public static function verify(array $keys, Message $message, array $now): void
    {
        $form = '/^(?: key=([^ ]*))?(?: ts=([^ ]*))?(?: sign=([^ ]*))?$/D';
        $given = ' ' . $message->authorization('TM-HMAC-SHA256');
        check(preg_match($form, $given, $match) === 1, 'malformed-credential');
        [, $key, $stamp, $signature] = $match + ['', '', '', ''];
        checkKey($key, $keys['accesskey']);
        check($stamp !== '', 'missing-timestamp');
        check(!older([utc(STAMP, $stamp), 0], $now, 30 * 60), 'expired-timestamp');
        check($signature !== '', 'missing-signature');
        check(preg_match('/^[0-9a-f]{64}$/D', $signature) === 1, 'malformed-signature');
        check(hash_equals(self::hex($keys, $stamp), $signature), 'signature-mismatch');
    }
}

class TicketmaticBasic
{
    public static function sign(array $keys, array $request, array $now): array
    {
        $user = base64_encode("{$keys['accesskey']}:{$keys['secretkey']}");
        return withHeaders($request, ['Authorization' => "Basic $user"]);
    }

    public static function verify(array $keys, Message $message, array $now): void
    {
        $pair = fromBase64($message->authorization('Basic'), 'malformed-credential');
        check(str_contains($pair, ':'), 'malformed-credential');
        [$user, $password] = cut($pair, ':');
        checkKey($user, $keys['accesskey']);
        check(hash_equals($keys['secretkey'], $password), 'signature-mismatch');
    }
}

class TicketEvolution
{
    private static function mac(array $keys, Message $message, string $host): string
    {
        $covered = $message->body;
        if ($covered === '' || !in_array($message->method, ['POST', 'PUT', 'DELETE'], true)) {
            $parameters = explode('&', $message->query);
            usort($parameters, fn ($a, $b) => strcmp(cut($a, '=')[0], cut($b, '=')[0]));
            $covered = implode('&', $parameters);
        }
        return hash_hmac('sha256', "$message->method $host$message->path?$covered", $keys['secret'], true);
    }

    public static function sign(array $keys, array $request, array $now): array
    {
        $message = new Message($request);
        $signature = base64_encode(self::mac($keys, $message, $message->host));
        return withHeaders($request, ['X-Token' => $keys['token'], 'X-Signature' => $signature]);
    }

    public static function verify(array $keys, Message $message, array $now): void
    {
        [$token, $signature] = [$message->header('x-token'), $message->header('x-signature')];
        checkKey($token, $keys['token']);
        $expected = array_map(fn ($host) => self::mac($keys, $message, $host), [$message->host, $message->authority]);
        checkMac($signature, ...$expected);
    }
}

class RMTrack
{
    private const DATE = 'D, d M Y H:i:s \G\M\T';

    private static function mac(array $keys, Message $message, string $date): string
    {
        return hash_hmac('sha1', "$message->method\n$message->path\n$date\n", $keys['secretkey'], true);
    }

    public static function sign(array $keys, array $request, array $now): array
    {
        $date = gmdate(self::DATE, $now[0]);
        $value = "RMT {$keys['accesskey']}:" . base64_encode(self::mac($keys, new Message($request), $date));
        return withHeaders($request, ['x-rmtrack-date' => $date, 'Authorization' => $value]);
    }

    public static function verify(array $keys, Message $message, array $now): void
    {
        $date = $message->header('x-rmtrack-date');
        $date = $date === '' ? $message->header('date') : $date;
        preg_match('/^(.*?)(?::([^:]*))?$/sD', $message->authorization('RMT'), $match);
        checkKey($match[1], $keys['accesskey']);
        check($date !== '', 'missing-timestamp');
        utc(self::DATE, $date);
        checkMac($match[2] ?? '', self::mac($keys, $message, $date));
    }
}

class Hoshinplan
{
    private static function mac(array $keys, string $target): string
    {
        return hash_hmac('sha256', DEPLOYED ? $target : rawurldecode($target), $keys['secret'], true);
    }

    public static function sign(array $keys, array $request, array $now): array
    {
        $message = new Message($request);
        $own = fn ($one) => in_array(cut($one, '=')[0], ['app_key', 'timestamp', 'signature'], true);
        $kept = implode('&', array_filter(explode('&', $message->query), fn ($one) => !$own($one)));
        $stamp = gmdate(STAMP, $now[0]);
        $stamp = DEPLOYED ? "{$stamp}Z" : rawurlencode("$stamp+00:00");
        $target = "$message->path?$kept" . ($kept === '' ? '' : '&')
            . 'app_key=' . rawurlencode($keys['app_key']) . "&timestamp=$stamp";
        $signature = base64_encode(self::mac($keys, $target));
        $signature = DEPLOYED ? $signature : rawurlencode($signature);
        return ['url' => "$message->scheme://$message->authority$target&signature=$signature"] + $request;
    }

    public static function verify(array $keys, Message $message, array $now): void
    {
        // The last one counts: a value that was signed may hold the same words.
        $found = preg_match('/^(.*)[&?]signature=(.*)$/sD', $message->target, $match);
        [, $signed, $signature] = $found ? $match : ['', $message->target, ''];
        $values = ['app_key' => [], 'timestamp' => []];
        foreach (explode('&', cut($signed, '?')[1]) as $parameter) {
            [$name, $value] = cut($parameter, '=');
            $values[$name][] = rawurldecode($value); // escapes only: a plus sign stays one
        }
        check(count($values['app_key']) < 2 && count($values['timestamp']) < 2, 'ambiguous-request');
        [$key, $stamp] = [$values['app_key'][0] ?? '', $values['timestamp'][0] ?? ''];
        checkKey($key, $keys['app_key']);
        check($stamp !== '', 'missing-timestamp');
        $then = instant($stamp);
        check(!older($then, $now, 5 * 60), 'expired-timestamp');
        check(!DEPLOYED || $now >= $then, 'future-timestamp');
        checkMac(DEPLOYED ? $signature : rawurldecode($signature), self::mac($keys, $signed));
    }
}

const SCHEMES = ['ticketmatic' => Ticketmatic::class, 'ticketmatic-basic' => TicketmaticBasic::class,
    'ticketevolution' => TicketEvolution::class, 'rmtrack' => RMTrack::class, 'hoshinplan' => Hoshinplan::class];

/** Writes the request itself: not every PHP has curl, and http:// streams add headers of their own. */
function send(array $request): int
{
    $message = new Message($request);
    $message->scheme === 'http' || throw new Exception('send speaks plain http only');
    $headers = array_filter($message->headers, fn ($one) => strtolower($one[0]) !== 'connection');
    $given = array_map(fn ($one) => strtolower($one[0]), $headers);
    in_array('host', $given, true) || array_unshift($headers, ['Host', $message->authority]);
    $hasBody = $message->body !== '' || in_array($message->method, ['POST', 'PUT', 'PATCH'], true);
    if ($hasBody && !in_array('content-length', $given, true)) {
        $headers[] = ['Content-Length', (string) strlen($message->body)];
    }
    $lines = array_map(fn ($one) => "$one[0]: $one[1]\r\n", [...$headers, ['Connection', 'close']]);
    $port = substr($message->authority, strlen($message->host) + 1) ?: '80';
    $socket = stream_socket_client("tcp://$message->host:$port", timeout: 10.0);
    stream_set_timeout($socket, 10);
    fwrite($socket, "$message->method $message->target HTTP/1.1\r\n" . implode($lines) . "\r\n$message->body");
    $response = stream_get_contents($socket); // to the end, so that the server never sees a reset
    return (int) explode(' ', $response)[1];
}

function answer(array $call): array
{
    if ($call['op'] === 'hello') {
        return ['name' => 'example-php', 'version' => '1.0', 'language' => 'php',
            'schemes' => array_keys(SCHEMES), 'ops' => ['sign', 'verify', 'send']];
    }
    in_array($call['op'], ['sign', 'verify', 'send'], true) || throw new Exception('unknown op');
    $scheme = SCHEMES[$call['scheme']] ?? throw new Exception('unknown scheme');
    if ($call['op'] === 'send') {
        return ['status' => send($scheme::sign($call['credentials'], $call['request'], [time(), 0]))];
    }
    $now = instant($call['time']);
    if ($call['op'] === 'sign') {
        $request = $scheme::sign($call['credentials'], $call['request'], $now);
        return ['request' => ['headers' => (object) ($request['headers'] ?? [])] + $request]; // {} and not []
    }
    try {
        $scheme::verify($call['credentials'], new Message($call['request']), $now);
        return ['valid' => true];
    } catch (Rejected $rejected) {
        return ['valid' => false, 'reason' => $rejected->getMessage()];
    }
}

ini_set('display_errors', 'stderr'); // PHP would print its warnings between the answers
set_error_handler(fn ($level, $text) => throw new Exception($text));
while (($line = fgets(STDIN)) !== false) {
    $id = null;
    try {
        $call = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
        $id = $call['id'] ?? null;
        $result = answer($call);
    } catch (Throwable $error) { // one bad request must not end the run
        $result = ['error' => $error->getMessage()];
    }
    fwrite(STDOUT, json_encode(['id' => $id] + $result, JSON_INVALID_UTF8_SUBSTITUTE) . "\n");
}
