package plantao.values;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes secrets out of text: as they are, in Base64 (RFC 4648, both alphabets, also as a part of something
/// longer), percent-encoded (RFC 3986, form encoding), escaped for JSON; the password of an address that holds
/// one; each line of a secret of several lines. Works line by line; a secret that something wraps over two lines
/// is not found.
public final class Masking {
    /// Shorter secrets are not masked: a "1" or "abc" stands in too many harmless places, and dots there would tell
    /// it.
    public static final int SHORTEST = 4;

    public static final Masking NONE = new Masking(List.of());

    private static final String DOTS = CommandResolution.DOTS;
    /// Below this a piece of Base64 or of a longer secret is too likely to be met by chance.
    private static final int SHORTEST_PART = 8;
    /// The end of a secret is told from chance by this many characters.
    private static final int SHORTEST_CUT = 6;
    private static final Pattern PASSWORD = Pattern.compile("://[^/@:\\s]*:([^/\\s]+)@");

    /// Every form of every secret, longest first.
    private final List<String> forms;

    private Masking(List<String> forms) {
        this.forms = forms;
    }

    /// Masks these secrets.
    public static Masking of(Collection<String> secrets) {
        Set<String> forms = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (String secret : secrets) {
            parts(secret).forEach(part -> addForms(forms, part));
        }
        return new Masking(List.copyOf(forms));
    }

    /// Masks the secrets of a resolved command and of its environment (target).
    public static Masking of(ResolvedCommand resolved, Target target) {
        List<String> secrets = new ArrayList<>();
        target.variables().values().stream()
                .filter(Variable::secret)
                .map(Variable::value)
                .forEach(secrets::add);
        Map<String, String> environment = resolved.environment();
        resolved.values().stream().filter(ResolvedCommand.Value::secret).forEach(v -> {
            for (String name : List.of(v.name(), "PLANTAO_" + Placeholders.key(v.name()))) {
                if (environment.containsKey(name)) {
                    secrets.add(environment.get(name));
                }
            }
        });
        return of(secrets);
    }

    /// Masks these secrets too.
    public Masking and(Collection<String> more) {
        return and(of(more));
    }

    /// Masks what the other one masks too.
    public Masking and(Masking other) {
        if (forms.containsAll(other.forms)) {
            return this;
        }
        Set<String> all = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        all.addAll(forms);
        all.addAll(other.forms);
        return new Masking(List.copyOf(all));
    }

    /// The text with dots in place of every secret.
    public String mask(String text) {
        String masked = text;
        for (String form : forms) {
            if (masked.contains(form)) {
                masked = masked.replace(form, DOTS);
            }
        }
        return masked;
    }

    /// A text that goes on, masked; what may be the beginning of a secret is held back.
    public String unfinished(String text) {
        String masked = mask(text);
        int end = masked.length();
        for (String form : forms) {
            for (int n = Math.min(form.length() - 1, masked.length()); n > 1; n--) {
                if (masked.endsWith(form.substring(0, n))) {
                    end = Math.min(end, masked.length() - n);
                }
            }
        }
        return masked.substring(0, end);
    }

    /// A stretch of a text.
    ///
    /// @param from its first character
    /// @param to the one behind its last
    public record Span(int from, int to) {}

    /// Where secrets stand in a text that can't be written anew, as on a screen.
    public List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        for (String form : forms) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length())) {
                found.add(new Span(at, at + form.length()));
            }
        }
        return found;
    }

    /// How many characters at the end of a text may be the beginning of a secret; 0 when fewer than [#SHORTEST]
    /// are.
    public int begins(String text) {
        int most = 0;
        for (String form : forms) {
            int n = Math.min(form.length() - 1, text.length());
            while (n > most && n >= SHORTEST && !text.regionMatches(text.length() - n, form, 0, n)) {
                n--;
            }
            most = n >= SHORTEST ? Math.max(most, n) : most;
        }
        return most;
    }

    /// How many characters at a text's beginning may be the end of a secret that was cut; 0 when too few are to
    /// tell.
    public int ends(String text) {
        int most = 0;
        for (String form : forms) {
            int n = Math.min(form.length() - 1, text.length());
            while (n > most && n >= SHORTEST_CUT && !text.regionMatches(0, form, form.length() - n, n)) {
                n--;
            }
            most = n >= SHORTEST_CUT ? Math.max(most, n) : most;
        }
        return most;
    }

    /// The length of the longest text that is masked; 0 when nothing is.
    public int longest() {
        return forms.isEmpty() ? 0 : forms.getFirst().length();
    }

    /// A place at or before `wanted` where the text can be cut without cutting a secret in two.
    public int cut(CharSequence text, int wanted) {
        String around = text.toString();
        int cut = wanted;
        boolean moved = true;
        while (moved && cut > 0) {
            moved = false;
            for (String form : forms) {
                int at = around.indexOf(form, Math.max(0, cut - form.length() + 1));
                if (at >= 0 && at < cut && cut < at + form.length()) {
                    cut = at;
                    moved = true;
                }
            }
        }
        return cut;
    }

    private static List<String> parts(String secret) {
        List<String> parts = new ArrayList<>();
        parts.add(secret);
        Matcher address = PASSWORD.matcher(secret);
        if (address.find()) {
            parts.add(address.group(1));
            if (!address.group(1).contains("+")) {
                try {
                    parts.add(URLDecoder.decode(address.group(1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException notEncoded) {
                    // A bare % in a password: it is no percent-encoding, so there is no second form.
                }
            }
        }
        if (secret.indexOf('\n') >= 0) {
            secret.lines()
                    .map(String::strip)
                    .filter(l -> l.length() >= SHORTEST_PART && !l.startsWith("-----"))
                    .forEach(parts::add);
        }
        return parts;
    }

    private static void addForms(Set<String> forms, String secret) {
        if (secret.strip().length() < SHORTEST) {
            return;
        }
        forms.add(secret);
        forms.add(secret.strip());
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        forms.add(percentLower(encoded));
        forms.add(percentLower(encoded).replace("+", "%20"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            forms.add(encoder.encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
            forms.addAll(base64(encoder.withoutPadding(), secret));
        }
    }

    /// The secret's Base64 by itself, and the part of it that stays the same at each place within something longer
    /// (`user:password` of an Authorization header).
    private static List<String> base64(Base64.Encoder encoder, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        found.add(encoder.encodeToString(bytes));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String all = encoder.encodeToString(shifted);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            if (to - from >= SHORTEST_PART) {
                found.add(all.substring(from, to));
            }
        }
        return found;
    }

    private static String percentLower(String encoded) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(encoded)
                .replaceAll(m -> m.group().toLowerCase(Locale.ROOT));
    }
}
