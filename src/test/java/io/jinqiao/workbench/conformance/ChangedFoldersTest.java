package io.jinqiao.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.MemoryFolders;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored bytes are the anchor: a folder that was changed in one line still agrees with itself, and must not conform. */
class ChangedFoldersTest {

    /** @param told what the finding names */
    record Change(String what, String partner, String file, String from, String to, String told) {
        @Override
        public String toString() {
            return partner + ": " + what;
        }
    }

    static List<Change> changes() {
        return List.of(
                new Change("their name in a mapping row", "abc", "mapping/decision-notice.yaml", "their: AcceptanceNo", "their: AcceptNo", "compare adapters/abc/mapping/decision-notice.yaml:7 "),
                new Change("their name, in capitals", "ccb", "mapping/application-withdrawal.yaml", "their: REASON", "their: REASONS", "application-withdrawal"),
                new Change("the conversion of a date", "icbc", "mapping/decision-notice.yaml", "date:yyyyMMdd", "date:yyyy-MM-dd", "decision-notice"),
                new Change("a code of a table", "psbc", "mapping/code-tables.yaml", "\"01\": fund,", "\"05\": fund,", "loan-application"),
                new Change("the unit of money", "icbc", "mapping/contract-signed.yaml", "as: \"money:yuan-2\"", "as: \"money:fen\", remark: changed", "contract-signed"),
                new Change("the pad side of the header", "abc", "adapter.yaml", "written: digits-then-blanks", "written: zeros-then-digits", "envelope.unreadable"),
                new Change("the charset", "ccb", "adapter.yaml", "charset: GB18030", "charset: UTF-8", "envelope"),
                new Change("the charset, of a wire without a declaration", "abc", "adapter.yaml", "charset: GBK", "charset: UTF-8", "envelope"),
                new Change("the SM2 user id of theirs", "abc", "adapter.yaml", "their-user-id: abc-direct-link", "their-user-id: abc-direct-lynk", "their-user-id"),
                new Change("the SM2 user id of ours", "psbc", "adapter.yaml", "our-user-id: \"GJJ0000000000203001\"", "our-user-id: \"GJJ0000000000203002\"", "our-user-id"),
                new Change("the SM2 user id of theirs", "icbc", "adapter.yaml", "their-user-id: icbc-open-api", "their-user-id: icbc-open-apy", "their-user-id"),
                new Change("the SM2 user id of ours", "ccb", "adapter.yaml", "our-user-id: \"1234567812345678\"", "our-user-id: \"1234567812345679\"", "our-user-id"),
                new Change("their name in a mapping row", "psbc", "mapping/decision-notice.yaml", "their: noticeNo", "their: noticeNum", "decision-notice"),
                new Change("the width of a column of a file", "icbc", "files/repayment-status.yaml", "their: name, title: 借款人姓名 (JKRXM), width: 60", "their: name, title: 借款人姓名 (JKRXM), width: 61", "repayment-status.daily.request"),
                new Change("the pad side of a column of a file", "icbc", "files/repayment-status.yaml", "title: 借款合同编号 (JKHTBH), width: 30", "title: 借款合同编号 (JKHTBH), width: 30, pad: \"left: \"", "repayment-status.daily.request"),
                new Change("the name of a column of a file", "psbc", "files/repayment-status.yaml", "their: loanContractNo,", "their: loanContractNum,", "repayment-status.daily.request"),
                new Change("the charset of a file", "abc", "files/repayment-status.yaml", "charset: GBK", "charset: UTF-8", "repayment-status.daily.request"),
                new Change("the name of an element of a file", "ccb", "files/repayment-status.yaml", "their: BALANCE", "their: BALANCES", "BALANCE"),
                new Change("the hash of a file", "icbc", "files/repayment-status.yaml", "algorithm: sm3", "algorithm: sha-256", "repayment-status.daily.request"),
                new Change("what a return code means", "icbc", "codes.yaml", "means: unknown, cause: in-process", "means: unknown, cause: silent", "codes.yaml"),
                new Change("a length", "abc", "mapping/loan-application.yaml", "max: 32, required: true", "max: 9, required: true", "loan-application"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void oneChangedLineTurnsConformanceRedAndTheFindingSaysWhereToLook(Change change) {
        MemoryFolders folders = new MemoryFolders().replace("adapters/" + change.partner() + "/" + change.file(), change.from(), change.to());
        List<Result> results = Conformance.of(folders, change.partner(), result -> {}).golden().results();
        List<Result> failed = results.stream().filter(Result::failed).toList();
        assertThat(failed).isNotEmpty();
        assertThat(failed.stream().map(ChangedFoldersTest::words)).anyMatch(words -> words.contains(change.told()));
    }

    private static String words(Result result) {
        Finding finding = ((Outcome.Failed) result.outcome()).finding();
        return result.trial().name() + " " + finding;
    }
}
