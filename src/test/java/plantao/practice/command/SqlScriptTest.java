package plantao.practice.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void cutsOutsideQuotesAndComments() {
        assertThat(SqlScript.cut("select ';'; select $$a;b$$ -- ;\n; /* ; */ select \";\" ; ;", true)
                        .statements())
                .containsExactly("select ';'", "select $$a;b$$ -- ;", "/* ; */ select \";\"");
    }

    @Test
    void keepsWhatIsNotComplete() {
        SqlScript.Cut cut = SqlScript.cut("select 1; select", false);
        assertThat(cut.statements()).containsExactly("select 1");
        assertThat(cut.rest()).isEqualTo(" select");
        assertThat(SqlScript.cut("select 'a", false).rest()).isEqualTo("select 'a");
    }
}
