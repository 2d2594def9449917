#!/bin/sh
# Installs the peers that Debian has and makes Jena start. Run as root, once. npm's peers come with `npm ci`.
# The Debian jar of jena-core looks for the messages of its XML types under a name that they do not have there, and
# stops with "internal error": they are put on the class path under that name.
set -eu
cd "$(dirname "$0")"
if command -v apt-get >/dev/null; then
  apt-get update -qq
  apt-get install -y --no-install-recommends raptor2-utils serdi libapache-jena-java openjdk-17-jdk-headless time unzip
  # The store that publishing is tested with; its package asks for a password and starts a service, which is not wanted.
  printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends virtuoso-opensource || true
  rm -f /usr/sbin/policy-rc.d
fi
if command -v python3 >/dev/null && ! python3 -c 'import pyshacl' 2>/dev/null; then
  python3 -m pip install --quiet pyshacl || echo "pySHACL is not to be had here: pip install pyshacl" >&2
fi
out=${1:-../.build/bench-jena}
for folder in msg xpath/regex; do
  mkdir -p "$out/xerces/impl/$folder"
  unzip -qo -j /usr/share/java/jena-core.jar "org/apache/jena/ext/xerces/impl/$folder/*.properties" -d "$out/xerces/impl/$folder"
done
javac -cp '/usr/share/java/*' -d "$out" jena/Validate.java
echo "Ready: npm run build && npm run bench"
