# Runs one step. Standard input brings NAME NUL VALUE NUL … NUL SCRIPT, so that nothing of it is in a file or in the
# process's arguments. $1 is a file that takes what stopped the step.
__plantao_report=$1
shift
while IFS= read -r -d '' __plantao_name && [ -n "$__plantao_name" ]; do
  IFS= read -r -d '' __plantao_value
  export "$__plantao_name=$__plantao_value"
done
IFS= read -r -d '' __plantao_script
exec </dev/null
unset __plantao_name __plantao_value HISTFILE
__plantao_nothing=0

# Half a step must not run because its other half can't be read.
if ! printf '%s\n' "$__plantao_script" | "$BASH" --noprofile --norc -O extglob -n; then
  printf 'syntax' >"$__plantao_report"
  exit 2
fi

# $1 status, $2 line, $3 command. A search that finds nothing is an answer, not a failure.
__plantao_failed() {
  case "$1 $3" in
    *' eval "$__plantao_script"') return 0 ;;
    "1 grep "* | "1 egrep "* | "1 fgrep "* | "1 zgrep "* | "1 pgrep "* | "1 rg "* | "1 diff "* | "1 cmp "*)
      __plantao_nothing=1
      return 0
      ;;
  esac
  if [ "$BASH_SUBSHELL" -eq 0 ]; then
    printf '%s\t%s' "$(($2 - __plantao_base + 1))" "$3" >"$__plantao_report"
  fi
  exit "$1"
}
set -E
trap '__plantao_failed "$?" "$LINENO" "$BASH_COMMAND"' ERR
__plantao_base=$((LINENO + 1))
eval "$__plantao_script"
__plantao_status=$?
if [ "$__plantao_status" -eq 1 ] && [ "$__plantao_nothing" -eq 1 ]; then
  exit 0
fi
exit "$__plantao_status"
