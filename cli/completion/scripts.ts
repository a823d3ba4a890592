/**
 * Scripts that make shells complete command lines: each asks the program for
 * the keywords that may come next.
 *
 * @module
 */

/** Stands for the names of files, which the shell completes. */
export const FILES = ":file";

/** What makes the script of a shell for a command of some name. */
export type Script = (name: string) => string;

/** How the shell's function is called. */
function functionOf(name: string): string {
  return `_${name.replaceAll(/\W/g, "_")}_complete`;
}

/** The scripts. Words of bash are split anew, as `:` splits them there. */
export const SCRIPTS: Readonly<Record<string, Script>> = {
  bash: (name) =>
    `\
${functionOf(name)}() {
  local line=\${COMP_LINE:0:COMP_POINT} last="" reply
  local -a words
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] || last=\${words[-1]}
  [[ $line == *[[:space:]] ]] || unset "words[-1]"
  COMPREPLY=()
  while IFS= read -r reply; do
    if [[ $reply == ${FILES} ]]; then
      compopt -o filenames 2> /dev/null
      mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$last")
    else
      # What is before the last : is there already.
      [[ $COMP_WORDBREAKS == *:* && $last == *:* ]] &&
        reply=\${reply#"\${last%"\${last##*:}"}"}
      COMPREPLY+=("$reply")
    fi
  done < <(${name} completions --complete -- "\${words[@]:1}" "$last" 2> /dev/null)
}
complete -F ${functionOf(name)} ${name}
`,
  zsh: (name) =>
    `\
#compdef ${name}
${functionOf(name)}() {
  local line
  local -a found
  for line in "\${(@f)$(${name} completions --complete -- "\${(@)words[2,CURRENT]}" 2> /dev/null)}"; do
    if [[ $line == ${FILES} ]]; then
      _files
    elif [[ -n $line ]]; then
      found+=("$line")
    fi
  done
  (( \${#found} == 0 )) || compadd -a found
}
compdef ${functionOf(name)} ${name}
`,
  fish: (name) =>
    `\
function ${functionOf(name)}
  set -l typed (commandline -opc) (commandline -ct)
  for line in (${name} completions --complete -- $typed[2..-1] 2> /dev/null)
    if test "$line" = ${FILES}
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c ${name} -f -a "(${functionOf(name)})"
`,
};
