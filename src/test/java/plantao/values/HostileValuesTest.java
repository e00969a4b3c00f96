package plantao.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Values that try to be commands, in every place a blank can stand, against the real shell.
final class HostileValuesTest {
    private static final List<String> VALUES = List.of(
            "; touch hit",
            "$(touch hit)",
            "`touch hit`",
            "'; touch hit; '",
            "\"; touch hit; \"",
            "'\"$(touch hit)\"'",
            "a\ntouch hit\n",
            "| touch hit",
            "&& touch hit",
            "-rf",
            "--help",
            "* ? [a-z]",
            "~",
            "ação ✓ 日本",
            "${IFS}x",
            "\\",
            "a\\",
            "\\'",
            "!!",
            "#x",
            "{a,b}",
            "a  b\tc",
            "$HOME",
            "x[$(touch hit)]",
            ")",
            "EOF",
            "%s%n",
            "\u202e");

    /// `printf '<%s>'` shows where each argument begins and ends. The blank is `{v}`, in what must be printed too.
    private static final List<List<String>> PLACES = List.of(
            List.of("printf '<%s>' {v}", "<{v}>"),
            List.of("printf '<%s>' a{v}b c", "<a{v}b><c>"),
            List.of("printf '<%s>' \"a {v} b\"", "<a {v} b>"),
            List.of("printf '<%s>' 'a {v} b'", "<a {v} b>"),
            List.of("printf '<%s>' $'a\\t{v} b'", "<a\t{v} b>"),
            List.of("printf '<%s>' x=\"{v}\"'{v}'", "<x={v}{v}>"),
            List.of("printf '<%s>' \"$(printf '%s' {v}; printf .)\"", "<{v}.>"),
            List.of("printf '<%s>' \"$(printf '%s' \"{v}\"; printf .)\"", "<{v}.>"),
            List.of("printf '<%s>' \"$(printf '%s' '{v}'; printf .)\"", "<{v}.>"),
            List.of("V={v}; printf '<%s>' \"$V\"", "<{v}>"),
            List.of("V='{v}' bash -c 'printf \"<%s>\" \"$V\"'", "<{v}>"),
            List.of("for i in {v}; do printf '<%s>' \"$i\"; done", "<{v}>"),
            List.of("if true; then printf '<%s>' {v} ; fi # about {v}", "<{v}>"),
            List.of("case x in x) printf '<%s>' {v};; esac", "<{v}>"),
            List.of("f() { printf '<%s>' \"$2\"; }; f -- {v}", "<{v}>"),
            List.of("a=({v} z); printf '<%s>' \"${a[0]}\"", "<{v}>"),
            List.of("cat <(printf '<%s>' {v})", "<{v}>"),
            List.of("printf '%s' {v} | { printf '<'; cat; printf '>'; }", "<{v}>"),
            List.of("printf '<%s>' $V", "<{v}>"),
            List.of("printf '<%s>' \"$V\"", "<{v}>"),
            List.of("printf '<%s>' ${V}", "<{v}>"),
            List.of("printf '<%s>' a$V.b", "<a{v}.b>"),
            List.of("printf '<%s>' \"$(printf '%s' $V; printf .)\"", "<{v}.>"));

