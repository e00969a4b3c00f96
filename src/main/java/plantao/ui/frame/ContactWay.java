package plantao.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Contact;

/// A way to reach somebody.
///
/// @param icon the icon's name
/// @param filled whether the runbook really gives it, and no
/// placeholder such as `+55 11 xxxx-xxxx`
record ContactWay(String icon, String text, boolean filled) {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i)x{3,}|\\btb[dac]\\b|\\ba definir\\b|0{4}[- ]?0{4}|\\{|<.*>|\\?{2,}");

    /// The ways to reach a contact, the fastest first.
    static List<ContactWay> of(Contact contact) {
        List<ContactWay> all = new ArrayList<>();
        add(all, "fth-phone", contact.phone());
        add(all, "fth-message-square", contact.channel());
        add(all, "fth-mail", contact.email());
        return List.copyOf(all);
    }

    static ContactWay mail(String address) {
        return new ContactWay("fth-mail", address, filled(address));
    }

    private static void add(List<ContactWay> all, String icon, @Nullable String text) {
        if (text != null && !text.isBlank() && !text.strip().matches("[-–—]")) {
            all.add(new ContactWay(icon, text.strip(), filled(text)));
        }
    }

    /// Whether a text is a real value.
    static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank() && !PLACEHOLDER.matcher(text).find();
    }
}
