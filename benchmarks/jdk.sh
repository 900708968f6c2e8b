# For scripts to source: sets java to that of a JDK of at least 21, JAVA_HOME's if it is one, else
# the one on the PATH or one beside it.

oldest_jdk=21

# Whether $1 is the home of a JDK that is new enough.
accept_jdk() {
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ "${version:-0}" -ge "$oldest_jdk" ]
}

on_path=$(readlink -f "$(command -v java || :)" 2>/dev/null || :)
on_path=${on_path%/bin/java}
java=
for home in "${JAVA_HOME:-}" "$on_path" "${on_path%/*}"/*; do
  if [ -x "$home/bin/java" ] && accept_jdk "$home"; then
    java=$home/bin/java
    break
  fi
done
if [ -z "$java" ]; then
  echo "no JDK of at least $oldest_jdk found; set JAVA_HOME" >&2
  exit 1
fi
