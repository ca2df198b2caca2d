#!/usr/bin/env bash
# Countersign adapter in bash 5, with openssl, od, base64, and jq 1.6 (a package of its own nearly
# everywhere: apt-get install jq).
#
# Reads one JSON object a line on standard input and answers each with one on standard output. One jq
# takes all lines apart, so that a line costs only the few processes of its MAC. Bodies stay in base64
# until openssl or a socket wants them: a shell variable cannot hold every byte.
# ADAPTER_PROFILE=deployed switches Hoshinplan to what its public server code does.
export LC_ALL=C TZ=UTC # lengths, patterns and order are those of bytes; day names are English
command -v jq >/dev/null || { echo 'adapter.sh needs jq' >&2; exit 1; }

# What jq finds in a line, each field ended by a NUL, in this order.
fields=(id op scheme time key secret account escaped_key method url body others kept lines twice
  authorization token signature rmtrack_date plain_date)
take_apart='
  def own: { "ticketmatic": ["accesskey", "secretkey", "authorization"],
    "ticketmatic-basic": ["accesskey", "secretkey", "authorization"],
    "ticketevolution": ["token", "secret", "x-token", "x-signature"],
    "rmtrack": ["accesskey", "secretkey", "authorization", "x-rmtrack-date"],
    "hoshinplan": ["app_key", "secret"] }[.];
  def lower: ascii_downcase;
  ["authorization", "x-token", "x-signature", "x-rmtrack-date", "date"] as $names
  | (fromjson? // {}) | if type == "object" then . else {} end
  | [(.id | tojson), .op // ""] + try ((.scheme | own) as $own
    | (.request.headers // {} | map_values(if type == "array" then . else [.] end)) as $headers
    | (.request.headers // {} | with_entries(select(.key | lower | IN($own[2:][]) | not))) as $kept
    | [ .scheme, .time // "", (.credentials | .[$own[0]], .[$own[1]], .account // "", (.[$own[0]] | @uri)),
        (.request | .method, .url, (.bodyBase64 // (.body // "" | @base64)), (del(.url, .headers) | tojson)),
        ($kept | tojson),
        ([$kept | keys_unsorted[] | select(lower != "connection") | "\(.): \($headers[.][])\r\n"] | add // ""),
        ([$names[] as $n | [$headers | to_entries[] | select(.key | lower == $n).value[]] ] as $values
          | ([range(5) | select($values[.] | length > 1) | $names[.]] | join(" ")),
            ($values[] | .[0] // "" | sub("^[ \t]+"; "") | sub("[ \t]+$"; ""))) ]
    | map(if type == "string" and (index("\u0000") | not) then . else error("missing, or not for a shell") end)
    ) catch [range(18) | ""]
  | map(. + "\u0000") | add'

# Sets the reason of a rejection, and fails, so that "… || reject … || return" ends a verifier.
reject() { reason=$1; return 1; }

once() { # NAME...: none of these headers is there twice
  local name
  for name; do [[ " $twice " != *" $name "* ]] || reject ambiguous-request || return; done
}

authorized() { # WORD: the authorization is of this scheme; leaves what follows the word in $rest
  [[ $authorization ]] || reject missing-credential || return
  [[ $authorization == "$1 "* ]] || reject malformed-credential || return
  rest=${authorization#"$1 "}
}

known() { # KEY
  [[ $1 ]] || reject missing-credential || return
  [[ $1 == "$key" ]] || reject unknown-key
}

# Compares without an early end. A shell promises no constant time: do not guard a server with it.
same() {
  local i difference=0
  (( ${#1} == ${#2} )) || return
  for (( i = 0; i < ${#1}; i++ )); do [[ ${1:i:1} == "${2:i:1}" ]] || difference=1; done
  return "$difference"
}

cut_url() { # every piece exactly as it was written
  local rest=${url%%#*}
  base=${rest%%://*}:// rest=${rest#*://}
  authority=${rest%%[/?]*} host=${rest%%[/?]*}
  [[ ! $authority =~ ^(.*):[0-9]*$ ]] || host=${BASH_REMATCH[1]}
  target=${rest#"$authority"}
  [[ $target == /* ]] || target=/$target
  path=${target%%\?*} query=
  [[ $target != *\?* ]] || query=${target#*\?}
}

# YEAR MONTH DAY HOUR MINUTE SECOND: sets $seconds since 1970, by counting days from the first of March.
count_seconds() {
  local y=$(( 10#$1 - (10#$2 < 3) )) m=$(( (10#$2 + 9) % 12 )) days
  days=$(( 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + 10#$3 - 719469 ))
  seconds=$(( ((days * 24 + 10#$4) * 60 + 10#$5) * 60 + 10#$6 ))
}

instant() { # TEXT: sets $seconds and $nanos; writing it again catches 30 February
  local again match date='([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})'
  [[ $1 =~ ^$date(\.([0-9]{1,9}))?(Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))$ ]] || return
  match=("${BASH_REMATCH[@]}") nanos=${BASH_REMATCH[8]}000000000
  count_seconds "${match[@]:1:6}"
  printf -v again '%(%FT%T)T' "$seconds"
  [[ $again == "${1:0:19}" ]] || return
  nanos=$((10#${nanos:0:9}))
  seconds=$(( seconds - ${match[10]}1 * (10#0${match[11]} * 60 + 10#0${match[12]}) * 60 ))
}

older() { # LIMIT: more than so many seconds lie between $seconds and now
  (( now - seconds > $1 || (now - seconds == $1 && now_nanos > nanos) ))
}

# Both of these set $escaped, text for printf %b: as it stands, or with percent escapes undone ("+" stays).
plain() { escaped=${1//\\/\\\\}; }
decoded() {
  local rest=${1//\\/\\\\}
  escaped=
  while [[ $rest =~ ^([^%]*)%([0-9A-Fa-f]{2})?(.*)$ ]]; do
    escaped+=${BASH_REMATCH[1]} rest=${BASH_REMATCH[3]}
    [[ ${BASH_REMATCH[2]} ]] && escaped+=\\x${BASH_REMATCH[2]} || escaped+=%
  done
  escaped+=$rest
}

value() { # TEXT: sets $value to it decoded; a variable would end at a NUL, and no right value has one
  decoded "$1"
  printf -v value %b "${escaped//\\x00/\\x01}"
}

# DIGEST FORM MESSAGE [BODY]: sets $mac, as base64 or as hex; the message is for printf %b, the body in
# base64. HMAC by hand (RFC 2104), because openssl takes the key only as an argument, and those are
# visible to every user of the machine.
hmac() {
  local hex i
  if [[ $padded != "$1:$secret" ]]; then
    if (( ${#secret} > 64 )); then hex=$(printf %s "$secret" | openssl dgst "-$1" -r)
    else hex=$(printf %s "$secret" | od -An -v -tx1); fi
    hex=${hex%%\**} hex=${hex//[[:space:]]/} inner='' outer=''
    for (( i = 0; i < 128; i += 2 )); do
      printf -v inner '%s\\x%02x' "$inner" $((16#0${hex:i:2} ^ 0x36))
      printf -v outer '%s\\x%02x' "$outer" $((16#0${hex:i:2} ^ 0x5c))
    done
    padded=$1:$secret
  fi
  mac=$(
    { printf %b "$outer"
      { printf %b "$inner$3"; [[ ! $4 ]] || base64 -d <<<"$4"; } | openssl dgst "-$1" -binary
    } | if [[ $2 == hex ]]; then openssl dgst "-$1" -r; else openssl dgst "-$1" -binary | base64; fi
  )
  mac=${mac%% *}
}

check_mac() { # SIGNATURE DIGEST MESSAGE [BODY]: the last character of 20 or 32 bytes has two unused bits
  local length=42
  [[ $2 != sha1 ]] || length=26
  [[ $1 ]] || reject missing-signature || return
  [[ $1 =~ ^[A-Za-z0-9+/]{$length}[AEIMQUYcgkosw048]=$ ]] || reject malformed-signature || return
  hmac "$2" base64 "$3" "$4"
  same "$1" "$mac" || reject signature-mismatch
}

sign_ticketmatic() {
  plain "$key$account$stamp"
  hmac sha256 hex "$escaped"
  added=(Authorization "TM-HMAC-SHA256 key=$key ts=$stamp sign=$mac")
}

verify_ticketmatic() {
  once authorization && authorized TM-HMAC-SHA256 || return
  [[ " $rest" =~ ^( key=([^ ]*))?( ts=([^ ]*))?( sign=([^ ]*))?$ ]] || reject malformed-credential || return
  local sent=${BASH_REMATCH[4]} sign=${BASH_REMATCH[6]}
  known "${BASH_REMATCH[2]}" || return
  [[ $sent ]] || reject missing-timestamp || return
  [[ ${#sent} == 19 ]] && instant "${sent}Z" || reject malformed-timestamp || return
  ! older 1800 || reject expired-timestamp || return
  [[ $sign ]] || reject missing-signature || return
  [[ $sign =~ ^[0-9a-f]{64}$ ]] || reject malformed-signature || return
  plain "$key$account$sent"
  hmac sha256 hex "$escaped"
  same "$sign" "$mac" || reject signature-mismatch
}

sign_ticketmatic-basic() {
  added=(Authorization "Basic $(printf %s "$key:$secret" | openssl base64 -A)")
}

verify_ticketmatic-basic() {
  once authorization && authorized Basic || return
  local pair # base64 -d is generous, so encode it again
  { pair=$(base64 -d <<<"$rest"; echo x); } 2>/dev/null
  pair=${pair%x}
  [[ $pair == *:* && $(printf %s "$pair" | openssl base64 -A) == "$rest" ]] || reject malformed-credential || return
  known "${pair%%:*}" || return
  same "${pair#*:}" "$secret" || reject signature-mismatch
}

ticketevolution_string() { # HOST: sets $escaped, and $covered to the body if that is signed
  local sorted=() parameters parameter i IFS='&'
  covered=
  [[ ! $method =~ ^(POST|PUT|DELETE)$ ]] || covered=$body
  read -r -a parameters <<<"$query&"
  for parameter in "${parameters[@]}"; do # an insertion sort is stable, and costs no process
    for (( i = ${#sorted[@]}; i > 0; i-- )); do
      [[ ${sorted[i - 1]%%=*} > ${parameter%%=*} ]] || break
      sorted[i]=${sorted[i - 1]}
    done
    sorted[i]=$parameter
  done
  [[ ! $covered ]] || sorted=()
  plain "$method $1$path?${sorted[*]}"
}

sign_ticketevolution() {
  ticketevolution_string "$host"
  hmac sha256 base64 "$escaped" "$covered"
  added=(X-Token "$key" X-Signature "$mac")
}

verify_ticketevolution() {
  once x-token x-signature && known "$token" || return
  ticketevolution_string "$host"
  check_mac "$signature" sha256 "$escaped" "$covered" && return
  [[ $reason == signature-mismatch && $authority != "$host" ]] || return
  ticketevolution_string "$authority"
  check_mac "$signature" sha256 "$escaped" "$covered"
}

sign_rmtrack() {
  local date
  printf -v date '%(%a, %d %b %Y %T GMT)T' "$now"
  plain "$method"$'\n'"$path"$'\n'"$date"$'\n'
  hmac sha1 base64 "$escaped"
  added=(x-rmtrack-date "$date" Authorization "RMT $key:$mac")
}

verify_rmtrack() {
  once authorization x-rmtrack-date || return
  local date=${rmtrack_date:-$plain_date} months=JanFebMarAprMayJunJulAugSepOctNovDec again sign=
  [[ $rmtrack_date ]] || once date || return
  authorized RMT || return
  [[ $rest != *:* ]] || sign=${rest##*:}
  known "${rest%:*}" || return
  [[ $date ]] || reject missing-timestamp || return
  [[ $date =~ ^...,\ ([0-9]{2})\ (...)\ ([0-9]{4})\ ([0-9]{2}):([0-9]{2}):([0-9]{2})\ GMT$ ]] ||
    reject malformed-timestamp || return
  months=${months%%"${BASH_REMATCH[2]}"*}
  count_seconds "${BASH_REMATCH[3]}" $((${#months} / 3 + 1)) "${BASH_REMATCH[1]}" "${BASH_REMATCH[@]:4}"
  printf -v again '%(%a, %d %b %Y %T GMT)T' "$seconds" # writing it again checks the names
  [[ $again == "$date" ]] || reject malformed-timestamp || return
  plain "$method"$'\n'"$path"$'\n'"$date"$'\n'
  check_mac "$sign" sha1 "$escaped"
}

hoshinplan_string() { # TARGET: sets $escaped
  if [[ $ADAPTER_PROFILE == deployed ]]; then plain "$1"; else decoded "$1"; fi
}

sign_hoshinplan() {
  local parameters parameter rest= time=${stamp}Z
  IFS='&' read -r -a parameters <<<"$query&"
  for parameter in "${parameters[@]}"; do
    [[ ${parameter%%=*} =~ ^(app_key|timestamp|signature)$ ]] || rest+=$parameter\&
  done
  [[ $rest != '&' ]] || rest=
  [[ $ADAPTER_PROFILE == deployed ]] || time=${stamp//:/%3A}%2B00%3A00
  target="$path?${rest}app_key=$escaped_key&timestamp=$time"
  hoshinplan_string "$target"
  hmac sha256 base64 "$escaped"
  [[ $ADAPTER_PROFILE == deployed ]] || { mac=${mac//+/%2B} mac=${mac//\//%2F} mac=${mac//=/%3D}; }
  url="$base$authority$target&signature=$mac"
}

verify_hoshinplan() {
  local signed=$target sign= app_key= sent= seen= parameters parameter
  if [[ $target =~ ^(.*)[\&?]signature=(.*)$ ]]; then # the last one: a signed value may hold the same words
    signed=${BASH_REMATCH[1]} sign=${BASH_REMATCH[2]}
  fi
  [[ $signed == *\?* ]] && IFS='&' read -r -a parameters <<<"${signed#*\?}"
  for parameter in "${parameters[@]}"; do
    case ${parameter%%=*} in app_key) app_key=$parameter ;; timestamp) sent=$parameter ;; *) continue ;; esac
    [[ $seen != *"&${parameter%%=*}&"* ]] || reject ambiguous-request || return
    seen+="&${parameter%%=*}&"
  done
  value "${app_key#app_key}"
  known "${value#=}" || return
  value "${sent#timestamp}"
  [[ ${value#=} ]] || reject missing-timestamp || return
  instant "${value#=}" || reject malformed-timestamp || return
  ! older 300 || reject expired-timestamp || return
  if [[ $ADAPTER_PROFILE == deployed ]]; then
    (( seconds < now || (seconds == now && nanos <= now_nanos) )) || reject future-timestamp || return
  else
    value "$sign"
    sign=$value
  fi
  hoshinplan_string "$signed"
  check_mac "$sign" sha256 "$escaped"
}

json() { # TEXT: sets $json
  json=${1//\\/\\\\} json=\"${json//\"/\\\"}\"
}

answer_sign() {
  local headers=${kept%\}} i
  for (( i = 0; i < ${#added[@]}; i++ )); do # names and values by turns
    (( i % 2 )) && headers+=: || [[ $headers == '{' ]] || headers+=,
    json "${added[i]}"
    headers+=$json
  done
  json "$url"
  printf '{"id":%s,"request":%s,"url":%s,"headers":%s}}\n' "$id" "${others%\}}" "$json" "$headers}"
}

# Writes the request itself: curl adds headers of its own and shows given ones in its arguments.
answer_send() {
  cut_url
  local port=${authority:${#host}+1} head="$method $target HTTP/1.1"$'\r\n'$lines padding=${body##*[!=]} status=
  [[ $'\n'${lines,,} == *$'\n'host:* ]] || head+="Host: $authority"$'\r\n'
  if [[ $'\n'${lines,,} != *$'\n'content-length:* && ( $body || $method =~ ^(POST|PUT|PATCH)$ ) ]]; then
    head+="Content-Length: $(( ${#body} / 4 * 3 - ${#padding} ))"$'\r\n'
  fi
  (( ! ${#added[@]} )) || printf -v lines '%s: %s\r\n' "${added[@]}"
  (( ! ${#added[@]} )) || head+=$lines
  { printf '%sConnection: close\r\n\r\n' "$head" >&3
    [[ ! $body ]] || base64 -d <<<"$body" >&3
    IFS=' ' read -r -t 10 -u 3 _ status _
    while IFS= read -r -t 10 -u 3 _; do :; done # to the end, so that the server never sees a reset
  } 3<>"/dev/tcp/$host/${port:-80}"
  if [[ $status ]]; then printf '{"id":%s,"status":%d}\n' "$id" "$status"; else answer_error 'no answer'; fi
}

answer_error() { printf '{"id":%s,"error":"%s"}\n' "$id" "$1"; }

jq -Rj --unbuffered "$take_apart" | while IFS= read -r -d '' id; do
  for field in "${fields[@]:1}"; do IFS= read -r -d '' "$field"; done
  added=() reason=
  if [[ $op == hello ]]; then
    printf '{"id":%s,"name":"example-bash","version":"1.0","language":"bash","schemes":%s,"ops":%s}\n' "$id" \
      '["ticketmatic","ticketmatic-basic","ticketevolution","rmtrack","hoshinplan"]' '["sign","verify","send"]'
    continue
  fi
  [[ $op =~ ^(sign|verify|send)$ ]] || { answer_error 'unknown op'; continue; }
  [[ $scheme ]] || { answer_error 'unknown scheme, or a field is missing'; continue; }
  [[ $op != send ]] || printf -v time '%(%FT%TZ)T' -1
  instant "$time" || { answer_error 'malformed time'; continue; }
  now=$seconds now_nanos=$nanos
  printf -v stamp '%(%FT%T)T' "$now"
  cut_url
  if [[ $op != verify ]]; then
    "sign_$scheme"
    "answer_$op"
  elif "verify_$scheme"; then
    printf '{"id":%s,"valid":true}\n' "$id"
  else
    printf '{"id":%s,"valid":false,"reason":"%s"}\n' "$id" "$reason"
  fi
done
