package io.jinqiao.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong with the layout of a file is told with file and line before any file is read. */
class FileRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            icbc/files/repayment-status.yaml | their: term_no, title: 期次 (DQQC), as: digits, width: 3, required: true | their: term_no, title: 期次 (DQQC), as: digits, required: true | a column of fixed width has no width
            icbc/files/repayment-status.yaml | algorithm: sm3 | algorithm: sm4 | algorithm
            abc/files/repayment-status.yaml | HFRS_{accountingDate:yyyyMMdd} | HFRS_{accountedOn:yyyyMMdd} | unknown place of ours in a name
            abc/files/repayment-status.yaml | charset: GBK | charset: GBX | unknown charset
            abc/files/repayment-status.yaml | our: borrowerName, their: Name | our: borrowersName, their: Name | unknown place of ours
            abc/files/repayment-status.yaml | stands: trailer | stands: marker | but of a marker on their server only the presence is seen
            ccb/files/repayment-status.yaml | marker: "{name}.flg" | temporary: "{name}.tmp" | there is no marker for it to stand in
            psbc/files/repayment-status.yaml | our: source, their: source, title: 还款来源, codes: payment-source | our: source, their: source, title: 还款来源, codes: payer | unknown code table
            psbc/adapter.yaml | way: pushed | way: fetched | what is fetched does not lie in a directory place
            """)
    void tellsWhatIsWrong(String file, String from, String to, String told) {
        MemoryFolders folders = new MemoryFolders().replace("adapters/" + file, from, to);
        assertThat(new Folders(folders).read(ShippedFolders.DEFAULTS, ShippedFolders.CLOCK).problems())
                .anySatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo("adapters/" + file);
                    assertThat(problem.toString()).contains(told);
                });
    }
}
