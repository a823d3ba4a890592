# shellcheck shell=sh
# The command line of kernel-vm and kernel-qemu.  Read with `.`: shifts the
# options away, and leaves the command in $@.  $program is the caller's name,
# $kernel the VERSION to take when there is no -k.

usage() {
  cat <<USAGE
usage: $program [options] -- COMMAND [ARG...]
  -k, --kernel VERSION this kernel (6.1, 6.12, 7.2, and 7.3 for kernel-qemu: those
                       of Debian's releases), downloaded if it is not installed
  -m, --mem SIZE       guest memory (default 1G)
  -t, --timeout S      kill the VM after S seconds; exit 124 (default: no limit)
  -i, --stdin          pass stdin (read up to its end first; default: /dev/null)
  -M, --modules A,B    load these modules too (ones that nothing autoloads,
                       e.g. mpls_router)
  -q, --quiet          no messages of $program itself
  -v, --verbose        print the guest's console (kernel log) on stderr at the end
      --check          only say whether a VM can be run here (0, or 69), after
                       downloading what -k asks for
      --offline        download nothing
  -h, --help
KERNEL_VM=<kernel release> is set in the command's environment.
USAGE
}

say() { [ -n "$quiet" ] || printf '%s: %s\n' "$program" "$*" >&2; }

die() {
  printf '%s: %s\n' "$program" "$2" >&2
  exit "$1"
}

mem=1G timeout=0 quiet='' verbose='' stdin='' modules='' check='' offline=''
while [ $# -gt 0 ]; do
  case $1 in
    -k | --kernel | -m | --mem | -t | --timeout | -M | --modules)
      [ $# -ge 2 ] || { usage >&2; exit 64; }
      case $1 in
        -k | --kernel) kernel=$2 ;;
        -m | --mem) mem=$2 ;;
        -t | --timeout) timeout=$2 ;;
        *) modules=$2 ;;
      esac
      shift 2 ;;
    --kernel=*) kernel=${1#*=}; shift ;;
    --mem=*) mem=${1#*=}; shift ;;
    --timeout=*) timeout=${1#*=}; shift ;;
    --modules=*) modules=${1#*=}; shift ;;
    -i | --stdin) stdin=1; shift ;;
    -q | --quiet) quiet=1; shift ;;
    -v | --verbose) verbose=1; shift ;;
    --check) check=1; shift ;;
    --offline) offline=-n; shift ;;
    -h | --help) usage; exit 0 ;;
    --) shift; break ;;
    -*) printf '%s: unknown option %s\n' "$program" "$1" >&2; usage >&2; exit 64 ;;
    *) break ;;
  esac
done
[ -n "$check" ] || [ $# -gt 0 ] || { usage >&2; exit 64; }
case ${mem%[KkMmGg]} in '' | *[!0-9]*) die 64 "bad --mem $mem" ;; esac
case $timeout in '' | *[!0-9.]*) die 64 "bad --timeout $timeout" ;; esac

# unpacked ARG...: the folder that `debian` makes
# shellcheck disable=SC2086 # $offline is empty or an option
unpacked() { "$(dirname "$0")/debian" $offline "$@"; }

# found PROGRAM: its path, also where PATH has no folders for administrators
found() { (PATH=$PATH:/usr/sbin:/sbin && command -v "$1"); }

# need PACKAGE...: ends the program if there is one
need() {
  [ $# -eq 0 ] || die 69 "not installed: $*. To install:
  apt-get update && apt-get install -y --no-install-recommends $*"
}
