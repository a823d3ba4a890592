# shellcheck shell=sh
# Boots a virtual machine, and passes on what the command in it writes.  Read with
# `.`: $@ is the command, $moduletree the folder of the kernel's modules, $built the
# path of a module that is not in there, if it is set, and boot() calls launch()
# with the command line of the machine, which has to start $dir/init as PID 1 on the
# files of this machine.

# --- a folder for this run --------------------------------------------------
base=${TMPDIR:-/tmp}
case $base in /*) ;; *) base=/tmp ;; esac
case $base in *[!A-Za-z0-9_./+-]*) base=/tmp ;; esac # goes on a kernel command line
dir=$(mktemp -d "$base/$program.XXXXXXXX") || exit 70
vm='' to='' te=''
cleanup() {
  trap '' INT TERM HUP
  if [ -n "$vm" ] && kill -0 "$vm" 2>/dev/null; then
    kill -TERM "$vm" 2>/dev/null # `timeout` passes it on to the whole VM
    wait "$vm" 2>/dev/null
  fi
  # UML leads a session of its own; it leaves this file only when killed outright
  pid=$(cat "$dir/uml/vm/pid" 2>/dev/null) && kill -s KILL -- "-$pid" 2>/dev/null
  rm -rf "$dir"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

printf '%s\0' "$@" >"$dir/argv"
env -0 >"$dir/env"
{
  pwd -P
  umask
  uname -n
  printf '%s\n' "$(found modprobe)" \
    "${DENO_DIR:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/deno}" "$modules" "$moduletree" "${built-}"
} >"$dir/conf"
if [ -n "$stdin" ]; then cat >"$dir/stdin"; fi
: >"$dir/out"
: >"$dir/err"
# stdout and stderr are one file: keep the order of what is written to them
merge=''
if [ "$(readlink /proc/$$/fd/1)" = "$(readlink /proc/$$/fd/2)" ]; then
  merge=1
  : >"$dir/merge"
fi
cp "$(dirname "$0")/vm/init" "$dir/init"
chmod 755 "$dir/init"

# --- boot -------------------------------------------------------------------
# setpriv ends the VM when this script is killed outright
launch() {
  set -- timeout -k 2 "$timeout" "$@"
  ! command -v setpriv >/dev/null || set -- setpriv --pdeathsig TERM "$@"
  "$@" </dev/null >"$dir/console" 2>&1 &
  vm=$!
}
boot

# --- stream -----------------------------------------------------------------
# tail ends when the VM has; when its reader has gone (SIGPIPE), end the VM
stream() {
  tail -c +1 -s 0.05 --pid="$vm" -f "$1" 2>/dev/null || {
    : >"$dir/pipe"
    kill -TERM "$vm" 2>/dev/null
  }
}
stream "$dir/out" &
to=$!
if [ -z "$merge" ]; then
  stream "$dir/err" >&2 &
  te=$!
fi

wait "$vm"
status=$?
vm=''
wait "$to"
[ -z "$te" ] || wait "$te"

[ -z "$verbose" ] || cat "$dir/console" >&2
if [ -s "$dir/rc" ]; then
  read -r status <"$dir/rc"
elif [ -e "$dir/pipe" ]; then
  status=141
elif [ "$timeout" != 0 ] && { [ "$status" = 124 ] || [ "$status" = 137 ]; }; then
  status=124
  say "timed out after $timeout s"
else
  say "the VM ended without a result (status $status); its console's last lines:"
  [ -n "$quiet" ] || tail -n 25 "$dir/console" | cut -c 1-200 >&2
  status=70
fi
exit "$status"
