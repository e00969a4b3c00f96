# Sourced by the commands of this folder: finds a JDK 25 or newer without starting a process.

complain() {
    printf 'plantao: %s\n' "$*" >&2
    exit 1
}

# jdk_at HOME: sets `major` (0 where no JDK is) and `runtime` (its exact build) from the release file of every JDK.
jdk_at() {
    local line value
    major=0 runtime=
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    while IFS= read -r line || [ -n "$line" ]; do
        value=${line#*=\"}
        value=${value%\"*}
        case $line in
            JAVA_VERSION=*) major=${value%%[!0-9]*} ;;
            JAVA_RUNTIME_VERSION=*) runtime=$value ;;
        esac
    done <"$1/release"
    major=${major:-0}
    runtime=${runtime:-$major}
}

# find_jdk: sets JDK and JDK_BUILD. A home that was named has precedence, then the version nearest to the one we test with.
find_jdk() {
    local home best=9999
    if [ -n "${PLANTAO_JAVA_HOME:-}" ]; then
        jdk_at "$PLANTAO_JAVA_HOME"
        [ "$major" -ge 25 ] || complain "PLANTAO_JAVA_HOME is $PLANTAO_JAVA_HOME, and no JDK 25 or newer is there. Name another folder or unset it."
        JDK=$PLANTAO_JAVA_HOME JDK_BUILD=$runtime
        return
    fi
    if [ -n "${JAVA_HOME:-}" ]; then
        jdk_at "$JAVA_HOME"
        if [ "$major" -ge 25 ]; then
            JDK=$JAVA_HOME JDK_BUILD=$runtime
            return
        fi
    fi
    JDK=
    for home in /usr/lib/jvm/* /usr/java/* /usr/local/*jdk* /opt/*jdk* /opt/java/* /opt/jdk/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
        jdk_at "$home"
        if [ "$major" -ge 25 ] && [ "$major" -lt "$best" ]; then
            best=$major JDK=$home JDK_BUILD=$runtime
        fi
    done
    [ -n "$JDK" ] || complain "no JDK 25 or newer found. Install one (Debian and Ubuntu: apt-get install openjdk-25-jdk; elsewhere: Temurin 25 from adoptium.net) or name its folder in PLANTAO_JAVA_HOME."
}

# need_maven: ends with a sentence where it is missing, and tells Maven about the JDK that was found.
need_maven() {
    command -v mvn >/dev/null || complain "Maven is missing, and Plantão has to be built first. Debian and Ubuntu: apt-get install maven; macOS: brew install maven."
    export JAVA25_HOME=$JDK
    [ -n "${JAVA_HOME:-}" ] || command -v java >/dev/null || export JAVA_HOME=$JDK
}
