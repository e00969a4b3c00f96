# Brings a shell of another place its orders and takes its answers back, beside its terminal: one line a word on
# standard input, answers on standard output. Started with $1 the folder the shell is to work in, or nothing.
umask 077
if [ -n "$1" ] && ! cd -- "$1" 2>/dev/null; then
  printf 'error there is no folder %s\n' "$1"
  exit 1
fi
__folder=$(mktemp -d "${TMPDIR:-/tmp}/plantao-shell.XXXXXX") || { printf 'error no temporary folder can be made\n'; exit 1; }
__members() {
  local stat fields
  for stat in /proc/[0-9]*/stat; do
    { IFS= read -r stat <"$stat"; } 2>/dev/null || continue
    fields=(${stat##*) })
    [ "${fields[3]}" = "$1" ] && [ "${fields[0]}" != Z ] && printf ' %s:%s' "${stat%% *}" "${fields[2]}"
  done
}
__marked() {
  local file pid
  for file in $(grep -lszxF -- "$1" /proc/[0-9]*/environ 2>/dev/null); do
    pid=${file#/proc/} pid=${pid%/environ}
    printf ' %s:%s' "$pid" "$(base64 <"/proc/$pid/cmdline" | tr -d '\n')"
  done
} 2>/dev/null
__end() {
  local leader member
  if IFS= read -r leader <"$__folder/leader"; then
    for signal in HUP KILL; do
      for member in $(__members "$leader"); do kill -s "$signal" "${member%:*}"; done
      sleep 0.3
    done
  fi
  rm -rf -- "$__folder"
  kill "$__answers"
} 2>/dev/null
mkfifo "$__folder/orders" "$__folder/answers" || { printf 'error no named pipe can be made\n'; rm -rf -- "$__folder"; exit 1; }
exec 3<>"$__folder/orders" 4<>"$__folder/answers"
printf 'folder %s\n' "$__folder"
cat <&4 &
__answers=$!
trap __end EXIT
trap 'exit 0' HUP TERM
while IFS=' ' read -r __word __first __rest; do
  case $__word in
    order) printf '%s\n' "$__first${__rest:+ $__rest}" >&3 ;;
    file) printf '%s' "$__rest" | base64 -d >"$__folder/$__first" ;;
    written) printf 'written\n' ;;
    drop) rm -f -- "$__folder/$__first" ;;
    kill) kill -s "$__first" -- "$__rest" 2>/dev/null ;;
    leader) IFS= read -r __leader <"$__folder/leader"; printf 'leader %s\n' "$__leader" ;;
    marked) printf 'marked%s\n' "$(__marked "$__first")" ;;
    members) printf 'members%s\n' "$(__members "$__first")" ;;
  esac
done
