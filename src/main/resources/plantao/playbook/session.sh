# The shell of one run. Started by `eval`, with $1 the run's private folder, $2 stty or nothing.
#
# Each step runs in a fork of the shell that ran the step before, and becomes the shell that forks the next one. So
# `cd`, variables and functions last, and when a step ends its shell (`exit`, `exec`, `set -u`, a signal), the one
# before it goes on as it was. Orders come through one pipe and answers go through another, both by name, so that
# nothing a step runs holds them or reads what is not its own.
__plantao_folder=$1 __plantao_stty=$2
shift 2
IFS= read -r __plantao_tty <"$__plantao_folder/orders"
[ "$__plantao_tty" != tty ] || __plantao_tty=$(tty)
unset HISTFILE MAILCHECK BASH_ENV ENV
while IFS= read -r -d '' __plantao_name && IFS= read -r -d '' __plantao_value; do
  export "$__plantao_name=$__plantao_value"
done <"$__plantao_folder/environment"
unset __plantao_name __plantao_value

__plantao_tell() { printf '%s\n' "$1" >"$__plantao_folder/answers"; }

# True when there is a step to run, false when there will be none.
__plantao_next() {
  local __plantao_word __plantao_more
  while :; do
    # More than 128: a signal came between, and the pipe is as it was.
    IFS=' ' read -r __plantao_word __plantao_more <"$__plantao_folder/orders" || [ "$?" -gt 128 ] || return 1
    case $__plantao_word in
      mark) printf '\033]133;D;%s\007' "$__plantao_more" >"$__plantao_tty" ;;
      step) return 0 ;;
    esac
  done
}

# Takes NAME NUL VALUE NUL … NUL SCRIPT NUL from the file `step`, which then is deleted by who wrote it.
__plantao_take() {
  local __plantao_name __plantao_value
  __plantao_names=() __plantao_given=() __plantao_before=()
  {
    while IFS= read -r -d '' __plantao_name && [ -n "$__plantao_name" ]; do
      IFS= read -r -d '' __plantao_value
      __plantao_names+=("$__plantao_name")
      __plantao_given+=("$__plantao_value")
      __plantao_before+=("${!__plantao_name+=}${!__plantao_name-}")
      export "$__plantao_name=$__plantao_value"
    done
    IFS= read -r -d '' __plantao_script
  } <"$__plantao_folder/step"
  # Somebody looks at what is drawn: a line's end brings the cursor to the next one's beginning, as programs expect.
  # Else it is as any step finds it, whatever the one before did to it.
  if [ -z "${PLANTAO_TERMINAL-}" ]; then
    __plantao_terminal
  elif [ -n "$__plantao_stty" ]; then
    "$__plantao_stty" sane <"$__plantao_tty" 2>/dev/null
  fi
  # Half a step must not run because its other half can't be read; nor must a here-document without its end take the
  # commands behind it along, which bash only warns of.
  if ! __plantao_name=$(printf '%s\n' "$__plantao_script" \
    | LC_ALL='' LC_MESSAGES=C "$BASH" --noprofile --norc -O extglob -n 2>&1) \
    || [[ $__plantao_name == *': here-document at line '*'delimited by end-of-file'* ]]; then
    printf '%s\n' "$__plantao_name" >"$__plantao_tty"
    __plantao_tell syntax
    exit 2
  fi
  __plantao_tell "taken $BASHPID"
  IFS= read -r __plantao_name <"$__plantao_folder/orders"
  __plantao_nothing=0 __plantao_depth=$BASH_SUBSHELL
}

# A value given for one step is not there for the next, unless the step itself gave it another.
__plantao_give_back() {
  local __plantao_i __plantao_name
  for __plantao_i in "${!__plantao_names[@]}"; do
    __plantao_name=${__plantao_names[__plantao_i]}
    if [ "${!__plantao_name-}" = "${__plantao_given[__plantao_i]}" ]; then
      case ${__plantao_before[__plantao_i]} in
        =*) export "$__plantao_name=${__plantao_before[__plantao_i]#=}" ;;
        *) unset -v "$__plantao_name" ;;
      esac
    fi
  done
  __plantao_script=
}

# The step is over and its shell goes on: $1 status, $2 where it stopped.
__plantao_ended() {
  trap - ERR DEBUG RETURN HUP TERM
  trap : INT
  set +euvxE
  # `grep … && …` as the last line: no trap is called for what stands before `&&`.
  local __plantao_last=${__plantao_script%$'\n'}
  __plantao_last=${__plantao_last##*$'\n'}
  if [ "$1" -eq 1 ] && [ -z "$2" ] && [[ $__plantao_last =~ $__plantao_search && $__plantao_last == *'&&'* ]]; then
    __plantao_nothing=1
  fi
  [ -z "${PLANTAO_TERMINAL-}" ] || __plantao_terminal
  __plantao_give_back
  if [ "$1" -eq 1 ] && [ "$__plantao_nothing" -eq 1 ]; then
    set -- 0 ''
  fi
  __plantao_tell "ended $1 $2"
}

# A search or comparison: alone, in a substitution, or as the words of a program that hands on its status.
__plantao_search='^([A-Za-z_][A-Za-z0-9_]*="?\$\()?((sudo|doas|command|time|env|nice|nohup|timeout|ssh|docker|docker-compose|podman|kubectl|oc)( | .*[ "'\''(]))?([^ ]*/)?(grep|egrep|fgrep|zgrep|pgrep|rg|diff|cmp) '

# $1 status, $2 line, $3 command. A search that finds nothing is an answer, not a failure.
__plantao_failed() {
  case " $3" in *' eval "$__plantao_script"'*) return 0 ;; esac
  if [ "$1" -eq 1 ] && [[ $3 =~ $__plantao_search ]]; then
    __plantao_nothing=1
    set +e
    return 0
  fi
  [ "$BASH_SUBSHELL" -le "$__plantao_depth" ] || exit "$1"
  __plantao_nothing=0
  local __plantao_line=$2 __plantao_calls=$((${#FUNCNAME[@]} - __plantao_frames - 1))
  if [ "$__plantao_calls" -gt 0 ]; then
    __plantao_line=${BASH_LINENO[__plantao_calls]}
  fi
  __plantao_ended "$1" "$((__plantao_line - __plantao_base + 1))"$'\t'"${3%%$'\n'*}"
  return 1
}

# As every step finds it: what is typed is shown, and what is printed is passed on as it is.
__plantao_terminal() {
  [ -z "$__plantao_stty" ] || "$__plantao_stty" sane -opost <"$__plantao_tty" 2>/dev/null
}

# A step's shell has ended: $1 its status. What it did to the terminal is undone.
__plantao_left() {
  trap : INT
  __plantao_terminal
  __plantao_tell "left $1"
}

# All on one line, so that the shell counts a script's lines from 1.
__plantao_step='__plantao_base=$LINENO __plantao_frames=${#FUNCNAME[@]}; eval "$__plantao_script" <"$__plantao_tty" >"$__plantao_tty" 2>&1; __plantao_ended "$?" ""; eval "$__plantao_loop"'
__plantao_loop='while __plantao_next; do ( __plantao_take; set -E; trap '\''__plantao_failed "$?" "$LINENO" "$BASH_COMMAND" || { LINENO=1; eval "$__plantao_loop"; }'\'' ERR; eval "$__plantao_step" ); __plantao_left "$?"; done 2>/dev/null; exit'
trap : INT
__plantao_terminal
__plantao_tell ready