    static Stream<List<String>> places() {
        return PLACES.stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void arrivesUnchangedAndNothingElseHappens(List<String> place, @TempDir Path folder) throws Exception {
        List<ResolvedCommand> all = VALUES.stream()
                .map(value -> Cases.resolve(place.getFirst(), Map.of("v", value), "{v}"))
                .toList();
        assertThat(all).allSatisfy(r -> {
            assertThat(r.script()).doesNotContain("touch hit");
            assertThat(r.refusal()).isNull();
        });
        List<Cases.Ran> ran = Cases.run(all, "", folder);
        assertThat(ran)
                .isEqualTo(VALUES.stream()
                        .map(value -> new Cases.Ran(place.get(1).replace("{v}", value), ""))
                        .toList());
    }

    /// Places where something reads the value a second time, or where it would name what runs.
    private static final List<String> READ_TWICE = List.of(
            "bash -c \"echo {v}\"",
            "sh -c 'echo {v}'",
            "ssh host \"ls {v}\"",
            "ssh {v} ls",
            "psql -c \"select '{v}'\"",
            "psql $URL -tAc \"SELECT '{v}'\"",
            "python3 -c \"print('{v}')\"",
            "tool run \"manage {v}\" -s x",
            "docker exec c sh -c \"ls {v}\"",
            "cat <<EOF\n{v}\nEOF",
            "bash <<'EOF'\necho {v}\nEOF",
            "cat <<-\"E\"\n\t{v}\n\tE",
            "echo `echo {v}`",
            "echo '`echo {v}`' `echo '{v}'`",
            "echo $(( {v} + 1 ))",
            "((x = {v}))",
            "{v} --version",
            "echo {v} | bash",
            "echo \"select {v}\" | psql",
            "(echo {v}; echo x) | sh",
            "eval \"echo {v}\"",
            "a[{v}]=1",
            "[[ {v} -eq 0 ]]",
            "declare {v}=1",
            "printf -v {v} x",
            "read {v}",
            "awk '/{v}/ {print $1}' f",
            "sed -i s/a/{v}/ f",
            "trap 'echo {v}' EXIT",
            "bash <<< \"{v}\"",
            "echo \"DELETE FROM t WHERE id = {v}\"",
            "sudo {v}",
            "[ -v {v} ]",
            "db --command=\"drop {v}\"",
            "db --eval 'x({v})'",
            "xargs -a f bash -c \"{v}\"",
            "unset {v}",
            "x={v}; {v}");

    static Stream<Arguments> readTwice() {
        return READ_TWICE.stream()
                .flatMap(text -> VALUES.stream().filter(v -> !v.equals("EOF")).map(value -> Arguments.of(text, value)));
    }

    @ParameterizedTest
    @MethodSource("readTwice")
    void isRefusedWhereItIsReadAgain(String text, String value) {
        ResolvedCommand resolved = Cases.resolve(text, Map.of("v", value, "URL", "u"), "{v}");

        assertThat(resolved.ready()).isFalse();
        assertThat(resolved.refusal()).contains("\"v\"");
        assertThat(resolved.environment()).doesNotContainValue(value);
    }

    @ParameterizedTest
    @MethodSource("plainInHeredocs")
    void plainWordsAreTakenThere(String text, String expected, @TempDir Path folder) throws Exception {
        ResolvedCommand resolved = Cases.resolve(text, Map.of("v", "web-1.eu:80/a@b", "n", "41"), "{v}", "{n}");

        assertThat(resolved.refusal()).isNull();
        assertThat(resolved.script()).doesNotContain("web-1");
        assertThat(Cases.run(resolved, folder)).isEqualTo(expected);
    }

    static Stream<Arguments> plainInHeredocs() {
        return Stream.of(
                Arguments.of("cat <<EOF\nat {v}\nEOF", "at web-1.eu:80/a@b\n"),
                Arguments.of(
                        "cat <<'EOF'\nat {v} $HOME `x` \\n \"q\" $(y)\nEOF\necho z",
                        "at web-1.eu:80/a@b $HOME `x` \\n \"q\" $(y)\nz\n"),
                Arguments.of("cat <<-\"E\" | tr a A\n\tat {v}\n\tE", "At web-1.eu:80/A@b\n"),
                Arguments.of("echo `echo '{v}' {v}`", "web-1.eu:80/a@b web-1.eu:80/a@b\n"),
                Arguments.of("echo $(( {n} + 1 ))", "42\n"),
                Arguments.of("bash -c \"echo {v}\"", "web-1.eu:80/a@b\n"),
                Arguments.of("bash -c 'echo \"{v}\"'", "web-1.eu:80/a@b\n"),
                Arguments.of("bash <<< \"echo {v}\"", "web-1.eu:80/a@b\n"),
                Arguments.of("bash -c \"$(cat <<'X'\necho {v}\nX\n)\"", "web-1.eu:80/a@b\n"));
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void neverLeavesASecretBehind(String value, @TempDir Path folder) throws Exception {
        Variable secret = new Variable("DB_URL", value, true, "DB_URL of the environment");
        ResolvedCommand resolved = Resolver.resolve(
                Cases.shell("printf '<%s>' \"$DB_URL\" {db_url}"), Cases.target(Map.of(), secret), Map.of(), Map.of());

        assertThat(Cases.run(resolved, folder)).isEqualTo("<" + value + "><" + value + ">");
        assertThat(resolved.shown() + resolved.values() + resolved + resolved.script())
                .doesNotContain(value);
        assertThat(Masking.of(resolved, Cases.bare()).mask("got " + value)).isEqualTo("got ••••••••");
        assertThat(Files.list(folder)).isEmpty();
    }

    static Stream<String> hidden() {
        return Stream.of("postgresql://u:p$w@h:1/d", "correct horse", "a'b\"c`d");
    }
}
