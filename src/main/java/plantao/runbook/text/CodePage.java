package plantao.runbook.text;

import java.util.Arrays;

/// The one-byte code pages that UTF-8 is often taken for, as the byte each of their characters stands for.
enum CodePage {
    /// Windows-1252 as browsers read it (WHATWG Encoding: bytes it leaves free are control characters).
    WINDOWS_1252("Windows-1252", "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ", "ÂÃÄÅâïð"),
    /// Mac OS Roman (Unicode's ROMAN.TXT).
    MAC_ROMAN(
            "Mac Roman",
            "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
            "¬√ƒ≈‚Ô\uF8FF");

    private final String label;
    private final String leads;
    private final char[] sorted;
    private final byte[] bytes;

    /// @param upper the characters of the bytes from 0x80 on; beyond them a character is its own byte
    /// @param leads the characters that begin what is repaired (UTF-8's C2–C5, E2, EF, F0)
    CodePage(String label, String upper, String leads) {
        this.label = label;
        this.leads = leads;
        this.sorted = upper.toCharArray();
        Arrays.sort(sorted);
        this.bytes = new byte[sorted.length];
        for (int i = 0; i < upper.length(); i++) {
            bytes[Arrays.binarySearch(sorted, upper.charAt(i))] = (byte) (0x80 + i);
        }
    }

    /// Its name, to show.
    String label() {
        return label;
    }

    boolean isLead(char c) {
        return c >= 0x80 && leads.indexOf(c) >= 0;
    }

    /// The byte (0x80–0xFF) it stands for, or -1.
    int byteOf(char c) {
        int i = Arrays.binarySearch(sorted, c);
        if (i >= 0) {
            return bytes[i] & 0xFF;
        }
        boolean same = this == WINDOWS_1252 && c >= 0x80 && c <= 0xFF;
        return same ? c : -1;
    }
}
