#!/bin/sh
# Ends a practice stack when the program that built it is gone, however it went (kill -9 too): standard input is a pipe
# from it, and the end of that pipe is the sign. Lines on it, fields apart by tabs:
#   watch PID SIGNAL    end this process with this signal (GROUP: kill its whole process group)        forget PID
#   folder PATH         delete this folder at the end
trap '' HUP INT QUIT TERM PIPE
watched=''
folders=''
tab=$(printf '\t')
newline='
'

# A process's number may be used again after it ended: its time of birth tells whether it is still the same one.
birth() {
    if [ -r "/proc/$1/stat" ]; then
        { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
        set -- ${stat##*) }
        [ "$1" = Z ] && return 1
        printf '%s' "${20}"
    elif [ ! -d /proc/self ]; then
        ps -o lstart= -p "$1" 2>/dev/null | tr -d ' \n'
    fi
}

alive() { [ -n "$2" ] && [ "$(birth "$1")" = "$2" ]; }

# each COMMAND: runs COMMAND PID BIRTH SIGNAL for every process that still lives; true when one did
each() {
    found=1
    oldifs=$IFS
    IFS=$newline
    for entry in $watched; do
        IFS=' '
        set -- "$1" $entry
        if alive "$2" "$3"; then
            found=0
            "$1" "$2" "$3" "$4"
        fi
        IFS=$newline
    done
    IFS=$oldifs
    return $found
}

# GROUP instead of a signal: the process leads a group of its own, and all of it ends at once.
gently() { [ "$3" = GROUP ] && { kill -KILL "-$1" 2>/dev/null; return; }; kill "-$3" "$1" 2>/dev/null; kill -CONT "$1" 2>/dev/null; }
hard() { kill -KILL "$1" 2>/dev/null; }
look() { :; }

while IFS=$tab read -r word first second; do
    case $word in
    watch) watched="$watched$newline$first $(birth "$first") $second" ;;
    forget) watched=$(printf '%s' "$watched" | grep -v "^$first ") ;;
    folder) folders="$folders$newline$first" ;;
    esac
done

each gently
tries=0
while each look && [ $tries -lt 40 ]; do
    tries=$((tries + 1))
    [ $tries -eq 30 ] && each hard
    sleep 0.1
done
IFS=$newline
for folder in $folders; do
    rm -rf "$folder" 2>/dev/null || { sleep 0.3; rm -rf "$folder"; }
done
