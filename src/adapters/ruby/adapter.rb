#!/usr/bin/env ruby
# frozen_string_literal: true

# Countersign adapter in plain Ruby (3.0 or newer, standard library only).
#
# Reads one JSON object a line on standard input and answers each with one on standard output. The
# string to sign is always cut out of the URL as it was written: URI would repair or refuse things.
# ADAPTER_PROFILE=deployed switches Hoshinplan to what its public server code does.
require 'json'
require 'openssl'
require 'socket'
require 'time'
require 'timeout'

DEPLOYED = ENV['ADAPTER_PROFILE'] == 'deployed'
ISO = /\A(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?(?:Z|([+-])(\d\d):(\d\d))\z/.freeze

# A request that does not verify; the message is the reason.
class Rejected < StandardError; end

def require!(condition, reason)
  raise Rejected, reason unless condition
end

# A request with its URL cut into pieces, every piece exactly as it was written, in bytes.
class Message
  attr_reader :method, :scheme, :authority, :host, :target, :path, :query, :headers, :body

  def initialize(request)
    @method = request.fetch('method').b
    @scheme, _, rest = request.fetch('url').b.partition('#').first.partition('://')
    @authority = rest[%r{\A[^/?]*}]
    @host = @authority.sub(/:\d*\z/, '')
    @target = rest.delete_prefix(@authority)
    @target = "/#{@target}" unless @target.start_with?('/')
    @path, _, @query = @target.partition('?')
    @headers = (request['headers'] || {}).flat_map { |name, given| Array(given).map { |value| [name.b, value.b] } }
    @body = request.key?('bodyBase64') ? request['bodyBase64'].unpack1('m0') : request['body'].to_s.b
  end

  # The value of a header that may be there once; empty if it is not there.
  def header(name)
    values = @headers.select { |given, _| given.downcase == name }.map(&:last)
    require!(values.size < 2, 'ambiguous-request')
    values.first.to_s.gsub(/\A[ \t]+|[ \t]+\z/, '')
  end

  # What follows the word of the scheme in the Authorization header.
  def authorization(word)
    value = header('authorization')
    require!(!value.empty?, 'missing-credential')
    require!(value.start_with?("#{word} "), 'malformed-credential')
    value.delete_prefix("#{word} ")
  end
end

def check_key(given, key)
  require!(!given.empty?, 'missing-credential')
  require!(given == key.b, 'unknown-key')
end

def mac(digest, secret, message)
  OpenSSL::HMAC.digest(digest, secret, message)
end

def base64(data)
  [data].pack('m0') # encode64 breaks lines
end

# Only the exact encoding: unpack also takes stray bits in the last character.
def from_base64(text, reason)
  data = text.unpack1('m0')
  require!(base64(data) == text, reason)
  data
rescue ArgumentError
  raise Rejected, reason
end

# Base64, of one of the expected MACs.
def check_mac(signature, *expected)
  require!(!signature.empty?, 'missing-signature')
  given = from_base64(signature, 'malformed-signature')
  require!(given.bytesize == expected.first.bytesize, 'malformed-signature')
  require!(expected.any? { |one| OpenSSL.fixed_length_secure_compare(given, one) }, 'signature-mismatch')
end

# An exact moment: Time keeps fractions as rationals. It also takes 30 February, so write it again.
def instant(text)
  match = ISO.match(text)
  require!(match, 'malformed-timestamp')
  whole = Time.utc(*match[1..6].map(&:to_i))
  require!(whole.strftime('%Y-%m-%dT%H:%M:%S') == text[0, 19], 'malformed-timestamp')
  hours, minutes = match[9].to_i, match[10].to_i
  require!(hours < 24 && minutes < 60, 'malformed-timestamp')
  offset = (hours * 60 + minutes) * 60
  whole + "0#{match[7]}".to_r - (match[8] == '-' ? -offset : offset)
rescue ArgumentError # month 0
  raise Rejected, 'malformed-timestamp'
end

def percent_encode(text)
  text.b.gsub(/[^A-Za-z0-9_.~-]/) { |byte| format('%%%02X', byte.ord) }
end

# Escapes only: a plus sign stays one.
def percent_decode(text)
  text.gsub(/%(\h\h)/) { Regexp.last_match(1).hex.chr }
end

def with_headers(request, added)
  replaced = added.keys.map(&:downcase)
  kept = (request['headers'] || {}).reject { |name, _| replaced.include?(name.downcase) }
  request.merge('headers' => kept.merge(added))
end

# One module for each scheme: sign gives the signed request, verify returns or raises Rejected.
module Ticketmatic
  def self.hex(keys, stamp)
    mac('sha256', keys['secretkey'], keys['accesskey'].b + keys['account'].b + stamp).unpack1('H*')
  end

  def self.sign(keys, request, now)
    stamp = now.strftime('%Y-%m-%dT%H:%M:%S')
    value = "TM-HMAC-SHA256 key=#{keys['accesskey']} ts=#{stamp} sign=#{hex(keys, stamp)}"
    with_headers(request, 'Authorization' => value)
  end

  def self.verify(keys, message, now)
    given = " #{message.authorization('TM-HMAC-SHA256')}"
    fields = /\A(?: key=([^ ]*))?(?: ts=([^ ]*))?(?: sign=([^ ]*))?\z/.match(given)
    require!(fields, 'malformed-credential')
    key, stamp, signature = fields.captures.map(&:to_s)
    check_key(key, keys['accesskey'])
    require!(!stamp.empty?, 'missing-timestamp')
    require!(stamp.size == 19, 'malformed-timestamp')
    require!(now - instant("#{stamp}Z") <= 30 * 60, 'expired-timestamp')
    require!(!signature.empty?, 'missing-signature')
    require!(signature.match?(/\A[0-9a-f]{64}\z/), 'malformed-signature')
    require!(OpenSSL.fixed_length_secure_compare(signature, hex(keys, stamp)), 'signature-mismatch')
  end
end

module TicketmaticBasic
  def self.sign(keys, request, _now)
    with_headers(request, 'Authorization' => "Basic #{base64("#{keys['accesskey']}:#{keys['secretkey']}")}")
  end

  def self.verify(keys, message, _now)
    user, colon, password = from_base64(message.authorization('Basic'), 'malformed-credential').partition(':')
    require!(!colon.empty?, 'malformed-credential')
    check_key(user, keys['accesskey'])
    require!(OpenSSL.secure_compare(password, keys['secretkey'].b), 'signature-mismatch')
  end
end

module TicketEvolution
  def self.hmac(keys, message, host)
    with_body = %w[POST PUT DELETE].include?(message.method) && !message.body.empty?
    # sort_by is not stable: the position keeps equal names in their order.
    sorted = message.query.split('&', -1).each_with_index.sort_by { |one, i| [one.partition('=').first, i] }
    covered = with_body ? message.body : sorted.map(&:first).join('&')
    mac('sha256', keys['secret'], "#{message.method} #{host}#{message.path}?".b + covered)
  end

  def self.sign(keys, request, _now)
    message = Message.new(request)
    signature = base64(hmac(keys, message, message.host))
    with_headers(request, 'X-Token' => keys['token'], 'X-Signature' => signature)
  end

  def self.verify(keys, message, _now)
    token, signature = message.header('x-token'), message.header('x-signature')
    check_key(token, keys['token'])
    check_mac(signature, hmac(keys, message, message.host), hmac(keys, message, message.authority))
  end
end

module RMTrack
  def self.hmac(keys, message, date)
    mac('sha1', keys['secretkey'], "#{message.method}\n#{message.path}\n#{date}\n")
  end

  def self.sign(keys, request, now)
    date = now.httpdate
    value = "RMT #{keys['accesskey']}:#{base64(hmac(keys, Message.new(request), date))}"
    with_headers(request, 'x-rmtrack-date' => date, 'Authorization' => value)
  end

  def self.verify(keys, message, _now)
    date = message.header('x-rmtrack-date')
    date = message.header('date') if date.empty?
    key, colon, signature = message.authorization('RMT').rpartition(':')
    key, signature = signature, '' if colon.empty?
    check_key(key, keys['accesskey'])
    require!(!date.empty?, 'missing-timestamp')
    require!((Time.httpdate(date).httpdate rescue nil) == date, 'malformed-timestamp')
    check_mac(signature, hmac(keys, message, date))
  end
end

module Hoshinplan
  def self.hmac(keys, target)
    mac('sha256', keys['secret'], DEPLOYED ? target : percent_decode(target))
  end

  def self.sign(keys, request, now)
    message = Message.new(request)
    kept = message.query.split('&', -1).grep_v(/\A(?:app_key|timestamp|signature)(?:=|\z)/)
    stamp = now.strftime('%Y-%m-%dT%H:%M:%S')
    stamp = DEPLOYED ? "#{stamp}Z" : percent_encode("#{stamp}+00:00")
    added = "app_key=#{percent_encode(keys['app_key'])}&timestamp=#{stamp}"
    target = "#{message.path}?#{kept.join('&')}#{'&' unless kept.join.empty?}#{added}"
    signature = base64(hmac(keys, target))
    signature = percent_encode(signature) unless DEPLOYED
    url = "#{message.scheme}://#{message.authority}#{target}&signature=#{signature}"
    request.merge('url' => url.force_encoding('UTF-8'))
  end

  def self.verify(keys, message, now)
    # The last one counts: a value that was signed may hold the same words.
    signed, mark, signature = message.target.rpartition(/[&?]signature=/)
    signed, signature = signature, '' if mark.empty?
    parameters = signed.partition('?').last.split('&').map { |one| one.partition('=').values_at(0, 2) }
    key, stamp = %w[app_key timestamp].map do |wanted|
      values = parameters.select { |name, _| name == wanted }
      require!(values.size < 2, 'ambiguous-request')
      percent_decode(values.flatten.last.to_s)
    end
    check_key(key, keys['app_key'])
    require!(!stamp.empty?, 'missing-timestamp')
    age = now - instant(stamp)
    require!(age <= 5 * 60, 'expired-timestamp')
    require!(!age.negative? || !DEPLOYED, 'future-timestamp')
    check_mac(DEPLOYED ? signature : percent_decode(signature), hmac(keys, signed))
  end
end

SCHEMES = { 'ticketmatic' => Ticketmatic, 'ticketmatic-basic' => TicketmaticBasic,
            'ticketevolution' => TicketEvolution, 'rmtrack' => RMTrack, 'hoshinplan' => Hoshinplan }.freeze

# Writes the request itself: Net::HTTP adds headers of its own.
def send_request(request)
  message = Message.new(request)
  raise ArgumentError, 'send speaks plain http only' unless message.scheme == 'http'

  headers = message.headers.reject { |name, _| name.casecmp?('connection') }
  given = headers.map { |name, _| name.downcase }
  headers.unshift(['Host', message.authority]) unless given.include?('host')
  has_body = !message.body.empty? || %w[POST PUT PATCH].include?(message.method)
  headers << ['Content-Length', message.body.bytesize] if has_body && !given.include?('content-length')
  head = headers.map { |name, value| "#{name}: #{value}\r\n" }.join
  port = message.authority.delete_prefix(message.host)[1..].to_s
  Timeout.timeout(10) do
    Socket.tcp(message.host, port.empty? ? 80 : port.to_i) do |socket|
      socket.write("#{message.method} #{message.target} HTTP/1.1\r\n#{head}Connection: close\r\n\r\n", message.body)
      socket.read[%r{\AHTTP/1\.\d (\d{3})}, 1].to_i # to the end, so that the server never sees a reset
    end
  end
end

def answer(call)
  if call['op'] == 'hello'
    return { name: 'example-ruby', version: '1.0', language: 'ruby',
             schemes: SCHEMES.keys, ops: %w[sign verify send] }
  end
  return { error: 'unknown op' } unless %w[sign verify send].include?(call['op'])
  return { error: 'unknown scheme' } unless SCHEMES.key?(call['scheme'])

  scheme, keys, request = SCHEMES[call['scheme']], call.fetch('credentials'), call.fetch('request')
  return { status: send_request(scheme.sign(keys, request, Time.now.utc)) } if call['op'] == 'send'

  now = instant(call.fetch('time'))
  return { request: scheme.sign(keys, request, now) } if call['op'] == 'sign'

  begin
    scheme.verify(keys, Message.new(request), now)
    { valid: true }
  rescue Rejected => e
    { valid: false, reason: e.message }
  end
end

$stdout.sync = true
$stdin.set_encoding('UTF-8').each_line do |line|
  id = nil
  result = begin
    call = JSON.parse(line)
    id = call['id']
    answer(call)
  rescue JSON::ParserError, NameError => e # their messages quote what may hold a secret
    { error: e.class.name }
  rescue StandardError => e # one bad request must not end the run
    { error: "#{e.class}: #{e.message}" }
  end
  puts JSON.generate({ id: id, **result })
end
