package plantao.runbook.risk;

import plantao.runbook.Risk;

/// How dangerous a text of Python, JavaScript, Ruby or PHP is, by the names of the methods it calls.
final class CodeRisk {
    private CodeRisk() {}

    /// @param text one or more statements
    static Risk of(String text) {
        return Languages.KNOWN.code().worst(text).or(QueryRisk.within(text));
    }
}
